/** What typing does to a text and to the spans in it. Offsets are UTF-16, as the text field counts. */

/** One place where two texts differ: between their common beginning and their common end. */
export interface Cut {
  readonly at: number;
  readonly removed: number;
  readonly inserted: number;
}

/** The cut that makes `after` of `before`; none where they are the same. */
export function cutBetween(before: string, after: string): Cut | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { at: start, removed: before.length - start - end, inserted: after.length - start - end };
}

/** Where a place between two letters lies after a cut; one amid what was removed stays as far in as there is text. */
export function moveOffset(offset: number, { at, removed, inserted }: Cut): number {
  if (offset <= at) return offset;
  if (offset >= at + removed) return offset + inserted - removed;
  return at + Math.min(offset - at, inserted);
}

/** A part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a span lies after a cut, as the archive moves it (crates/archive/src/edit/version.rs): what is typed at
 * its border is not part of it, a cut over an end leaves what lies inside. `whole` is false where the cut lay
 * inside. None where nothing is left of the span.
 */
export function moveSpan(span: Span, cut: Cut): { start: number; end: number; whole: boolean } | undefined {
  const stop = cut.at + cut.removed;
  const change = cut.inserted - cut.removed;
  if (stop <= span.start) return { start: span.start + change, end: span.end + change, whole: true };
  if (cut.at >= span.end) return { ...span, whole: true };
  const start = cut.at < span.start ? cut.at + cut.inserted : span.start;
  const end = stop > span.end ? cut.at : span.end + change;
  return start < end ? { start, end, whole: false } : undefined;
}
