/** Why somebody is offered, in words. */

import { t } from "./language.svelte";
import type { Reason } from "./types";
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
  "here-already": "reason-here-already",
  "same-organisation": "reason-same-organisation",
};

/** A reason in words; nothing where there are none for it. */
export function reasonWords({ code, data }: Reason): string | undefined {
  const id = reasons[code];
  return id === undefined ? undefined : t(id, data);
}
