/** What was done, and by whom. */

import { dialogs } from "../state/dialogs.svelte";
import { library } from "../state/library.svelte";
import type { Action } from "./registry";

export const historyActions: readonly Action[] = [
  {
    id: "history.library",
    title: "action-history-library",
    menu: "edit",
    section: "section-history",
    keys: ["Ctrl+Shift+KeyH"],
    enabled: () => library.phase === "open",
    run: () => (dialogs.now = { kind: "history" }),
  },
];
