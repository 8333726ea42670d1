/** The article on the screen: its record, the version shown, what is pointed at. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { ArticleRecord, MentionRecord, PartyRecord, PhotoRecord, TagKind, VersionRecord } from "../types";
import type { Problem } from "../types/shell";
import { changesBetween } from "../logic/record-changes";
import { hush, tell } from "./announce.svelte";
import { library } from "./library.svelte";
import { keysWaitFor } from "./keyboard";
import { settings } from "./settings.svelte";

class Reading {
  /** The article on the screen; stays until the next one is here, so that nothing flickers. */
  record = $state.raw<ArticleRecord | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** Whether the library was not in its place when it was asked last. */
  lost = $state(false);
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
  /** What somebody else changed a moment ago: see `changesBetween`. */
  others = $state.raw<ReadonlySet<string>>(new Set());
  #elsewhere = false;
  /** The articles that one was in before, the latest last. */
  #trail: string[] = [];
  /** What is being fetched, and whether it has to be asked for once more after that. */
  #fetching: Promise<void> | undefined;
  #again = false;

  /** The version shown: as chosen, else what stands now of the first, whose title the list shows. */
  readonly version: VersionRecord | undefined = $derived.by(() => {
    const versions = this.record?.versions ?? [];
    return versions.find((version) => version.id === this.#chosenVersion) ?? standing(versions);
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
    this.#again = true;
    if (this.#fetching === undefined) void this.reload();
  }

  /** Nothing is on the screen any more. */
  clear(): void {
    this.wanted = null;
    this.record = null;
    this.problem = null;
    this.#trail = [];
  }

  /** The article on the screen is gone: the one that one was in before is shown. False where none of them stands. */
  async goBack(): Promise<boolean> {
    for (let id = this.#trail.pop(); id !== undefined; id = this.#trail.pop()) {
      await this.open(id);
      if (this.problem?.code !== "not_found") return true;
    }
    return false;
  }

  /** Fetches the article on the screen again. `elsewhere`: somebody else may have changed it, which is shown then. */
  refresh(elsewhere = false): void {
    this.#again = true;
    this.#elsewhere ||= elsewhere;
    if (this.wanted !== null && this.#fetching === undefined) void this.reload();
  }

  /** Shows an article, and waits until it is on the screen or could not be. */
  async open(id: string): Promise<void> {
    this.wanted = id;
    await this.reload();
  }

  /** Fetches the article on the screen again, and waits for it. */
  async reload(): Promise<void> {
    while (this.#fetching !== undefined) await this.#fetching;
    if (this.wanted !== null) await (this.#fetching = keysWaitFor(this.#fetch(), "article"));
  }

  /** Waits until nothing is being fetched. */
  async settled(): Promise<void> {
    while (this.#fetching !== undefined) await this.#fetching;
  }

  /** What a mention names; nothing where the record does not hold it. */
  kindOf(mention: MentionRecord): TagKind | undefined {
    if (mention.place !== null) return "place";
    return mention.party === null ? undefined : this.parties.get(mention.party)?.kind;
  }

  /** Shows another text of the same article. */
  showVersion(id: string): void {
    this.#chosenVersion = id;
    this.pointed = null;
    this.mention = null;
  }

  /** Marks for a moment what somebody else changed, and says so. */
  #showOthers(before: ArticleRecord, now: ArticleRecord): void {
    const changed = changesBetween(before, now);
    if (changed.size === 0) return;
    this.others = changed;
    tell("told-elsewhere");
  }

  async #fetch(): Promise<void> {
    try {
      do {
        this.#again = false;
        const id = this.wanted;
        if (id !== null) await this.#fetchOne(id);
        // Another article may have been asked for meanwhile, or this one may have changed again.
      } while (this.#again);
    } finally {
      this.#fetching = undefined;
    }
  }

  async #fetchOne(id: string): Promise<void> {
    try {
      const elsewhere = this.#elsewhere;
      this.#elsewhere = false;
      const record = await api.article(id);
      if (elsewhere && this.record?.id === record.id) this.#showOthers(this.record, record);
      if (this.record?.id !== record.id) {
        // From one that is gone there is no way back to it, and what took it away is told.
        if (this.record !== null && this.problem === null) {
          this.#trail = [...this.#trail, this.record.id].slice(-50);
          hush();
        }
        this.#chosenVersion = null;
        this.pointed = null;
        this.mention = null;
        this.photo = 0;
      }
      this.record = record;
      this.problem = null;
      this.lost = false;
      if (library.info !== null) settings.lastRead[library.info.path] = record.id;
    } catch (reason) {
      const problem = asProblem(reason);
      this.lost = problem.code === "library_missing";
      // What is on the screen stays there, with what is typed into it, until the library is back.
      if (this.lost && this.record !== null) this.wanted = this.record.id;
      else this.problem = problem;
    }
  }
}

/** The first version, or the newest that corrects, replaces or withdraws it. */
function standing(versions: readonly VersionRecord[]): VersionRecord | undefined {
  let found = versions[0];
  for (const version of versions) {
    if (version.of !== null && version.of === found?.id && version.relation !== "translates") found = version;
  }
  return found;
}

export const reading = new Reading();
