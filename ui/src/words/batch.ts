/** What is done to many documents, in words. */

import type { BatchHindrance, BatchOpenPoint } from "../types";
import type { MessageId } from "../types/messages";
import { seenFieldWords, valueWords } from "./changes";
import { t } from "./language.svelte";

/** The words for an act, by its name. */
export interface ActWords {
  readonly title: MessageId;
  readonly will: MessageId;
  /** How those are told that are so already; none where none can be. */
  readonly same: MessageId | null;
  /** What stands above the documents that are listed. */
  readonly lines: MessageId;
  readonly do: MessageId;
  readonly told: MessageId;
}

export const actWords = {
  register: {
    title: "action-register-several",
    will: "batch-will-register",
    same: "batch-same-register",
    lines: "batch-lines",
    do: "batch-do-register",
    told: "told-batch-register",
  },
  delete: {
    title: "action-delete-several",
    will: "batch-will-delete",
    same: null,
    lines: "batch-lines-delete",
    do: "batch-do-delete",
    told: "told-batch-delete",
  },
  move: {
    title: "batch-move-title",
    will: "batch-will-move",
    same: "batch-same-move",
    lines: "batch-lines",
    do: "batch-do-move",
    told: "told-batch-move",
  },
  set: {
    title: "batch-set-title",
    will: "batch-will-set",
    same: "batch-same-set",
    lines: "batch-lines",
    do: "batch-do-set",
    told: "told-batch-set",
  },
  tag: {
    title: "action-tag-several",
    will: "batch-will-tag",
    same: "batch-same-tag",
    lines: "batch-lines",
    do: "batch-do-tag",
    told: "told-batch-tag",
  },
  accept: {
    title: "action-accept-several",
    will: "batch-will-accept",
    same: "batch-same-accept",
    lines: "batch-lines",
    do: "batch-do-accept",
    told: "told-batch-accept",
  },
} as const satisfies Record<string, ActWords>;

export const hindranceWords: Record<BatchHindrance, MessageId> = {
  untitled: "batch-hindered-untitled",
  textless: "batch-hindered-textless",
  registered: "batch-hindered-registered",
  transferred: "batch-hindered-transferred",
  unnamed: "batch-hindered-unnamed",
  gone: "batch-hindered-gone",
};

export const openWords: Record<BatchOpenPoint, MessageId> = {
  date: "batch-open-date",
  unit: "batch-open-unit",
  cast: "batch-open-cast",
  credit: "batch-open-credit",
};

/** The words for a field of a batch's line. */
export function changedFieldWords(field: string): string {
  if (field === "named") return t("batch-named");
  return field === "quotes" ? t("party-tab-quotes") : seenFieldWords(field);
}

/** A value of a batch's line in words. */
export function changedValueWords(field: string, value: string | null): string {
  if (value === null && field === "unit_id") return t("in-tray");
  return valueWords("article", field, value);
}
