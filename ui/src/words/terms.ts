/** The message that stands for each term of the closed vocabularies. */

import { t } from "./language.svelte";
import type { MessageId } from "../types/messages";
import type { TagKind } from "../types";
import type {
  Access,
  Level,
  ListOrder,
  PartyKind,
  Relation,
  Role,
  Speech,
  State,
  TransferFileKind,
  TransferState,
} from "../types";

export const stateWords: Record<State, MessageId> = {
  draft: "state-draft",
  registered: "state-registered",
  withdrawn: "state-withdrawn",
};

export const accessWords: Record<Access, MessageId> = {
  open: "access-open",
  restricted: "access-restricted",
  embargo: "access-embargo",
};

/** Many of a kind. */
export const partiesWords: Record<PartyKind, MessageId> = {
  person: "parties-people",
  organisation: "parties-organisations",
};

export const transferStateWords: Record<TransferState, MessageId> = {
  draft: "transfer-state-draft",
  sent: "transfer-state-sent",
  returned: "transfer-state-returned",
  accepted: "transfer-state-accepted",
};

export const transferFileWords: Record<TransferFileKind, MessageId> = {
  act: "transfer-file-act",
  signature: "transfer-file-signature",
  inventory: "transfer-file-inventory",
};

export const levelWords: Record<Level, MessageId> = {
  fonds: "level-fonds",
  inventory: "level-inventory",
  file: "level-file",
};

export const relationWords: Record<Relation, MessageId> = {
  original: "relation-original",
  translates: "relation-translates",
  corrects: "relation-corrects",
  replaces: "relation-replaces",
  withdraws: "relation-withdraws",
};

export const roleWords: Record<Role, MessageId> = {
  host: "role-host",
  moderator: "role-moderator",
  speaker: "role-speaker",
  participant: "role-participant",
  mentioned: "role-mentioned",
  author: "role-author",
  photographer: "role-photographer",
  translator: "role-translator",
};

/** Whether a word is a role's. */
export function isRole(word: string): word is Role {
  return Object.hasOwn(roleWords, word);
}

/** The orders of the list. */
export const listOrders: readonly ListOrder[] = ["relevance", "date_newest", "title", "reference"];

export const orderWords: Record<ListOrder, MessageId> = {
  relevance: "order-relevance",
  date_newest: "order-date-newest",
  title: "order-title",
  reference: "order-reference",
};

/** BCP 47 tags of texts, as far as the window has a name for them. */
export const languageWords: Record<string, MessageId> = {
  kk: "language-kk",
  "kk-Latn": "language-kk-latn",
  ru: "language-ru",
  en: "language-en",
  und: "language-und",
};

/** The languages that a text may be said to be in, for a list of terms. */
export function languageOptions(): { value: string; label: string }[] {
  return Object.entries(languageWords).map(([value, words]) => ({ value, label: t(words) }));
}

/** The same, where there is little room. */
export const shortLanguageWords: Record<string, MessageId> = {
  kk: "language-short-kk",
  "kk-Latn": "language-short-kk-latn",
  ru: "language-short-ru",
  en: "language-short-en",
  und: "language-short-und",
};

/** What a suggestion or a mark is of. */
export const kindWords: Record<TagKind | "quote", MessageId> = {
  person: "kind-person",
  organisation: "kind-organisation",
  place: "kind-place",
  quote: "kind-quote",
};

/** Whether the app is sure of a suggestion. */
export function sureWords(certain: boolean): MessageId {
  return certain ? "suggestion-certain" : "suggestion-doubtful";
}

/** What the picker does. */
export const tagWords: Record<TagKind, MessageId> = {
  person: "action-tag-person",
  organisation: "action-tag-organisation",
  place: "action-tag-place",
};

/** The offer to make a new record. */
export const newWords: Record<TagKind, MessageId> = {
  person: "picker-new-person",
  organisation: "picker-new-organisation",
  place: "picker-new-place",
};

export const speechWords: Record<Speech, MessageId> = {
  direct: "speech-direct",
  paraphrase: "speech-paraphrase",
};
