/** Work on the cast list: who took part, in which order, in which roles. */

import { api } from "../wire/api";
import type { Check } from "../logic/article-checks";
import { at } from "../logic/caret";
import { castOf, placesOf, type CastLine } from "../logic/cast";
import type { TagKind } from "../types";
import { tell } from "./announce.svelte";
import { sendKeyboard } from "./keyboard";
import { photoChecks } from "./photo-checks.svelte";
import { picker } from "./picker.svelte";
import { reading } from "./reading.svelte";
import { settings } from "./settings.svelte";
import { tagging } from "./tagging.svelte";
import { views } from "./view.svelte";

const kinds = ["person", "organisation", "place"] as const;

class Casting {
  /** The entry whose fields are shown: the UUID of its party or place. */
  opened = $state<string | null>(null);

  /** The entries of the list, in its order. */
  readonly groups: readonly { readonly kind: TagKind; readonly lines: readonly CastLine[] }[] = $derived.by(() => {
    const { record, version } = reading;
    if (record === null) return [];
    return kinds.map((kind) => {
      const lines = kind === "place" ? placesOf(record, version) : castOf(record, version, kind);
      return { kind, lines: lines.filter(({ target }) => !tagging.going(target)) };
    });
  });

  /** The entry that the keyboard is on once this one is gone: the one after it, else the one before. */
  beside(target: string): CastLine | undefined {
    const lines = this.groups.flatMap((group) => group.lines);
    const here = lines.findIndex((line) => line.target === target);
    return lines[here + 1] ?? lines[here - 1];
  }
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

/** Lights up an entry in the text, at one of its mentions; where the text has none, nothing is selected there. */
export function lightUp({ target, mentions }: CastLine, which = 0): void {
  const mention = tagging.mentions.filter(({ id }) => mentions.includes(id))[which];
  if (mention !== undefined) return tagging.goTo(mention);
  selectNothing();
  reading.pointed = target;
}

/** One stands at the beginning of what was selected; nothing is lit up. */
function selectNothing(): void {
  const { start, end } = tagging.selection;
  if (start < end) tagging.stand(at(start));
  reading.pointed = null;
  reading.mention = null;
}

/** Takes one out of the article, and goes on to the next. Nothing is asked: undo brings it back. */
export async function removeEntry(target: string | undefined): Promise<void> {
  const record = reading.record;
  if (target === undefined || record === null) return;
  const name = nameOf(target);
  const participation = participationOf(target);
  const next = casting.beside(target);
  if (casting.opened === target) casting.opened = null;
  const removing = tagging.carry({ removed: [target] }, () =>
    participation === undefined ? api.removePlace(record.id, target) : api.untag(participation.id),
  );
  if (next === undefined) selectNothing();
  else lightUp(next);
  void sendKeyboard(next === undefined ? { pane: "inspector" } : { castEntry: next.target });
  const done = await removing;
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
    photoChecks.go(check.photo);
  }
}
