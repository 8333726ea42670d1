/** Long work that runs in the background: how far it is, how it ended. */

import { SvelteMap } from "svelte/reactivity";

import { api } from "../wire/api";
import type { Job } from "../types/shell";
import { catalogue } from "./catalogue.svelte";

class Jobs {
  readonly #jobs = new SvelteMap<number, Job>();
  readonly #waiting = new Map<number, (job: Job) => void>();

  /** The jobs under way, the oldest first. */
  get running(): Job[] {
    return [...this.#jobs.values()].filter((job) => job.state === "running");
  }

  /** A job, as long as it runs. */
  underway(id: number): Job | undefined {
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
    this.#jobs.set(job.id, job);
    if (job.state === "running") return;
    if (job.changed !== null) catalogue.took(job.changed);
    this.#waiting.get(job.id)?.(job);
    this.#waiting.delete(job.id);
  }
}

export const jobs = new Jobs();
