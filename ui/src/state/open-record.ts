/** The ways from one record to another. */

import type { Shown } from "../types";
import { list } from "./list.svelte";
import { reading } from "./reading.svelte";
import { views } from "./view.svelte";

/** Shows an article, among the articles. */
export function openArticle(id: string): void {
  reading.show(id);
  views.go({ kind: "articles" });
  const row = list.find(id);
  if (row >= 0) list.choose(row);
}

export function openParty(id: string): void {
  views.go({ kind: "party", id });
}

export function openEvent(id: string): void {
  views.go({ kind: "event", id });
}

/** Shows a record, where it is not on the screen already. */
export function showRecord(shown: Shown): void {
  if ("party" in shown) openParty(shown.party);
  else if ("event" in shown) openEvent(shown.event);
  else if (views.now.kind !== "articles" || reading.wanted !== shown.article) openArticle(shown.article);
}
