/** What is typed into a field until it is written, and what becomes of it where it cannot be. */

import { untrack } from "svelte";

import { conflictOf, oneLine, type Conflict } from "../logic/seen";
import type { Prefer } from "../types";
import type { MessageId } from "../types/messages";
import type { Problem } from "../types/shell";
import { asProblem } from "../wire/problem";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { conflicts } from "./conflicts.svelte";

/**
 * Writes a value, made from the record as it was shown when the writer was asked for. `known`: what
 * stands in the field by now to the hand's knowledge, where that is another value: the field wrote
 * since, or somebody else did and the hand keeps its own all the same. Rejects with a `Problem`.
 */
export type Save = (value: string, known?: string) => Promise<unknown>;

/** What a save may answer: what stands in the field now, where that is not the text itself. */
export interface Stands {
  readonly stands: string;
}

/** How a field reaches the record behind it. */
export interface TypingPorts {
  /** The record's value, as one types it. */
  shown(): string;
  /** What the typed text means for the record; null where it means nothing. */
  read(text: string): string | null;
  /** Finds out what a text means, where `read` cannot say at once. */
  understand?: (text: string) => Promise<unknown>;
  /** Told where the field goes from the screen with words that mean nothing; none: that they could not be read. */
  unwritten?: MessageId;
  /** What writes. Asked for at the first key, so that a late write goes to the record it was typed for. */
  save(): Save;
}

/** Milliseconds after the last key. */
const pause = 800;

/** Failures after which trying again by itself is of no use: the record is gone, or closed. */
const lost = ["not_found", "text_registered"];

export class TypedValue {
  problem = $state.raw<Problem | null>(null);
  /** Whether something is typed that is not written yet. */
  dirty = $state(false);
  #typed = $state.raw<string | null>(null);
  #before: string;
  #save: Save | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What stands in the record behind `#save`, where it is not what was shown. */
  #known: string | undefined;
  /** What the field wrote last since one came to it. */
  #wrote: string | undefined;
  #carrying: Promise<void> | undefined;
  /** Whether the field is no longer on the screen. */
  #gone = false;

  constructor(readonly ports: TypingPorts) {
    this.#before = untrack(() => ports.shown());
  }

  /** What the field shows. */
  get text(): string {
    return this.#typed ?? this.ports.shown();
  }

  /** Whether what is typed cannot be read. */
  get unreadable(): boolean {
    return this.dirty && this.ports.read(this.text) === null;
  }

  /** Somebody else's change of the same field, until one chooses between the two. */
  get conflict(): Conflict | null {
    return conflictOf(this.problem);
  }

