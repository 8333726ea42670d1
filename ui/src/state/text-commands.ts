/** What the keys do in the text: steps of the caret, and decisions on what it stands on. */

import { api } from "../wire/api";
import { at, byLetter, byWord, quoted, type Caret } from "../logic/caret";
import { checksOf } from "../logic/article-checks";
import { isClear } from "../logic/certainty";
import type { MentionRecord, Suggestion } from "../types";
import { tell } from "./announce.svelte";
import { goToCheck } from "./casting.svelte";
import { paneState } from "./panes.svelte";
import { photoChecks } from "./photo-checks.svelte";
import { picker } from "./picker.svelte";
import { reading } from "./reading.svelte";
import { tagging } from "./tagging.svelte";

function stand(caret: Caret): void {
  tagging.stand(caret);
  tagging.view?.reveal();
}

/** The first key that moves in a text stands on its first word. */
function began(): boolean {
  if (tagging.caret !== null) return true;
  stand(byWord(tagging.text.text, at(-1), 1, false));
  return false;
}

export function word(by: 1 | -1, extend: boolean): void {
  if (began() || extend) stand(byWord(tagging.text.text, tagging.begin, by, extend));
}

export function letter(by: 1 | -1, extend: boolean): void {
  if (began() || extend) stand(byLetter(tagging.text.text, tagging.begin, by, extend));
}

export function line(by: 1 | -1, extend: boolean): void {
  if (began()) to(tagging.view?.byLine(tagging.begin.focus, by), extend);
}

export function lineEnd(by: 1 | -1, extend: boolean): void {
  if (began()) to(tagging.view?.lineEnd(tagging.begin.focus, by), extend);
}

export function textEnd(by: 1 | -1, extend: boolean): void {
  to(by > 0 ? tagging.text.text.length : 0, extend);
}

function to(focus: number | undefined, extend: boolean): void {
  if (focus !== undefined) stand(extend ? { anchor: tagging.begin.anchor, focus } : at(focus));
}

/** Selects nothing and lights up nothing any more. */
export function leave(): void {
  tagging.stand(at(tagging.begin.focus));
  tagging.chosen = null;
  reading.pointed = null;
}

/** What is selected becomes a quote; where nothing is, what stands in quotation marks here. */
export function quote(): void {
  const { selection, quote } = tagging;
  if (selection.start < selection.end) void picker.askQuote(selection);
  else if (quote !== undefined) picker.openQuote(quote);
  else void picker.askQuote(quoted(tagging.text.text, selection.start));
}

export function speaker(): void {
  const { suggestion } = tagging;
  if (tagging.quote !== undefined) picker.openQuote(tagging.quote);
  else if (suggestion?.kind === "quote") picker.askSuggestion(suggestion);
  else tell("told-no-quote");
}

/** Takes away the mention that one stands on, else the quote around. */
export function remove(): void {
  const { mention, quote } = tagging;
  const start = tagging.selection.start;
  if (mention !== undefined) {
    tagging.stand(at(start));
    void tagging.carry({ removed: [mention.id] }, () => api.removeMention(mention.id));
    tell("told-mention-removed", { text: mention.text });
  } else if (quote !== undefined) {
    void tagging.carry({ removed: [quote.id] }, () => api.removeQuote(quote.id));
    tell("told-quote-removed");
  }
}

/** A stale mention is right as it stands. */
export function confirm(): void {
  const { mention } = tagging;
  if (mention === undefined) return;
  void tagging.carry({ confirmed: [mention.id] }, () => api.moveMention(mention.id, mention.start, mention.end));
  tell("told-mention-confirmed", { text: tagging.words(tagging.toUtf16(mention)) });
}

/** The party or place of the mention that one stands on, or has just tagged. */
export function tagged(): string | undefined {
  const { mention, fresh, caret } = tagging;
  if (mention !== undefined) return mention.party ?? mention.place ?? undefined;
  return fresh !== null && caret?.focus === fresh.offset ? fresh.target : undefined;
}

/** The stale mention that what is selected could be: the one gone to last, else the nearest. */
export function movable(): MentionRecord | undefined {
  const { start, end } = tagging.toScalar(tagging.selection);
  if (start >= end) return undefined;
  const stale = tagging.mentions.filter(({ state }) => state === "stale");
  const distance = (mention: MentionRecord) => Math.abs(mention.start - start) + Math.abs(mention.end - end);
  return (
    stale.find(({ id }) => id === reading.mention) ?? stale.sort((one, other) => distance(one) - distance(other))[0]
  );
}

/** Sets a stale mention anew on what is selected. */
export function moveHere(): void {
  const mention = movable();
  const party = mention?.party ?? mention?.place;
  const kind = mention === undefined ? undefined : reading.kindOf(mention);
  if (mention === undefined || party == null || kind === undefined) return;
  const span = tagging.selection;
  const { start, end } = tagging.toScalar(span);
  tagging.stand(at(span.end));
  void tagging.carry({ removed: [mention.id], marks: [{ ...span, kind, target: party }] }, () =>
    api.moveMention(mention.id, start, end),
  );
  tell("told-mention-moved", { text: tagging.words(span) });
}

