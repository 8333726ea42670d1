/** Likely doubles as a list to work through: pair by pair, the same or not, or later. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { Double, PartyKind, PartyPageRecord } from "../types";
import type { Problem } from "../types/shell";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { jobs } from "./jobs.svelte";
import { PairQueue } from "./pair-queue.svelte";

class Doubles extends PairQueue<Double> {
  kind = $state<PartyKind>("person");
  problem = $state.raw<Problem | null>(null);
  /** Whether the right one keeps its name as the main one. */
  turned = $state(false);
  /** Both sides, as they come. */
  pages = $state.raw<ReadonlyMap<string, PartyPageRecord>>(new Map());
  #asked = 0;
  /** Whether all pairs are still looked for; the status bar says how far that is. */
  searching = $state(false);
  /** The job that looks for them; null before it has begun, and where none is under way. */
  #search: number | null = null;

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
      this.begin();
    }
    try {
      const written = await this.written();
      if (turn !== this.#asked) return;
      const all = jobs.run(this.#begin(kind, turn));
      if (this.pairs === null) {
        // The likeliest are there at once.
        const first = await api.doublesOfOneName(kind);
        if (turn !== this.#asked) return;
        if (this.pairs === null && first.length > 0) {
          this.put(first);
        }
      }
      const ended = await all;
      if (turn !== this.#asked) return;
      this.#search = null;
      this.searching = false;
      // Stopped by hand, it leaves what it has.
      this.problem = ended.state === "failed" || this.pairs === null ? ended.problem : null;
      if (ended.state !== "done") return;
      this.known(written);
      this.put(ended.result as Double[]);
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

  protected keyOf({ one, other }: Double): string {
    return [one, other].sort().join(" ");
  }

  protected moved(): void {
    this.turned = false;
    this.#fetch();
  }

  protected askAgain(): void {
    void this.ask(this.kind);
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

  turn(): void {
    this.turned = !this.turned;
  }

  /** Makes the two one; the side that is marked keeps its name. */
  same(): void {
    if (this.sides === undefined) return;
    const [into, from] = this.sides;
    const name = this.pages.get(into)?.record.name ?? "";
    const gone = (pair: Double) => pair.one === from || pair.other === from;
    this.decide(gone, async () => {
      await catalogue.write(api.mergeParties(into, from));
      tell("told-merged", { name });
    });
  }

  /** Remembers that the two are two. */
  apart(): void {
    const pair = this.pair;
    if (pair === undefined) return;
    const { one, other } = pair;
    const gone = (known: Double) => known === pair;
    this.decide(gone, async () => {
      await catalogue.write(api.tellApart(one, other));
      tell("told-apart", {});
    });
  }
}

export const doubles = new Doubles();
