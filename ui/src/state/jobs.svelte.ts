/** Long work that runs in the background: how far it is, how it ended. */

import { SvelteMap } from "svelte/reactivity";

import { api } from "../wire/api";
import type { Job } from "../types/shell";
import { catalogue } from "./catalogue.svelte";

/** A job as it is shown: what is counted within one of its things does not count as these. */
export interface ShownJob extends Job {
  /** Pages of the file that is being read, where these are recognised. */
  readonly pages?: Pick<Job, "done" | "total">;
}

/** A job as it is told, after what was told of it before: its files are counted on while pages of one are. */
function shownJob(job: Job, before: ShownJob | undefined): ShownJob {
  if (job.state !== "running" || job.stage !== "recognising") return job;
  const { done, total } = before ?? { done: 0, total: 0 };
  return { ...job, done, total, pages: { done: job.done, total: job.total } };
}

class Jobs {
  readonly #jobs = new SvelteMap<number, ShownJob>();
  readonly #waiting = new Map<number, (job: Job) => void>();

  #endedUnasked: ((job: Job) => void) | null = null;

  /** Is told of backups that ended and that nobody here began. */
  onBackupUnasked(take: (job: Job) => void): void {
    this.#endedUnasked = take;
  }

  /** The jobs under way, the oldest first. */
  get running(): ShownJob[] {
    return [...this.#jobs.values()].filter((job) => job.state === "running");
  }

  /** A job, as long as it runs. */
  underway(id: number): ShownJob | undefined {
    const job = this.#jobs.get(id);
    return job?.state === "running" ? job : undefined;
  }

  /** Starts a job and waits for its end, whatever that is. */
  async run(start: Promise<number>): Promise<Job> {
    return this.endOf(await start);
  }

  /** Waits for the end of a job, whatever that is. */
  async endOf(id: number): Promise<Job> {
    const known = this.#jobs.get(id);
    if (known !== undefined && known.state !== "running") return known;
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** Stops a job; what it half made goes away. */
  cancel(id: number): void {
    void api.cancelJob(id);
  }

  /** Takes what Rust says of a job. */
  took(job: Job): void {
    this.#jobs.set(job.id, shownJob(job, this.#jobs.get(job.id)));
    if (job.state === "running") return;
    if (job.changed !== null) catalogue.took(job.changed);
    // nobody began it but the library's own plan
    if (job.kind === "backup" && !this.#waiting.has(job.id)) this.#endedUnasked?.(job);
    this.#waiting.get(job.id)?.(job);
    this.#waiting.delete(job.id);
  }
}

export const jobs = new Jobs();
