/** Opens the menu at the pointer, or at what has the keyboard. */

import { contextMenu } from "../state/context-menu.svelte";

/** Offers actions, by their ids in groups, where the pointer is; by the menu key, at the element of the event. */
export function offerActions(event: MouseEvent, groups: readonly (readonly string[])[]): void {
  event.preventDefault();
  event.stopPropagation();
  const from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  let { clientX: x, clientY: y } = event;
  if (x === 0 && y === 0 && event.target instanceof Element) {
    const box = event.target.getBoundingClientRect();
    x = box.left + 16;
    y = box.top + 24;
  }
  contextMenu.wish = { x, y, groups, giveBack: () => from?.isConnected === true && from.focus() };
}

/** Offers actions below the button that was pressed. */
export function offerBelow(event: MouseEvent, groups: readonly (readonly string[])[]): void {
  const button = event.currentTarget as HTMLElement;
  const box = button.getBoundingClientRect();
  contextMenu.wish = { x: box.left, y: box.bottom + 2, groups, giveBack: () => button.focus() };
}
