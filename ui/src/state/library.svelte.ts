/** The library that the window stands open on. */

import { api } from "../api";
import { asProblem } from "../problem";
import type { UnitLine } from "../types";
import type { LibraryInfo, Problem } from "../types/shell";

/** Where the window stands. */
type Phase = "opening" | "open" | "none";

class Library {
  phase = $state<Phase>("opening");
  info = $state.raw<LibraryInfo | null>(null);
  /** Why no library is open, or none could be read. */
  problem = $state.raw<Problem | null>(null);
  units = $state.raw<readonly UnitLine[]>([]);
  /** How many articles lie in no unit. */
  inTray = $state(0);

  /** Asks Rust which library is open. Gives the language the program was started in. */
  async open(): Promise<string | null> {
    try {
      const startup = await api.startup();
      this.info = startup.library;
      this.problem = startup.problem;
      if (startup.library !== null) {
        await this.refresh();
        this.phase = "open";
      } else {
        this.phase = "none";
      }
      return startup.language;
    } catch (reason) {
      this.problem = asProblem(reason);
      this.phase = "none";
      return null;
    }
  }

  /** Fetches the tree of units again. */
  async refresh(): Promise<void> {
    const [units, tray] = await Promise.all([
      api.units(),
      api.listArticles({
        text: null,
        unit: null,
        in_tray: true,
        year: null,
        parties: [],
        subject: null,
        place: null,
        event: null,
        language: null,
        state: null,
        offset: 0,
        limit: 1,
        order: "date_newest",
      }),
    ]);
    this.units = units;
    this.inTray = tray.total;
  }
}

export const library = new Library();
