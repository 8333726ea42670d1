/** Words for what a document's reader leaves out, and is not sure of. */

import type { MessageId } from "../types/messages";

const leftOut: Readonly<Record<string, MessageId>> = {
  comment: "left-comment",
  deletion: "left-deletion",
  page_header: "left-page-header",
  hidden: "left-hidden",
  furniture: "left-furniture",
  signature: "left-signature",
  quoted_mail: "left-quoted-mail",
  covering_note: "left-covering-note",
  missing_picture: "left-missing-picture",
  object: "left-object",
  speaker_note: "left-speaker-note",
  scanned_page: "left-scanned-page",
  locked_file: "left-locked-file",
  damaged_file: "left-damaged-file",
  same_text: "left-same-text",
  small_picture: "left-small-picture",
};

const doubt: Readonly<Record<string, MessageId>> = {
  old_font: "doubt-old-font",
  broken_letters: "doubt-broken-letters",
  machine_read: "doubt-machine-read",
  damaged: "doubt-damaged",
  cut_off: "doubt-cut-off",
};

/** What a kind of thing that was left out is called; a kind of a later program is something else. */
export function leftOutWords(kind: string): MessageId {
  return leftOut[kind] ?? "left-other";
}

/** Kinds of doubts that begin so say why nothing was read of a file. */
const notRead = "not_read_";

/** What a kind of doubt says. */
export function doubtWords(kind: string): MessageId {
  return kind.startsWith(notRead) ? "doubt-not-read" : (doubt[kind] ?? "doubt-other");
}

/** Why nothing was read of a file, a code; empty for another doubt. */
export function whyNotRead(kind: string): string {
  return kind.startsWith(notRead) ? kind.slice(notRead.length) : "";
}
