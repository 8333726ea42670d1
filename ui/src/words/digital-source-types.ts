/** IPTC Digital Source Type: its terms and their words. */

import { t } from "./language.svelte";
import { byAi, type DigitalSourceType } from "../types";
import type { MessageId } from "../types/messages";

const words: Record<DigitalSourceType, MessageId> = {
  digitalCapture: "source-digital-capture",
  computationalCapture: "source-computational-capture",
  negativeFilm: "source-negative-film",
  positiveFilm: "source-positive-film",
  print: "source-print",
  humanEdits: "source-human-edits",
  screenCapture: "source-screen-capture",
  virtualRecording: "source-virtual-recording",
  digitalCreation: "source-digital-creation",
  dataDrivenMedia: "source-data-driven-media",
  composite: "source-composite",
  compositeCapture: "source-composite-capture",
  compositeSynthetic: "source-composite-synthetic",
  algorithmicallyEnhanced: "source-algorithmically-enhanced",
  algorithmicMedia: "source-algorithmic-media",
  compositeWithTrainedAlgorithmicMedia: "source-composite-with-trained-algorithmic-media",
  trainedAlgorithmicMedia: "source-trained-algorithmic-media",
};

/** The terms to choose from; one that a record has and the list has not stands as it is. */
export function sourceTypes(held: string | null): { value: string; label: string }[] {
  const known = Object.entries(words).map(([value, id]) => ({ value, label: t(id) }));
  const other = held === null || held === "" || held in words ? [] : [{ value: held, label: held }];
  return [{ value: "", label: t("not-given") }, ...known, ...other];
}

/** A term in words; one that the list has not, as it is. */
export function sourceTypeWords(term: string): string {
  const id = (words as Record<string, MessageId | undefined>)[term];
  return id === undefined ? term : t(id);
}

/** Whether artificial intelligence made or changed the picture. */
export function isByAi(term: string | null): boolean {
  return (byAi as readonly string[]).includes(term ?? "");
}
