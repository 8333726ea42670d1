/** Long work in words: what it is, and which part of it is being done. */

import { t } from "./language.svelte";
import type { JobKind } from "../types/shell";
import type { MessageId } from "../types/messages";

export const jobWords: Record<JobKind, MessageId> = {
  intake: "job-intake",
  attach: "job-attach",
  export: "job-export",
  verify: "job-verify",
  import: "job-import",
  rehearsal: "job-rehearsal",
  batch: "job-batch",
  check: "job-check",
  backup: "job-backup",
  restore: "job-restore",
  copies: "job-copies",
  print: "job-print",
  list: "job-list",
  doubles: "job-doubles",
  index: "job-index",
};

/** Stages as crates/archive, crates/bundle and the shell name them. */
const stages: Record<string, MessageId> = {
  attaching: "stage-attaching",
  changing: "stage-changing",
  comparing: "stage-comparing",
  comparing_names: "stage-comparing-names",
  preparing_photos: "stage-preparing-photos",
  copying: "stage-copying",
  exporting: "stage-exporting",
  hashing: "stage-hashing",
  indexing: "stage-indexing",
  listing: "stage-listing",
  printing: "stage-printing",
  reading: "stage-reading",
  recognising: "stage-recognising",
  reading_texts: "stage-reading-texts",
  verifying: "stage-verifying",
  writing: "stage-writing",
};

/** The words for a stage; none for one that has none. */
export function stageWords(stage: string): string {
  const id = stages[stage];
  return id === undefined ? "" : t(id);
}
