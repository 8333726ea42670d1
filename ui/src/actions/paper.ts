/** Paper and files: printing, lists written out. */

import { dialogs } from "../state/dialogs.svelte";
import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { reading } from "../state/reading.svelte";
import { shownList } from "../state/shown-list.svelte";
import { views } from "../state/view.svelte";
import type { Action } from "./registry";

/** Whether the middle lists anything. */
const lists = () => (views.now.kind === "articles" ? list.total > 0 : shownList.now !== null);

export const paperActions: readonly Action[] = [
  {
    id: "paper.print",
    title: "action-print",
    menu: "document",
    section: "section-paper",
    keys: ["Ctrl+KeyP"],
    enabled: () => library.phase === "open" && (lists() || (views.now.kind === "articles" && reading.record !== null)),
    run: () => (dialogs.now = { kind: "print" }),
  },
  {
    id: "paper.list",
    title: "action-list-out",
    menu: "document",
    section: "section-paper",
    keys: ["Ctrl+Shift+KeyE"],
    enabled: () => library.phase === "open" && lists(),
    run: () => (dialogs.now = { kind: "list-out" }),
  },
];
