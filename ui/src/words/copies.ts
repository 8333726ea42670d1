/** Copies of photos in words. */

import { t } from "./language.svelte";
import { whyUndrawable } from "./photos";
import { accessWords } from "./terms";
import type { CopyHindrance } from "../types/bundle";

/** Why a photo was not copied. */
export function whyNotCopied(why: CopyHindrance): string {
  switch (why) {
    case "restricted":
    case "embargo":
      return t(accessWords[why]);
    case "original_missing":
      return t("photo-copies-original-missing");
    case "original_damaged":
      return t("photo-copies-original-damaged");
    default:
      return whyUndrawable(why);
  }
}
