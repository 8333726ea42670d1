/** What is open of the manual, the way back in it, and which page the dialog over the window leads to. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import { language } from "../words/language.svelte";
import { catalogue } from "./catalogue.svelte";
import { keysWaitFor } from "./keyboard";
import type { FoundSection, Page, PageName } from "../types/manual";

/** The page that one follows step by step. */
const firstPage: PageName = "ten-minutes";

/** A place in the manual. */
export interface ManualPlace {
  readonly page: string;
  /** Which heading of the page it is; null for its beginning. */
  readonly section: number | null;
}

class Manual {
  /** The pages in the language of the window, once they are read. */
  pages = $state.raw<readonly Page[]>([]);
  open = $state(false);
  /** What was looked for last, and where it is. */
  words = $state("");
  found = $state.raw<readonly FoundSection[]>([]);
  #read: string | null = null;
  #trail = $state.raw<readonly ManualPlace[]>([]);
  #at = $state(0);
  /** The page about where one stood when the manual was opened last. */
  #here: PageName | null = null;
  /** How far down one has read the page that is open, in pixels. */
  top = 0;
  #dialogs = $state.raw<readonly PageName[]>([]);

  /** Where one reads. */
  get place(): ManualPlace | undefined {
    return this.#trail[this.#at];
  }

  /** The page that is open. */
  get page(): Page | undefined {
    return this.pages.find(({ name }) => name === this.place?.page);
  }

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get canGoForward(): boolean {
    return this.#at < this.#trail.length - 1;
  }

  /** The page about the dialog that lies uppermost; undefined where none is open. */
  get ofDialog(): PageName | undefined {
    return this.#dialogs.at(-1);
  }

  /** Lets a dialog lead to its page until what is given back is called. */
  leadFrom(page: PageName): () => void {
    this.#dialogs = [...this.#dialogs, page];
    return () => {
      const last = this.#dialogs.lastIndexOf(page);
      this.#dialogs = this.#dialogs.filter((_, at) => at !== last);
    };
  }

  /**
   * Opens the manual at the page about where one stands. Whoever stands where they stood finds what they read last;
   * and the first page stays open wherever it leads: one reads a step of it, does it, and comes back.
   */
  show(here: PageName): void {
    const { place } = this;
    const follows = this.ofDialog === undefined && (here === this.#here || place?.page === firstPage);
    if (!follows || place === undefined) this.choose(here);
    this.#here = here;
    void keysWaitFor(this.#open(), "keyboard");
  }

  async #open(): Promise<void> {
    const word = language();
    try {
      if (this.#read !== word) this.pages = await api.manual(word);
      this.#read = word;
      this.open = true;
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }

  close(): void {
    this.open = false;
    this.words = "";
    this.found = [];
  }

  /** Goes to a page, or to a section of it. */
  choose(page: string, section: number | null = null): void {
    const { place } = this;
    if (place?.page === page && place.section === section) return;
    this.#trail = [...this.#trail.slice(0, this.#at + 1), { page, section }];
    this.#step(this.#trail.length - 1);
  }

  back(): void {
    if (this.canGoBack) this.#step(this.#at - 1);
  }

  forward(): void {
    if (this.canGoForward) this.#step(this.#at + 1);
  }

  #step(to: number): void {
    this.#at = to;
    this.top = 0;
  }

  /** Looks for words; what was asked last is shown. */
  async find(words: string): Promise<void> {
    this.words = words;
    try {
      const found = words === "" ? [] : await api.findInManual(language(), words);
      if (this.words === words) this.found = found;
    } catch (reason) {
      catalogue.problem = asProblem(reason);
    }
  }
}

export const manual = new Manual();
