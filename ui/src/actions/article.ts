/** What one does with articles, their texts and units. */

import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { reading } from "../state/reading.svelte";
import { tell } from "../state/announce.svelte";
import type { Action } from "./registry";

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell("told-copied", { text });
  } catch (reason) {
    console.error("not copied:", reason);
    tell("told-not-copied");
  }
}

export const articleActions: readonly Action[] = [
  {
    id: "reference.copy",
    title: "action-reference-copy",
    menu: "document",
    section: "section-document",
    keys: ["Ctrl+Shift+KeyC"],
    enabled: () => reading.record !== null,
    run: () => void copy(reading.record?.reference ?? ""),
  },
  {
    id: "library.refresh",
    title: "action-refresh",
    menu: "document",
    section: "section-library",
    keys: ["F5"],
    run: () => {
      void library.open().then(() => (library.phase === "open" ? list.ask() : undefined));
      reading.refresh();
    },
  },
];
