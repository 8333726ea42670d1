/**
 * A list of what a stretch of a text field may become while it is typed: asked for with each key, taken by Enter, Tab or a
 * press, left by Escape. The field keeps the keyboard. It draws nothing.
 */

import { AskedAsTyped, keysWaitFor } from "../../state/keyboard";
import { followField, openBeside, type Beside } from "./beside-field";
import { Listbox } from "./listbox.svelte";

/** Part of a field's text, by UTF-16 places. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a stretch may become. */
export interface Completed {
  readonly key: string;
  /** How it is shown, and what it is known by for short. */
  readonly label: string;
  readonly short?: string | undefined;
  readonly note?: string | undefined;
  /** The words that come in the place of the stretch. */
  readonly words: string;
  /** Whether the stretch means this one alone. */
  readonly exact: boolean;
  /** It was taken. */
  readonly took: () => void;
}

/** Where stretches and what they may become are known. */
export interface Completer {
  /** The stretch that ends at the caret. */
  open(text: string, caret: number): Stretch | null;
  /** The stretch that the last key has closed. */
  closed(text: string, caret: number): Stretch | null;
  /** What a stretch of a text may become, the likeliest first. */
  ask(stretch: Stretch, text: string): Promise<readonly Completed[]>;
}

type Field = HTMLTextAreaElement | HTMLInputElement;

export class Completion {
  /** What is offered; empty while the list is closed. */
  offered = $state.raw<readonly Completed[]>([]);
  place = $state.raw<Beside | null>(null);
  readonly listbox: Listbox;
  #field: Field | undefined;
  #stretch: Stretch | null = null;
  /** Where a stretch begins that Escape has left. */
  #left = -1;
  #asked = 0;
  /** Stretches that are closed, and of which it is not known yet what they become: one types on meanwhile. */
  readonly #closed = new Set<{ from: number; to: number }>();
  readonly #asking = new AskedAsTyped();
  #unfollow: () => void = () => undefined;

  constructor(
    id: string,
    readonly of: () => Completer | undefined,
  ) {
    this.listbox = new Listbox(
      `${id}-codes`,
      () => this.offered.length,
      () => this.isOpen,
    );
  }

  get isOpen(): boolean {
    return this.offered.length > 0;
  }

  /** Attributes of the field: a field of several lines stays one for screen readers, and tells of its list. */
  get field() {
    if (this.of() === undefined) return {};
    const { "aria-controls": controls, "aria-activedescendant": active } = this.listbox.field;
    return {
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": controls,
      "aria-activedescendant": active,
    } as const;
  }

  /** A key changed the text; gives whether a stretch is under way. */
  typed(field: Field): boolean {
    const completer = this.of();
    const caret = field.selectionStart;
    if (completer === undefined || caret === null) return false;
    this.#field = field;
    const closed = completer.closed(field.value, caret);
    const open = completer.open(field.value, caret);
    if (closed !== null && closed.from !== this.#left) {
      this.close();
      void keysWaitFor(this.#askClosed(completer, closed, open));
    } else if (open === null || open.from === this.#left) this.close();
    else void this.#askOpen(completer, open);
    if (open === null && closed === null) this.#left = -1;
    return open !== null || closed !== null || this.#closed.size > 0;
  }

  /** What stands for a closed stretch comes in its place, also where one has typed on behind it. */
  async #askClosed(completer: Completer, closed: Stretch, next: Stretch | null): Promise<void> {
    const field = this.#field;
    const text = field?.value ?? "";
    const written = text.slice(closed.from, closed.to);
    const stretch = { ...closed };
    this.#closed.add(stretch);
    const turn = this.#asked;
    let exact: Completed | undefined;
    try {
      exact = (await completer.ask(closed, text)).find((one) => one.exact);
    } catch (reason) {
      console.error("no completions:", reason);
    }
    this.#closed.delete(stretch);
    if (document.activeElement !== field || field?.value.slice(stretch.from, stretch.to) !== written) return;
    if (exact !== undefined) this.#put(stretch, exact);
    // What closed nothing may begin another.
    else if (next !== null && turn === this.#asked) await this.#askOpen(completer, next);
  }

  async #askOpen(completer: Completer, stretch: Stretch): Promise<void> {
    const turn = ++this.#asked;
    const answered = this.#asking.begin();
    const field = this.#field;
    const text = field?.value ?? "";
    try {
      const found = await completer.ask(stretch, text);
      if (turn !== this.#asked || document.activeElement !== field || field?.value !== text) return;
      this.#show(stretch, found);
    } catch (reason) {
      console.error("no completions:", reason);
      this.close();
    } finally {
      answered();
    }
  }

  #show(stretch: Stretch, found: readonly Completed[]): void {
    const wasOpen = this.isOpen;
    this.#stretch = stretch;
    this.offered = found;
    this.listbox.came();
    this.listbox.at = 0;
    if (!this.isOpen) this.close();
    else if (!wasOpen && this.#field !== undefined) {
      this.place = openBeside(this.#field);
      this.#unfollow = followField(this.#field, this.place, (to) => {
        if (to === null) this.close();
        else this.place = to;
      });
    }
  }

  close(): void {
    this.#asked++;
    this.#asking.end();
    this.#unfollow();
    this.#unfollow = () => undefined;
    this.offered = [];
    this.#stretch = null;
  }

  /** Takes the one that the keys, or a press, have chosen. */
  take(at = this.listbox.at): boolean {
    const taken = this.offered[at];
    if (taken === undefined || this.#stretch === null) return false;
    this.#put(this.#stretch, taken);
    return true;
  }

  /**
   * The field is left: a stretch at the caret that means one thing alone becomes that. Gives the field's text where it
   * did, else null.
   */
  leave(): string | null {
    const field = this.#field;
    const stretch = this.#stretch;
    const exact = this.offered.find((one) => one.exact);
    this.close();
    if (field === undefined || stretch === null || exact === undefined) return null;
    exact.took();
    field.setRangeText(exact.words, stretch.from, stretch.to, "end");
    return field.value;
  }

  /** Writes over the stretch as if it was typed, so that the field's own undo gives it back. */
  #put(stretch: Stretch, taken: Completed): void {
    const field = this.#field;
    this.close();
    if (field === undefined) return;
    const caret = (field.selectionStart ?? stretch.to) - stretch.to;
    field.setSelectionRange(stretch.from, stretch.to);
    taken.took();
    document.execCommand("insertText", false, taken.words);
    const after = stretch.from + taken.words.length + Math.max(0, caret);
    field.setSelectionRange(after, after);
    const by = taken.words.length - (stretch.to - stretch.from);
    for (const closed of this.#closed) {
      if (closed.from < stretch.to) continue;
      closed.from += by;
      closed.to += by;
    }
  }

  /** A key for the list; false where it is none. */
  key(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.ctrlKey || event.altKey || event.metaKey) return false;
    switch (event.code) {
      case "Enter":
      case "NumpadEnter":
      case "Tab":
        return !event.shiftKey && this.take();
      case "Escape":
        this.#left = this.#stretch?.from ?? -1;
        this.close();
        return true;
      case "ArrowDown":
      case "ArrowUp":
      case "PageDown":
      case "PageUp":
        return this.listbox.move(event);
      default:
        return false;
    }
  }
}
