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

const stops = "a[href], button, input, select, textarea, summary, [tabindex]";

/** What Tab goes through in a part of the page, in its order; of choices that exclude each other, the one that holds. */
export function tabStops(root: ParentNode): HTMLElement[] {
  const all = [...root.querySelectorAll<HTMLElement>(stops)].filter(
    (one) => one.tabIndex >= 0 && !one.matches(":disabled") && one.checkVisibility({ visibilityProperty: true }),
  );
  const isRadio = (one: HTMLElement) => one instanceof HTMLInputElement && one.type === "radio" && one.name !== "";
  const held = new Set(
    all.filter((one) => isRadio(one) && one.matches(":checked")).map((one) => one.getAttribute("name")),
  );
  return all.filter((one) => !isRadio(one) || one.matches(":checked") || !held.has(one.getAttribute("name")));
}

/** Whether one types within the text: into the text itself, or into what is asked beside its words. */
export function typesInText(): boolean {
  const here = document.activeElement;
  return takesText(here) && here?.closest("[data-text-scroller]") != null;
}

/** Whether the key is Enter, on either side of the keyboard. */
export function isEnter({ code }: KeyboardEvent): boolean {
  return code === "Enter" || code === "NumpadEnter";
}

/** Whether the element stands in a dialog. */
export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("dialog") !== null;
}
