/** Which suggestions may be accepted unseen: read for certain, and with no doubt whom they mean. */

import type { Suggestion } from "../types";

/** Whether there is no doubt whom a suggestion means: one on record, or somebody who is new. */
export function isClear({ sure, candidates }: Suggestion): boolean {
  return sure || candidates.length === 0;
}

/** Those that may be accepted unseen, in their order. `all`: of one text, as one brings another along. */
export function certainOf(all: readonly Suggestion[]): Suggestion[] {
  const named = (kind: Suggestion["kind"], name: string | null) =>
    all.find((one) => one.kind === kind && one.name === name);
  const isRead = (one: Suggestion) => one.certain && isClear(one);
  /** With somebody comes the body that one speaks for. */
  const isCertainName = (one: Suggestion) => {
    const body = one.on_behalf_of === null ? undefined : named("organisation", one.on_behalf_of);
    return isRead(one) && (body === undefined || isClear(body));
  };
  /** With a quote comes who says it, with all that the text says of that person; else it must be one of the cast. */
  const isCertainQuote = (one: Suggestion) => {
    const speaker = named("person", one.name);
    return isRead(one) && (speaker === undefined ? one.sure : isCertainName(speaker));
  };
  return all.filter((one) => (one.kind === "quote" ? isCertainQuote(one) : isCertainName(one)));
}
