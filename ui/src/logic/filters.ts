/** What the article list is asked for, and how that becomes the archive's query. */

import type { ListOrder, ListQuery, PartyKind, State } from "../types";

/** What part of the library the list shows. */
export type Place =
  | { kind: "all" }
  | { kind: "tray" }
  | { kind: "drafts" }
  /** Documents in which a suggestion is open. */
  | { kind: "suggested" }
  | { kind: "unit"; id: string };

/** A party or event that narrows the list, with its name for the chip. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What narrows the list further; an article must fit all of it. */
export interface Filters {
  readonly year: number | null;
  readonly people: readonly Named[];
  readonly organisations: readonly Named[];
  readonly subject: string | null;
  readonly where: string | null;
  readonly event: Named | null;
  readonly state: State | null;
  readonly language: string | null;
}

export const noFilters: Filters = {
  year: null,
  people: [],
  organisations: [],
  subject: null,
  where: null,
  event: null,
  state: null,
  language: null,
};

/** The list's question to the archive. */
export interface Question {
  readonly text: string;
  readonly place: Place;
  readonly filters: Filters;
  /** The order of a list, and that of what words find. */
  readonly order: ListOrder;
  readonly foundOrder: ListOrder;
}

/** In which order the rows of a question come. */
export function orderOf({ text, order, foundOrder }: Question): ListOrder {
  return text === "" ? order : foundOrder;
}

/** Whether a text has a word that can be looked for. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** How many filters there are. */
export function countFilters(filters: Filters): number {
  const { people, organisations, ...single } = filters;
  return people.length + organisations.length + Object.values(single).filter((value) => value !== null).length;
}

/** A party put among the filters, or taken out where it was. */
export function toggled(named: readonly Named[], one: Named): readonly Named[] {
  return named.some(({ id }) => id === one.id) ? named.filter(({ id }) => id !== one.id) : [...named, one];
}

/** The question as the archive's query, for rows from `offset` on. */
export function queryOf(question: Question, offset: number, limit: number): ListQuery {
  const { text, place, filters } = question;
  return {
    text: text === "" ? null : text,
    unit: place.kind === "unit" ? place.id : null,
    in_tray: place.kind === "tray",
    year: filters.year,
    parties: [...filters.people, ...filters.organisations].map(({ id }) => id),
    subject: filters.subject,
    place: filters.where,
    event: filters.event?.id ?? null,
    state: filters.state,
    unregistered: place.kind === "drafts",
    suggested: place.kind === "suggested",
    language: filters.language,
    order: orderOf(question),
    similar: false,
    offset,
    limit,
  };
}

function placeOf({ in_tray, unregistered, suggested, unit }: ListQuery): Place {
  if (in_tray) return { kind: "tray" };
  if (suggested) return { kind: "suggested" };
  if (unregistered) return { kind: "drafts" };
  return unit === null ? { kind: "all" } : { kind: "unit", id: unit };
}

/** The question behind a query that was kept, as in a saved search. `nameOf` knows the names of parties and events. */
export function questionOf(
  query: ListQuery,
  nameOf: (id: string) => { name: string; kind: PartyKind | "event" },
): Question {
  const parties = query.parties.map((id) => ({ id, ...nameOf(id) }));
  const named = (kind: string) => parties.filter((party) => party.kind === kind).map(({ id, name }) => ({ id, name }));
  return {
    text: query.text ?? "",
    place: placeOf(query),
    filters: {
      year: query.year,
      people: named("person"),
      organisations: named("organisation"),
      subject: query.subject,
      where: query.place,
      event: query.event === null ? null : { id: query.event, name: nameOf(query.event).name },
      state: query.state,
      language: query.language,
    },
    order: query.order === "relevance" ? "date_newest" : query.order,
    foundOrder: query.order,
  };
}
