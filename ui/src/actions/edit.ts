/** Undo, redo and what else is common to all editing. */

import { api } from "../wire/api";
import { inField } from "../screen/clipboard";
import { typesInText } from "../screen/elements";
import { canStepInField, stepInField } from "../screen/field-undo.svelte";
import { inText } from "../screen/keyboard";
import { t } from "../words/language.svelte";
import { opWords } from "../words/ops";
import { tell } from "../state/announce.svelte";
import { catalogue } from "../state/catalogue.svelte";
import { drafting } from "../state/drafting.svelte";
import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { showRecord } from "../state/open-record";
import { keysWaitFor } from "../state/keyboard";
import { photos } from "../state/photos.svelte";
import { reading } from "../state/reading.svelte";
import { views } from "../state/view.svelte";
import { windowSteps } from "../state/window-steps.svelte";
import { asProblem } from "../wire/problem";
import type { Action } from "./registry";

const writable = () => library.phase === "open" && library.info?.read_only === false;
const onList = () => views.now.kind === "articles" && list.total > 0 && !inField() && !inText();

/** Ops whose effect is seen where photos are. */
const ofPhotos = [
  "attach",
  "edit_photos",
  "order_photos",
  "turn_photos",
  "move_photos",
  "remove_photos",
  "edit_regions",
];

/** Whether what an op does is seen on the page on the screen, so that nobody is led away from it. */
function isSeenHere(op: string): boolean {
  const { kind } = views.now;
  if (kind === "near_photos") return op === "relate_photos" || ofPhotos.includes(op);
  return kind === "photos" && ofPhotos.includes(op);
}

/** Whether there is something to take back or do again, and one sees what that does. */
function possible(way: "undo" | "redo"): boolean {
  const kind = catalogue[way];
  if (!writable()) return false;
  // The large view lies over all else: nothing is taken back behind it.
  if (photos.large !== null) return kind !== null && ofPhotos.includes(kind);
  return kind !== null || windowSteps.next(way) !== undefined || canStepInField(way);
}

/** The words for what undo takes back, or redo does again; null where there is nothing. */
function whatNext(way: "undo" | "redo"): string | null {
  const beside = windowSteps.next(way);
  if (beside !== undefined) return t(beside.what);
  const kind = catalogue[way];
  return kind === null ? null : opWords(kind);
}

/** Takes back, or does again, what was done last and is no op of the archive. */
async function stepBeside(way: "undo" | "redo"): Promise<void> {
  catalogue.problem = null;
  const what = whatNext(way) ?? "";
  try {
    await windowSteps.take(way);
    tell(way === "undo" ? "told-undone" : "told-redone", { what });
  } catch (reason) {
    catalogue.problem = asProblem(reason);
  }
}

async function step(way: "undo" | "redo"): Promise<void> {
  // What was pasted into an empty text is the archive's, though the keyboard is in the field.
  const pasted = way === "undo" && drafting.draft?.justFilled === true;
  if (!pasted && stepInField(way)) return;
  // Nothing is taken back behind what one types: it may be in another document.
  if (!pasted && typesInText()) return tell("told-nothing-in-field");
  await catalogue.settle();
  if (photos.large === null && windowSteps.next(way) !== undefined) return stepBeside(way);
  // Of one's own typing nothing is left, and there is nothing else.
  if (catalogue[way] === null) return;
  const done = await catalogue.attempt(way === "undo" ? api.undo() : api.redo(), "back");
  if (done === undefined) return;
  const stays = photos.large !== null || isSeenHere(done.kind);
  const before = reading.wanted;
  if (done.shows !== null && !stays) showRecord(done.shows);
  // Another document on the screen hushes what was said of the one before.
  await reading.settled();
  const what = opWords(done.kind);
  const reference = reading.record?.reference;
  if (before === null || before === reading.wanted || reference === undefined) {
    tell(way === "undo" ? "told-undone" : "told-redone", { what });
  } else tell(way === "undo" ? "told-undone-elsewhere" : "told-redone-elsewhere", { what, reference });
}

export const editActions: readonly Action[] = [
  {
    id: "edit.undo",
    title: "action-undo",
    titleNow: () => {
      const what = whatNext("undo");
      return what === null ? t("action-undo") : t("action-undo-what", { what });
    },
    menu: "edit",
    section: "section-edit",
    keys: ["Ctrl+KeyZ"],
    enabled: () => possible("undo"),
    run: () => void keysWaitFor(step("undo"), "keyboard"),
  },
  {
    id: "edit.redo",
    title: "action-redo",
    titleNow: () => {
      const what = whatNext("redo");
      return what === null ? t("action-redo") : t("action-redo-what", { what });
    },
    menu: "edit",
    section: "section-edit",
    keys: ["Ctrl+Shift+KeyZ", "Ctrl+KeyY"],
    enabled: () => possible("redo"),
    run: () => void keysWaitFor(step("redo"), "keyboard"),
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
