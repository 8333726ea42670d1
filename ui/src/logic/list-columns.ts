/** The columns that a list can have when it is printed or written out, and those that it has at first. */

import type { ListColumn, Listed } from "../types/bundle";

/** What is listed. */
export type ListedNoun = Listed["of"];

/** All columns, in the order in which they stand. */
export const listColumns: Record<ListedNoun, readonly ListColumn[]> = {
  articles: [
    "reference",
    "date",
    "title",
    "state",
    "unit",
    "people",
    "organisations",
    "photos",
    "kind",
    "access",
    "unit_title",
    "languages",
    "subjects",
    "places",
    "events",
    "outgoing_number",
    "outgoing_date",
    "source",
    "note",
  ],
  parties: ["name", "party_kind", "position", "articles", "last_date"],
  photos: ["reference", "file", "caption", "credit", "photographer", "taken_at", "title", "place", "seen", "rights"],
  events: ["name", "date", "place", "articles", "photos"],
};

const usual: Record<ListedNoun, number> = { articles: 8, parties: 5, photos: 6, events: 5 };

/** The columns chosen, as far as the list can have them; at first the usual ones. */
export function chosenColumns(of: ListedNoun, kept: readonly string[] | undefined): ListColumn[] {
  const chosen = listColumns[of].filter((column) => kept?.includes(column) === true);
  return chosen.length > 0 ? chosen : listColumns[of].slice(0, usual[of]);
}
