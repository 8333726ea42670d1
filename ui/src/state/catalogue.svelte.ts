/**
 * What writes do to the window: each answer of Rust says what changed, and only that is fetched
 * again. Whoever shows a list reads the stamp of its nouns in an effect, whoever shows one record its own.
 */

import { untrack } from "svelte";

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import { conflictOf, seenNow } from "../logic/seen";
import type { Changed, SeenValue, Written } from "../types";
import type { Problem } from "../types/shell";
import { conflicts } from "./conflicts.svelte";
import { library } from "./library.svelte";
import { list } from "./list.svelte";
import { forgetNames } from "./party-names.svelte";
import { keysWaitFor } from "./keyboard";
import { reading } from "./reading.svelte";
import { windowSteps } from "./window-steps.svelte";

/** The kinds of records that a write tells by their UUIDs, and no other part of the state keeps. */
const kinds = ["parties", "events", "photos", "units", "transfers"] as const;
export type RecordKind = (typeof kinds)[number];

/** Where one goes from an article that is gone: to the next in the list, or back to the one that one was in before. */
type LeaveGone = "near" | "back";

/** How long it takes to read a failure with what to do, in ms. */
const readInMs = 20_000;

class Catalogue {
  /** Kind of the op that undo would take back, and redo do again. */
  undo = $state<string | null>(null);
  redo = $state<string | null>(null);
  /** When the last write was on disk, RFC 3339; null before the first. */
  savedAt = $state<string | null>(null);
  /** Writes under way. */
  saving = $state(0);
  /** The failure that no place of its own shows. */
  problem = $state.raw<Problem | null>(null);
  /** What does all the same what a failure refused. */
  again = $state.raw<{ readonly after: Problem; readonly run: () => void } | null>(null);
  #stamps = $state<Record<string, number>>({});
  #all = $state(0);