  /** The record shows something else. Once it has what was written, it speaks again. */
  renewed(): void {
    if (this.dirty) return;
    // A space behind the last word stays: the next one is about to be typed.
    if (oneLine(this.#typed ?? "") !== oneLine(this.ports.shown())) this.#typed = null;
    this.#known = undefined;
  }

  /** The keyboard came to the field. */
  enter(): void {
    if (this.dirty || this.#carrying !== undefined) return;
    this.#typed = null;
    this.#before = this.ports.shown();
    this.#wrote = undefined;
  }

  /** A key changed the text. `later`: whether it may be written without leaving the field. */
  type(text: string, later = true): void {
    this.#save ??= this.ports.save();
    this.#typed = text;
    this.dirty = true;
    clearTimeout(this.#timer);
    // Two values wait for a choice, or there is nothing to write to: that stays said.
    if (this.problem !== null && (this.conflict !== null || lost.includes(this.problem.code))) return;
    this.problem = null;
    if (later) this.#timer = setTimeout(() => void this.write(), pause);
  }

  /** Writes what is typed, if that means something new. A conflict waits for the choice. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    // One after the other: each is made from what the one before has written.
    while (this.#carrying !== undefined) await this.#carrying;
    if (this.ports.understand !== undefined) await this.#understood(this.ports.understand);
    const typed = this.#typed;
    const save = this.#save;
    if (!this.dirty || typed === null || save === null || this.conflict !== null) return;
    const value = this.ports.read(typed);
    if (value === null) return;
    this.#save = null;
    this.dirty = false;
    if (value === this.ports.read(this.ports.shown()) && this.#known === undefined) {
      this.#typed = null;
      return;
    }
    await this.#carry(save, value);
  }

  /** Sets the text and writes it at once; what was so chosen is what the field holds, and Escape gives nothing back. */
  async put(text: string): Promise<void> {
    this.type(text, false);
    await this.write();
    if (this.dirty) return;
    this.#before = text;
    this.#wrote = undefined;
  }

  /** Says whose value stands, after a conflict. */
  async choose(choice: Prefer): Promise<void> {
    const { conflict } = this;
    const save = this.#save;
    if (conflict === null || save === null || this.#typed === null) return;
    if (choice === "theirs") {
      this.clear();
      catalogue.renew();
      return;
    }
    const value = this.ports.read(this.#typed);
    if (value === null) return;
    this.#save = null;
    this.dirty = false;
    this.problem = null;
    this.#known = conflict.now;
    await this.#carry(save, value);
  }

  /** Gives back what was; false where nothing was typed. What waits for a choice stays as typed. */
  giveBack(): boolean {
    if (this.conflict !== null) return true;
    const written = this.#wrote !== undefined || this.#carrying !== undefined;
    if (!this.dirty && !written) return false;
    const save = this.#save ?? this.ports.save();
    const before = this.ports.read(this.#before);
    const known = this.#known;
    this.clear();
    this.#known = known;
    if (written && before !== null) void this.#restore(save, before);
    return true;
  }

  /** Nothing was typed. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#typed = null;
    this.#save = null;
    this.#known = undefined;
    this.dirty = false;
    this.problem = null;
  }

  /** The field goes from the screen. What it holds is written; what is asked of it is asked over the window. */
  async leave(): Promise<void> {
    this.#gone = true;
    if (this.conflict !== null) return this.#ask();
    await this.write();
    if (this.unreadable) tell(this.ports.unwritten ?? "told-unreadable", { words: this.text });
  }

  /** Waits until it is known what the text means that is typed by then. */
  async #understood(understand: (text: string) => Promise<unknown>): Promise<void> {
    let asked: string | null = null;
    while (this.#typed !== null && this.#typed !== asked) {
      asked = this.#typed;
      // Unread text stays unread; it is written when it can be.
      await understand(asked).catch((reason: unknown) => console.error("a date was not read:", reason));
    }
    while (this.#carrying !== undefined) await this.#carrying;
  }

  async #carry(save: Save, value: string): Promise<void> {
    this.#carrying = this.#attempt(save, value).finally(() => (this.#carrying = undefined));
    await this.#carrying;
    if (!this.#gone || this.problem === null) return;
    if (this.conflict === null) catalogue.problem = this.problem;
    else await this.#ask();
  }

  async #attempt(save: Save, value: string): Promise<void> {
    try {
      const stands = standing(await save(value, this.#known));
      this.#known = stands ?? value;
      this.#wrote = this.#known;
      this.problem = null;
      // Something new was made of it: the field is as it was before, for one more.
      if (stands !== undefined && stands === this.ports.shown() && !this.dirty) {
        this.#typed = null;
        this.#known = undefined;
        this.#wrote = undefined;
      }
    } catch (reason) {
      const problem = asProblem(reason);
      const now = conflictOf(problem)?.now;
      // The archive folds spaces: what this field wrote is no colleague's.
      if (now !== undefined && now !== this.#known && oneLine(now) === oneLine(this.#known ?? "\n")) {
        this.#known = now;
        return this.#attempt(save, value);
      }
      this.problem = problem;
      // It stays as typed; the next key, or leaving the field, tries again.
      this.#save ??= save;
      this.#typed ??= value;
      this.dirty = true;
    }
  }

  async #ask(): Promise<void> {
    const { conflict } = this;
    const choice = conflict === null ? null : await conflicts.ask(conflict);
    if (choice !== null) await this.choose(choice);
  }

  /** Writes what was before one came, unless somebody else wrote after this field. */
  async #restore(save: Save, before: string): Promise<void> {
    while (this.#carrying !== undefined) await this.#carrying;
    this.clear();
    this.#known = this.#wrote;
    this.#wrote = undefined;
    await this.#carry(save, before);
    this.#wrote = undefined;
    // It was said to be written: that it is not any more is said as well.
    if (this.problem === null) tell("told-given-back");
  }
}

function standing(answer: unknown): string | undefined {
  return typeof answer === "object" && answer !== null && "stands" in answer ? (answer as Stands).stands : undefined;
}
