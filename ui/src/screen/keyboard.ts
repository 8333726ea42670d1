/**
 * Where the keyboard is, and where it goes: to what state asks for, as soon as that is drawn; back to where it was
 * from a menu or the palette; and to the pane one works in when what had it is gone, another page is shown or a
 * dialog is closed. Nothing else decides that.
 *
 * What is drawn says what it is: `data-pane` is a pane by its name, `data-pane-entry` in it takes the keyboard there
 * (the first of them; a pane that can have it takes it where it has none), and `data-passing` is what has it for a
 * moment only, as menus have. In a `data-keyboard-group` entries (`data-entry`) open, close, come and go: it stays
 * with what stands for its entry now, else with the group's last control, the field for a new one.
 */

import { tick } from "svelte";

import { keysMustWait, nothingPending, panes, whenAtRest, type KeyboardPlace, type Pane } from "../state/keyboard";
import { takesText } from "./elements";

/** What has the keyboard for a moment, and gives it back. */
const passing = "[role=menubar], [role=menu], [data-passing]";

/** What has the keyboard, or had it before something passing took it. */
let hand: HTMLElement | null = null;
/** The pane that one works in; the last of those beside the articles, for when a page goes. */
let pane: Pane | undefined;
let beside: Pane | undefined;
/** Whether one was in the text that is read when one was in a pane last. */
let onText = false;
/** The group of entries that one works in, and the entry. */
let group: { readonly box: HTMLElement; readonly entry: string | undefined } | null = null;
/** Where the keyboard is asked for, while that is not drawn yet. */
let wanted: KeyboardPlace | null = null;

function paneOf(element: Element | null): Pane | undefined {
  const name = element?.closest<HTMLElement>("[data-pane]")?.dataset["pane"];
  return panes.find((one) => one === name);
}

/** The text that is read. */
function readText(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-reading]")?.closest<HTMLElement>("[data-pane-entry]") ?? null;
}

/** Follows the keyboard from now on, and gives it to somebody whenever nobody has it; gives what stops that. */
export function ownKeyboard(): () => void {
  const came = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target.closest(passing) !== null) return;
    wanted = null;
    hand = target;
    if (!target.matches("[data-search]")) beforeSearch = null;
    const box = target.closest<HTMLElement>("[data-keyboard-group]");
    const entry = target.closest<HTMLElement>("[data-entry]")?.dataset["entry"];
    group = box === null ? null : { box, entry };
    const here = paneOf(target);
    if (here === undefined) return;
    pane = here;
    if (here !== "page" && here !== "units") beside = here;
    onText = here === "document" && target === readText();
  };
  // What goes from the page says nothing of that; it goes by a key, the pointer, or with what comes instead.
  whenAtRest(settleSoon);
  const stops = (["focusout", "close", "keyup", "pointerup"] as const).map((name) => {
    window.addEventListener(name, settleSoon, true);
    return () => window.removeEventListener(name, settleSoon, true);
  });
  window.addEventListener("focusin", came, true);
  window.addEventListener("keydown", showByKeys, true);
  window.addEventListener("pointerdown", hideFromPointer, true);
  return () => {
    window.removeEventListener("focusin", came, true);
    window.removeEventListener("keydown", showByKeys, true);
    window.removeEventListener("pointerdown", hideFromPointer, true);
    for (const stop of stops) stop();
  };
}

/**
 * Whoever works by keys sees where the keyboard is, also where the window put it or the pointer did: WebKit shows no
 * ring on what gets the keyboard from something that was clicked.
 */
function showByKeys({ key }: KeyboardEvent): void {
  if (!["Shift", "Control", "Alt", "Meta"].includes(key)) document.documentElement.dataset["keys"] = "";
}

function hideFromPointer(): void {
  delete document.documentElement.dataset["keys"];
}

let soon = false;

/** Settles once what is under way is on the screen. */
function settleSoon(): void {
  if (soon) return;
  soon = true;
  // What the keyboard goes to by itself has it by then.
  setTimeout(() => {
    void (async () => {
      await nothingPending();
      await tick();
      soon = false;
      settle();
    })();
  });
}

/** Does what `sendKeyboard` asks for. */
export async function giveKeyboard(place: KeyboardPlace): Promise<void> {
  wanted = place;
  // What is asked for may be about to appear.
  await tick();
  if (wanted === place) giveWanted();
  settleSoon();
}

/** Gives the keyboard to where it is asked for, if that is drawn. */
function giveWanted(): boolean {
  const place = wanted;
  const found = place === null ? null : elementAt(place);
  if (place === null || found === null) return false;
  wanted = null;
  // Where the text under edit is scrolled to, it says itself.
  found.focus({ preventScroll: "draft" in place });
  return true;
}

