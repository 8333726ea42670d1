/** Work on the cast list: who took part, in which order, in which roles. */

import { api } from "../wire/api";
import type { Check } from "../logic/article-checks";
import { tell } from "./announce.svelte";
import { enter } from "./panes.svelte";
import { sendKeyboard } from "./keyboard";
import { picker } from "./picker.svelte";
import { reading } from "./reading.svelte";
import { settings } from "./settings.svelte";
import { tagging } from "./tagging.svelte";
import { views } from "./view.svelte";

class Casting {
  /** The entry whose fields are shown: the UUID of its party or place. */
  opened = $state<string | null>(null);
}

export const casting = new Casting();

/** The participation of a party of the article on the screen. */
export function participationOf(party: string) {
  return reading.record?.cast.find((line) => line.party === party);
}

function nameOf(target: string): string {
  return reading.parties.get(target)?.name ?? reading.record?.places.find(({ id }) => id === target)?.name ?? "";
}

/** Shows an entry's fields, or puts them away. */
export function openEntry(target: string | undefined): void {
  if (target === undefined) return;
  casting.opened = casting.opened === target ? null : target;
}

/** Goes to a party's page. */
export function openPage(target: string | undefined): void {
  if (target !== undefined && reading.parties.has(target)) views.go({ kind: "party", id: target });
}

/** Takes one out of the article. Nothing is asked: undo brings it back. */
export async function removeEntry(target: string | undefined): Promise<void> {
  const record = reading.record;
  if (target === undefined || record === null) return;
  const name = nameOf(target);
  const participation = participationOf(target);
  if (casting.opened === target) casting.opened = null;
  if (reading.pointed === target) reading.pointed = null;
  void sendKeyboard({ besideCastEntry: target });
  const done = await tagging.carry({ removed: [target] }, () =>
    participation === undefined ? api.removePlace(record.id, target) : api.untag(participation.id),
  );
  if (done !== undefined) tell("told-untagged", { name });
}

/** Moves one in its list by a place: of its kind, as the eye sees it. */
export async function moveEntry(target: string | undefined, by: 1 | -1): Promise<void> {
  if (target === undefined) return;
  const kind = reading.parties.get(target)?.kind;
  const cast = reading.record?.cast ?? [];
  const alike = cast.filter(({ party }) => reading.parties.get(party)?.kind === kind);
  const neighbour = alike[alike.findIndex(({ party }) => party === target) + by];
  if (kind === undefined || neighbour === undefined) return;
  await moveEntryTo(target, neighbour.party);
  void sendKeyboard({ castEntry: target });
}

/** Puts one where another of the list is. */
export async function moveEntryTo(target: string, place: string): Promise<void> {
  const cast = reading.record?.cast ?? [];
  const to = cast.findIndex(({ party }) => party === place);
  const participation = participationOf(target);
  if (participation === undefined || to < 0 || target === place) return;
  const done = await tagging.carry({}, () => api.moveParticipation(participation.id, to));
  if (done !== undefined) tell("told-moved", { name: nameOf(target), number: to + 1 });
}

/** Marks every place of the article that names one. */
export async function markEverywhere(target: string | undefined): Promise<void> {
  const record = reading.record;
  if (target === undefined || record === null) return;
  const count = await tagging.carry({}, () => api.markEverywhere(record.id, target));
  if (count !== undefined) tell("told-marked", { name: nameOf(target), count });
}

/** Goes to what wants looking at. */
export function goToCheck(check: Check): void {
  if (check.kind === "stale") {
    tagging.view?.focus();
    tagging.goTo(check.mention);
    tell("told-stale", { text: check.mention.text });
  } else if (check.kind === "quote") {
    tagging.select(tagging.toUtf16(check.quote));
    picker.openQuote(check.quote);
  } else if (check.kind === "person") {
    settings.tab = "cast";
    reading.pointed = check.party;
    void sendKeyboard({ castEntry: check.party });
    tell("told-no-mention", { name: check.name });
  } else {
    settings.tab = "photos";
    reading.photo = check.number - 1;
    void enter("inspector");
  }
}
