/** Questions about articles that are not the list's own. */

import type { ListQuery } from "../types";

/** All articles, or those that fit, as a page of the list. */
export function articlesThat(fit: Partial<ListQuery>, offset: number, limit: number): ListQuery {
  return {
    text: null,
    unit: null,
    in_tray: false,
    unregistered: false,
    suggested: false,
    year: null,
    parties: [],
    subject: null,
    place: null,
    event: null,
    language: null,
    state: null,
    order: "date_newest",
    similar: false,
    ...fit,
    offset,
    limit,
  };
}

/** Documents that are meant: named ones, or those of a question. */
export interface Meant {
  readonly articles: readonly string[] | null;
  readonly query: ListQuery | null;
}
