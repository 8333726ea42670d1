/** What wants looking at in the photos of the article on the screen, and how it is put right. */

import { api } from "../wire/api";
import type { PhotoCheck, StatedField } from "../types";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { enter } from "./panes.svelte";
import { photos } from "./photos.svelte";
import { settings } from "./settings.svelte";

/** The field of a record whose own value is put right by what is said of it. */
const takes: Readonly<Partial<Record<PhotoCheck["kind"], StatedField>>> = {
  credit_missing: "credit",
  credit_differs: "credit",
  ai_unmarked: "digital_source_type",
};

class PhotoChecks {
  found = $state.raw<readonly PhotoCheck[]>([]);
  #article: string | null = null;
  #asked = 0;

  /** Asks for those of an article; null: of none. */
  async ask(article: string | null): Promise<void> {
    const turn = ++this.#asked;
    if (article !== this.#article) this.found = [];
    this.#article = article;
    if (article === null) return;
    try {
      const found = await api.photoChecks(article);
      if (turn === this.#asked) this.found = found;
    } catch (reason) {
      // What cannot be checked is no reason to stop whoever works on it.
      console.error("no photo checks:", reason);
    }
  }

  /** Whether it is put right at once; else one is led to where it is. */
  mends({ kind, photos: of, name, said }: PhotoCheck): boolean {
    if (kind === "named_but_not_tagged") return name !== null;
    return takes[kind] !== undefined && said !== null && of.length > 0;
  }

  /** The first of the photos that are meant, else of the article. */
  get next(): PhotoCheck | undefined {
    const here = new Set(photos.meantIds);
    return this.found.find((check) => check.photos.some((id) => here.has(id))) ?? this.found[0];
  }

  /** Puts one right: takes over what is said, or tags whoever is named; where only a person can tell, goes there. */
  async mend(check: PhotoCheck): Promise<void> {
    const { kind, photos: of, name, source } = check;
    const field = takes[kind];
    if (!this.mends(check)) this.go(check);
    else if (kind === "named_but_not_tagged" && name !== null && this.#article !== null) {
      const tagging = api.tagNamed(this.#article, name).then((written) => ({ ...written, value: true }));
      if ((await catalogue.attempt(tagging)) === true) tell("told-check-tagged", { name });
    } else if (field !== undefined) {
      const taking = api.takePhotoStatements(of, [{ field, language: null, source }]);
      if ((await catalogue.attempt(taking)) !== undefined) tell("told-check-mended", { count: of.length });
    }
  }

  /** Goes to where it is. */
  go({ kind, number }: PhotoCheck): void {
    settings.tab = "photos";
    const at = (number ?? 1) - 1;
    photos.go(at);
    if (kind === "faces_unnamed" || kind === "speaker_unseen") photos.openHere(at);
    else void enter("inspector");
  }
}

export const photoChecks = new PhotoChecks();
