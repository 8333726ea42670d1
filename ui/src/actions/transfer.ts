/** Export, verification, import, transfers to other archives, check and backup. */

import { dialogs } from "../state/dialogs.svelte";
import { library } from "../state/library.svelte";
import type { Action } from "./registry";

const isOpen = () => library.phase === "open";
const writable = () => isOpen() && library.info?.read_only !== true;

export const transferActions: readonly Action[] = [
  {
    id: "transfer.export",
    title: "action-export",
    menu: "transfer",
    section: "section-bundle",
    keys: ["Ctrl+KeyE"],
    enabled: isOpen,
    run: () => (dialogs.now = { kind: "export", what: "chosen" }),
  },
  {
    id: "transfer.verify",
    title: "action-verify",
    menu: "transfer",
    section: "section-bundle",
    keys: [],
    run: () => (dialogs.now = { kind: "verify", path: null }),
  },
  {
    id: "transfer.import",
    title: "action-import",
    menu: "transfer",
    section: "section-bundle",
    keys: [],
    enabled: writable,
    run: () => (dialogs.now = { kind: "import", path: null }),
  },
  {
    id: "transfer.begin",
    title: "action-transfer-begin",
    menu: "transfer",
    section: "section-transfer",
    keys: [],
    enabled: writable,
    run: () => (dialogs.now = { kind: "transfer" }),
  },
  {
    id: "transfer.list",
    title: "action-transfer-list",
    menu: "transfer",
    section: "section-transfer",
    keys: [],
    enabled: isOpen,
    run: () => (dialogs.now = { kind: "transfers", id: null }),
  },
  {
    id: "transfer.check",
    title: "action-check",
    menu: "transfer",
    section: "section-care",
    keys: [],
    enabled: isOpen,
    run: () => (dialogs.now = { kind: "check" }),
  },
  {
    id: "transfer.backup",
    title: "action-backup",
    menu: "transfer",
    section: "section-care",
    keys: [],
    enabled: isOpen,
    run: () => (dialogs.now = { kind: "backup" }),
  },
  {
    id: "transfer.restore",
    title: "action-restore-backup",
    menu: "transfer",
    section: "section-care",
    keys: [],
    enabled: () => library.phase === "open" || library.phase === "none",
    run: () => (dialogs.now = { kind: "restore" }),
  },
];
