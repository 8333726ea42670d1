/** What an import would do, in words: the parts of an article's record that may differ. */

import { t } from "./language.svelte";
import type { MessageId } from "../types/messages";

const words: Record<string, MessageId> = {
  access: "field-access",
  captured_on: "field-captured-on",
  cast: "plan-cast",
  created_at: "plan-created",
  decisions: "plan-decisions",
  events: "field-events",
  kind: "field-kind",
  note: "field-note",
  outgoing_date: "field-outgoing-date",
  outgoing_number: "field-outgoing-number",
  parties: "plan-parties",
  photos: "noun-photo",
  places: "field-places",
  publication_date: "field-publication-date",
  reference: "field-reference",
  rights: "field-rights",
  source_url: "field-source-url",
  state: "field-state",
  subjects: "field-subjects",
  units: "section-holdings",
  versions: "plan-versions",
};

/** The words for a part of the record. */
export function planFieldWords(field: string): string {
  const id = words[field];
  return id === undefined ? field : t(id);
}
