/** What wants looking at before an article is done. */

import type { ArticleRecord, MentionRecord, QuoteRecord, VersionRecord } from "../types";

/** Something to look at; `key` tells it from the others. */
export type Check =
  | { readonly kind: "stale"; readonly key: string; readonly mention: MentionRecord }
  | { readonly kind: "quote"; readonly key: string; readonly quote: QuoteRecord }
  | { readonly kind: "person"; readonly key: string; readonly party: string; readonly name: string }
  /** `number` counts from 1. */
  | { readonly kind: "photo"; readonly key: string; readonly number: number };

/** All of an article, as its version shows it: stale spans, quotes of nobody, persons whom no text names, photos without credit. */
export function checksOf(record: ArticleRecord, version: VersionRecord | undefined): Check[] {
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
    ...record.photos.flatMap(({ id, credit }, index): Check[] =>
      credit === null || credit.trim() === "" ? [{ kind: "photo", key: id, number: index + 1 }] : [],
    ),
  ];
}
