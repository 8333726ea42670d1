/** Why somebody is offered, and how well the archive knows them, in words. */

import * as format from "./format";
import { number, t } from "./language.svelte";
import type { Candidate, Reason } from "./types";
import type { MessageId } from "./types/messages";

/** The words for each code that Rust gives. */
const reasons: Partial<Record<string, MessageId>> = {
  "same-name": "reason-same-name",
  "name-form": "reason-name-form",
  "other-script": "reason-other-script",
  "name-part": "reason-name-part",
  "name-begins": "reason-name-begins",
  "same-surname-given": "reason-same-surname-given",
  "same-surname-initial": "reason-same-surname-initial",
  "same-surname": "reason-same-surname",
  "same-organisation": "reason-same-organisation",
};

/** A reason in words; nothing where there are none for it. */
export function reasonWords({ code, data }: Reason): string | undefined {
  const id = reasons[code];
  return id === undefined ? undefined : t(id, data);
}

/** All that tells a candidate from others: position, how often and when last, why. */
export function aboutCandidate(candidate: Candidate): string {
  const { position, articles, last_date: last, here } = candidate;
  return [
    position ?? undefined,
    here
      ? t("candidate-here")
      : articles === 0
        ? undefined
        : last === null
          ? t("candidate-articles", { count: articles, shown: number(articles) })
          : t("candidate-articles-last", { count: articles, shown: number(articles), date: format.date(last) }),
    ...candidate.reasons.map(reasonWords),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

/** Reasons that do not make it likely: two people of one family name are two people. */
const weak = new Set(["same-surname", "name-begins", "name-part"]);

/** Whether one may be offered as the first choice: a wrong name on record is worse than a key more. */
export function isLikely({ reasons }: Candidate): boolean {
  return reasons[0] !== undefined && !weak.has(reasons[0].code);
}
