/** Long work that a dialog begins: how far it is, what came of it, also where the dialog was closed before its end. */

import { untrack } from "svelte";

import { asProblem } from "../wire/problem";
import type { MessageId } from "../types/messages";
import type { Job, Problem } from "../types/shell";
import { tell } from "./announce.svelte";
import { dialogs } from "./dialogs.svelte";
import { jobs } from "./jobs.svelte";

/** Made when its dialog opens. `Results` has each thing that the dialog does, by name, and what the job of it gives. */
export class DialogWork<Results extends object> {
  /** What was done. */
  results = $state.raw<Partial<Results>>({});
  problem = $state.raw<Problem | null>(null);
  /** Whether the dialog was opened again to show what came of its work. */
  readonly reopened: boolean;
  readonly #dialog = untrack(() => dialogs.now);
  readonly #stopped: MessageId;
  #job = $state<number | null>(null);

  /** `stopped` is told where the work was stopped. */
  constructor(stopped: MessageId) {
    this.#stopped = stopped;
    const before = dialogs.outcome();
    this.reopened = before !== null;
    if (before !== null) {
      this.results = before.results as Partial<Results>;
      this.problem = before.problem;
    }
  }

  /** The job that is under way. */
  get running(): Job | undefined {
    return this.#job === null ? undefined : jobs.underway(this.#job);
  }

  /** Whether the dialog that began it is still open. */
  get shown(): boolean {
    return this.#dialog === dialogs.now;
  }

  /**
   * Does the work that `begin` starts, or none where it gives no job, as when nobody chose a place. Gives what was made;
   * undefined where nothing was.
   */
  async run<Name extends keyof Results>(
    name: Name,
    begin: () => Promise<number | undefined>,
  ): Promise<Results[Name] | undefined> {
    this.problem = null;
    try {
      const job = await begin();
      if (job === undefined) return undefined;
      this.#job = job;
      this.forget(name);
      const ended = await jobs.endOf(job);
      if (ended.state === "failed") this.problem = ended.problem;
      else if (ended.state === "cancelled") tell(this.#stopped);
      else {
        const made = ended.result as Results[Name];
        this.results = { ...this.results, [name]: made };
        return made;
      }
    } catch (reason) {
      this.problem = asProblem(reason);
    } finally {
      this.#job = null;
      if (Object.keys(this.results).length > 0 || this.problem !== null) {
        dialogs.ended(this.#dialog, { results: this.results, problem: this.problem });
      }
    }
    return undefined;
  }

  /** Results that hold no longer. */
  forget(...names: (keyof Results)[]): void {
    const left = Object.entries(this.results).filter(([name]) => !names.includes(name as keyof Results));
    this.results = Object.fromEntries(left) as Partial<Results>;
  }
}
