/** Changes of the catalogue in words: what kind of row, which field, which value. */

import * as format from "./format";
import { t } from "./language.svelte";
import type { HistoryChange, Kinship, NameKind } from "../types";
import type { MessageId } from "../types/messages";
import {
  accessWords,
  languageWords,
  levelWords,
  relationWords,
  roleWords,
  stateWords,
  transferFileWords,
  transferStateWords,
} from "./terms";
import { sourceTypes } from "./digital-source-types";

const nouns: Record<string, MessageId> = {
  article: "noun-article",
  article_event: "noun-event",
  article_place: "noun-place",
  article_subject: "noun-subject",
  decision: "noun-decision",
  event: "noun-event",
  file: "noun-file",
  library: "noun-library",
  mention: "noun-mention",
  participation: "noun-participation",
  participation_role: "noun-role",
  party: "noun-party",
  party_name: "noun-party-name",
  party_distinction: "noun-party-distinction",
  photo: "noun-photo",
  photo_kinship: "noun-photo-kinship",
  photo_template: "noun-photo-template",
  photo_text: "noun-photo-text",
  place: "noun-place",
  post: "noun-post",
  printed_position: "noun-position",
  quote: "noun-quote",
  region: "noun-region",
  release: "noun-release",
  saved_search: "noun-saved-search",
  subject: "noun-subject",
  transfer: "noun-transfer",
  transfer_article: "noun-transfer-article",
  transfer_file: "noun-transfer-file",
  unit: "noun-unit",
  version: "noun-version",
};

const fields: Record<string, MessageId> = {
  access: "field-access",
  act_number: "field-act-number",
  access_decided_by: "field-decided-by",
  access_reason: "field-reason",
  article_id: "noun-article",
  bin: "party-bin",
  body: "field-body",
  captured_on: "field-captured-on",
  code: "field-code",
  creator_id: "field-creator",
  credit: "field-credit",
  date: "field-date",
  date_from: "field-date-from",
  date_to: "field-date-to",
  decided_on: "field-decided-on",
  depositor: "field-depositor",
  depositor_address: "field-depositor-address",
  depositor_person: "field-depositor-person",
  depositor_position: "field-depositor-position",
  digital_source_type: "photo-source-type",
  embargo_until: "field-embargo",
  event_id: "noun-event",
  extent: "field-extent",
  fixed_at: "field-fixed-at",
  fields: "field-template-fields",
  given_names: "party-given-names",
  form: "field-name",
  instructions: "field-instructions",
  kind: "field-kind",
  language: "field-language",
  left_embargoed: "field-left-embargoed",
  left_restricted: "field-left-restricted",
  level: "field-level",
  name: "field-name",
  note: "field-note",
  of_id: "field-of-version",
  on_behalf_of_id: "field-on-behalf-of",
  ordinal: "field-order",
  organisation_id: "noun-organisation",
  other_id: "noun-party",
  other_photo_id: "noun-photo",
  outgoing_date: "field-outgoing-date",
  outgoing_number: "field-outgoing-number",
  parent_id: "field-parent",
  participation_id: "noun-participation",
  patronymic: "party-patronymic",
  picked: "photo-picked",
  party_id: "noun-party",
  person_id: "noun-party",
  photo_id: "noun-photo",
  photographer: "field-photographer",
  place: "field-place-name",
  place_id: "noun-place",
  post_id: "noun-post",
  predecessor_id: "party-predecessor",
  publication_date: "field-publication-date",
  reason: "field-return-reason",
  receiver: "field-receiver",
  receiver_address: "field-receiver-address",
  receiver_person: "field-receiver-person",
  receiver_position: "field-receiver-position",
  reference: "field-reference",
  published: "photo-published",
  rating: "photo-rating",
  relation: "field-relation",
  retention_article: "field-retention-article",
  retention_period: "field-retention-period",
  rights: "field-rights",
  role: "noun-role",
  sent_on: "field-sent-on",
  source_url: "field-source-url",
  speaker_id: "field-speaker",
  speech: "field-speech",
  state: "field-state",
  subject_id: "noun-subject",
  surname: "party-surname",
  taken_at: "field-taken-at",
  target: "field-release-target",
  text: "field-text",
  title: "field-title",
  transfer_id: "noun-transfer",
  turned: "photo-turned",
  unit_id: "section-holdings",
  version_id: "noun-version",
  way: "field-release-way",
};

/** Fields that say nothing to people: those that follow from others, places in a text, what is set once with its row. */
export const silent: ReadonlySet<string> = new Set([
  ...["series", "number", "original_id", "key", "query"],
  ...["start_at", "end_at", "x", "y", "w", "h"],
  ...["created_at", "encoding", "named"],
  // what a received file says of itself, once
  ...["pronom", "reader", "left_out", "doubts", "subject", "author", "sender", "message_id"],
  ...["published_at", "captured_at", "url", "release_key"],
]);

export const postWords = {
  office: "post-office",
  membership: "post-membership",
  honorary_title: "post-honorary-title",
  degree: "post-degree",
} as const satisfies Record<string, MessageId>;

