/** Articles carried by the pointer from the list to a unit of the tree. The keyboard has "move to a unit" for it. */

import { api } from "../wire/api";
import { t } from "../words/language.svelte";
import { tell } from "./announce.svelte";
import { batching } from "./batching.svelte";
import { catalogue } from "./catalogue.svelte";
import { library } from "./library.svelte";
import { list } from "./list.svelte";

/** Pixels that the pointer moves before a press becomes a drag. */
const slack = 6;

/** What is known of the pointer, as its events tell it. */
interface Pointer {
  readonly clientX: number;
  readonly clientY: number;
  /** The buttons held; 0 is none. */
  readonly buttons: number;
}

/** A press of the pointer; `button` 0 is the main one. */
interface Press extends Pointer {
  readonly button: number;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

class Carrying {
  /** Where the pointer is, while something is carried. */
  at = $state.raw<{ readonly x: number; readonly y: number } | null>(null);
  /** The unit under the pointer, a UUID; empty: the in-tray. */
  over = $state<string | null>(null);
  #began: { readonly x: number; readonly y: number; readonly row: number } | null = null;
  /** The click at the end of a drag is none. */
  #dropped = false;

  /** How many articles are carried. */
  get count(): number {
    return list.selectedCount;
  }

  /** The pointer went down on a row of the list. */
  press(pointer: Press, row: number): void {
    if (pointer.button !== 0 || pointer.shiftKey || pointer.ctrlKey || library.info?.read_only !== false) return;
    this.#dropped = false;
    this.#began = { x: pointer.clientX, y: pointer.clientY, row };
  }

  /**
   * The pointer moves; once it is far enough, the row's article is carried, or all those selected with it.
   * `unitAt` tells the unit that is drawn at a place of the window. True where something is carried.
   */
  move(pointer: Pointer, unitAt: (x: number, y: number) => string | null): boolean {
    if (this.#began === null) return false;
    const { clientX, clientY } = pointer;
    const { x, y, row } = this.#began;
    if (pointer.buttons === 0) {
      this.leave();
      return false;
    }
    if (this.at === null) {
      if (Math.hypot(clientX - x, clientY - y) < slack) return false;
      if (!list.isSelected(row)) list.choose(row);
    }
    this.at = { x: clientX, y: clientY };
    this.over = unitAt(clientX, clientY);
    return true;
  }

  /** The pointer went up: over a unit, what is carried goes there. */
  async drop(): Promise<void> {
    const { over } = this;
    this.#dropped = this.at !== null;
    const carried = this.#dropped;
    this.leave();
    if (over === null || !carried) return;
    const { count } = this;
    const unit = over === "" ? null : over;
    // Of many one sees how far it is, and can stop it.
    const job = list.several ? await batching.run({ act: { move: unit }, ids: await list.selectedIds() }) : null;
    if (job?.state === "failed") catalogue.problem = job.problem;
    else if (job?.state === "cancelled") tell("batch-stopped");
    if (job !== null && job.state !== "done") return;
    if (job === null && (await catalogue.attempt(api.moveArticles(await list.selectedIds(), unit))) === undefined)
      return;
    list.selectNone();
    const title = library.units.find(({ id }) => id === over)?.title ?? t("units-tray");
    tell("told-articles-moved", { count, title });
  }

  /** Nothing is carried any more. */
  leave(): void {
    this.#began = null;
    this.at = null;
    this.over = null;
  }

  /** Whether the click that comes now ended a drag; asked once. */
  clicked(): boolean {
    const ended = this.#dropped;
    this.#dropped = false;
    return ended;
  }
}

export const carrying = new Carrying();