/** Gives the keyboard to where it is asked for, and to somebody where nobody has it. Call when nothing is under way. */
export function settle(): void {
  if (giveWanted()) return;
  // It has not come, and nothing is on its way any more.
  if (!keysMustWait()) wanted = null;
  if (isLost()) heir()?.focus({ preventScroll: true });
}

/** Whether nobody has the keyboard who could have it. */
export function isLost(): boolean {
  const active = document.activeElement;
  const nobody = active === null || active === document.body || (active.matches("[data-pane]") && active !== heir());
  if (!nobody || document.querySelector("dialog[open]") !== null) return false;
  // Words that are selected, to be copied, stay so.
  return document.getSelection()?.isCollapsed !== false && heir() !== null;
}

/** Who gets the keyboard where nobody has it. */
function heir(): HTMLElement | null {
  const near = hand?.isConnected === false ? inGroup() : null;
  if (near !== null) return near;
  for (const name of [pane, "page", beside, "document", "list", "units"] as const) {
    const found = name === undefined ? null : elementAt({ pane: name });
    if (found !== null) return found;
  }
  return null;
}

/** Who gets it of the group that what had it stood in. */
function inGroup(): HTMLElement | null {
  if (group?.box.isConnected !== true) return null;
  const controls = ":is(input, textarea, button):not(:disabled)";
  const { box, entry } = group;
  const own = entry === undefined ? null : box.querySelector(`[data-entry="${CSS.escape(entry)}"]`);
  return own?.querySelector<HTMLElement>(controls) ?? [...box.querySelectorAll<HTMLElement>(controls)].at(-1) ?? null;
}

function elementAt(place: KeyboardPlace): HTMLElement | null {
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  if ("draft" in place) return find(`[data-draft="${place.draft}"]`);
  if ("emptyField" in place) return emptyField(place.emptyField);
  if ("castEntry" in place) return find(`[data-cast] [data-party="${CSS.escape(place.castEntry)}"]`);
  return find(`[data-pane="${place.pane}"] [data-pane-entry]`) ?? find(`[data-pane="${place.pane}"][tabindex]`);
}

/** The first field of a record that is empty; not one for a new entry, nor one that says what stands for nothing. */
function emptyField(name: Pane): HTMLElement | null {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    `[data-pane="${name}"] [data-record] :is(input, textarea):not(:disabled, [data-keyboard-group] *)`,
  );
  return [...fields].find(({ value, placeholder }) => value === "" && placeholder === "") ?? null;
}

/** What has the keyboard, or had it before a menu or the palette took it, if it is still there. */
export function inHand(): HTMLElement | null {
  return hand?.isConnected === true ? hand : null;
}

/** Gives the keyboard back from a menu; a field keeps what is selected in it. */
export function giveBack(): void {
  const before = inHand();
  if (before === document.activeElement) return;
  if (before !== null) before.focus({ preventScroll: true });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** What had the keyboard before one went to the field for searching by its key. */
let beforeSearch: HTMLElement | null = null;

/** Gives the keyboard to the field for searching, with all that stands in it selected. */
export function enterSearchField(): void {
  const field = document.querySelector<HTMLInputElement>("[data-search]");
  const before = inHand();
  if (before !== field) beforeSearch = before;
  field?.focus();
  field?.select();
}

/** Gives the keyboard back to where it was before one searched, if that is there still: a text has its caret then. */
export function leaveSearchField(): void {
  const before = beforeSearch;
  beforeSearch = null;
  if (before?.isConnected === true && paneOf(before) !== undefined) before.focus({ preventScroll: true });
  else void giveKeyboard({ pane: "list" });
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
  return paneOf(document.activeElement);
}

/** The pane that one works in, also while a menu has the keyboard for a moment. */
export function paneInHand(): Pane | undefined {
  return paneWithKeyboard() ?? paneOf(inHand());
}

/** Whether what has the keyboard takes typed letters. */
export function keyboardTakesText(): boolean {
  return takesText(document.activeElement);
}

/** Whether keys go to the text that is read. */
export function inText(): boolean {
  const text = readText();
  if (text === null) return false;
  const active = document.activeElement;
  if (active === text) return true;
  // From a menu or the palette keys come back to where they were; from a search field they do not.
  const away = paneOf(active) === undefined && (!takesText(active) || active?.closest("dialog") != null);
  return away && pane === "document" && onText;
}

/** The entry of the cast list that has the keyboard: the UUID of its party or place. */
export function castEntry(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-party]")?.dataset["party"];
}

/** Whether keys go to the text or to the list of those it names. */
export function inTextOrCast(): boolean {
  if (inText()) return true;
  return (paneWithKeyboard() ?? pane) === "inspector" && document.querySelector("[data-cast]") !== null;
}
