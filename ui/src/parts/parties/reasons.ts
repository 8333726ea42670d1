/** Why two parties may be the same, in words. */

import { tryMessage } from "../../language.svelte";
import type { Reason } from "../../types";

/** The words for a reason; empty for one that has none. */
export function reasonWords(reason: Reason): string {
  return tryMessage(`reason-${reason.code.replaceAll("_", "-")}`, reason.data)?.what ?? "";
}
