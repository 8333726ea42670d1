/** What elements of the page do with keys of their own. */

/** Whether the element takes typed letters. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type);
}

/** Whether the element does something of its own with Enter and Space. */
export function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("button, a, select, summary, [role=button]") !== null;
}
