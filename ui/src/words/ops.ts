/** What was done, in words: the kinds of ops that the archive records. */

import { t } from "./language.svelte";
import type { HistoryLine } from "../types";
import type { MessageId } from "../types/messages";

const words: Record<string, MessageId> = {
  add_article: "op-add-article",
  add_articles: "op-add-articles",
  keep_forms: "op-keep-forms",
  join_articles: "op-join-articles",
  add_unit: "op-add-unit",
  edit_unit: "op-edit-unit",
  delete_unit: "op-delete-unit",
  add_version: "op-add-version",
  delete_version: "op-delete-version",
  edit_language: "op-edit-language",
  move_articles: "op-move-articles",
  attach: "op-attach",
  delete_article: "op-delete-article",
  edit_article: "op-edit-article",
  edit_text: "op-edit-text",
  edit_title: "op-edit-title",
  edit_headings: "op-edit-headings",
  register: "op-register",
  register_articles: "op-register-articles",
  edit_articles: "op-edit-articles",
  delete_articles: "op-delete-articles",
  tag_articles: "op-tag-articles",
  accept_certain: "op-accept-certain",
  tag: "op-tag",
  tag_place: "op-tag-place",
  untag: "op-untag",
  untag_place: "op-untag-place",
  mention: "op-mention",
  quote: "op-quote",
  mark_everywhere: "op-mark-everywhere",
  edit_participation: "op-edit-participation",
  order_cast: "op-order-cast",
  remove_mention: "op-remove-mention",
  move_mention: "op-move-mention",
  edit_quote: "op-edit-quote",
  remove_quote: "op-remove-quote",
  accept_suggestions: "op-accept-suggestions",
  reject_suggestion: "op-reject-suggestion",
  suggest_again: "op-suggest-again",
  save_search: "op-save-search",
  save_photo_template: "op-save-photo-template",
  delete_photo_template: "op-delete-photo-template",
  rename_search: "op-rename-search",
  rename_library: "op-rename-library",
  delete_search: "op-delete-search",
  restore: "op-restore",
  edit_photos: "op-edit-photos",
  order_photos: "op-order-photos",
  turn_photos: "op-turn-photos",
  shift_photos: "op-shift-photos",
  move_photos: "op-move-photos",
  remove_photos: "op-remove-photos",
  edit_regions: "op-edit-regions",
  add_party: "op-add-party",
  load_officials: "op-load-officials",
  edit_party: "op-edit-party",
  delete_party: "op-delete-party",
  edit_names: "op-edit-names",
  edit_posts: "op-edit-posts",
  merge_parties: "op-merge-parties",
  split_party: "op-split-party",
  tell_apart: "op-tell-apart",
  relate_photos: "op-relate-photos",
  add_event: "op-add-event",
  edit_event: "op-edit-event",
  delete_event: "op-delete-event",
  link_event: "op-link-event",
  begin_transfer: "op-begin-transfer",
  release: "op-release",
  edit_transfer: "op-edit-transfer",
  send_transfer: "op-send-transfer",
  return_transfer: "op-return-transfer",
  accept_transfer: "op-accept-transfer",
  delete_transfer: "op-delete-transfer",
  keep_transfer_files: "op-keep-transfer-files",
  remove_transfer_file: "op-remove-transfer-file",
  undo: "op-undo",
  redo: "op-redo",
  import: "op-import",
};

/** The words for an op's kind. */
export function opWords(kind: string): string {
  const id = words[kind];
  return id === undefined ? t("op-other", { kind }) : t(id);
}

/** What an op of history did; of an undo or redo, what it took back or did again. */
export function lineWords({ kind, reverted_kind, articles }: HistoryLine): string {
  const words = (kind: string) => (articles === null ? opWords(kind) : t("op-add-articles-count", { count: articles }));
  return reverted_kind === null
    ? words(kind)
    : t(kind === "redo" ? "op-redo-what" : "op-undo-what", { what: words(reverted_kind) });
}
