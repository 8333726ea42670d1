/** Closing the window: not unasked while work is under way that would be stopped before its end. */

import type { Job, JobKind } from "../types/shell";
import { api } from "../wire/api";
import { catalogue } from "./catalogue.svelte";
import { drafting } from "./drafting.svelte";
import { jobs } from "./jobs.svelte";

/** Work of which nothing, or a part, is left where it is stopped; the others only look, or are begun again unasked. */
const makesSomething: readonly JobKind[] = [
  "intake",
  "attach",
  "export",
  "import",
  "batch",
  "backup",
  "restore",
  "copies",
  "print",
  "list",
];

class Closing {
  /** Whether one is asked if the work is to be stopped. */
  asked = $state(false);
  #decide: ((closes: boolean) => void) | null = null;

  /** The work under way that closing would stop. */
  get atStake(): Job[] {
    return jobs.running.filter(({ kind }) => makesSomething.includes(kind));
  }

  /** Whether the window may close: one has said so of work under way, and all that was typed is written. */
  async mayClose(): Promise<boolean> {
    if (this.atStake.length > 0 && !(await this.#ask())) return false;
    await drafting.leaveBlank();
    if (!(await catalogue.mayClose())) return false;
    await this.#backUp();
    return true;
  }

  /** Backs the library up where its plan says so for now; what hinders that is told when the window is next open. */
  async #backUp(): Promise<void> {
    try {
      const job = await api.backUpBeforeClosing();
      if (job !== null) await jobs.endOf(job);
    } catch {
      // no library is open, or it went away: nothing is there to be backed up
    }
  }

  #ask(): Promise<boolean> {
    // Asked for again, the window waits for one answer.
    this.decide(false);
    this.asked = true;
    return new Promise((resolve) => {
      this.#decide = resolve;
    });
  }

  /** Answers whether to close all the same. */
  decide(closes: boolean): void {
    this.asked = false;
    this.#decide?.(closes);
    this.#decide = null;
  }
}

export const closing = new Closing();
