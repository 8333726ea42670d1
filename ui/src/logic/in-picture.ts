/** Who is in a picture, with a marked place or without one. */

import type { PhotoRecord, RegionRecord } from "../types";

/** Whether a place is marked; a region of the whole picture only says that the party is in it. */
export function hasPlace({ x, y, w, h }: Pick<RegionRecord, "x" | "y" | "w" | "h">): boolean {
  return !(x === 0 && y === 0 && w === 1 && h === 1);
}

/** The parties of a picture, each once: those with a place from left to right, then the others as they came. */
export function partiesIn(photo: Pick<PhotoRecord, "regions">): string[] {
  const placed = photo.regions.filter(hasPlace).sort((one, other) => one.x - other.x);
  const others = photo.regions.filter((region) => !hasPlace(region));
  return [...new Set([...placed, ...others].map(({ party }) => party))];
}

/** The parties that are in all of these pictures, and those that are in some of them only. */
export function partiesInAll(photos: readonly Pick<PhotoRecord, "regions">[]): { all: string[]; some: string[] } {
  const each = photos.map(partiesIn);
  const every = [...new Set(each.flat())];
  const inAll = (party: string) => each.every((parties) => parties.includes(party));
  return { all: every.filter(inAll), some: every.filter((party) => !inAll(party)) };
}
