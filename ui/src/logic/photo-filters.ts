/** Which photos the page of photos shows. */

import type { PhotoLack, PhotoQuery, PhotoSort } from "../types";

/** A party that is seen in photos, or takes part in their articles. */
export interface PartyFilter {
  readonly id: string;
  readonly name: string;
  readonly of: "party" | "participant";
}

/** What photos are marked as. */
export type PhotoMark = "picked" | "published" | "unpublished" | "turned_down" | "by_ai";

/** What one has asked for beside words and what is lacking; null and "" ask for nothing. */
export interface PhotoFilters {
  readonly party: PartyFilter | null;
  readonly place: string;
  readonly photographer: string;
  /** `YYYY-MM-DD`. */
  readonly takenFrom: string;
  readonly takenTo: string;
  /** So many stars or more. */
  readonly stars: number | null;
  readonly mark: PhotoMark | null;
  readonly sort: PhotoSort;
}

export const noFilters: PhotoFilters = {
  party: null,
  place: "",
  photographer: "",
  takenFrom: "",
  takenTo: "",
  stars: null,
  mark: null,
  sort: "catalogued",
};

/** Whether they leave photos out; an order leaves none. */
export function leavesOut(filters: PhotoFilters): boolean {
  return JSON.stringify({ ...filters, sort: noFilters.sort }) !== JSON.stringify(noFilters);
}

const marked: Readonly<Record<PhotoMark, Partial<PhotoQuery>>> = {
  picked: { picked: true },
  published: { published: true },
  unpublished: { published: false },
  turned_down: { rated: -1 },
  by_ai: { by_ai: true },
};

/** What is asked of the archive, but for the page. */
export function photoQuery(
  text: string,
  lacking: PhotoLack | null,
  filters: PhotoFilters,
): Omit<PhotoQuery, "offset" | "limit"> {
  const { party, place, photographer, takenFrom, takenTo, stars, mark, sort } = filters;
  return {
    sort,
    ...(text === "" ? {} : { text }),
    ...(lacking === null ? {} : { lacking }),
    ...(party === null ? {} : { [party.of]: party.id }),
    ...(place === "" ? {} : { place }),
    ...(photographer === "" ? {} : { photographer }),
    ...(takenFrom === "" ? {} : { taken_from: takenFrom }),
    ...(takenTo === "" ? {} : { taken_to: takenTo }),
    ...(stars === null ? {} : { rated: stars }),
    // What is turned down has no stars: the mark says it.
    ...(mark === null ? {} : marked[mark]),
  };
}
