/** What the selected documents have in common, and what is filled in to be set in all of them. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { BatchFields, CommonFields } from "../types";
import type { Problem } from "../types/shell";
import { list } from "./list.svelte";

/** A selection grows key by key: it is asked for once the hand rests, in ms. */
const rest = 150;

class Selection {
  common = $state.raw<CommonFields | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** What is to be set. */
  wish = $state.raw<BatchFields>({});
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether something is filled in. */
  get filled(): boolean {
    return Object.values(this.wish).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined));
  }

  /** Fills a field in. */
  set(change: BatchFields): void {
    this.wish = { ...this.wish, ...change };
  }

  /** Fills nothing in. */
  reset(): void {
    this.wish = {};
  }

  /** Asks anew what the selection has in common. */
  renew(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), rest);
  }

  async #ask(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const common = await api.commonFields(await list.selectedIds());
      if (turn !== this.#turn) return;
      this.common = common;
      this.problem = null;
    } catch (reason) {
      if (turn === this.#turn) this.problem = asProblem(reason);
    }
  }

  /** Another selection: nothing of the one before is kept. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#turn++;
    this.common = null;
    this.problem = null;
    this.reset();
  }
}

export const selection = new Selection();
