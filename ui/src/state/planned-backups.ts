/** Backups that the library's own plan made, which nobody waits for: when, and what hindered one. */

import type { Job } from "../types/shell";
import { catalogue } from "./catalogue.svelte";
import { jobs } from "./jobs.svelte";
import { library } from "./library.svelte";
import { settings } from "./settings.svelte";

function ended(job: Job): void {
  const info = library.info;
  if (job.state === "failed") catalogue.problem = job.problem;
  const made = job.result;
  if (job.state !== "done" || info === null || typeof made !== "object" || made === null || !("path" in made)) return;
  const at = new Date().toISOString();
  settings.backups = { ...settings.backups, [info.path]: { path: String(made.path), at } };
}

/** From now on what becomes of them is noted and told. */
export function notePlannedBackups(): void {
  jobs.onBackupUnasked(ended);
}
