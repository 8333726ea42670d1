/** What a list is called on paper and in files, and what narrows it. */

import type { Question } from "../logic/filters";
import type { ListedNoun } from "../logic/list-columns";
import type { PhotoFilters } from "../logic/photo-filters";
import type { PhotoLack } from "../types";
import type { ListColumn } from "../types/bundle";
import type { MessageId } from "../types/messages";
import { datingWords } from "./dating";
import { t } from "./language.svelte";
import { lackWords, markWords, starsOrMore } from "./photos";
import { languageWords, stateWords } from "./terms";

export const columnWords: Record<ListColumn, MessageId> = {
  reference: "column-reference",
  date: "column-date",
  title: "column-title",
  kind: "column-kind",
  state: "column-state",
  access: "column-access",
  unit: "column-unit",
  unit_title: "column-unit-title",
  languages: "column-languages",
  people: "column-people",
  organisations: "column-organisations",
  subjects: "column-subjects",
  places: "column-places",
  events: "column-events",
  photos: "column-photos",
  outgoing_number: "column-outgoing-number",
  outgoing_date: "column-outgoing-date",
  source: "column-source",
  note: "column-note",
  name: "column-name",
  party_kind: "column-party-kind",
  position: "column-position",
  articles: "column-articles",
  last_date: "column-last-date",
  file: "column-file",
  caption: "column-caption",
  credit: "column-credit",
  photographer: "column-photographer",
  taken_at: "column-taken-at",
  place: "column-place",
  seen: "column-seen",
  rights: "column-rights",
};

/** What a list that is not of documents is called. */
export const nounWords: Record<Exclude<ListedNoun, "articles">, MessageId> = {
  parties: "parties-people",
  photos: "action-go-photos",
  events: "action-go-events",
};

/** What narrows a list of documents, one a line. */
export function scopeWords({ text, filters }: Question): string[] {
  const lines: string[] = [];
  if (text !== "") lines.push(t("list-scope-search", { text }));
  if (filters.year !== null) lines.push(t("list-scope-year", { year: String(filters.year) }));
  const language = filters.language === null ? undefined : (languageWords[filters.language] ?? null);
  const others = [
    filters.state === null ? "" : t(stateWords[filters.state]),
    ...filters.people.map(({ name }) => name),
    ...filters.organisations.map(({ name }) => name),
    filters.subject ?? "",
    filters.where ?? "",
    filters.event?.name ?? "",
    language === undefined ? "" : language === null ? (filters.language ?? "") : t(language),
  ].filter((word) => word !== "");
  return others.length === 0 ? lines : [...lines, others.join(" · ")];
}

/** What narrows a list of photos, one a line. */
export function photoScopeWords(text: string, lacking: PhotoLack | null, filters: PhotoFilters): string[] {
  const { party, place, photographer, takenFrom, takenTo, stars, mark } = filters;
  const others = [
    lacking === null ? "" : t(lackWords[lacking]),
    party?.name ?? "",
    place,
    photographer,
    takenFrom === "" && takenTo === "" ? "" : datingWords(`${takenFrom || ".."}/${takenTo || ".."}`),
    stars === null ? "" : starsOrMore(stars),
    mark === null ? "" : t(markWords[mark]),
  ].filter((word) => word !== "");
  const search = text === "" ? [] : [t("list-scope-search", { text })];
  return others.length === 0 ? search : [...search, others.join(" · ")];
}
