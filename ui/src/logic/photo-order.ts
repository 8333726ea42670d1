/** The order of photos, and which of them are chosen: the thinking behind grids and strips. */

/** The list with one entry moved to another place. */
export function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  const entry = list[from];
  if (entry === undefined) return [...list];
  const place = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, place), entry, ...rest.slice(place)];
}

/** Where something lies on the screen. */
export interface ThumbPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Between which entries a point lies, in a grid that reads from left to right and line by line: the
 * number of entries before it.
 */
export function slotAt(places: readonly ThumbPlace[], x: number, y: number): number {
  let slot = 0;
  for (const place of places) {
    const below = y > place.top + place.height;
    const beside = y >= place.top && x > place.left + place.width / 2;
    if (below || beside) slot++;
    else break;
  }
  return slot;
}

/** The place that an entry gets when it is dropped into a slot. */
export function placeFor(from: number, slot: number): number {
  return slot > from ? slot - 1 : slot;
}

/** What is chosen, and from where a range begins. */
export interface Choice {
  readonly chosen: ReadonlySet<string>;
  readonly anchor: number;
}

/** What is chosen after one goes to an entry: alone, added or taken away (Ctrl), or up to there (Shift). */
export function choose(
  { chosen, anchor }: Choice,
  ids: readonly (string | undefined)[],
  at: number,
  held: { ctrlKey: boolean; shiftKey: boolean },
): Choice {
  const id = ids[at];
  if (id === undefined) return { chosen, anchor };
  if (held.shiftKey) {
    const [first, last] = [Math.min(anchor, at), Math.max(anchor, at)];
    return {
      chosen: new Set(ids.slice(Math.max(0, first), last + 1).filter((one) => one !== undefined)),
      anchor: Math.max(0, anchor),
    };
  }
  if (held.ctrlKey) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    return { chosen: next, anchor: at };
  }
  return { chosen: new Set([id]), anchor: at };
}
