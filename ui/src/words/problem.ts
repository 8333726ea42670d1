/** Failures in words. */

import { programFor } from "../logic/received";
import { conflictOf } from "../logic/seen";
import { conflictField } from "./conflicts";
import { moment } from "./format";
import { t, tryMessage } from "./language.svelte";
import type { Problem } from "../types/shell";

/** What to show of a failure. */
export interface ProblemWords {
  /** What is the matter, in one sentence. */
  readonly what: string;
  /** What to do next. */
  readonly next: string;
}

type Args = Record<string, string | number>;

/** Where the window says or advises something else than the command line: an id is nothing that people know. */
const own: Record<string, (args: Args) => ProblemWords | undefined> = {
  library_missing: (args) => tryMessage("library-lost", args),
  not_found: (args) => tryMessage("record-gone", args),
  undo_blocked: (args) => tryMessage("undo-blocked", args),
  original_not_shown: (args) =>
    tryMessage("error-original-not-shown", { ...args, program: programFor(String(args["file"] ?? "")) }),
  undo_clash: (args) => tryMessage("undo-clash", args),
};

/** The words for a problem; `error-unknown` names the code where there are none yet. */
export function wordsFor(problem: Problem): ProblemWords {
  const args = argsOf(problem.data);
  const conflict = conflictOf(problem);
  if (conflict !== null) {
    // The values are for whoever asks which is to stand: here they would be raw terms and UUIDs.
    const next = tryMessage("error-edit-conflict", args)?.next ?? "";
    return { what: t("conflict-title", { field: conflictField(conflict.field) }), next };
  }
  return (
    (own[problem.code] ?? byCode(problem.code))(args) ??
    tryMessage("error-unknown", { code: problem.code }) ?? { what: problem.code, next: "" }
  );
}

/** What the command line says, too. */
const byCode = (code: string) => (args: Args) => tryMessage(`error-${code.replaceAll("_", "-")}`, args);

/** The problem's fields that a message can print. */
function argsOf(data: unknown): Args {
  const args: Args = {};
  if (typeof data !== "object" || data === null) return args;
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === "number") args[name] = value;
    else if (value !== null && value !== undefined) args[name] = String(value);
  }
  if (typeof args["by_at"] === "string") args["by_at"] = moment(args["by_at"]);
  // What was pasted came from no file.
  if (args["file"] === "") args["file"] = t("pasted-text");
  return args;
}
