/** What wants looking at before an article is done. */

import type { ArticleRecord, MentionRecord, PhotoCheck, QuoteRecord, VersionRecord } from "../types";

/** Something to look at; `key` tells it from the others. */
export type Check =
  | { readonly kind: "stale"; readonly key: string; readonly mention: MentionRecord }
  | { readonly kind: "quote"; readonly key: string; readonly quote: QuoteRecord }
  | { readonly kind: "person"; readonly key: string; readonly party: string; readonly name: string }
  | { readonly kind: "photo"; readonly key: string; readonly photo: PhotoCheck };

/** What tells a check of photos from the others. */
export function keyOf({ kind, photos, name }: PhotoCheck): string {
  return `${kind} ${photos[0] ?? ""} ${name ?? ""}`;
}

/** All of an article, as its version shows it: stale spans, quotes of nobody, persons whom no text names, and its photos'. */
export function checksOf(
  record: ArticleRecord,
  version: VersionRecord | undefined,
  photos: readonly PhotoCheck[],
): Check[] {
  const named = new Set(record.versions.flatMap(({ mentions }) => mentions.map(({ party }) => party)));
  return [
    ...(version?.mentions ?? [])
      .filter(({ state }) => state === "stale")
      .map((mention): Check => ({ kind: "stale", key: mention.id, mention })),
    ...(version?.quotes ?? [])
      .filter(({ speaker }) => speaker === null)
      .map((quote): Check => ({ kind: "quote", key: quote.id, quote })),
    ...record.cast.flatMap(({ party, roles }): Check[] => {
      const found = record.parties.find(({ id }) => id === party);
      // Who took the photos or translated the text is rarely named in it.
      const aside = roles.length > 0 && roles.every((role) => ["author", "photographer", "translator"].includes(role));
      if (found?.kind !== "person" || named.has(party) || aside) return [];
      return [{ kind: "person", key: party, party, name: found.name }];
    }),
    ...photos.map((photo): Check => ({ kind: "photo", key: keyOf(photo), photo })),
  ];
}
