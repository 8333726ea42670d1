/** Files over the window: what they are, what will happen with them, and then doing it. */

import { api, type DropEvent } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { SortedPaths } from "../types/shell";
import { pathsIn } from "../logic/pasted";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { dialogs } from "./dialogs.svelte";
import { drafting } from "./drafting.svelte";
import { intake } from "./intake.svelte";
import { library } from "./library.svelte";
import { attach, homeNow } from "./photos.svelte";
import { session } from "./session.svelte";

/** How a pasted picture is called that had no file. */
function pictureName(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  return `image-${local.slice(0, 10)}-${local.slice(11, 19).replaceAll(":", "")}`;
}

/** So many documents are taken in without a question. */
const askedAbove = 20;

class Dropping {
  /** Whether something is held over the window. */
  over = $state(false);
  /** What it is; null before that is known. */
  what = $state.raw<SortedPaths | null>(null);
  /** Whether it is words. */
  words = $state(false);
  /** Photos that were pasted, or came with a text that was refused, by their paths, while one is asked where they go. */
  unplaced = $state.raw<readonly string[] | null>(null);
  /** What lies before one to be taken in, while one is asked about it. */
  planned = $state.raw<SortedPaths | null>(null);
  #decide: ((take: boolean) => void) | null = null;
  #asked = 0;

  /** Asks whether what is planned is to be done. */
  #confirm(what: SortedPaths): Promise<boolean> {
    // What is asked anew answers what was asked before.
    this.decide(false);
    this.planned = what;
    return new Promise((resolve) => {
      this.#decide = resolve;
    });
  }

  /** Answers the question about what is planned. */
  decide(take: boolean): void {
    this.planned = null;
    this.#decide?.(take);
    this.#decide = null;
  }

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
      // What is no document is refused with words that say why, and stops none of the others.
      const documents = [...what.documents.map(({ path }) => path), ...what.others];
      if (library.info?.read_only === true && (documents.length > 0 || what.photos.length > 0)) {
        catalogue.problem = { code: "library_read_only", data: { path: library.info.path } };
        return;
      }
      if (documents.length > 0) {
        // Hundreds are no slip of the hand: what will come of them is shown before it does.
        if (documents.length > askedAbove && !(await this.#confirm(what))) return;
        // What they came with was not taken in, or it may be one of several: the document on the screen is not theirs.
        const unplaced = await intake.take(documents, what.photos);
        if (unplaced.length > 0) this.unplaced = unplaced;
        return;
      }
      if (what.photos.length === 0) {
        if (bundle === undefined) tell("told-nothing-there");
        return;
      }
      const home = homeNow();
      if (home === null) await intake.photos(what.photos);
      else await attach(what.photos, home);
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }

  /** Makes an article of a text that was pasted where no field is typed into, or dragged in. */
  takeWords(words: string): void {
    if (library.phase !== "open" || words.trim() === "") return;
    if (library.info?.read_only === true) {
      catalogue.problem = { code: "library_read_only", data: { path: library.info.path } };
      return;
    }
    void drafting.newArticle(words);
  }

  /**
   * Takes what was pasted: words, or the copied files and pictures that the page is not told of. `beside`: the keyboard
   * is among fields, but in none that is typed into; then words were meant for a field, and make no article.
   */
  async paste(words: string, beside = false): Promise<void> {
    if (library.phase !== "open") return;
    const listed = pathsIn(words);
    // A file manager gives a copied file as words too.
    if (words.trim() !== "" && listed.length === 0) return beside ? tell("told-no-field") : this.takeWords(words);
    try {
      const copied = await api.clipboardFiles(pictureName(new Date()));
      const paths = copied.length > 0 ? copied : listed;
      const what = paths.length > 0 ? await api.sort([...paths]) : null;
      const known =
        what !== null && what.documents.length + what.photos.length + what.bundles.length + what.libraries.length;
      if (what !== null && (copied.length > 0 || known !== 0)) this.#takePasted(paths, what);
      else if (words.trim() !== "" && beside) tell("told-no-field");
      else if (words.trim() !== "") this.takeWords(words);
      else tell("told-nothing-to-paste");
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }

  /** Photos alone may go to the article on the screen, or begin one: that is asked. */
  #takePasted(paths: readonly string[], what: SortedPaths): void {
    const photosAlone =
      what.photos.length > 0 && what.documents.length + what.bundles.length + what.libraries.length === 0;
    const home = homeNow();
    if (photosAlone && home !== null && "article" in home && library.info?.read_only === false) {
      this.unplaced = what.photos;
    } else void this.take(paths);
  }

  /** Puts the photos where one wants them. */
  async place(where: "here" | "new" | "nowhere"): Promise<void> {
    const photos = this.unplaced ?? [];
    this.unplaced = null;
    // A dialog that closes behind an answer asks nothing more.
    if (photos.length === 0) return;
    if (where === "nowhere") tell("told-photos-left", { count: photos.length });
    else if (where === "here") await attach(photos);
    else await intake.photos(photos);
  }
}

export const dropping = new Dropping();
