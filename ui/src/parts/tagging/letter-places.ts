/** Where letters of the drawn text are: between offsets of the body and places in the page. */

import type { Span } from "../../logic/edits";

/** A rectangle within the text's box, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The lines of the text that are drawn; each says where in the body it begins. */
function lines(root: HTMLElement): HTMLCollectionOf<HTMLElement> {
  // A live list: the page keeps its places, however long the text is.
  return root.getElementsByClassName("letters") as HTMLCollectionOf<HTMLElement>;
}

function startOf(line: HTMLElement): number {
  return Number(line.dataset["line"]);
}

/** The line that holds an offset, else the one before it. */
function lineAt(root: HTMLElement, offset: number): HTMLElement | undefined {
  const all = lines(root);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(all[middle] as HTMLElement) <= offset) low = middle + 1;
    else high = middle;
  }
  return all[Math.max(low - 1, 0)];
}

function letters(line: HTMLElement): TreeWalker {
  return document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
}

/** The place in the page of an offset in the body. */
function point(root: HTMLElement, offset: number, atEnd: boolean): [Node, number] | undefined {
  const line = lineAt(root, offset);
  if (line === undefined) return undefined;
  let left = Math.max(offset - startOf(line), 0);
  const walker = letters(line);
  let last: Node | undefined;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    // Between two pieces the end of a span belongs to the first, its beginning to the second.
    if (left < length || (atEnd && left === length && length > 0)) return [node, left];
    left -= length;
    if (length > 0) last = node;
  }
  return last === undefined ? undefined : [last, last.nodeValue?.length ?? 0];
}

/** The part of the page that a span covers. */
export function rangeOf(root: HTMLElement, span: Span): Range | undefined {
  const from = point(root, span.start, span.start === span.end);
  const to = point(root, span.end, true);
  if (from === undefined || to === undefined) return undefined;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

/** A box a line for the span, from the first line down. */
export function boxesOf(root: HTMLElement, span: Span): Box[] {
  const range = rangeOf(root, span);
  if (range === undefined) return [];
  const outer = root.getBoundingClientRect();
  const boxes: Box[] = [];
  for (const rect of range.getClientRects()) {
    if (rect.width === 0 && span.start < span.end) continue;
    const last = boxes.at(-1);
    const box = { left: rect.left - outer.left, top: rect.top - outer.top, width: rect.width, height: rect.height };
    if (last !== undefined && Math.abs(last.top + last.height / 2 - box.top - box.height / 2) < box.height / 2) {
      const left = Math.min(last.left, box.left);
      const top = Math.min(last.top, box.top);
      boxes[boxes.length - 1] = {
        left,
        top,
        width: Math.max(last.left + last.width, box.left + box.width) - left,
        height: Math.max(last.top + last.height, box.top + box.height) - top,
      };
    } else boxes.push(box);
  }
  return boxes;
}

/** The offset in the body of a point of the screen; what lies beside the letters is taken to the nearest. */
export function offsetAt(root: HTMLElement, x: number, y: number): number | undefined {
  const outer = root.getBoundingClientRect();
  const inside = Math.min(Math.max(x, outer.left + 1), outer.right - 1);
  const range = document.caretRangeFromPoint(inside, y);
  if (range === null) return undefined;
  const line =
    range.startContainer instanceof Element
      ? range.startContainer.closest<HTMLElement>("[data-line]")
      : range.startContainer.parentElement?.closest<HTMLElement>("[data-line]");
  if (line == null || !root.contains(line)) return nearest(root, y);
  let before = 0;
  const walker = letters(line);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node === range.startContainer)
      return pastBlank(root, startOf(line) + before + range.startOffset, y - outer.top);
    if (range.comparePoint(node, 0) > 0) break;
    before += node.nodeValue?.length ?? 0;
  }
  return startOf(line) + before;
}

/**
 * The offset behind a blank that a drawn line ends with, where the point lies on the line below: the web view gives the
 * place in front of that blank for the first letter of a line.
 */
function pastBlank(root: HTMLElement, offset: number, y: number): number {
  const drawn = (at: number) => boxesOf(root, { start: at, end: at + 1 })[0];
  const next = drawn(offset) === undefined ? drawn(offset + 1) : undefined;
  return next !== undefined && y >= next.top && y <= next.top + next.height ? offset + 1 : offset;
}

/** Between two paragraphs: the end of the one above, or the beginning of the first. */
function nearest(root: HTMLElement, y: number): number | undefined {
  let found: number | undefined;
  for (const line of lines(root)) {
    const rect = line.getBoundingClientRect();
    if (found !== undefined && rect.top > y) break;
    found = rect.top > y ? startOf(line) : startOf(line) + (line.textContent?.length ?? 0);
  }
  return found;
}

/** Where a caret at an offset is drawn. */
export function caretBox(root: HTMLElement, offset: number): Box | undefined {
  // A blank at the end of a drawn line has no place of its own: it lies behind the letter before.
  for (let at = offset; at >= Math.max(0, offset - 8); at--) {
    const box = boxesOf(root, { start: at, end: at }).at(-1);
    if (box !== undefined) return box;
  }
  return undefined;
}

/** The first offset above `low` for which `fits` holds; it holds from some offset on. At most `high`. */
function firstAbove(low: number, high: number, fits: (offset: number) => boolean): number {
  let from = low;
  let to = low + 1;
  for (let step = 64; to < high && !fits(to); step *= 2) {
    from = to;
    to = Math.min(to + step, high);
  }
  while (from + 1 < to) {
    const middle = (from + to) >> 1;
    if (fits(middle)) to = middle;
    else from = middle;
  }
  return Math.min(to, high);
}

/** The first and the last offset of the drawn line that holds an offset. */
export function drawnLine(root: HTMLElement, length: number, offset: number): Span | undefined {
  const here = caretBox(root, offset);
  if (here === undefined) return undefined;
  const top = (at: number) => caretBox(root, at)?.top ?? 0;
  const below = (at: number) => top(at) > here.top + here.height / 2;
  const above = (at: number) => top(at) < here.top - here.height / 2;
  const end = firstAbove(offset, length + 1, (at) => at > length || below(at)) - 1;
  // Counted backwards from here.
  const start = offset - firstAbove(0, offset + 1, (back) => back > offset || above(offset - back)) + 1;
  return { start: Math.min(start, offset), end: Math.max(end, offset) };
}

/** The offset a drawn line further, or back, that is nearest to a column; none at the text's ends. */
export function lineFrom(root: HTMLElement, length: number, offset: number, by: 1 | -1, x: number): number | undefined {
  const line = drawnLine(root, length, offset);
  if (line === undefined) return undefined;
  const next = by > 0 ? line.end + 1 : line.start - 1;
  if (next < 0 || next > length) return undefined;
  const other = drawnLine(root, length, next);
  if (other === undefined) return undefined;
  const left = (at: number) => caretBox(root, at)?.left ?? 0;
  const after = firstAbove(other.start - 1, other.end, (at) => left(at) >= x);
  if (after <= other.start) return other.start;
  return left(after) - x > x - left(after - 1) ? after - 1 : after;
}

/** The column of an offset, in pixels within the text's box. */
export function columnOf(root: HTMLElement, offset: number): number {
  return caretBox(root, offset)?.left ?? 0;
}
