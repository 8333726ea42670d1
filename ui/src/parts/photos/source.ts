/** IPTC Digital Source Type: the terms that a press archive meets, and their words. */

import { t } from "../../language.svelte";
import type { MessageId } from "../../types/messages";

const words: Record<string, MessageId> = {
  digitalCapture: "source-digital-capture",
  negativeFilm: "source-negative-film",
  positiveFilm: "source-positive-film",
  print: "source-print",
  humanEdits: "source-human-edits",
  composite: "source-composite",
  screenCapture: "source-screen-capture",
  digitalCreation: "source-digital-creation",
  algorithmicallyEnhanced: "source-algorithmically-enhanced",
  trainedAlgorithmicMedia: "source-trained-algorithmic-media",
};

/** The terms to choose from; one that a record has and the list has not stands as it is. */
export function sourceTypes(held: string | null): { value: string; label: string }[] {
  const known = Object.entries(words).map(([value, id]) => ({ value, label: t(id) }));
  const other = held === null || held === "" || held in words ? [] : [{ value: held, label: held }];
  return [{ value: "", label: t("not-given") }, ...known, ...other];
}
