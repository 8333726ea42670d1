/**
 * Words of a text and how a caret moves among them. Offsets are UTF-16; spans.ts turns them into
 * the archive's own.
 */

import type { Span } from "./edits";
import { letterFrom } from "../wire/spans";

/** Where one is in a text: `focus` moves, `anchor` stays; both the same where nothing is selected. */
export interface Caret {
  readonly anchor: number;
  readonly focus: number;
}

/** Letters and digits, joined by hyphens and apostrophes; an initial keeps its full stop. */
const word =
  /\p{Lu}\.(?=\s?\p{Lu})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-\u2010\u2011'\u2019\u02BC][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** No word of a text is longer; a text without blanks costs no more than this. */
const longest = 2000;

/** What a caret has selected, in order. */
export function spanOf(caret: Caret): Span {
  return { start: Math.min(caret.anchor, caret.focus), end: Math.max(caret.anchor, caret.focus) };
}

/** The words that begin between two offsets, in order. */
function* wordsFrom(body: string, from: number): Generator<Span> {
  // A new expression each time, as it keeps its place.
  const pattern = new RegExp(word.source, "gu");
  pattern.lastIndex = blankBefore(body, from);
  for (let match = pattern.exec(body); match !== null; match = pattern.exec(body)) {
    yield { start: match.index, end: match.index + match[0].length };
  }
}

/** A place at or before `at` where no word runs on. */
function blankBefore(body: string, at: number): number {
  for (let unit = Math.min(at, body.length); unit > Math.max(0, at - longest); unit--) {
    if (/\s/.test(body[unit - 1] as string)) return unit;
  }
  return Math.max(0, at - longest);
}

/** The word that holds `at` or begins there, else the one that ends there. */
export function wordAt(body: string, at: number): Span | undefined {
  let ended: Span | undefined;
  for (const found of wordsFrom(body, at)) {
    if (found.start > at) break;
    if (found.end > at) return found;
    if (found.end === at) ended = found;
  }
  return ended;
}

/** The first word for which `fits` holds, from `at` on. */
function firstFrom(body: string, at: number, fits: (found: Span) => boolean): Span | undefined {
  for (const found of wordsFrom(body, at)) if (fits(found)) return found;
  return undefined;
}

/** The last word before `at` for which `fits` holds. */
function lastBefore(body: string, at: number, fits: (found: Span) => boolean): Span | undefined {
  for (let from = at, step = 200; ; step *= 4) {
    const low = Math.max(0, from - step);
    let last: Span | undefined;
    for (const found of wordsFrom(body, low)) {
      if (found.start >= at) break;
      if (fits(found)) last = found;
    }
    if (last !== undefined || low === 0) return last;
  }
}

/** The caret one word further, or back. */
export function byWord(body: string, caret: Caret, by: 1 | -1, extend: boolean): Caret {
  return extend ? extended(body, caret, by) : moved(body, caret, by);
}

function moved(body: string, caret: Caret, by: 1 | -1): Caret {
  const { start, end } = spanOf(caret);
  const empty = start === end;
  if (by > 0) {
    const next = firstFrom(body, end, (found) => (empty ? found.start > end : found.start >= end));
    return at(next?.start ?? lastBefore(body, body.length, () => true)?.end ?? end);
  }
  if (!empty) return at(start);
  return at(lastBefore(body, start, (found) => found.start < start)?.start ?? start);
}

function extended(body: string, caret: Caret, by: 1 | -1): Caret {
  const { anchor, focus } = caret;
  if (anchor === focus) {
    // The word that one stands on is the first to be taken, whichever way one goes.
    const here = wordAt(body, focus);
    if (here !== undefined && here.end > focus) {
      return by > 0 ? { anchor: here.start, focus: here.end } : { anchor: here.end, focus: here.start };
    }
  }
  if (by > 0) {
    if (focus < anchor) {
      const next = firstFrom(body, focus, (found) => found.start > focus)?.start ?? anchor;
      return { anchor, focus: Math.min(next, anchor) };
    }
    return { anchor, focus: firstFrom(body, focus, (found) => found.end > focus)?.end ?? focus };
  }
  if (focus > anchor) {
    const last = lastBefore(body, focus, (found) => found.end < focus)?.end ?? anchor;
    return { anchor, focus: Math.max(last, anchor) };
  }
  return { anchor, focus: lastBefore(body, focus, (found) => found.start < focus)?.start ?? focus };
}

/** The caret one letter further, or back; a letter with its marks is one. */
export function byLetter(body: string, caret: Caret, by: 1 | -1, extend: boolean): Caret {
  const { start, end } = spanOf(caret);
  if (!extend && start !== end) return at(by > 0 ? end : start);
  const focus = letterFrom(body, caret.focus, by);
  return extend ? { anchor: caret.anchor, focus } : at(focus);
}

/** A caret that has selected nothing. */
export function at(offset: number): Caret {
  return { anchor: offset, focus: offset };
}

/** The span widened to the words that it cuts through, without blanks at its ends. */
export function wholeWords(body: string, span: Span): Span {
  const first = span.start < span.end ? wordAt(body, span.start) : undefined;
  const last = span.start < span.end ? wordAt(body, span.end) : undefined;
  const start = first !== undefined && first.start < span.start && first.end > span.start ? first.start : span.start;
  const end = last !== undefined && last.start < span.end && last.end > span.end ? last.end : span.end;
  return trimmed(body, { start, end });
}

/** The span without blanks at its ends. */
export function trimmed(body: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(body[start] as string)) start++;
  while (end > start && /\s/.test(body[end - 1] as string)) end--;
  return { start, end };
}

/** Where the text between two pointed places begins and ends: whole words, the way one pulled. */
export function pulled(body: string, from: number, to: number): Caret {
  const { start, end } = wholeWords(body, { start: Math.min(from, to), end: Math.max(from, to) });
  return from <= to ? { anchor: start, focus: end } : { anchor: end, focus: start };
}

const opening = new Set('«“„"‘‹');
const closing = new Set('»”“"’›');

/** What stands in quotation marks around a place, within its paragraph; else the whole paragraph. */
export function quoted(body: string, offset: number): Span {
  const start = body.lastIndexOf("\n", offset - 1) + 1;
  const stop = body.indexOf("\n", offset);
  const end = stop < 0 ? body.length : stop;
  for (let from = offset - 1, depth = 0; from >= start; from--) {
    const letter = body[from] as string;
    if (letter === "»") depth++;
    else if (letter === "«" && depth > 0) depth--;
    else if (opening.has(letter)) {
      for (let to = offset; to < end; to++) {
        if (closing.has(body[to] as string)) return trimmed(body, { start: from + 1, end: to });
      }
      break;
    }
  }
  return trimmed(body, { start, end });
}
