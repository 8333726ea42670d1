/** Failures in words. */

import { conflictOf } from "../logic/seen";
import { conflictField } from "./conflicts";
import { t, tryMessage } from "./language.svelte";
import type { MessageId } from "../types/messages";
import type { Problem } from "../types/shell";

/** What to show of a failure. */
export interface ProblemWords {
  /** What is the matter, in one sentence. */
  readonly what: string;
  /** What to do next. */
  readonly next: string;
}

/** Where the window says or advises something else than the command line: an id is nothing that people know. */
const own: Record<string, MessageId> = { library_missing: "library-lost", not_found: "record-gone" };

/** The words for a problem; `error-unknown` names the code where there are none yet. */
export function wordsFor(problem: Problem): ProblemWords {
  const args = argsOf(problem.data);
  const conflict = conflictOf(problem);
  if (conflict !== null) {
    // The values are for whoever asks which is to stand: here they would be raw terms and UUIDs.
    const next = tryMessage("error-edit-conflict", args)?.next ?? "";
    return { what: t("conflict-title", { field: conflictField(conflict.field) }), next };
  }
  const id = own[problem.code] ?? `error-${problem.code.replaceAll("_", "-")}`;
  return (
    tryMessage(id, args) ?? tryMessage("error-unknown", { code: problem.code }) ?? { what: problem.code, next: "" }
  );
}

/** The problem's fields that a message can print. */
function argsOf(data: unknown): Record<string, string | number> {
  const args: Record<string, string | number> = {};
  if (typeof data !== "object" || data === null) return args;
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === "number") args[name] = value;
    else if (value !== null && value !== undefined) args[name] = String(value);
  }
  // What was pasted came from no file.
  if (args["file"] === "") args["file"] = t("pasted-text");
  return args;
}
