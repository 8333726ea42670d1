/** Why somebody is offered or something suggested, and how well the archive knows them, in words. */

import * as format from "./format";
import { formatNumber, t } from "./language.svelte";
import type { Candidate, Reason, ReasonCode } from "../types";

/** A reason in words. Its code is the message's own name: one that has no words does not compile. */
export function reasonWords({ code, data }: Reason): string {
  return t(`reason-${code}`, data);
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
          ? t("candidate-articles", { count: articles, shown: formatNumber(articles) })
          : t("candidate-articles-last", { count: articles, shown: formatNumber(articles), date: format.date(last) }),
    // that it stands in this document was just said
    ...candidate.reasons.filter(({ code }) => code !== "here-already").map(reasonWords),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

/** Reasons that do not make it likely: two people of one family name are two people. */
const weak = new Set<ReasonCode>(["same-surname", "name-begins", "name-part"]);

/** Whether one may be offered as the first choice: a wrong name on record is worse than a key more. */
export function isLikely({ reasons }: Candidate): boolean {
  return reasons[0] !== undefined && !weak.has(reasons[0].code);
}
