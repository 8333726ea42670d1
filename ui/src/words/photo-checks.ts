/** What wants looking at in a photo, in words. */

import type { PhotoCheck } from "../types";
import type { MessageId } from "../types/messages";
import { momentWords } from "./format";
import { t } from "./language.svelte";

const words: Readonly<Record<PhotoCheck["kind"], MessageId>> = {
  credit_missing: "check-credit-missing",
  credit_differs: "check-credit-differs",
  taken_after_publication: "check-taken-after",
  ai_unmarked: "check-ai-unmarked",
  faces_unnamed: "check-faces-unnamed",
  named_but_not_tagged: "check-named-not-tagged",
  speaker_unseen: "check-speaker-unseen",
};

/** What is the matter. */
export function photoCheckWords({ kind, photos, number, name, stands, said }: PhotoCheck): string {
  const given = (value: string | null) =>
    kind === "taken_after_publication" ? momentWords(value ?? "") : (value ?? "");
  return t(words[kind], {
    number: number ?? 0,
    others: photos.length - 1,
    name: name ?? "",
    stands: given(stands),
    said: given(said),
  });
}

/** What the button does that puts it right. */
export function mendingWords({ kind, said, name }: PhotoCheck): string {
  if (kind === "named_but_not_tagged") return t("check-mend-tag", { name: name ?? "" });
  if (kind === "ai_unmarked") return t("check-mend-ai");
  return t("check-mend-take", { said: said ?? "" });
}
