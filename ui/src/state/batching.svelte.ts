/** The same done to many documents: first it is shown what would change, then it is done as one op. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { BatchAct, BatchResult } from "../types";
import type { Job } from "../types/shell";
import { catalogue } from "./catalogue.svelte";
import { jobs } from "./jobs.svelte";
import { keysWaitFor } from "./keyboard";
import { list } from "./list.svelte";
import { reading } from "./reading.svelte";

/** What an act is called: its one key, or the act itself. */
export type ActName = "register" | "delete" | "move" | "set" | "tag" | "accept";

/** The name of an act. */
export function nameOf(act: BatchAct): ActName {
  return typeof act === "string" ? act : (Object.keys(act)[0] as ActName);
}

/** What is asked for, until one has decided. */
export interface BatchWish {
  readonly act: BatchAct;
  /** UUIDs. */
  readonly ids: readonly string[];
}

class Batching {
  /** What would change is shown of this. */
  wish = $state.raw<BatchWish | null>(null);
  /** Whether one chooses whom to tag. */
  choosesParty = $state(false);
  #pending: { readonly wish: BatchWish; readonly decided: (done: BatchResult | null) => void } | null = null;

  /** Shows what an act would change in the selected documents, or in others. Gives what was done; null where nothing was. */
  async ask(act: BatchAct, ids?: readonly string[]): Promise<BatchResult | null> {
    if (!(await catalogue.settle())) return null;
    try {
      const meant = ids ?? (await list.selectedIds());
      if (meant.length === 0) return null;
      this.end(null);
      const wish = { act, ids: meant };
      return await new Promise((decided) => {
        this.#pending = { wish, decided };
        this.wish = wish;
      });
    } catch (reason) {
      catalogue.problem = asProblem(reason);
      return null;
    }
  }

  /** One has decided on what is asked, or on this wish alone: something was done, or nothing. */
  end(done: BatchResult | null, wish?: BatchWish): void {
    const pending = this.#pending;
    if (pending === null || (wish !== undefined && pending.wish !== wish)) return;
    this.#pending = null;
    if (this.wish === pending.wish) this.wish = null;
    pending.decided(done);
  }

  /** The dialog goes away while the work goes on. */
  hide(): void {
    this.wish = null;
  }

  /** Does it, as a job. */
  async run({ act, ids }: BatchWish, begun: (job: number) => void = () => undefined): Promise<Job> {
    const shown = reading.wanted;
    const start = api.runBatch({ act, articles: [...ids] });
    void start.then(begun, () => undefined);
    const job = await jobs.run(start);
    if (job.state === "done" && act === "delete") {
      list.selectNone();
      // The document on the screen may be among those that are gone.
      if (shown !== null && ids.includes(shown)) await keysWaitFor(this.#leave(shown), "keyboard");
    }
    return job;
  }

  /** What stands now where it stood is shown. */
  async #leave(shown: string): Promise<void> {
    await list.ask();
    if (reading.wanted !== shown || list.find(shown) >= 0) return;
    reading.clear();
    list.chooseNear();
  }
}

export const batching = new Batching();
