/** What is still open in an article before it is registered: told, never a hindrance. */

import type { Args } from "./language.svelte";
import type { ArticleRecord } from "../types";
import type { MessageId } from "../types/messages";
import { wasDamaged, wasMachineRead } from "../logic/received";

/** One thing that an archivist would want to mend first. */
export interface OpenPoint {
  readonly id: MessageId;
  readonly args: Args;
}

/** The open points of a record, the weightiest first. */
export function openPoints(record: ArticleRecord): OpenPoint[] {
  const fresh = record.versions.filter(({ fixed_at }) => fixed_at === null);
  const stale = fresh.flatMap(({ mentions }) => mentions).filter(({ state }) => state === "stale").length;
  const silent = fresh.flatMap(({ quotes }) => quotes).filter(({ speaker }) => speaker === null).length;
  const isMachineRead = fresh.some(wasMachineRead);
  const nameless = record.photos.filter(({ credit }) => credit === null).length;
  const points: (OpenPoint | false)[] = [
    fresh.some(({ title }) => title.trim() === "") && { id: "open-title", args: {} },
    fresh.some(({ body }) => body.trim() === "") && { id: "open-body", args: {} },
    fresh.some(wasDamaged) && { id: "open-damaged", args: {} },
    isMachineRead && { id: "open-machine-read", args: {} },
    record.publication_date === null && { id: "open-date", args: {} },
    record.units.length === 0 && { id: "open-unit", args: {} },
    record.cast.length === 0 && { id: "open-cast", args: {} },
    stale > 0 && { id: "open-stale", args: { count: stale } },
    silent > 0 && { id: "open-speaker", args: { count: silent } },
    nameless > 0 && { id: "open-credit", args: { count: nameless } },
  ];
  return points.filter((point) => point !== false);
}