  /** Grows whenever rows of one of these nouns changed. */
  stamp(...nouns: string[]): number {
    return nouns.reduce((sum, noun) => sum + (this.#stamps[noun] ?? 0), this.#all);
  }

  /** Grows whenever one record is to be fetched again; without a UUID, whenever any of its kind is. */
  stampOf(kind: RecordKind, id = ""): number {
    return this.stamp(`${kind} ${id}`);
  }

  /** Writes; a failure is the caller's to show. `leave`: see `took`. */
  async write<T>(writing: Promise<Written<T>>, leave: LeaveGone = "near"): Promise<T> {
    this.saving++;
    try {
      const { value, changed } = await keysWaitFor(writing);
      this.took(changed, leave);
      return value;
    } finally {
      this.saving--;
    }
  }

  /** Writes; a failure is shown in the window's own notice. Gives undefined then. */
  async attempt<T>(writing: Promise<Written<T>>, leave: LeaveGone = "near"): Promise<T | undefined> {
    // What was said of something before would seem to be said of this.
    this.problem = null;
    try {
      return await this.write(writing, leave);
    } catch (reason) {
      this.problem = asProblem(reason);
      return undefined;
    }
  }

  /**
   * Writes what one chose at a stroke, made from what was seen. Where somebody else changed the same, one is
   * asked whose stands; undefined where theirs does. A failure is the caller's to show.
   */
  async edit<T>(
    seen: readonly SeenValue[],
    writing: (seen: SeenValue[]) => Promise<Written<T>>,
  ): Promise<T | undefined> {
    try {
      return await this.write(writing([...seen]));
    } catch (reason) {
      const conflict = conflictOf(asProblem(reason));
      const choice = conflict === null ? null : await conflicts.ask(conflict);
      if (conflict === null || choice === null) throw reason;
      if (choice === "mine") return this.edit(seenNow(seen, conflict), writing);
      this.renew();
      return undefined;
    }
  }

  readonly #unsettled = new Set<() => Promise<boolean>>();
  #held = $state.raw<readonly (() => Problem | null)[]>([]);
  #warned = false;

  /**
   * Whoever holds what is typed and not yet written says how to write it, and whether that went well; and why
   * something that it holds could not be written. Gives what forgets that again.
   */
  settleWith(write: () => Promise<boolean>, holds: () => Problem | null = () => null): () => void {
    this.#unsettled.add(write);
    this.#held = [...untrack(() => this.#held), holds];
    return () => {
      this.#unsettled.delete(write);
      this.#held = this.#held.filter((other) => other !== holds);
    };
  }

  /** Whether something typed could not be written, or waits for a choice. */
  get unwritten(): boolean {
    return this.#held.some((holds) => holds() !== null);
  }

  /** The library was out of its place and answers again: what was typed meanwhile is written. */
  resume(): void {
    if (isMissing(this.problem)) this.problem = null;
    if (this.#held.some((holds) => isMissing(holds()))) void this.settle();
  }

  /** Writes all that is typed and not yet written: before undo, before another library. False where some could not be. */
  async settle(): Promise<boolean> {
    const done = await Promise.all([...this.#unsettled].map((write) => write()));
    return done.every((well) => well);
  }

  /** Tells a failure that nothing waits for: it leaves by itself, as a message does, where one has not put it away. */
  tellProblem(problem: Problem): void {
    this.problem = problem;
    setTimeout(() => {
      if (this.problem === problem) this.problem = null;
    }, readInMs);
  }

  /** Whether the window may close: not while words are unwritten, unless one asks a second time. */
  async mayClose(): Promise<boolean> {
    if (await this.settle()) return true;
    if (this.#warned) return true;
    this.#warned = true;
    this.problem = { code: "unsaved_words", data: null };
    return false;
  }

  /** Another library: what was done in the one before cannot be taken back here. */
  forget(): void {
    windowSteps.forget();
    this.undo = null;
    this.redo = null;
    this.savedAt = null;
    this.problem = null;
    this.#all++;
  }

  /** What was done before the window opened can be taken back by name too. */
  begin(): void {
    this.undo = library.undo;
    this.redo = library.redo;
  }

  /** Fetches all that is shown again: the archive holds something that the window has not heard of. */
  renew(): void {
    this.#all++;
    reading.refresh();
    forgetNames(null);
    void list.ask();
    void library.refresh();
  }

  /** Documents came to those with open suggestions, or went from them, as their text was read. */
  recount(): void {
    void library.refresh({ units: false, saved: false, transfers: false });
    if (list.question.place.kind === "suggested") void list.ask();
  }

  /** Brings the window up to date with what changed. `leave`: where one goes from an article that is gone by that. */
  took(changed: Changed, leave: LeaveGone = "near"): void {
    this.undo = changed.undo;
    this.redo = changed.redo;
    if (changed.op !== null) {
      this.savedAt = changed.saved_at;
      windowSteps.forget();
    }
    if (changed.op === null && !changed.elsewhere) return;
    const everything = changed.elsewhere;
    if (everything) this.#all++;
    for (const noun of changed.nouns) this.#grow(noun);
    for (const kind of kinds) {
      if (changed[kind].length > 0) for (const id of ["", ...changed[kind]]) this.#grow(`${kind} ${id}`);
    }
    forgetNames(everything ? null : changed.parties);
    const shown = reading.record?.id ?? reading.wanted;
    if (everything || (shown !== null && changed.articles.includes(shown))) {
      reading.refresh(everything);
      // Undo may have taken it away.
      if (!everything && changed.nouns.includes("article")) void keysWaitFor(this.#leaveGone(leave));
    }
    if (everything || changed.libraries.length > 0) void library.renewInfo();
    const articles = everything || changed.articles.length > 0 || changed.nouns.includes("article");
    if (articles) void list.ask({}, null, everything).then(() => everything && !list.lost && this.resume());
    void library
      .refresh({
        units: everything || changed.units.length > 0,
        // How many articles one finds may have changed with any of them.
        saved: articles || changed.saved_searches.length > 0,
        transfers: everything || changed.transfers.length > 0,
      })
      .then(() => list.leaveGone(library.units, library.saved));
  }

  #grow(stamp: string): void {
    this.#stamps[stamp] = (this.#stamps[stamp] ?? 0) + 1;
  }

  /** Where the article on the screen is gone, another is shown; not while words typed into it are unwritten. */
  async #leaveGone(leave: LeaveGone): Promise<void> {
    await reading.settled();
    if (reading.problem?.code !== "not_found" || !(await this.settle())) return;
    if (leave === "back" && (await reading.goBack())) {
      await list.ask();
      await list.follow();
      return;
    }
    reading.clear();
    await list.ask();
    list.chooseNear();
  }
}

function isMissing(problem: Problem | null): boolean {
  return problem?.code === "library_missing";
}

export const catalogue = new Catalogue();

/** Listens for what other programs write; gives what stops listening. */
export function listenForChanges(): Promise<() => void> {
  return api.onChanged((changed) => catalogue.took(changed));
}
