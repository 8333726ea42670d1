/** A long list of rows that come page by page, for what shows them. */

import { Listing, type Page } from "../logic/listing";
import { asProblem } from "../wire/problem";
import type { Problem } from "../types/shell";
import { keysWaitFor } from "./keyboard";

export class Paged<Row> {
  problem = $state.raw<Problem | null>(null);
  /** Whether the first answer is here. */
  answered = $state(false);
  #version = $state(0);
  #listing: Listing<Row> | null = null;
  #asked = 0;
  #answer: Promise<void> = Promise.resolve();

  get total(): number {
    void this.#version;
    return this.#listing?.total ?? 0;
  }

  /** The row, if it has come. */
  row(index: number): Row | undefined {
    void this.#version;
    return this.#listing?.row(index);
  }

  /** Fetches what is missing between two rows. */
  need(first: number, last: number): void {
    void this.#listing?.need(first, last);
  }

  /** Every row, those that have not come too; fetched, but not kept. */
  all(): Promise<Row[]> {
    return this.between(0, (this.#listing?.total ?? 0) - 1);
  }

  /** The rows that have come, in their order. */
  arrived(): Row[] {
    void this.#version;
    return this.#listing?.arrived() ?? [];
  }

  /** The rows from one to another, those that have not come too; fetched, but not kept. */
  async between(first: number, last: number): Promise<Row[]> {
    const listing = this.#listing;
    const rows: Row[] = [];
    while (listing !== null && first + rows.length <= last) {
      const page = await listing.ports.fetch(first + rows.length, Math.min(500, last + 1 - first - rows.length));
      if (page.rows.length === 0) break;
      rows.push(...page.rows);
    }
    return rows;
  }

  /** The index of a row that has come, or -1. */
  find(fits: (row: Row) => boolean): number {
    return this.#listing?.find(fits) ?? -1;
  }

  /** Asks anew; the rows of before stay until the answer is here. */
  ask(fetch: (offset: number, limit: number) => Promise<Page<Row>>): Promise<void> {
    // The keyboard goes to what has just been opened, once it is there.
    return (this.#answer = this.answered ? this.#ask(fetch) : keysWaitFor(this.#ask(fetch)));
  }

  /** The row, once what was asked last is answered. */
  async rowAnswered(index: number): Promise<Row | undefined> {
    for (let answer; answer !== this.#answer;) await (answer = this.#answer);
    return this.row(index);
  }

  async #ask(fetch: (offset: number, limit: number) => Promise<Page<Row>>): Promise<void> {
    const turn = ++this.#asked;
    const listing: Listing<Row> = new Listing({
      fetch,
      changed: () => {
        if (listing === this.#listing) this.#version++;
      },
      failed: (reason) => {
        if (listing === this.#listing) this.problem = asProblem(reason);
      },
    });
    try {
      await listing.open();
      if (turn !== this.#asked) return;
      this.#listing = listing;
      this.problem = null;
      this.answered = true;
      this.#version++;
    } catch (reason) {
      if (turn === this.#asked) this.problem = asProblem(reason);
    }
  }
}
