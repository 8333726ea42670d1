/** Undo inside a field that is typed into: the field's own goes before the archive's. */

import { untrack } from "svelte";

import { takesText } from "./elements";

let typedInto: Element | null = null;
/** Grows with all that may change what can be taken back, for buttons that stay on the screen. */
let changes = $state(0);

function note(field: Element | null): void {
  if (field === null && typedInto === null) return;
  typedInto = field;
  // A field may also go from the page while that is drawn.
  untrack(() => changes++);
}

/** Notes which field is being typed into since it was come to. Gives what stops that. */
export function watchTyping(): () => void {
  const typed = (event: Event) => {
    if (takesText(event.target)) note(event.target as Element);
  };
  const left = () => note(null);
  window.addEventListener("input", typed, true);
  window.addEventListener("focusin", left, true);
  window.addEventListener("focusout", left, true);
  return () => {
    window.removeEventListener("input", typed, true);
    window.removeEventListener("focusin", left, true);
    window.removeEventListener("focusout", left, true);
  };
}

/**
 * Whether the field that has the keyboard was typed into, and has something to take back or do again: then that is
 * its own first.
 */
export function canStepInField(step: "undo" | "redo"): boolean {
  void changes;
  return typedInto !== null && typedInto === document.activeElement && document.queryCommandEnabled(step);
}

/**
 * Undoes or redoes within the field that has the keyboard. False where it has nothing to take back. Done here, as
 * the web view knows its own key under Latin layouts only.
 */
export function stepInField(step: "undo" | "redo"): boolean {
  if (!canStepInField(step)) return false;
  const field = document.activeElement;
  const valueOf = () =>
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : field?.textContent;
  const before = valueOf();
  // What a field was emptied of by its own record is the archive's to take back, though the web view thinks otherwise.
  return document.execCommand(step) && valueOf() !== before;
}
