/** Where letters of the drawn text are: between offsets of the body and places in the page. */

import type { Span } from "../../edits";

/** A rectangle within the text's box, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The lines of the text that are drawn; each says where in the body it begins. */
function lines(root: HTMLElement): NodeListOf<HTMLElement> {
  return root.querySelectorAll<HTMLElement>("[data-line]");
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
    if (node === range.startContainer) return startOf(line) + before + range.startOffset;
    if (range.comparePoint(node, 0) > 0) break;
    before += node.nodeValue?.length ?? 0;
  }
  return startOf(line) + before;
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
