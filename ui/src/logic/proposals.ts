/** What is typed into a field that offers what exists: which of it is meant, letters made alike. */

import { fold } from "./fitness";

/** Whether two texts are the same but for their letters' shape. */
export function isAlike(one: string, other: string): boolean {
  return fold(one.trim()) === fold(other.trim());
}

/** The first label that is what was typed, else the first that begins with it; -1 where none does. */
export function firstThatBegins(labels: readonly string[], typed: string): number {
  const start = fold(typed.trim());
  if (start === "") return -1;
  const folded = labels.map((label) => fold(label));
  const same = folded.indexOf(start);
  return same >= 0 ? same : folded.findIndex((label) => label.startsWith(start));
}
