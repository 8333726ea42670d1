/**
 * The keyboard is always where the work is: what had it and is gone, or was a button of a menu, gives it back to the
 * pane that one worked in.
 */

/** Keeps the keyboard in a pane from now on; gives what stops that. */
export function keepKeyboard(): () => void {
  let pane: string | undefined;
  let asked = false;

  const note = (event: FocusEvent) => {
    const here = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-pane]") : null;
    if (here !== null) pane = here.dataset["pane"];
  };

  function entry(): HTMLElement | undefined {
    for (const name of [pane, "document", "list", "units"]) {
      const found = document.querySelector<HTMLElement>(`[data-pane="${name ?? ""}"] [data-pane-entry]`);
      if (found !== null) return found;
    }
    return undefined;
  }

  function give(): void {
    const active = document.activeElement;
    if (active !== null && active !== document.body) return;
    if (document.querySelector("dialog[open]") !== null) return;
    // Words that are selected, to be copied, stay so.
    if (document.getSelection()?.isCollapsed === false) return;
    entry()?.focus({ preventScroll: true });
  }

  const later = () => {
    if (asked) return;
    asked = true;
    setTimeout(() => {
      asked = false;
      give();
    });
  };

  document.addEventListener("focusin", note);
  document.addEventListener("focusout", later);
  document.addEventListener("close", later, true);
  // What went from the page while it had the keyboard said nothing.
  window.addEventListener("keydown", give, true);
  return () => {
    document.removeEventListener("focusin", note);
    document.removeEventListener("focusout", later);
    document.removeEventListener("close", later, true);
    window.removeEventListener("keydown", give, true);
  };
}
