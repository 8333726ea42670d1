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

/**
 * The same among names, of which one types what comes to mind: else the first of whose words some begin with each word
 * that was typed, a surname as well as a first name.
 */
export function firstNamed(labels: readonly string[], typed: string): number {
  const at = firstThatBegins(labels, typed);
  if (at >= 0) return at;
  const words = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const starts = words(typed);
  if (starts.length === 0) return -1;
  return labels.findIndex((label) => {
    const name = words(label);
    return starts.every((start) => name.some((word) => word.startsWith(start)));
  });
}
