/** The ways from one record to another. */

import { tick } from "svelte";

import { questionOf } from "../logic/filters";
import type { PartyKind, SavedSearchLine, Shown } from "../types";
import { tell, told } from "./announce.svelte";
import { dialogs } from "./dialogs.svelte";
import { facets } from "./facets.svelte";
import { keysWaitFor, sendKeyboard } from "./keyboard";
import { library } from "./library.svelte";
import { list } from "./list.svelte";
import { enter } from "./panes.svelte";
import { reading } from "./reading.svelte";
import { tagging } from "./tagging.svelte";
import { views, type View } from "./view.svelte";

/** Shows an article, among the articles. */
export function openArticle(id: string): void {
  list.open(id);
}

/** Shows a quote where it stands in its text, with the keyboard on it. */
export function openQuote(article: string, quote: string): Promise<void> {
  return keysWaitFor(goToQuote(article, quote), "keyboard");
}

async function goToQuote(article: string, quote: string): Promise<void> {
  openArticle(article);
  await reading.settled();
  if (reading.record?.id !== article) return;
  const version = reading.record.versions.find(({ quotes }) => quotes.some(({ id }) => id === quote));
  const found = version?.quotes.find(({ id }) => id === quote);
  if (version === undefined || found === undefined) return;
  reading.showVersion(version.id);
  await tick();
  tagging.view?.focus();
  tagging.select(tagging.toUtf16(found));
}

export function openParty(id: string): void {
  views.go({ kind: "party", id });
}

export function openEvent(id: string): void {
  views.go({ kind: "event", id });
}

/** Shows a record that has just been made, with the keyboard where something is to be filled in. */
export function openNew(kind: PartyKind | "event", id: string): void {
  if (kind === "event") openEvent(id);
  else openParty(id);
  void sendKeyboard({ emptyField: "page" });
}

/**
 * The record whose page is asked for is not there any more: one is where one was before. What took it away may have
 * said so already.
 */
export function leaveGone(page: View): void {
  const here = JSON.stringify(views.now) === JSON.stringify(page);
  views.gone(page);
  // One went on to another meanwhile, as to the one that it has become.
  if (!here) return;
  if (told() === "") tell("record-gone");
  void enter("list");
}

/** Asks the list what a saved search asks. */
export function openSavedSearch({ id, query }: SavedSearchLine): void {
  views.go({ kind: "articles" });
  void list.ask(
    questionOf(query, (named) => facets.named(named)),
    id,
  );
  void facets.learn(query);
}

/** Shows a record, where it is not on the screen already. */
export function showRecord(shown: Shown): void {
  // In the list of doubles the pair comes back by itself.
  if ("party" in shown && views.now.kind === "doubles") return;
  if ("party" in shown) openParty(shown.party);
  else if ("event" in shown) openEvent(shown.event);
  else if ("unit" in shown) list.goTo({ kind: "unit", id: shown.unit });
  else if ("transfer" in shown) dialogs.now = { kind: "transfers", id: shown.transfer };
  else if ("saved_search" in shown) {
    const search = library.saved.find(({ id }) => id === shown.saved_search);
    if (search !== undefined) openSavedSearch(search);
  } else if (views.now.kind !== "articles" || reading.wanted !== shown.article) openArticle(shown.article);
}
