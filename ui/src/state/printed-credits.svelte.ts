/** The credits that the text on the screen prints for its photos: what is offered to those that have none. */

import { api } from "../wire/api";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { photos } from "./photos.svelte";
import { reading } from "./reading.svelte";

class PrintedCredits {
  /** In the order of the text. */
  found = $state.raw<readonly string[]>([]);
  #asked = 0;

  /** The photos of the article that have no credit. */
  readonly lacking = $derived(reading.photos.filter((photo) => photo.credit === null));

  /** Asks for those of an article; none: for none. */
  async ask(article: string | null): Promise<void> {
    const turn = ++this.#asked;
    if (article === null) {
      this.found = [];
      return;
    }
    try {
      const found = await api.printedCredits(article);
      if (turn === this.#asked) this.found = found;
    } catch (reason) {
      console.error("no printed credits:", reason);
      if (turn === this.#asked) this.found = [];
    }
  }

  /** The credit that is offered to a photo of the article: by its place, as photos and credits are printed in one order. */
  offeredTo(id: string): string | null {
    const at = reading.photos.findIndex((photo) => photo.id === id);
    return at < 0 ? null : (this.found[at] ?? this.found.at(-1) ?? null);
  }

  /** Whether there is something to give to the chosen photos, or to all of the article. */
  possible(all: boolean): boolean {
    if (this.found.length === 0) return false;
    return all ? this.lacking.length > 0 : photos.chosen.some((photo) => photo.credit === null);
  }

  /** Gives the printed credits to those chosen, or to all, that have none: one action, which undo takes back. */
  async give(all: boolean): Promise<void> {
    const to = (all ? this.lacking : photos.chosen).filter((photo) => photo.credit === null);
    if (to.length === 0) return;
    const count = await catalogue.attempt(api.creditPhotos(to.map(({ id }) => id)));
    if (count !== undefined) tell("told-credited", { count });
  }
}

export const printedCredits = new PrintedCredits();
