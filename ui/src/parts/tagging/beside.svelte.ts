/**
 * What is told or asked about words of the text stands beside them: below their last line, and above the first
 * where both would not fit into sight. It lies in the text, and goes with it when that is scrolled.
 */

import type { Attachment } from "svelte/attachments";

import type { Box } from "./letter-places";

/** Pixels between the words and what stands beside them. */
const gap = 8;

/** What is asked may be as high as the text's pane, less these pixels. */
const edge = 24;

/** Puts an element of the text's box beside the lines of words; `onplaced` is told whenever that moved or grew. */
export function beside(boxes: () => readonly Box[], onplaced?: () => void): Attachment<HTMLElement> {
  return (element) => {
    $effect(() => place(element, boxes()));
    const observer = new ResizeObserver(() => {
      place(element, boxes());
      onplaced?.();
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}

function place(element: HTMLElement, boxes: readonly Box[]): void {
  const first = boxes[0];
  const last = boxes.at(-1);
  const text = element.offsetParent;
  const pane = element.closest("[data-pane-entry]");
  if (first === undefined || last === undefined || text === null || pane === null) return;
  element.style.maxHeight = `${pane.clientHeight - edge}px`;
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = last.top + last.height + gap;
  const above = first.top - gap - height;
  const fits = below + height - first.top <= pane.clientHeight - edge;
  const start = fits || above < 0 ? last : first;
  // Held by the edge that is nearer to the words, so that it need not move when it grows.
  element.style.top = start === last ? `${below}px` : "auto";
  element.style.bottom = start === last ? "auto" : `${text.clientHeight - first.top + gap}px`;
  element.style.left = `${Math.max(0, Math.min(start.left, text.clientWidth - width))}px`;
}
