/** What photos are described by alike, to be copied to others or kept as a template. */

import type { PhotoFields, PhotoRecord, TextKind } from "../types";

const plain = ["credit", "photographer", "place", "rights", "instructions", "digital_source_type"] as const;

/** The fields that all of these photos have, and have alike; without those that are of one photo alone. */
export function descriptionOf(photos: readonly PhotoRecord[]): PhotoFields {
  const fields: PhotoFields = {};
  for (const field of plain) {
    const value = common(photos, (photo) => photo[field]);
    if (value !== null) fields[field] = value;
  }
  const captions = textsOf(photos, "caption");
  if (Object.keys(captions).length > 0) fields.captions = captions;
  const alts = textsOf(photos, "alt");
  if (Object.keys(alts).length > 0) fields.alts = alts;
  return fields;
}

/** Whether anything is said. */
export function isDescribed(photos: readonly PhotoRecord[]): boolean {
  return Object.keys(descriptionOf(photos)).length > 0;
}

/** How many values are said: each text in each language, and each other field. */
export function countValues({ captions = {}, alts = {}, ...rest }: PhotoFields): number {
  return Object.keys(captions).length + Object.keys(alts).length + Object.keys(rest).length;
}

function common(photos: readonly PhotoRecord[], pick: (photo: PhotoRecord) => string | null): string | null {
  const values = new Set(photos.map(pick));
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

function textsOf(photos: readonly PhotoRecord[], kind: TextKind): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { language } of photos[0]?.texts ?? []) {
    const own = (photo: PhotoRecord) =>
      photo.texts.find((text) => text.kind === kind && text.language === language)?.text ?? null;
    const text = common(photos, own);
    if (text !== null) texts[language] = text;
  }
  return texts;
}
