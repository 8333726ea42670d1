/**
 * Cut, copy, paste and select all in whatever has the keyboard, or had it before a menu took it. Done here,
 * as the web view knows its own keys under Latin layouts only.
 */

import { tell } from "../state/announce.svelte";
import { takesText } from "./elements";
import { giveBack, inHand } from "./keyboard";

/** The field that words go to, if there is one. */
function field(): HTMLInputElement | HTMLTextAreaElement | null {
  const hand = inHand();
  if (!takesText(hand)) return null;
  return hand instanceof HTMLInputElement || hand instanceof HTMLTextAreaElement ? hand : null;
}

function fieldHasSelection(): boolean {
  const here = field();
  return here !== null && here.selectionStart !== here.selectionEnd;
}

/** Whether the keyboard is in a field. */
export function inField(): boolean {
  return field() !== null;
}

/** Whether something in a field can be cut. */
export function canCut(): boolean {
  return fieldHasSelection() && field()?.readOnly === false;
}

/** Whether something is selected, in a field or on the page. */
export function canCopy(): boolean {
  return fieldHasSelection() || (document.getSelection()?.toString() ?? "") !== "";
}

/** Whether the field takes what is on the clipboard; where no field is, the window does. */
export function canPaste(): boolean {
  return document.queryCommandSupported("paste") && field()?.readOnly !== true;
}

export function cut(): void {
  giveBack();
  document.execCommand("cut");
}

export function copy(): void {
  giveBack();
  document.execCommand("copy");
}

/** As by the key: a field takes the text, the window a document, files or a picture. */
export function paste(): void {
  giveBack();
  document.execCommand("paste");
}

/** Selects all that stands in the field. */
export function selectField(): void {
  giveBack();
  field()?.select();
}

/** How much of what was copied is told. */
const told = 80;

/** Puts words on the clipboard, and says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    const shown = text.length > told ? `${text.slice(0, told)}…` : text;
    tell("told-copied", { text: shown });
  } catch (reason) {
    console.error("not copied:", reason);
    tell("told-not-copied");
  }
}
