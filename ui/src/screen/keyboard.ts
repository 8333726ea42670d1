/** Gives the keyboard to what is drawn, and says what has it. */

import { tick } from "svelte";

import { panes, type KeyboardPlace, type Pane } from "../state/keyboard";
import { takesText } from "./elements";

/** Does what `sendKeyboard` asks for. */
export async function giveKeyboard(place: KeyboardPlace): Promise<void> {
  if ("besideCastEntry" in place) {
    const beside = neighbourOf(place.besideCastEntry);
    // At once, while the entry that goes is still there: else the page itself would take the keyboard.
    if (beside !== undefined) return beside.focus();
    return giveKeyboard({ pane: "inspector" });
  }
  // What is asked for may be about to appear.
  await tick();
  // Where the text under edit is scrolled to, it says itself.
  document.querySelector<HTMLElement>(selectorOf(place))?.focus({ preventScroll: "draft" in place });
}

function selectorOf(place: Exclude<KeyboardPlace, { besideCastEntry: string }>): string {
  if ("pane" in place) return `[data-pane="${place.pane}"] [data-pane-entry]`;
  if ("draft" in place) return `[data-draft="${place.draft}"]`;
  return `[data-cast] [data-party="${CSS.escape(place.castEntry)}"]`;
}

function neighbourOf(castEntry: string): HTMLElement | undefined {
  const entries = [...document.querySelectorAll<HTMLElement>("[data-cast] [data-party]")];
  const here = entries.findIndex((entry) => entry.dataset["party"] === castEntry);
  return entries[here + 1] ?? entries[here - 1];
}

/** Gives the keyboard to the field for searching, with all that stands in it selected. */
export function enterSearchField(): void {
  const field = document.querySelector<HTMLInputElement>("[data-search]");
  field?.focus();
  field?.select();
}

/** The words that are selected, on one line; none where they are many, as nobody looks for a whole paragraph. */
export function selectedWords(): string {
  const field = document.activeElement;
  const selected =
    field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : (document.getSelection()?.toString() ?? "");
  const words = selected.trim();
  return words.length > 80 || words.includes("\n") ? "" : words;
}

/** The pane that has the keyboard. */
export function paneWithKeyboard(): Pane | undefined {
  const here = document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset["pane"];
  return panes.find((pane) => pane === here);
}

/** Whether what has the keyboard takes typed letters. */
export function keyboardTakesText(): boolean {
  return takesText(document.activeElement);
}
