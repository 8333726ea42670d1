/** Where a list stands that belongs to a field: below it, or above where there is more room. */

/** Where, in CSS pixels of the window; one of `top` and `bottom` is `auto`. */
export interface Beside {
  readonly left: string;
  readonly top: string;
  readonly bottom: string;
  readonly width: string;
  readonly widest: string;
  readonly highest: string;
}

/** What a list takes at most, and the space between it, its field and the window's edge. */
const highest = 320;
const gap = 2;
const edge = 8;

/** The place of the list of a field, whole in the window. */
export function besideField(field: Element): Beside {
  const box = field.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - gap - edge;
  const over = box.top - gap - edge;
  const above = below < 220 && over > below;
  return {
    left: `${box.left}px`,
    top: above ? "auto" : `${box.bottom + gap}px`,
    bottom: above ? `${window.innerHeight - box.top + gap}px` : "auto",
    width: `${box.width}px`,
    widest: `${Math.max(box.width, Math.min(420, window.innerWidth - box.left - edge))}px`,
    highest: `${Math.max(80, Math.min(highest, above ? over : below))}px`,
  };
}
