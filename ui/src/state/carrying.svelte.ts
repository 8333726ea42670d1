/** Articles carried by the pointer from the list to a unit of the tree. The keyboard has "move to a unit" for it. */

import { api } from "../wire/api";
import { t } from "../words/language.svelte";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { library } from "./library.svelte";
import { list } from "./list.svelte";

/** Pixels that the pointer moves before a press becomes a drag. */
const slack = 6;

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
  press(event: PointerEvent, row: number): void {
    if (event.button !== 0 || event.shiftKey || event.ctrlKey || library.info?.read_only !== false) return;
    this.#dropped = false;
    this.#began = { x: event.clientX, y: event.clientY, row };
  }

  /** The pointer moves; once it is far enough, the row's article is carried, or all those selected with it. */
  move(event: PointerEvent): void {
    if (this.#began === null) return;
    const { x, y, row } = this.#began;
    if (event.buttons === 0) return this.leave();
    if (this.at === null) {
      if (Math.hypot(event.clientX - x, event.clientY - y) < slack) return;
      if (!list.isSelected(row)) list.choose(row);
    }
    event.preventDefault();
    this.at = { x: event.clientX, y: event.clientY };
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-unit]");
    this.over = under?.dataset["unit"] ?? null;
  }

  /** The pointer went up: over a unit, what is carried goes there. */
  async drop(): Promise<void> {
    const { over } = this;
    this.#dropped = this.at !== null;
    const carried = this.#dropped;
    this.leave();
    if (over === null || !carried) return;
    const { count } = this;
    const done = await catalogue.attempt(api.moveArticles(await list.selectedIds(), over === "" ? null : over));
    if (done === undefined) return;
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