const kinshipWords = {
  version: "kinship-version",
  different: "kinship-different",
} as const satisfies Record<Kinship, MessageId>;

export const nameKindWords = {
  official: "name-official",
  former: "name-former",
  short: "name-short",
  misspelt: "name-misspelt",
} as const satisfies Record<NameKind, MessageId>;

/** The words for a kind of row. */
export function nounWords(noun: string): string {
  const id = nouns[noun];
  return id === undefined ? noun : t(id);
}

/** The words for a field; none for one that people need not see. */
export function fieldWords(field: string): string | null {
  if (silent.has(field)) return null;
  const id = fields[field];
  return id === undefined ? field : t(id);
}

/** Fields that an edit names as one, and history by their rows. */
const whole: Record<string, MessageId> = {
  alts: "field-alt",
  captions: "field-caption",
  places: "field-places",
  positions: "noun-position",
  roles: "cast-roles",
  subjects: "field-subjects",
};

/** The words for a field as an edit names it: a row's name is without its `_id`, a list is one. */
export function seenFieldWords(field: string): string {
  const id = whole[field] ?? fields[field] ?? fields[`${field}_id`];
  return id === undefined ? field : t(id);
}

const closed: Record<string, Record<string, MessageId>> = {
  "article.state": stateWords,
  "article.access": accessWords,
  "mention.state": { fresh: "mention-fresh", stale: "mention-stale" },
  "participation_role.role": roleWords,
  "party.kind": { person: "party-kind-person", organisation: "party-kind-organisation" },
  "party_name.kind": nameKindWords,
  "photo_kinship.kind": kinshipWords,
  "photo_text.kind": { caption: "field-caption", alt: "field-alt" },
  "post.kind": postWords,
  "quote.speech": { direct: "speech-is-direct", paraphrase: "speech-is-paraphrase" },
  "transfer.state": transferStateWords,
  "transfer_file.kind": transferFileWords,
  "unit.level": levelWords,
  "version.relation": relationWords,
};

/** A value in words. */
export function valueWords(noun: string, field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return t("not-given");
  if (field === "picked" || field === "published") return t(value === 1 ? "said-yes" : "said-no");
  if (field === "rating") return value === -1 ? t("photo-turned-down") : t("photo-stars", { stars: Number(value) });
  if (field === "turned") return t("photo-turned-by", { degrees: 90 * Number(value) });
  if (typeof value !== "string") return JSON.stringify(value);
  const term = closed[`${noun}.${field}`]?.[value];
  if (term !== undefined) return t(term);
  if (field === "language") return languageWords[value] === undefined ? value : t(languageWords[value]);
  if (field === "digital_source_type") {
    return sourceTypes(null).find((option) => option.value === value)?.label ?? value;
  }
  if (field !== "taken_at" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return format.moment(value);
  return /_on$|_date$|^date|_until$|_at$/.test(field) ? format.momentWords(value) : value;
}

/** A line about several rows that came or went together. */
export interface Rows {
  readonly action: string;
  readonly noun: string;
  readonly names: readonly string[];
  readonly count: number;
}

/** What an op did, as it is told: rows that came and went, by their kind; then each edit. */
export interface Told {
  readonly rows: readonly Rows[];
  readonly edits: readonly HistoryChange[];
}

/** Rows that are told with those they hang on. */
const within = new Set(["participation_role", "article_subject", "article_place", "article_event"]);

/** Whose row it is, and what it says: a name, and the role, position or title that came or went with it. */
function rowWords({ noun, subject, own_words: own }: HistoryChange): string {
  if (own === null || own === subject) return subject ?? "";
  const words = noun === "participation_role" ? valueWords(noun, "role", own) : own;
  return subject === null || subject === "" ? words : t("history-row", { whose: subject, words });
}

/** Gathers an op's changes for telling. */
export function tellable(changes: readonly HistoryChange[]): Told {
  const rows = new Map<string, { action: string; noun: string; names: Set<string>; count: number }>();
  const edits: HistoryChange[] = [];
  let ordered = false;
  for (const change of changes) {
    if (change.action === "edit") {
      if (change.field === null || fieldWords(change.field) === null) continue;
      // An order is one thing, however many rows it moves.
      if (change.field === "ordinal") {
        if (ordered) continue;
        ordered = true;
      }
      edits.push(change);
      continue;
    }
    const key = `${change.action} ${change.noun}`;
    const found = rows.get(key) ?? { action: change.action, noun: change.noun, names: new Set(), count: 0 };
    found.count++;
    const name = rowWords(change);
    if (name !== "") found.names.add(name);
    rows.set(key, found);
  }
  const all = [...rows.values()];
  // A role of a new participant goes without saying.
  const plain = all.filter(
    ({ action, noun }) =>
      !within.has(noun) || !all.some((other) => other.action === action && other.noun === "participation"),
  );
  return { rows: plain.map((row) => ({ ...row, names: [...row.names] })), edits };
}

/** The day of a moment on this computer's clock, `YYYY-MM-DD`. */
export function dayOf(moment: string): string {
  const time = new Date(moment);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** The time of day on this computer's clock. */
export function timeOf(moment: string): string {
  const time = new Date(moment);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}
