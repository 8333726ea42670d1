/**
 * What is told or asked about words of the text stands beside them: below their last line where there is room in
 * sight, else above the first, so that the text stays where it is. It lies in the text, and goes with it when that is
 * scrolled.
 */

import { untrack } from "svelte";
import type { Attachment } from "svelte/attachments";

import { sideOf, type Side } from "../../logic/side";
import type { Box } from "./letter-places";

/** Pixels between the words and what stands beside them. */
const gap = 8;

/** What is asked may be as high as the text's pane, less these pixels. */
const edge = 24;

/** Puts an element of the text's box beside the lines of words; `onplaced` is told whenever that moved or grew. */
export function beside(boxes: () => readonly Box[], onplaced?: () => void): Attachment<HTMLElement> {
  return (element) => {
    /** On which side of these words it stands: it stays there while it grows, and while the text is scrolled. */
    let side: { readonly of: string; readonly is: Side } | undefined;
    function place(boxes: readonly Box[]): void {
      const first = boxes[0];
      const last = boxes.at(-1);
      if (first === undefined || last === undefined) return;
      const of = `${first.top} ${last.top}`;
      if (side?.of !== of) side = { of, is: sideFor(element, first, last) };
      put(element, first, last, side.is);
    }
    // At once: what is not in its place yet is not to be scrolled to.
    place(untrack(boxes));
    $effect(() => place(boxes()));
    const observer = new ResizeObserver(() => {
      place(boxes());
      onplaced?.();
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}

/** Where there is room for it, as the text is scrolled now. */
function sideFor(element: HTMLElement, first: Box, last: Box): Side {
  const text = element.offsetParent;
  const pane = element.closest("[data-pane-entry]");
  if (text === null || pane === null) return { at: "below", room: Infinity };
  const start = text.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  element.style.maxHeight = "none";
  return sideOf({
    top: start + first.top,
    bottom: start + last.top + last.height,
    sight: pane.clientHeight,
    height: element.offsetHeight,
    grows: "picker" in element.dataset,
  });
}

function put(element: HTMLElement, first: Box, last: Box, side: Side): void {
  const text = element.offsetParent;
  const pane = element.closest("[data-pane-entry]");
  if (text === null || pane === null) return;
  element.style.maxHeight = `${Math.min(side.room, pane.clientHeight - edge)}px`;
  // Held by the edge that is nearer to the words, so that it need not move when it grows.
  const below = side.at === "below";
  element.style.top = below ? `${last.top + last.height + gap}px` : "auto";
  element.style.bottom = below ? "auto" : `${text.clientHeight - first.top + gap}px`;
  element.style.left = `${Math.max(0, Math.min((below ? last : first).left, text.clientWidth - element.offsetWidth))}px`;
}
