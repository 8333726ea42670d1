/** What two people changed at once, in words. */

import { seenFieldWords, valueWords } from "./changes";
import { t } from "./language.svelte";
import { isRole, languageWords, roleWords } from "./terms";

/** Fields that name another row: what kind of row. */
const rows: Record<string, "unit" | "party" | "event"> = {
  "article.unit": "unit",
  "participation.on_behalf_of": "party",
  "party.parent": "party",
  "party.predecessor": "party",
  "photo.event": "event",
  "post.organisation": "party",
  "quote.speaker": "party",
  "unit.creator": "party",
};

/** A field of a conflict: what kind of row its value names, if it names one. */
export function rowNamed({ noun, field }: { noun: string; field: string }): "unit" | "party" | "event" | undefined {
  return rows[`${noun}.${field}`];
}

/** The words for a field, as an edit names it. */
export function conflictField(field: string): string {
  const [name = field, language] = field.split(".");
  const words = seenFieldWords(name);
  if (language === undefined) return words;
  return `${words}, ${languageWords[language] === undefined ? language : t(languageWords[language])}`;
}

/** A value that stands for itself, in words; of a list, a line each. */
export function conflictValue({ noun, field }: { noun: string; field: string }, value: string): string {
  if (field !== "roles" || value === "") return valueWords(noun, field, value);
  const role = (word: string) => (isRole(word) ? t(roleWords[word]) : word);
  return value.split("\n").map(role).join("\n");
}
