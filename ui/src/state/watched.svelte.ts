/** The folder that is watched for what others put into it, and what it offers. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import { t } from "../words/language.svelte";
import type { Problem, WatchedNow } from "../types/shell";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { dropping } from "./dropping.svelte";
import { library } from "./library.svelte";
import { pick } from "./picking";

class Watched {
  /** How it stands; null before that is known. */
  now = $state.raw<WatchedNow | null>(null);

  /** How many files are offered to the library that is open. */
  get count(): number {
    if (this.now === null || library.phase !== "open" || library.info?.read_only !== false) return 0;
    return this.now.documents + this.now.photos;
  }

  /** Follows it from now on; gives what stops that. */
  async listen(): Promise<() => void> {
    const stop = await api.onWatched((now) => (this.now = now));
    try {
      this.now = await api.watchedNow();
    } catch (reason) {
      // It is told again when it stands differently.
      console.error("watched folder not known:", reason);
    }
    return stop;
  }

  /** Asks which folder to watch. Gives why it cannot be. */
  async choose(): Promise<Problem | null> {
    try {
      const [folder] = await pick({ kind: "folder" }, t("pick-watched"));
      if (folder !== undefined) await api.watchFolder(folder);
      return null;
    } catch (reason) {
      return asProblem(reason);
    }
  }

  /** Watches none any more. Gives why that could not be kept. */
  async leave(): Promise<Problem | null> {
    try {
      await api.watchFolder(null);
      return null;
    } catch (reason) {
      return asProblem(reason);
    }
  }

  /** Shows what is offered, for one to take it or not. */
  async show(): Promise<void> {
    if (this.now?.folder == null) return tell("told-no-watched");
    try {
      await dropping.offer(await api.offeredFiles());
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }
}

export const watched = new Watched();
