/** What differs between a record as it is on the screen and as somebody else left it. */

import type { ArticleRecord } from "../types";
import { cutBetween } from "./edits";

/**
 * What of `now` looks different: UUIDs of mentions, quotes, parties, places and photos; `title UUID` of a version, and
 * `paragraph UUID OFFSET` for each of its paragraphs whose words are new, by the UTF-16 offset that it begins at.
 */
export function changesBetween(before: ArticleRecord, now: ArticleRecord): Set<string> {
  const changed = new Set<string>();
  const compare = <T>(old: readonly T[], fresh: readonly T[], id: (one: T) => string, key = id) => {
    const known = new Map(old.map((one) => [id(one), JSON.stringify(one)]));
    for (const one of fresh) if (known.get(id(one)) !== JSON.stringify(one)) changed.add(key(one));
  };
  compare(
    before.cast,
    now.cast,
    (line) => line.id,
    (line) => line.party,
  );
  compare(before.parties, now.parties, ({ id }) => id);
  compare(before.places, now.places, ({ id }) => id);
  compare(before.photos, now.photos, ({ id }) => id);
  for (const version of now.versions) {
    const old = before.versions.find(({ id }) => id === version.id);
    if (old === undefined) continue;
    if (old.title !== version.title) changed.add(`title ${version.id}`);
    const cut = cutBetween(old.body, version.body);
    if (cut !== undefined) {
      let start = 0;
      for (const line of version.body.split("\n")) {
        const end = start + line.length;
        if (line !== "" && start <= cut.at + cut.inserted && end >= cut.at)
          changed.add(`paragraph ${version.id} ${start}`);
        start = end + 1;
      }
      continue;
    }
    compare(old.mentions, version.mentions, ({ id }) => id);
    compare(old.quotes, version.quotes, ({ id }) => id);
  }
  return changed;
}
