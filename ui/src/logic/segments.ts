/**
 * Cuts a version's body into paragraphs, and these into pieces at the borders of its mentions, so
 * that overlapping mentions can be drawn by plain nested elements.
 */

import type { ScalarText } from "../wire/spans";
import type { MentionRecord, TagKind } from "../types";

/** A mention within the text, in UTF-16 offsets. */
export interface Mark {
  /** The mention's UUID. */
  readonly id: string;
  readonly kind: TagKind;
  /** The party's or the place's UUID. */
  readonly target: string;
  readonly stale: boolean;
  /** Whether it is a suggestion: `id` is its key then, and `target` empty. */
  readonly suggested?: boolean;
  /** Of a suggestion: whether nothing in it is in doubt. */
  readonly certain?: boolean;
  readonly start: number;
  readonly end: number;
  /** 0 is nearest to the letters; a mention around another one is underlined below it. */
  readonly lane: number;
}

/** A piece of a paragraph under the same marks. */
export interface Segment {
  readonly text: string;
  /** The longest first: the order in which elements nest. */
  readonly marks: readonly Mark[];
}

/** A quote, or what may be one. Offsets are UTF-16. */
export interface Bar {
  /** The quote's UUID, or the suggestion's key. */
  readonly id: string;
  /** The speaker's name, if one is known. */
  readonly speaker: string | undefined;
  readonly suggested: boolean;
  /** Of a suggestion: whether nothing in it is in doubt. */
  readonly certain?: boolean;
  readonly start: number;
  readonly end: number;
}

/** A quote that a paragraph holds, whole or in part. */
export interface QuoteBar extends Bar {
  /** True where the quote does not begin in this paragraph. */
  readonly continued: boolean;
}

/** A line of the body that is not blank. */
export interface Paragraph {
  /** UTF-16 offset, which serves as the key. */
  readonly start: number;
  readonly segments: readonly Segment[];
  readonly quotes: readonly QuoteBar[];
}

/**
 * The paragraphs of `body` with what lies on them. A paragraph that is as it was in `before`, the
 * paragraphs of the same body, is the same object, so that only what changed is drawn again.
 */
export function paragraphs(
  body: string,
  marks: readonly Mark[],
  bars: readonly Bar[],
  before: readonly Paragraph[] = [],
): Paragraph[] {
  const sorted = [...marks].sort((one, other) => one.start - other.start);
  const known = new Map(before.map((paragraph) => [paragraph.start, paragraph]));
  const found: Paragraph[] = [];
  /** Marks that a paragraph before this one may still be under. */
  let open: Mark[] = [];
  let next = 0;
  let start = 0;
  for (const line of body.split("\n")) {
    const end = start + line.length;
    for (let mark = sorted[next]; mark !== undefined && mark.start < end; mark = sorted[++next]) open.push(mark);
    if (line.trim() !== "") {
      const fresh: Paragraph = {
        start,
        segments: cutAtMarks(body, start, end, open),
        quotes: bars
          .filter((bar) => bar.start < end && bar.end > start)
          .map((bar) => ({ ...bar, continued: bar.start < start })),
      };
      const old = known.get(start);
      found.push(old !== undefined && JSON.stringify(old) === JSON.stringify(fresh) ? old : fresh);
    }
    start = end + 1;
    if (open.length > 0) open = open.filter((mark) => mark.end > start);
  }
  return found;
}

/** The mentions as marks, each with the lane that keeps its line apart from those it overlaps. */
export function marksOf(
  text: ScalarText,
  mentions: readonly MentionRecord[],
  kindOf: (mention: MentionRecord) => TagKind | undefined,
): Mark[] {
  const spans: Omit<Mark, "lane">[] = [];
  for (const mention of mentions) {
    const kind = kindOf(mention);
    const target = mention.party ?? mention.place;
    const start = text.toUtf16(mention.start);
    const end = text.toUtf16(mention.end);
    if (kind === undefined || target === null || start >= end) continue;
    spans.push({ id: mention.id, kind, target, stale: mention.state === "stale", start, end });
  }
  return inLanes(spans);
}

/** Gives each mark the lane that keeps its line apart from those it overlaps: the shortest lie nearest. */
export function inLanes(spans: readonly Omit<Mark, "lane">[]): Mark[] {
  const sorted = [...spans].sort(
    (one, other) => one.end - one.start - (other.end - other.start) || one.start - other.start,
  );
  const placed: Mark[] = [];
  for (const span of sorted) {
    const taken = placed.filter((other) => other.start < span.end && other.end > span.start).map((other) => other.lane);
    placed.push({ ...span, lane: taken.length === 0 ? 0 : Math.max(...taken) + 1 });
  }
  return placed;
}

/** The pieces of the text from `start` to `end`. */
export function cutAtMarks(body: string, start: number, end: number, marks: readonly Mark[]): Segment[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const borders = new Set([start, end]);
  for (const mark of here) {
    borders.add(Math.max(mark.start, start));
    borders.add(Math.min(mark.end, end));
  }
  const sorted = [...borders].sort((one, other) => one - other);
  const pieces: Segment[] = [];
  for (let index = 0; index + 1 < sorted.length; index++) {
    const from = sorted[index] as number;
    const to = sorted[index + 1] as number;
    pieces.push({
      text: body.slice(from, to),
      marks: here.filter((mark) => mark.start < to && mark.end > from).sort((one, other) => other.lane - one.lane),
    });
  }
  return pieces;
}

/** A line of a text under edit, as it is drawn. */
export interface DrawnLine {
  /** Stays the line's, whatever is typed before it. */
  readonly id: number;
  readonly text: string;
  /** What lies under its letters, by which it is known again. */
  readonly under: string;
  readonly segments: readonly Segment[];
}

/**
 * The lines of a text under edit. One that looks as it did in `before` is the same object: a key costs the lines that
 * it touches, not the text.
 */
export function drawnLines(body: string, marks: readonly Mark[], before: readonly DrawnLine[] = []): DrawnLine[] {
  const texts = body.split("\n");
  const shorter = Math.min(texts.length, before.length);
  let head = 0;
  while (head < shorter && texts[head] === before[head]?.text) head++;
  let tail = 0;
  while (tail < shorter - head && texts[texts.length - 1 - tail] === before[before.length - 1 - tail]?.text) tail++;
  let fresh = before.reduce((most, { id }) => Math.max(most, id), -1) + 1;
  const sorted = [...marks].sort((one, other) => one.start - other.start);
  let open: Mark[] = [];
  let next = 0;
  let start = 0;
  return texts.map((text, index) => {
    const end = start + text.length;
    for (let mark = sorted[next]; mark !== undefined && mark.start < end; mark = sorted[++next]) open.push(mark);
    const old = index < texts.length - tail ? before[index] : before[index - texts.length + before.length];
    // Between the lines that are as they were, as many take the place of as many.
    const same = index < head || index >= texts.length - tail || texts.length === before.length;
    const from = start;
    const under = open.length === 0 ? "" : looksOf(open, from);
    start = end + 1;
    if (same && old?.text === text && old.under === under) {
      open = open.filter((mark) => mark.end > start);
      return old;
    }
    const segments = cutAtMarks(body, from, end, open);
    open = open.filter((mark) => mark.end > start);
    return { id: same && old !== undefined ? old.id : fresh++, text, under, segments };
  });
}

/** What one sees of marks on a line that begins at an offset. */
function looksOf(marks: readonly Mark[], from: number): string {
  return marks
    .map(({ kind, stale, lane, start, end }) => `${start - from} ${end - from} ${kind} ${stale} ${lane}`)
    .join();
}
