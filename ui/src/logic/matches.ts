/** What was searched, where it stands in a text. */

import { ScalarText } from "../wire/spans";

/** A piece of a text. */
export interface Piece {
  readonly text: string;
  /** Whether it is what was searched. */
  readonly match: boolean;
}

/** So many characters before the first match are enough to read it by: a row has room for two lines. */
const lead = 24;

/** The pieces of a snippet of which a row shows the beginning: what goes before the first match is cut between words. */
export function startNearMatch(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (first === undefined || first.match || rest.length === 0 || first.text.length <= lead + 1) return pieces;
  const kept = first.text.slice(-lead);
  const blank = kept.indexOf(" ");
  return [{ text: `…${blank < 0 ? kept : kept.slice(blank + 1)}`, match: false }, ...rest];
}

/** A text cut at its matches, which are spans in scalar values, in order and apart from each other. */
export function cutAtMatches(text: string, matches: readonly (readonly [number, number])[]): Piece[] {
  const scalars = new ScalarText(text);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of matches) {
    if (start < at || end <= start) continue;
    if (start > at) pieces.push({ text: scalars.slice(at, start), match: false });
    pieces.push({ text: scalars.slice(start, end), match: true });
    at = end;
  }
  if (at < scalars.length) pieces.push({ text: scalars.slice(at, scalars.length), match: false });
  return pieces;
}
