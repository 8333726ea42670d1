/** What an edit was made from, so that of two people who change one field neither is overwritten unseen. */

import type { SeenValue } from "../types";

/** A field's value as it was shown: of a row that it names, the UUID; of a list, all of it. */
export type ShownValue = string | null | readonly string[];

/** The fields of one row as they were shown, named as history names them. Those that are undefined were not. */
export function seenOf(
  noun: string,
  id: string,
  fields: Readonly<Record<string, ShownValue | undefined>>,
): SeenValue[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    if (value === undefined) return [];
    return [{ noun, id, field, value: value === null || typeof value === "string" ? value : value.join("\n") }];
  });
}

/** A field that somebody else changed since it was seen: the data of an `edit_conflict`. An empty value is none. */
export interface Conflict {
  readonly noun: string;
  /** UUID of the row. */
  readonly id: string;
  readonly field: string;
  /** What the hand saw, what stands now, what the hand would have written; of a body, the words that clash. */
  readonly seen: string;
  readonly now: string;
  readonly mine: string;
}

/** The conflict that a failure tells of; none where it failed for another reason. */
export function conflictOf(problem: { readonly code: string; readonly data: unknown } | null): Conflict | null {
  return problem?.code === "edit_conflict" ? (problem.data as Conflict) : null;
}

/** What was seen, where one has looked at the conflict and keeps one's own: what stands now was seen too. */
export function seenNow(seen: readonly SeenValue[], { noun, id, field, now }: Conflict): SeenValue[] {
  return seen.map((value) =>
    value.noun === noun && value.id === id && value.field === field ? { ...value, value: now } : value,
  );
}

/** A text on one line, as the archive keeps titles and names. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}
