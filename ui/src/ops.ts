/** What was done, in words: the kinds of ops that the archive records. */

import { t } from "./language.svelte";
import type { MessageId } from "./types/messages";

const words: Record<string, MessageId> = {
  add_article: "op-add-article",
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
  tag: "op-tag",
  untag: "op-untag",
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
  save_search: "op-save-search",
  rename_search: "op-rename-search",
  delete_search: "op-delete-search",
  restore: "op-restore",
  edit_photos: "op-edit-photos",
  order_photos: "op-order-photos",
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
  add_event: "op-add-event",
  edit_event: "op-edit-event",
  delete_event: "op-delete-event",
  link_event: "op-link-event",
  undo: "op-undo",
  redo: "op-redo",
  import: "op-import",
};

/** The words for an op's kind. */
export function opWords(kind: string): string {
  const id = words[kind];
  return id === undefined ? t("op-other", { kind }) : t(id);
}
