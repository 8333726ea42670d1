/** Photos that are one picture as a list to work through: pair by pair, versions, two pictures, or one too many. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { Kinship, NearPair } from "../types";
import type { Problem } from "../types/shell";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { PairQueue } from "./pair-queue.svelte";

/** So many pairs are fetched at once. */
const pageful = 60;
/** So many photos are looked at before pairs are asked for again: a second's work. */
const lookedAtOnce = 12;

class NearPhotos extends PairQueue<NearPair> {
  /** How many pairs there are behind those that were fetched. */
  #beyond = $state(0);
  /** How many pairs there are that nobody has decided on. */
  readonly count: number = $derived(this.#beyond + (this.pairs?.length ?? 0));
  /** How many photos are still to be looked at; null before that is known. */
  left = $state<number | null>(null);
  problem = $state.raw<Problem | null>(null);
  #asked = 0;
  #looking = 0;
  /** The photo whose pairs stand before all others, a UUID. */
  #first: string | null = null;
  /** So many pairs are fetched. */
  #fetched = pageful;

  /** Begins anew with the pairs of a photo. */
  beginAt(photo: string): void {
    this.reset();
    this.#first = photo;
  }

  /** Asks which pairs there are; stays at the pair that one is at. */
  async ask(): Promise<void> {
    const turn = ++this.#asked;
    try {
      const written = await this.written();
      if (turn !== this.#asked) return;
      const { total, rows } = await api.nearPhotoPairs(this.#first, 0, this.#fetched);
      if (turn !== this.#asked) return;
      this.problem = null;
      this.known(written);
      this.#beyond = total - rows.length;
      this.put(rows);
    } catch (reason) {
      if (turn === this.#asked) this.problem = asProblem(reason);
    }
  }

  /** Looks at the photos that nobody has looked at yet, as long as somebody waits for it. */
  async look(): Promise<void> {
    const turn = ++this.#looking;
    try {
      let left: number | null = null;
      while (left !== 0) {
        left = await api.seePhotos(lookedAtOnce);
        if (turn !== this.#looking) return;
        const some = this.left !== null && this.left !== left;
        this.left = left;
        if (some) await this.ask();
      }
    } catch (reason) {
      if (turn === this.#looking) this.problem = asProblem(reason);
    }
  }

  /** Nobody waits for what is still looked at. */
  stop(): void {
    this.#asked++;
    this.#looking++;
  }

  /** Says what the two are to each other. */
  relate(kind: Kinship): void {
    const pair = this.pair;
    if (pair === undefined) return;
    const [one, other] = [pair.one.photo.id, pair.other.photo.id];
    const gone = (known: NearPair) => known === pair;
    this.decide(gone, async () => {
      await catalogue.write(api.relatePhotos(one, other, kind));
      tell(kind === "version" ? "told-near-version" : "told-near-different", {});
    });
  }

  /** Takes one of the two out of the library. */
  remove(side: "one" | "other"): void {
    const photo = this.pair?.[side].photo;
    if (photo === undefined) return;
    const gone = ({ one, other }: NearPair) => one.photo.id === photo.id || other.photo.id === photo.id;
    this.decide(gone, async () => {
      await catalogue.write(api.removePhotos([photo.id]));
      tell("told-near-removed", { name: photo.name });
    });
  }

  /** Another library: nothing of the one before is shown. */
  reset(): void {
    this.stop();
    this.begin();
    this.#beyond = 0;
    this.#first = null;
    this.#fetched = pageful;
    this.left = null;
    this.problem = null;
  }

  protected keyOf({ one, other }: NearPair): string {
    return [one.photo.id, other.photo.id].sort().join(" ");
  }

  /** Before the last of those that were fetched, more are. */
  protected moved(): void {
    if (this.#beyond === 0 || this.at < (this.pairs?.length ?? 0) - 5) return;
    this.#fetched += pageful;
    void this.ask();
  }

  protected askAgain(): void {
    void this.ask();
  }
}

export const nearPhotos = new NearPhotos();
