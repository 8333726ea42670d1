/** Pairs that one works through one after the other: decided on, put off, or gone past. */

import { asProblem } from "../wire/problem";
import { catalogue } from "./catalogue.svelte";

export abstract class PairQueue<Pair> {
  /** The pairs that nobody has decided on, as far as they are known; null before any are. */
  pairs = $state.raw<readonly Pair[] | null>(null);
  at = $state(0);
  /** Pairs decided on here, by key: they stay away while the archive is still asked. */
  #decided = new Set<string>();
  /** Pairs decided on in this sitting, the latest at the end: one that is taken back is shown again. */
  #done: string[] = [];
  /** Pairs put off, the one put off last at the end. */
  #later: string[] = [];
  /** Decisions are written one after the other, however quickly keys come. */
  #writing: Promise<void> = Promise.resolve();

  /** The pair on the screen. */
  readonly pair: Pair | undefined = $derived(this.pairs?.[this.at]);

  /** What names a pair, whichever of the two stands first. */
  protected abstract keyOf(pair: Pair): string;

  /** Another pair may be on the screen. */
  protected abstract moved(): void;

  /** Asks once more which pairs there are. */
  protected abstract askAgain(): void;

  /** Begins with other pairs. */
  protected begin(): void {
    this.pairs = null;
    this.at = 0;
    this.#later = [];
    this.#done = [];
    this.#decided.clear();
  }

  /** Waits until all is written, and says which decisions the archive then knows: what is decided meanwhile it does not. */
  protected async written(): Promise<readonly string[]> {
    await this.#writing;
    return [...this.#decided];
  }

  /** The archive knows of these decisions: where such a pair is told again, it was taken back. */
  protected known(decisions: readonly string[]): void {
    for (const key of decisions) this.#decided.delete(key);
  }

  /** Takes what was found; stays at the pair that one is at, and goes to one that was taken back. */
  protected put(found: readonly Pair[]): void {
    const open = found.filter((pair) => !this.#decided.has(this.keyOf(pair)));
    const returned = this.#done.findLast((key) => open.some((pair) => this.keyOf(pair) === key));
    if (returned !== undefined) this.#done = this.#done.filter((key) => key !== returned);
    const stood = this.pair === undefined ? undefined : this.keyOf(this.pair);
    const here = returned ?? stood;
    const waits = (pair: Pair) => this.#later.indexOf(this.keyOf(pair));
    this.pairs = [
      ...open.filter((pair) => waits(pair) < 0),
      ...open.filter((pair) => waits(pair) >= 0).sort((a, b) => waits(a) - waits(b)),
    ];
    const stays = here === undefined ? -1 : this.pairs.findIndex((pair) => this.keyOf(pair) === here);
    this.at = stays >= 0 ? stays : Math.max(0, Math.min(this.at, this.pairs.length - 1));
    if (stays < 0 || here !== stood) this.moved();
  }

  step(by: 1 | -1): void {
    const to = this.at + by;
    if (this.pairs === null || to < 0 || to >= this.pairs.length) return;
    this.at = to;
    this.moved();
  }

  /** Puts the pair behind all others. */
  later(): void {
    const pair = this.pair;
    if (pair === undefined || this.pairs === null) return;
    const key = this.keyOf(pair);
    this.#later = [...this.#later.filter((known) => known !== key), key];
    const at = this.at;
    this.pairs = [...this.pairs.filter((known) => known !== pair), pair];
    this.at = Math.min(at, this.pairs.length - 1);
    this.moved();
  }

  /** The pair is decided on, and with it these are gone; the next one is shown while `write` writes. */
  protected decide(gone: (pair: Pair) => boolean, write: () => Promise<void>): void {
    if (this.pair !== undefined) this.#done.push(this.keyOf(this.pair));
    for (const pair of (this.pairs ?? []).filter(gone)) this.#decided.add(this.keyOf(pair));
    const at = this.at;
    this.pairs = (this.pairs ?? []).filter((pair) => !gone(pair));
    this.at = Math.max(0, Math.min(at, this.pairs.length - 1));
    this.moved();
    this.#writing = this.#writing.then(write).catch((reason: unknown) => {
      catalogue.problem = asProblem(reason);
      // Nothing was written: the pair comes back.
      this.askAgain();
    });
  }
}
