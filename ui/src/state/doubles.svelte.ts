/** Likely doubles as a list to work through: pair by pair, the same or not, or later. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { Double, PartyKind, PartyPageRecord } from "../types";
import type { Problem } from "../types/shell";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { jobs } from "./jobs.svelte";

const keyOf = ({ one, other }: Double) => [one, other].sort().join(" ");

class Doubles {
  kind = $state<PartyKind>("person");
  /** The pairs that nobody has decided on, as far as they are known; null before any are. */
  pairs = $state.raw<readonly Double[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  at = $state(0);
  /** Whether the right one keeps its name as the main one. */
  turned = $state(false);
  /** Both sides, as they come. */
  pages = $state.raw<ReadonlyMap<string, PartyPageRecord>>(new Map());
  /** Pairs decided on here, by key: they stay away while the archive is still asked. */
  #decided = new Set<string>();
  /** Pairs decided on in this sitting, the latest at the end: one that is taken back is shown again. */
  #done: string[] = [];
  /** Pairs put off, the one put off last at the end. */
  #later: string[] = [];
  #asked = 0;
  /** Whether all pairs are still looked for; the status bar says how far that is. */
  searching = $state(false);
  /** The job that looks for them; null before it has begun, and where none is under way. */
  #search: number | null = null;
  /** Decisions are written one after the other, however quickly keys come. */
  #writing: Promise<void> = Promise.resolve();

  /** The pair on the screen. */
  readonly pair: Double | undefined = $derived(this.pairs?.[this.at]);

  /** UUIDs of the one that stays and of the one that goes into it. */
  readonly sides: readonly [string, string] | undefined = $derived.by(() => {
    if (this.pair === undefined) return undefined;
    const { one, other } = this.pair;
    return this.turned ? [other, one] : [one, other];
  });

  /** Asks which pairs there are; stays at the pair that one is at. */
  async ask(kind: PartyKind): Promise<void> {
    this.stop();
    const turn = this.#asked;
    this.searching = true;
    if (kind !== this.kind) {
      this.kind = kind;
      this.pairs = null;
      this.at = 0;
      this.#later = [];
      this.#done = [];
    }
    try {
      await this.#writing;
      // What was decided until now is in the archive, or was taken back; what is decided meanwhile is not yet.
      const written = [...this.#decided];
      if (turn !== this.#asked) return;
      const all = jobs.run(this.#begin(kind, turn));
      if (this.pairs === null) {
        // The likeliest are there at once.
        const first = await api.doublesOfOneName(kind);
        if (turn !== this.#asked) return;
        if (this.pairs === null && first.length > 0) {
          this.#put(first);
          this.#fetch();
        }
      }
      const ended = await all;
      if (turn !== this.#asked) return;
      this.#search = null;
      this.searching = false;
      // Stopped by hand, it leaves what it has.
      this.problem = ended.state === "failed" || this.pairs === null ? ended.problem : null;
      if (ended.state !== "done") return;
      for (const key of written) this.#decided.delete(key);
      this.#put(ended.result as Double[]);
      this.#fetch(true);
    } catch (reason) {
      if (turn !== this.#asked) return;
      this.#search = null;
      this.searching = false;
      this.problem = asProblem(reason);
    }
  }

  /** Begins the search for all pairs; one that is not waited for any more stops at once. */
  async #begin(kind: PartyKind, turn: number): Promise<number> {
    const job = await api.doubles(kind);
    if (turn === this.#asked) this.#search = job;
    else jobs.cancel(job);
    return job;
  }

  /** Nobody waits for the search any more. */
  stop(): void {
    this.#asked++;
    if (this.#search !== null) jobs.cancel(this.#search);
    this.#search = null;
    this.searching = false;
  }

  #put(found: readonly Double[]): void {
    const open = found.filter((pair) => !this.#decided.has(keyOf(pair)));
    const returned = this.#done.findLast((key) => open.some((pair) => keyOf(pair) === key));
    if (returned !== undefined) this.#done = this.#done.filter((key) => key !== returned);
    const here = returned ?? (this.pair === undefined ? undefined : keyOf(this.pair));
    const waits = (pair: Double) => this.#later.indexOf(keyOf(pair));
    this.pairs = [
      ...open.filter((pair) => waits(pair) < 0),
      ...open.filter((pair) => waits(pair) >= 0).sort((a, b) => waits(a) - waits(b)),
    ];
    const stays = here === undefined ? -1 : this.pairs.findIndex((pair) => keyOf(pair) === here);
    if (stays >= 0) {
      this.at = stays;
      if (returned !== undefined) this.turned = false;
    } else {
      this.at = Math.max(0, Math.min(this.at, this.pairs.length - 1));
      this.turned = false;
    }
  }

  /** Fetches both sides of the pair shown, and of the next, so that a key waits for nothing. */
  #fetch(anew = false): void {
    const near = (this.pairs ?? []).slice(this.at, this.at + 3).flatMap(({ one, other }) => [one, other]);
    const known = this.pages;
    this.pages = new Map([...known].filter(([id]) => near.includes(id)));
    for (const id of new Set(near)) {
      if (known.has(id) && !anew) continue;
      api.party(id).then(
        (page) => (this.pages = new Map([...this.pages, [id, page]])),
        () => {
          // One that has just gone into another is on its way off the list.
        },
      );
    }
  }

  step(by: 1 | -1): void {
    const to = this.at + by;
    if (this.pairs === null || to < 0 || to >= this.pairs.length) return;
    this.at = to;
    this.turned = false;
    this.#fetch();
  }

  turn(): void {
    this.turned = !this.turned;
  }

  /** Makes the two one; the side that is marked keeps its name. */
  same(): void {
    if (this.sides === undefined) return;
    const [into, from] = this.sides;
    const name = this.pages.get(into)?.record.name ?? "";
    this.#decide((pair) => pair.one === from || pair.other === from);
    this.#write(async () => {
      await catalogue.write(api.mergeParties(into, from));
      tell("told-merged", { name });
    });
  }

  /** Remembers that the two are two. */
  apart(): void {
    const pair = this.pair;
    if (pair === undefined) return;
    const [one, other] = [pair.one, pair.other];
    this.#decide((known) => known === pair);
    this.#write(async () => {
      await catalogue.write(api.tellApart(one, other));
      tell("told-apart", {});
    });
  }

  /** Puts the pair behind all others. */
  later(): void {
    const pair = this.pair;
    if (pair === undefined || this.pairs === null) return;
    const key = keyOf(pair);
    this.#later = [...this.#later.filter((known) => known !== key), key];
    const at = this.at;
    this.pairs = [...this.pairs.filter((known) => known !== pair), pair];
    this.at = Math.min(at, this.pairs.length - 1);
    this.turned = false;
    this.#fetch();
  }

  #decide(gone: (pair: Double) => boolean): void {
    if (this.pair !== undefined) this.#done.push(keyOf(this.pair));
    for (const pair of (this.pairs ?? []).filter(gone)) this.#decided.add(keyOf(pair));
    const at = this.at;
    this.pairs = (this.pairs ?? []).filter((pair) => !gone(pair));
    this.at = Math.max(0, Math.min(at, this.pairs.length - 1));
    this.turned = false;
    this.#fetch();
  }

  #write(write: () => Promise<void>): void {
    this.#writing = this.#writing.then(write).catch((reason: unknown) => {
      catalogue.problem = asProblem(reason);
      // Nothing was written: the pair comes back.
      void this.ask(this.kind);
    });
  }
}

export const doubles = new Doubles();
