/** Undo, redo and what else is common to all editing. */

import { api } from "../api";
import { stepInField } from "../field";
import { takesText } from "../keys";
import { t } from "../language.svelte";
import { opWords } from "../ops";
import { tell } from "../state/announce.svelte";
import { catalogue } from "../state/catalogue.svelte";
import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { views } from "../state/view.svelte";
import type { Action } from "./registry";

const writable = () => library.phase === "open" && library.info?.read_only === false;
const onList = () => views.now.kind === "articles" && list.total > 0 && !takesText(document.activeElement);

async function undo(): Promise<void> {
  if (stepInField("undo")) return;
  await catalogue.settle();
  const kind = await catalogue.attempt(api.undo());
  if (kind !== undefined) tell("told-undone", { what: opWords(kind) });
}

async function redo(): Promise<void> {
  if (stepInField("redo")) return;
  await catalogue.settle();
  const kind = await catalogue.attempt(api.redo());
  if (kind !== undefined) tell("told-redone", { what: opWords(kind) });
}

export const editActions: readonly Action[] = [
  {
    id: "edit.undo",
    title: "action-undo",
    titleNow: () => (catalogue.undo === null ? t("action-undo") : t("action-undo-what", { what: opWords(catalogue.undo) })),
    menu: "edit",
    section: "section-edit",
    keys: ["Ctrl+KeyZ"],
    enabled: writable,
    run: () => void undo(),
  },
  {
    id: "edit.redo",
    title: "action-redo",
    titleNow: () => (catalogue.redo === null ? t("action-redo") : t("action-redo-what", { what: opWords(catalogue.redo) })),
    menu: "edit",
    section: "section-edit",
    keys: ["Ctrl+Shift+KeyZ", "Ctrl+KeyY"],
    enabled: () => writable() && catalogue.redo !== null,
    run: () => void redo(),
  },
  {
    id: "list.select-all",
    title: "action-select-all",
    menu: "edit",
    section: "section-selection",
    keys: ["Ctrl+KeyA"],
    enabled: onList,
    run: () => list.selectAll(),
  },
  {
    id: "list.select-none",
    title: "action-select-none",
    menu: "edit",
    section: "section-selection",
    keys: ["Ctrl+Shift+KeyA"],
    enabled: () => onList() && list.several,
    run: () => list.selectNone(),
  },
];
