/** Which library one works in: the first, another, a new one; and where one left off in it. */

import { untrack } from "svelte";

import { fieldsOf, questionKept } from "../logic/kept-place";
import { api } from "../wire/api";
import { t } from "../words/language.svelte";
import { asProblem } from "../wire/problem";
import type { LibraryInfo, Problem } from "../types/shell";
import { pick } from "./picking";
import { catalogue } from "./catalogue.svelte";
import { drafting } from "./drafting.svelte";
import { intakeReport } from "./intake-report.svelte";
import { jobs } from "./jobs.svelte";
import { keysWaitFor } from "./keyboard";
import { library } from "./library.svelte";
import { list } from "./list.svelte";
import { nearPhotos } from "./near-photos.svelte";
import { enter } from "./panes.svelte";
import { reading } from "./reading.svelte";
import { settings } from "./settings.svelte";
import { viewKept, views } from "./view.svelte";

class Session {
  /** A library is being opened or made. */
  busy = $state(false);
  /** Why another library could not be opened; the one before stays open. */
  problem = $state.raw<Problem | null>(null);
  /** Whether one is where one left off: from then on the place is kept. */
  #placed = false;

  /** Opens what the program was started with. */
  begin(): Promise<void> {
    return keysWaitFor(this.#begin(), "keyboard");
  }

  async #begin(): Promise<void> {
    await library.open(() => this.#fetchPlace());
    await this.#takePlace();
  }

  /** Asks again for the library that is not there. */
  retry(): Promise<void> {
    return this.#begin();
  }

  open(path: string): Promise<boolean> {
    return this.#take(() => api.openLibrary(path));
  }

  create(path: string): Promise<boolean> {
    return this.#take(() => api.createLibrary(path));
  }

  sample(): Promise<boolean> {
    return this.#take(() => api.sampleLibrary());
  }

  /** Asks by a system dialog which library to open. */
  async pickAndOpen(): Promise<boolean> {
    const path = await this.#pick(() => pick({ kind: "library" }, t("libraries-open")));
    return path !== undefined && this.open(path);
  }

  /** Asks by a system dialog where a new library is to lie. */
  async pickNew(): Promise<string | undefined> {
    return this.#pick(() => pick({ kind: "new_library", name: t("libraries-new-name") }, t("libraries-new")));
  }

  /** Asks where a new library is to lie, makes it and opens it. */
  async pickAndCreate(): Promise<boolean> {
    const path = await this.pickNew();
    return path !== undefined && this.create(path);
  }

  /** Shows in the window's own notice why another library could not be opened. */
  showProblem = (): void => {
    if (this.problem !== null) catalogue.problem = this.problem;
  };

  /** Takes a library off the list of recent ones. */
  async forget(path: string): Promise<void> {
    try {
      await api.forgetLibrary(path);
      library.recent = library.recent.filter((one) => one.path !== path);
    } catch (reason) {
      this.problem = asProblem(reason);
    }
  }

  async #pick(ask: () => Promise<string[]>): Promise<string | undefined> {
    this.problem = null;
    try {
      return (await ask())[0];
    } catch (reason) {
      this.problem = asProblem(reason);
      return undefined;
    }
  }

  async #take(opening: () => Promise<LibraryInfo>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      await drafting.leaveBlank();
      if (!(await catalogue.settle())) return false;
      await opening();
      this.#placed = false;
      views.reset();
      reading.clear();
      list.reset();
      nearPhotos.reset();
      catalogue.forget();
      intakeReport.forget();
      await keysWaitFor(this.#begin(), "keyboard");
      return true;
    } catch (reason) {
      this.problem = asProblem(reason);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Keeps where one is, for the next time. Read it in an effect: it follows the list and the page shown. */
  keepPlace(): void {
    const { question, saved } = list;
    const view = views.now;
    const path = library.info?.path;
    if (this.#placed && path !== undefined) untrack(() => (settings.lastPlace[path] = { question, saved, view }));
  }

  /** Fetches where one left off; of a library seen for the first time its latest article. */
  async #fetchPlace(): Promise<void> {
    if (library.info === null) return;
    const { path } = library.info;
    const last = settings.lastRead[path];
    const kept = fieldsOf(settings.lastPlace[path]);
    if (last !== undefined) reading.show(last);
    await list.ask(questionKept(kept["question"]), typeof kept["saved"] === "string" ? kept["saved"] : null);
    // What it was asked about may be gone.
    if (list.problem?.code === "not_found") await list.ask(questionKept(null));
    if (last === undefined) list.choose(0);
    else await list.follow();
    await reading.settled();
  }

  /** Goes where one left off, all of which was fetched. */
  async #takePlace(): Promise<void> {
    catalogue.begin();
    if (library.info === null || library.phase !== "open") return;
    list.leaveGone(library.units, library.saved);
    const view = viewKept(fieldsOf(settings.lastPlace[library.info.path])["view"]);
    if (view !== null) views.go(view);
    this.#placed = true;
    this.keepPlace();
    await enter("list");
    await reading.settled();
    void this.#renewEntries();
  }

  /** What an older program left in the search index is made anew while one works; then the list looks again. */
  async #renewEntries(): Promise<void> {
    try {
      const job = await api.makeEntries();
      if (job === null) return;
      await jobs.run(Promise.resolve(job));
      await list.ask();
    } catch (reason) {
      // It is tried again when the library is opened the next time.
      console.error("search entries not renewed:", reason);
    }
  }
}

export const session = new Session();
