/** Which pane has the keyboard, or had it before a menu or the palette took it. */

import { takesText } from "./elements";

let pane: string | undefined;

/** The text that is read. */
function region(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-reading]")?.closest<HTMLElement>("[data-pane-entry]") ?? null;
}

/** Follows the keyboard from now on; gives what stops that. */
export function followFocus(): () => void {
  const note = (event: FocusEvent) => {
    const here = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-pane]") : null;
    if (here === null) return;
    pane = here.dataset["pane"];
    if (pane === "document" && event.target !== region()) pane = undefined;
  };
  document.addEventListener("focusin", note);
  return () => document.removeEventListener("focusin", note);
}

/** Whether the keyboard is in a pane: in none now means where it was. */
function isIn(name: string): boolean {
  const here = document.activeElement?.closest<HTMLElement>("[data-pane]");
  return (here?.dataset["pane"] ?? pane) === name;
}

/** Whether keys go to the text that is read. */
export function inText(): boolean {
  const text = region();
  if (text === null || !isIn("document")) return false;
  const active = document.activeElement;
  if (active === text) return true;
  // From a menu or the palette keys come back to where they were; from a search field they do not.
  return active?.closest("[data-pane]") == null && (!takesText(active) || active?.closest("dialog") != null);
}

/** The entry of the cast list that has the keyboard: the UUID of its party or place. */
export function castEntry(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-party]")?.dataset["party"];
}

/** Whether keys go to the text or to the list of those it names. */
export function inTextOrCast(): boolean {
  return inText() || (isIn("inspector") && document.querySelector("[data-cast]") !== null);
}