export function goSuggestion(by: 1 | -1): void {
  goTo(tagging.neighbour(by));
}

/** The same of those in doubt; what the app is sure of is passed over. */
export function goDoubtful(by: 1 | -1): void {
  if (tagging.open > 0 && tagging.doubtful.length === 0) return tell("told-none-doubtful");
  goTo(tagging.neighbour(by, tagging.doubtful));
}

function goTo(suggestion: Suggestion | undefined): void {
  if (suggestion === undefined) return tell("told-no-suggestions");
  tagging.view?.focus();
  tagging.choose(suggestion);
}

/** Does what decides on the words that one stands on; where they are out of sight or covered, shows them instead. */
export function whenSeen(decide: () => void): void {
  const covered = paneState.over !== null;
  if (!covered && tagging.view?.inSight() !== false) return decide();
  paneState.leaveOver();
  tagging.view?.reveal();
}

/** Does what decides on the whole text; where something covers that, uncovers it instead. */
export function whenUncovered(decide: () => void): void {
  if (paneState.over === null) return decide();
  paneState.leaveOver();
  tagging.view?.reveal();
}

/** Goes on to the suggestion after the one decided on, if there is another. */
function goOn(): void {
  const here = tagging.suggestion;
  const next = tagging.neighbour(1);
  if (next !== undefined && next.key !== here?.key) tagging.choose(next);
  else tagging.stand(at(tagging.selection.end));
}

/** Accepts the suggestion that one stands on; where it is not sure whom it means, one is asked. */
export function accept(): void {
  const { suggestion } = tagging;
  const version = reading.version;
  if (suggestion === undefined || version === undefined) return;
  if (!isClear(suggestion)) return picker.askSuggestion(suggestion);
  goOn();
  void tagging
    .carry({ accepted: [suggestion.key] }, () => api.acceptSuggestions(version.id, [suggestion.key], null))
    .then((done) => {
      if (done === undefined) return;
      if (done.doubts.some(({ made }) => made === null)) return tell("told-quote-nobody");
      tell("told-accepted", { name: nameOf(suggestion) });
    });
}

/** Accepts all sure suggestions of the same kind. */
export function acceptAlike(): void {
  const { suggestion } = tagging;
  if (suggestion === undefined) return;
  const alike = tagging.suggestions.filter((one) => one.kind === suggestion.kind && isClear(one));
  if (alike.length === 0) return tell("told-none-sure");
  acceptTogether(alike, () => tell("told-accepted-alike", { count: alike.length }));
}

/** Accepts all of which nothing is in doubt, and leads on to the first that is. */
export function acceptCertain(): void {
  const version = reading.version?.id;
  const certain = tagging.suggestions.filter(({ key }) => tagging.isCertain(key));
  if (tagging.open === 0) return tell("told-no-suggestions");
  if (certain.length === 0) return tell("told-none-certain");
  const foreseen = tagging.open - certain.length;
  acceptTogether(certain, () => {
    // With what is accepted others may come or go.
    const left = reading.version?.id === version ? tagging.open : foreseen;
    tell("told-accepted-certain", { count: certain.length, left });
  });
}

/** Accepts suggestions as one op, going on to the first of the others; then says so. */
function acceptTogether(suggestions: readonly Suggestion[], say: () => void): void {
  const version = reading.version;
  if (version === undefined) return;
  const keys = suggestions.map(({ key }) => key);
  const rest = tagging.suggestions.find(({ key }) => !keys.includes(key));
  if (rest !== undefined) tagging.choose(rest);
  else if (tagging.caret !== null) tagging.stand(at(tagging.selection.end));
  void tagging
    .carry({ accepted: keys }, () => api.acceptSuggestions(version.id, keys, null))
    .then((done) => done !== undefined && say());
}

export function reject(): void {
  const { suggestion } = tagging;
  const version = reading.version;
  if (suggestion === undefined || version === undefined) return;
  goOn();
  void tagging.carry({ rejected: [suggestion.key] }, () => api.rejectSuggestion(version.id, suggestion.key));
  tell("told-rejected", { name: nameOf(suggestion) });
}

/** What a suggestion is called: a quote by its first words, not by who speaks. */
function nameOf({ kind, name, spans }: Suggestion): string {
  return kind === "quote" || name === "" ? (spans[0]?.text.slice(0, 40) ?? "") : name;
}

/** Suggestions are gone through by keys of their own; that they wait is no reason to say that all is done. */
function tellNothingToCheck(): void {
  if (tagging.open === 0) tell("told-nothing-to-check");
  else tell("told-only-suggestions", { count: tagging.open });
}

/** Which check was gone to last, by its key. */
let checked: string | undefined;

/** Goes to the next thing that wants looking at. */
export function nextCheck(): void {
  const record = reading.record;
  if (record === null) return;
  const checks = checksOf(record, reading.version, photoChecks.found);
  const next = checks[(checks.findIndex(({ key }) => key === checked) + 1) % Math.max(checks.length, 1)];
  if (next === undefined) return tellNothingToCheck();
  checked = next.key;
  goToCheck(next);
}
