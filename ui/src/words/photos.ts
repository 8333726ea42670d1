/** What a photo's record says, for people. */

import { language, t } from "./language.svelte";
import type { MessageId } from "../types/messages";
import type { PhotoMark } from "../logic/photo-filters";
import type { PhotoLack, PhotoRecord, TextKind } from "../types";

/** What photos lack. */
export const lackWords: Readonly<Record<PhotoLack, MessageId>> = {
  credit: "photos-lacking-credit",
  caption: "photos-lacking-caption",
  alt: "photos-lacking-alt",
  people: "photos-lacking-people",
  taken_at: "photos-lacking-time",
};

/** What photos are marked as. */
export const markWords: Readonly<Record<PhotoMark, MessageId>> = {
  picked: "photos-mark-picked",
  published: "photos-mark-published",
  unpublished: "photos-mark-unpublished",
  turned_down: "photos-mark-turned-down",
  by_ai: "photos-mark-by-ai",
};

/** So many stars or more, of five. */
export function starsOrMore(stars: number): string {
  const shown = "★".repeat(stars);
  return stars === 5 ? shown : t("photos-stars-or-more", { stars: shown });
}

/** A photo's caption or alternative text: in the text's language, else the window's, else any. */
export function photoText(photo: PhotoRecord, kind: TextKind, textLanguage: string | undefined): string | undefined {
  const texts = photo.texts.filter((text) => text.kind === kind);
  const found =
    texts.find((text) => text.language === textLanguage) ??
    texts.find((text) => text.language === language()) ??
    texts[0];
  return found?.text;
}

/** What a screen reader says for the picture. */
export function spoken(photo: PhotoRecord, textLanguage: string | undefined): string {
  return photoText(photo, "alt", textLanguage) ?? photoText(photo, "caption", textLanguage) ?? photo.name;
}

/** What was said of a photo at the light table. */
export function marksInWords({ rating, picked, published }: PhotoRecord): string[] {
  return [
    ...(picked ? [t("photo-picked")] : []),
    ...(rating === -1 ? [t("photo-turned-down")] : rating === null ? [] : [t("photo-stars", { stars: rating })]),
    ...(published ? [t("photo-published")] : []),
  ];
}

const reasons: Record<string, MessageId> = {
  heic: "undrawable-format",
  raw: "undrawable-format",
  unsupported: "undrawable-format",
  unsupported_format: "undrawable-format",
  format: "undrawable-format",
  format_not_decoded: "undrawable-format",
  damaged: "undrawable-damaged",
  corrupt: "undrawable-damaged",
  too_large: "undrawable-large",
};

/** Why a photo cannot be drawn. */
export function whyUndrawable(code: string): string {
  return t(reasons[code] ?? "undrawable-other");
}
