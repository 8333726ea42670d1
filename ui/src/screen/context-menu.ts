/** Opens the menu at the pointer, or at what has the keyboard. */

import { takesText } from "./elements";
import { contextMenu } from "../state/context-menu.svelte";

/** What is offered where words stand that nothing else is offered for. */
const clipboard = [["edit.cut", "edit.copy", "edit.paste"], ["field.select-all"]];

/** Offers what can be done with words in a field, or with those selected on the page. */
export function offerClipboard(event: MouseEvent): void {
  const selected = (document.getSelection()?.toString() ?? "") !== "";
  if (takesText(event.target)) offerActions(event, clipboard);
  else if (selected) offerActions(event, [["edit.copy"]]);
  else event.preventDefault();
}

/**
 * Offers actions, by their ids in groups, where the pointer is; by the menu key, at `place` or the element
 * of the event.
 */
export function offerActions(
  event: MouseEvent,
  groups: readonly (readonly string[])[],
  place?: { readonly x: number; readonly y: number },
): void {
  event.preventDefault();
  event.stopPropagation();
  let { clientX: x, clientY: y } = event;
  if (isByKey(event) && place !== undefined) ({ x, y } = place);
  else if (isByKey(event) && event.target instanceof Element) {
    const box = event.target.getBoundingClientRect();
    x = box.left + 16;
    y = box.top + 24;
  }
  contextMenu.wish = { x, y, groups };
}

/** Offers actions below the button that was pressed. */
export function offerBelow(event: MouseEvent, groups: readonly (readonly string[])[]): void {
  const button = event.currentTarget as HTMLElement;
  const box = button.getBoundingClientRect();
  // It is the button that gets the keyboard back.
  button.focus();
  contextMenu.wish = { x: box.left, y: box.bottom + 2, groups };
}

/** Whether the menu was asked for by a key. */
export function isByKey(event: MouseEvent): boolean {
  return event.button !== 2;
}

/** Asks what has the keyboard for its menu, where the web view does not by itself. True where that was the key. */
export function askByKey(event: KeyboardEvent): boolean {
  if (event.code !== "ContextMenu" && !(event.code === "F10" && event.shiftKey)) return false;
  document.activeElement?.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
  return true;
}
