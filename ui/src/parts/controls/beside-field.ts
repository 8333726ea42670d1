/** Where a list stands that belongs to a field: below it, or above where there is more room. */

import { isInSight } from "../../screen/in-sight";

/** Where, in CSS pixels of the window; one of `top` and `bottom` is `auto`. */
export interface Beside {
  readonly left: string;
  readonly top: string;
  readonly bottom: string;
  readonly width: string;
  readonly widest: string;
  readonly highest: string;
}

/** What a list takes at most and at least, and the space between it, its field and the window's edge. */
const highest = 320;
const lowest = 80;
const gap = 2;
const edge = 8;

/** The place of the list of a field, whole in the window; on the side where it was, as long as there is room. */
function besideField(field: Element, before: Beside | null = null): Beside {
  const box = field.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - gap - edge;
  const over = box.top - gap - edge;
  const was = before === null ? undefined : before.top === "auto";
  const stays = was !== undefined && (was ? over : below) >= lowest;
  const above = stays ? was : below < 220 && over > below;
  return {
    left: `${box.left}px`,
    top: above ? "auto" : `${box.bottom + gap}px`,
    bottom: above ? `${window.innerHeight - box.top + gap}px` : "auto",
    width: `${box.width}px`,
    widest: `${Math.max(box.width, Math.min(420, window.innerWidth - box.left - edge))}px`,
    highest: `${Math.max(lowest, Math.min(highest, above ? over : below))}px`,
  };
}

/** Brings a field into sight, to open its list; gives the place of that. */
export function openBeside(field: Element): Beside {
  field.scrollIntoView({ block: "nearest" });
  return besideField(field);
}

/**
 * Tells where the list of a field belongs whenever the field moves, as its pane is scrolled or the window gets another
 * size; null once the field is out of sight. Gives what stops that.
 */
export function followField(field: Element, place: Beside | null, moved: (to: Beside | null) => void): () => void {
  let last = place;
  function look(): void {
    last = isInSight(field) ? besideField(field, last) : null;
    moved(last);
  }
  window.addEventListener("scroll", look, true);
  window.addEventListener("resize", look);
  return () => {
    window.removeEventListener("scroll", look, true);
    window.removeEventListener("resize", look);
  };
}
