/**
 * What is typed into a field until it is written: when the field is left, when Enter is pressed, and
 * a while after the last key. Escape gives back what the field held when one came to it.
 */

import { onDestroy, untrack } from "svelte";

import { asProblem } from "../../wire/problem";
import { catalogue } from "../../state/catalogue.svelte";
import type { Problem } from "../../types/shell";

/** Writes a value; rejects with a `Problem` where it is refused. */
export type Save = (value: string) => Promise<unknown>;

/** How a field reaches the record behind it. */
export interface TypingPorts {
  /** The record's value, as one types it. */
  shown(): string;
  /** What the typed text means for the record; null where it means nothing. */
  read(text: string): string | null;
  /** What writes. Asked for at the first key, so that a late write goes to the record it was typed for. */
  save(): Save;
}

/** Milliseconds after the last key. */
const pause = 800;

export class Typing {
  problem = $state.raw<Problem | null>(null);
  /** Whether something is typed that is not written yet. */
  dirty = $state(false);
  #typed = $state.raw<string | null>(null);
  #before = "";
  #save: Save | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Call while a component is being made. */
  constructor(readonly ports: TypingPorts) {
    this.#before = untrack(() => ports.shown());
    // Once the record has what was written, the record speaks again.
    $effect(() => {
      ports.shown();
      untrack(() => {
        if (!this.dirty) this.#typed = null;
      });
    });
    const forget = catalogue.settleWith(async () => {
      await this.write();
      return !this.dirty;
    });
    onDestroy(() => {
      forget();
      void this.write();
    });
  }

  /** What the field shows. */
  get text(): string {
    return this.#typed ?? this.ports.shown();
  }

  /** Whether what is typed cannot be read. */
  get unreadable(): boolean {
    return this.dirty && this.ports.read(this.text) === null;
  }

  /** The keyboard came to the field. */
  enter(): void {
    if (!this.dirty) this.#before = this.ports.shown();
  }

  /** A key changed the text. `later`: whether it may be written without leaving the field. */
  type(text: string, later = true): void {
    this.#save ??= this.ports.save();
    this.#typed = text;
    this.dirty = true;
    this.problem = null;
    clearTimeout(this.#timer);
    if (later) this.#timer = setTimeout(() => void this.write(), pause);
  }

  /** Writes what is typed, if that means something new. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    const typed = this.#typed;
    const save = this.#save;
    if (!this.dirty || typed === null || save === null) return;
    const value = this.ports.read(typed);
    if (value === null) return;
    this.#save = null;
    this.dirty = false;
    if (value === this.ports.read(this.ports.shown())) {
      this.#typed = null;
      return;
    }
    try {
      await save(value);
      this.problem = null;
    } catch (reason) {
      this.problem = asProblem(reason);
      // It stays as typed; the next key, or leaving the field, tries again.
      this.#save ??= save;
      this.dirty = true;
    }
  }

  /** Sets the text and writes it at once. */
  async put(text: string): Promise<void> {
    this.type(text, false);
    await this.write();
  }

  /** Gives back what was; false where nothing was typed. */
  giveBack(): boolean {
    clearTimeout(this.#timer);
    const save = this.#save ?? this.ports.save();
    const before = this.ports.read(this.#before);
    const changed = this.dirty || this.text !== this.#before;
    if (!changed) return false;
    const written = this.ports.shown() !== this.#before || (!this.dirty && this.#typed !== null);
    this.#typed = null;
    this.#save = null;
    this.dirty = false;
    this.problem = null;
    if (written && before !== null) void this.#restore(save, before);
    return true;
  }

  async #restore(save: Save, before: string): Promise<void> {
    try {
      await save(before);
    } catch (reason) {
      this.problem = asProblem(reason);
    }
  }

  /** Nothing was typed. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#typed = null;
    this.#save = null;
    this.dirty = false;
    this.problem = null;
  }
}
