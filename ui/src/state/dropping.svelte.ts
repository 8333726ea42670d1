/** Files over the window: what they are, what will happen with them, and then doing it. */

import { api, type DropEvent } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { Dropped } from "../types/shell";
import { catalogue } from "./catalogue.svelte";
import { dialogs } from "./dialogs.svelte";
import { drafting } from "./drafting.svelte";
import { intake } from "./intake.svelte";
import { library } from "./library.svelte";
import { attach, homeNow } from "./photos.svelte";
import { session } from "./session.svelte";

class Dropping {
  /** Whether something is held over the window. */
  over = $state(false);
  /** What it is; null before that is known. */
  what = $state.raw<Dropped | null>(null);
  #asked = 0;

  /** Takes what the system says of files over the window. */
  took(event: DropEvent): void {
    if (event.kind === "enter") void this.#enter(event.paths);
    else if (event.kind === "over") this.over = true;
    else {
      this.#asked++;
      this.over = false;
      this.what = null;
      if (event.kind === "drop") void this.take(event.paths);
    }
  }

  async #enter(paths: string[]): Promise<void> {
    const turn = ++this.#asked;
    this.over = true;
    try {
      const what = await api.sort(paths);
      if (turn === this.#asked) this.what = what;
    } catch (reason) {
      // What they are is told when they are let go.
      console.error("not sorted:", reason);
    }
  }

  /** Does with files what their kind asks for: texts and photos first, then what opens something else. */
  async take(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    try {
      const what = await api.sort([...paths]);
      const [another] = what.libraries;
      const [bundle] = what.bundles;
      if (another !== undefined) {
        await session.open(another);
        session.showProblem();
        return;
      }
      if (bundle !== undefined) dialogs.now = { kind: "verify", path: bundle };
      if (library.phase !== "open") return;
      // What is no text is refused with words that say why.
      const texts = [...what.texts, ...(what.photos.length + what.bundles.length === 0 ? what.others : [])];
      if (library.info?.read_only === true && (texts.length > 0 || what.photos.length > 0)) {
        catalogue.problem = { code: "library_read_only", data: { path: library.info.path } };
        return;
      }
      if (texts.length > 0) await intake.take(texts);
      if (what.photos.length === 0) return;
      const home = homeNow();
      if (home === null) await intake.photos(what.photos);
      else await attach(what.photos, home);
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }

  /** Makes an article of a text that was pasted where no field is typed into. */
  paste(text: string): void {
    if (library.phase !== "open" || library.info?.read_only === true || text.trim() === "") return;
    void drafting.newArticle(text);
  }
}

export const dropping = new Dropping();
