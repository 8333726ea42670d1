/** Failures as they come over the wire. */

import type { Problem } from "../types/shell";

/** Anything that a promise may reject with, as a `Problem`. */
export function asProblem(reason: unknown): Problem {
  if (typeof reason === "object" && reason !== null && "code" in reason) {
    const { code } = reason;
    if (typeof code === "string") return { code, data: "data" in reason ? reason.data : null };
  }
  return { code: "unexpected", data: { detail: String(reason) } };
}
