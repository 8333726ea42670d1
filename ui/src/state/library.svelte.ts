/** The library that the window stands open on. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import type { Overview, SavedSearchLine, TransferRecord, UnitLine } from "../types";
import type { LibraryInfo, Problem, RecentLibrary } from "../types/shell";
import { speakFirst } from "./first-language";
import { tell } from "./announce.svelte";
import { adoptSettings } from "./settings.svelte";

/** Where the window stands. `welcome`: it does not know yet who works here. */
type Phase = "opening" | "welcome" | "open" | "none";

/** All that the tree shows. */
const whole = { units: true, saved: true, transfers: true };

class Library {
  phase = $state<Phase>("opening");
  info = $state.raw<LibraryInfo | null>(null);
  /** Why no library is open, or none could be read. */
  problem = $state.raw<Problem | null>(null);
  units = $state.raw<readonly UnitLine[]>([]);
  /** How much there is; null before it is known. */
  overview = $state.raw<Overview | null>(null);
  saved = $state.raw<readonly SavedSearchLine[]>([]);
  /** Transfers to other archives, the newest first. */
  transfers = $state.raw<readonly TransferRecord[]>([]);
  /** Who works here: history's actor. */
  actor = $state<string | null>(null);
  recent = $state.raw<readonly RecentLibrary[]>([]);
  /** Kinds of the ops that undo would take back and redo do again when the library was opened. */
  undo: string | null = null;
  redo: string | null = null;
  /** Where a first library would lie. */
  defaultPath = $state("");
  /** Paths that the program was started with, as if they were dropped. */
  given: readonly string[] = [];
  /** Whether a run before this one broke off, and nobody was told yet. */
  brokeOff = false;
  /** Whether the settings kept were taken over. */
  #settled = false;

  /** How many articles lie in no unit. */
  get inTray(): number {
    return this.overview?.in_tray ?? 0;
  }

  /** How many articles there are. */
  get articles(): number {
    return this.overview?.articles ?? this.info?.articles ?? 0;
  }

  /**
   * Asks Rust which library is open. `alongside` fetches what else is to be there when the window shows it, at the same
   * time as the tree is fetched: all is drawn once, and nothing that is drawn is a guess.
   */
  async open(alongside: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    try {
      const startup = await api.startup();
      if (!this.#settled) {
        adoptSettings(startup.settings);
        this.given = startup.given;
        this.brokeOff = startup.broke_off;
        this.#settled = true;
        speakFirst(startup.language);
        if (startup.settings_mended !== null) tell("settings-mended", { path: startup.settings_mended });
      }
      this.info = startup.library;
      this.problem = startup.problem;
      this.actor = startup.actor;
      this.recent = startup.recent;
      this.undo = startup.undo;
      this.redo = startup.redo;
      this.defaultPath = startup.default_path;
      if (startup.library !== null) await Promise.all([this.refresh(), startup.actor === null ? null : alongside()]);
      if (startup.actor === null) this.phase = "welcome";
      else this.phase = startup.library === null ? "none" : "open";
    } catch (reason) {
      this.problem = asProblem(reason);
      this.phase = "none";
    }
  }

  /** Asks for its name again: it may have been given another. */
  async renewInfo(): Promise<void> {
    try {
      this.info = await api.libraryInfo();
    } catch (reason) {
      // A library that is gone is told of by what is fetched of it.
      console.error("not known what it is called:", reason);
    }
  }

  /** Fetches the numbers of the library again, and what else stands in the tree where that may differ. */
  async refresh(what: { units: boolean; saved: boolean; transfers: boolean } = whole): Promise<void> {
    const [units, overview, saved, transfers] = await Promise.allSettled([
      what.units ? api.units() : this.units,
      api.overview(),
      what.saved ? api.savedSearches() : this.saved,
      what.transfers ? api.transfers() : this.transfers,
    ]);
    if (what.units && units.status === "fulfilled") this.units = units.value;
    if (overview.status === "fulfilled") this.overview = overview.value;
    if (what.saved && saved.status === "fulfilled") this.saved = saved.value;
    if (what.transfers && transfers.status === "fulfilled") this.transfers = transfers.value;
  }
}

export const library = new Library();
