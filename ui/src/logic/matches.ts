/** What was searched, where it stands in a text. */

import { ScalarText } from "../wire/spans";

/** A piece of a text. */
export interface Piece {
  readonly text: string;
  /** Whether it is what was searched. */
  readonly match: boolean;
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
