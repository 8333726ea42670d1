/** Undo inside a field that is typed into: the field's own goes before the archive's. */

import { takesText } from "./elements";

let typedInto: Element | null = null;

/** Notes which field is being typed into since it was come to. Gives what stops that. */
export function watchTyping(): () => void {
  const typed = (event: Event) => {
    if (takesText(event.target)) typedInto = event.target as Element;
  };
  const left = () => (typedInto = null);
  window.addEventListener("input", typed, true);
  window.addEventListener("focusin", left, true);
  return () => {
    window.removeEventListener("input", typed, true);
    window.removeEventListener("focusin", left, true);
  };
}

/** Whether the field that has the keyboard was typed into: then undo is its own first. */
export function isTypedInto(): boolean {
  return typedInto !== null && typedInto === document.activeElement;
}

/**
 * Undoes or redoes within the field that has the keyboard. False where it was not typed into, or has
 * nothing more to take back. Done here, as the web view knows its own key under Latin layouts only.
 */
export function stepInField(step: "undo" | "redo"): boolean {
  if (!isTypedInto()) return false;
  const field = document.activeElement;
  const valueOf = () =>
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : field?.textContent;
  const before = valueOf();
  // What a field was emptied of by its own record is the archive's to take back, though the web view thinks otherwise.
  return document.queryCommandEnabled(step) && document.execCommand(step) && valueOf() !== before;
}
