/** The article on the screen: its record, the version shown, what is pointed at. */

import { api } from "../api";
import { asProblem } from "../problem";
import type { ArticleRecord, HistoryLine, PartyRecord, PhotoRecord, VersionRecord } from "../types";
import type { Problem } from "../types/shell";
import { hush } from "./announce.svelte";
import { library } from "./library.svelte";
import { settings } from "./settings.svelte";

class Reading {
  /** The article on the screen; stays until the next one is here, so that nothing flickers. */
  record = $state.raw<ArticleRecord | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The article asked for last. */
  wanted = $state<string | null>(null);
  /** The version chosen by hand. */
  #chosenVersion = $state<string | null>(null);
  /** The party or place whose mentions are lit up. */
  pointed = $state<string | null>(null);
  /** Which of its mentions was gone to last, a UUID. */
  mention = $state<string | null>(null);
  /** The photo chosen in the filmstrip. */
  photo = $state(0);
  history = $state.raw<readonly HistoryLine[] | null>(null);
  historyProblem = $state.raw<Problem | null>(null);
  #busy = false;

  /** The version shown: as chosen, else the first, whose title the list shows. */
  readonly version: VersionRecord | undefined = $derived.by(() => {
    const versions = this.record?.versions ?? [];
    return (
      versions.find((version) => version.id === this.#chosenVersion) ?? versions[0]
    );
  });

  /** The parties of the record, by UUID. */
  readonly parties: ReadonlyMap<string, PartyRecord> = $derived(
    new Map((this.record?.parties ?? []).map((party) => [party.id, party])),
  );

  /** The photos of the article. */
  get photos(): readonly PhotoRecord[] {
    return this.record?.photos ?? [];
  }

  /** Shows an article. While one is being fetched only the latest wish is kept. */
  show(id: string): void {
    if (id === this.wanted && this.problem === null) return;
    this.wanted = id;
    if (!this.#busy) void this.#fetch();
  }

  /** Fetches the article on the screen again. */
  refresh(): void {
    if (this.wanted !== null && !this.#busy) void this.#fetch();
  }

  /** Shows another text of the same article. */
  showVersion(id: string): void {
    this.#chosenVersion = id;
    this.pointed = null;
    this.mention = null;
  }

  async #fetch(): Promise<void> {
    this.#busy = true;
    try {
      for (let id = this.wanted; id !== null; ) {
        await this.#fetchOne(id);
        // Another article may have been asked for meanwhile.
        id = this.wanted === id ? null : this.wanted;
      }
    } finally {
      this.#busy = false;
    }
  }

  async #fetchOne(id: string): Promise<void> {
    try {
      const record = await api.article(id);
      if (this.record?.id !== record.id) {
        this.#chosenVersion = null;
        this.pointed = null;
        this.mention = null;
        this.photo = 0;
        if (this.record !== null) hush();
      }
      this.record = record;
      this.problem = null;
      this.history = null;
      this.historyProblem = null;
      if (library.info !== null) settings.lastRead[library.info.path] = record.id;
    } catch (reason) {
      this.problem = asProblem(reason);
    }
  }

  /** Fetches what was done to the article on the screen. */
  async fetchHistory(): Promise<void> {
    const id = this.record?.id;
    if (id === undefined || this.history !== null) return;
    try {
      const history = await api.history({ article: id });
      if (this.record?.id === id) this.history = history;
    } catch (reason) {
      if (this.record?.id === id) this.historyProblem = asProblem(reason);
    }
  }
}

export const reading = new Reading();
