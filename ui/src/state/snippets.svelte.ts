/** For rows of a search: the part of each text that has what was searched. */

import { api } from "../wire/api";
import { cutAtMatches, startNearMatch, type Piece } from "../logic/matches";

/** How long scrolling must rest before the archive is asked, in ms, and for how many texts at once at most. */
const pause = 40;
const most = 60;

class Snippets {
  #text = "";
  #found = $state.raw<ReadonlyMap<string, readonly Piece[]>>(new Map());
  #wanted = new Set<string>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** Makes sure that the snippets of these articles are here or on their way. */
  need(text: string, ids: readonly string[]): void {
    if (text !== this.#text) {
      this.#text = text;
      this.#wanted.clear();
      this.#found = new Map();
    }
    for (const id of ids) if (!this.#found.has(id)) this.#wanted.add(id);
    if (this.#wanted.size === 0) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#ask(), pause);
  }

  /** The pieces of an article's snippet; none while it is on its way. */
  pieces(id: string): readonly Piece[] {
    return this.#found.get(id) ?? [];
  }

  async #ask(): Promise<void> {
    const text = this.#text;
    const ids = [...this.#wanted].slice(-most);
    for (const id of ids) this.#wanted.delete(id);
    try {
      const found = await api.snippets(text, ids);
      if (text !== this.#text) return;
      const all = new Map(this.#found);
      for (const id of ids) all.set(id, []);
      for (const one of found) all.set(one.id, startNearMatch(cutAtMatches(one.text, one.matches)));
      this.#found = all;
    } catch (reason) {
      // The list itself tells what is wrong with the library.
      console.error("no snippets:", reason);
    }
  }
}

export const snippets = new Snippets();
