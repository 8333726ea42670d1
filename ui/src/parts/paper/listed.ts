/** What the window lists now, as it is wanted on paper or in a file. */

import { untrack } from "svelte";

import type { Meant } from "../../logic/article-query";
import { chosenColumns, type ListedNoun } from "../../logic/list-columns";
import { unitName } from "../../logic/tree";
import { noFilters } from "../../logic/photo-filters";
import { nounWords, photoScopeWords, scopeWords } from "../../words/list-words";
import { language, t } from "../../words/language.svelte";
import { libraryName } from "../../words/library-name";
import { library } from "../../state/library.svelte";
import { list } from "../../state/list.svelte";
import { settings } from "../../state/settings.svelte";
import { shownList } from "../../state/shown-list.svelte";
import { views } from "../../state/view.svelte";
import type { ListFormat, Listed, ListWanted } from "../../types/bundle";

/** The list that is shown: its selection, where several rows are selected, else all of it, in its order. */
export function listedNow(): Listed {
  return untrack(() => {
    if (views.now.kind !== "articles" && shownList.now !== null) return shownList.now;
    return { of: "articles", articles: selectedInOrder(), query: list.query };
  });
}

/** What is selected, in the order of the list; none: nothing, or all. */
export function selectedInOrder(): string[] | null {
  if (list.marks.all || list.marks.ids.length === 0) return null;
  const place = (id: string) => {
    const at = list.find(id);
    return at < 0 ? Infinity : at;
  };
  return [...list.marks.ids].sort((one, other) => place(one) - place(other) || 0);
}

/** The documents of a list; none of another list. */
export function meantBy(listed: Listed): Meant | null {
  return listed.of === "articles"
    ? { articles: listed.articles, query: listed.articles === null ? listed.query : null }
    : null;
}

/** The list as it is wanted, with those closed documents that were named. */
export function wantedList(listed: Listed, format: ListFormat, named: readonly string[]): ListWanted {
  const of: ListedNoun = listed.of;
  return {
    listed,
    columns: chosenColumns(of, settings.listColumns[of]),
    format,
    language: language(),
    title: titleOf(listed),
    scope: scopeOf(listed),
    restricted: [...named],
  };
}

/** What the list is called. */
export function titleOf(listed: Listed): string {
  if (listed.of === "parties") {
    return t(listed.query.kind === "organisation" ? "parties-organisations" : nounWords.parties);
  }
  if (listed.of !== "articles") return t(nounWords[listed.of]);
  if (listed.articles !== null) return t("list-chosen");
  const { place } = list.question;
  if (place.kind === "tray") return t("action-go-tray");
  if (place.kind === "drafts") return t("units-drafts");
  if (place.kind === "suggested") return t("units-suggested");
  const unit = place.kind === "unit" ? library.units.find(({ id }) => id === place.id) : undefined;
  return unit === undefined ? t("action-go-all") : unitName(unit);
}

function scopeOf(listed: Listed): string[] {
  const name = library.info?.name;
  const office = settings.office.trim();
  const first = [office, name === undefined ? "" : libraryName(name)].filter((line) => line !== "");
  if (listed.of === "articles") return listed.articles === null ? [...first, ...scopeWords(list.question)] : first;
  if (views.now.kind === "photos") {
    const { text, photos } = views.place;
    return [...first, ...photoScopeWords(text, views.now.lacking, photos ?? noFilters)];
  }
  const text = (listed.of === "events" ? listed.text : listed.query.text) ?? null;
  return text === null ? first : [...first, t("list-scope-search", { text })];
}
