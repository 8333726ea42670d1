/** Letters typed on a list lead to the option that begins with them. */

import { fold } from "./fitness";

/**
 * The option that the letters lead to, from the one at `from`: the same letter again goes on to the next that
 * begins with it. None where none begins so.
 */
export function letterJump(labels: readonly string[], from: number, typed: string): number | undefined {
  const wanted = fold(typed);
  if (wanted.trim() === "") return undefined;
  const once = wanted[0] ?? "";
  const same = [...wanted].every((letter) => letter === once);
  const start = wanted.length === 1 || same ? from + 1 : Math.max(from, 0);
  const sought = same ? once : wanted;
  for (let step = 0; step < labels.length; step++) {
    const at = (start + step) % labels.length;
    if (fold(labels[at] ?? "").startsWith(sought)) return at;
  }
  return undefined;
}
