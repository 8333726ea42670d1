/** Which rows of the list of persons or organisations are chosen: what an action is done to. */

import { api } from "../wire/api";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";

class PartyList {
  /** UUIDs of those chosen; empty where it is the one that the keyboard is on. */
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  #here = $state<string>();

  /** Those that an action is about. */
  readonly meant: readonly string[] = $derived(
    this.chosen.size > 0 ? [...this.chosen] : this.#here === undefined ? [] : [this.#here],
  );

  choose(ids: readonly string[], here: string | undefined): void {
    this.chosen = new Set(ids);
    this.#here = here;
  }

  /** The keyboard is on a row. */
  stand(here: string | undefined): void {
    this.#here = here;
  }

  /** Deletes those chosen that nothing refers to, and says which are in use. */
  async remove(): Promise<void> {
    const done = await catalogue.attempt(api.deleteParties([...this.meant]));
    if (done === undefined) return;
    this.chosen = new Set();
    if (done.in_use.length === 0) tell("told-parties-deleted", { count: done.deleted });
    else {
      const names = done.in_use.slice(0, 5).join(", ");
      tell("told-parties-in-use", { count: done.deleted, kept: done.in_use.length, names });
    }
  }
}

export const partyList = new PartyList();
