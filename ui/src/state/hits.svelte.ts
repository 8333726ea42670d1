/** Where the text on the screen has what is looked for: by the list's search, or in this text alone. */

import { untrack } from "svelte";

import { cutBetween, moveSpan } from "../logic/edits";
import { api } from "../wire/api";
import { ScalarText } from "../wire/spans";
import { drafting } from "./drafting.svelte";
import { keysWaitFor } from "./keyboard";
import { list } from "./list.svelte";
import { reading } from "./reading.svelte";

/** A place in the text, in UTF-16. */
export type Hit = readonly [start: number, end: number];

/** How long a text under one's hands rests before it is looked through anew, in ms: it goes to the archive whole. */
const rest = 250;

class Hits {
  /** Whether one looks for something in this text alone. */
  finding = $state(false);
  /** What. */
  sought = $state("");
  /** Where the text has it, in order. */
  all = $state.raw<readonly Hit[]>([]);
  /** The one that one stands at, or -1. */
  at = $state(-1);
  /** Grows whenever that one is to be brought in sight. */
  calls = $state(0);
  /** Grows whenever the field for what is sought is to have the keyboard. */
  entries = $state(0);
  #asked = 0;
  /** The text and the words of the last answer. */
  #answered = "";
  /** The text that the places of now lie in. */
  #body = "";

  /** The text that is on the screen, as it stands under one's hands. */
  get body(): string | undefined {
    const { version } = reading;
    const { draft } = drafting;
    return draft !== null && draft.version === version?.id ? draft.body : version?.body;
  }

  /** What is looked for: in this text, else by the list. */
  get words(): string {
    return this.finding ? this.sought : list.question.text;
  }

  /** Begins to look for something in the text: for the words that are selected, or those of the last time. */
  open(selected: string): void {
    if (selected !== "") this.sought = selected;
    this.finding = true;
    this.entries++;
  }

  /** Ends that. */
  close(): void {
    this.finding = false;
  }

  /** Goes to the next hit, or the one before; where there are none one says what to look for. */
  step(by: 1 | -1): void {
    if (this.all.length === 0) {
      this.open("");
      return;
    }
    const from = this.at < 0 && by < 0 ? 0 : this.at;
    this.at = (from + by + this.all.length) % this.all.length;
    this.calls++;
  }

  /** Looks anew. What is looked for, or another text, begins at its first hit; the same text typed on stays in sight. */
  look(version: string | undefined, body: string | undefined, words: string): Promise<void> {
    const typedOn = untrack(() => this.#moveAlong(version, body, words));
    const looking = this.#look(version, body, words, typedOn);
    // Enter in the field goes to what is found of these words.
    return this.finding && !typedOn ? keysWaitFor(looking) : looking;
  }

  /** Whether it is the same text typed on: then the places move with it, until it is looked through again. */
  #moveAlong(version: string | undefined, body: string | undefined, words: string): boolean {
    if (body === undefined || this.#answered !== this.#question(version, words)) return false;
    const cut = cutBetween(this.#body, body);
    if (cut === undefined || reading.version?.body === body) return false;
    const moved: Hit[] = [];
    let at = this.at;
    for (const [number, [start, end]] of this.all.entries()) {
      const place = moveSpan({ start, end }, cut);
      if (place?.whole === true) moved.push([place.start, place.end]);
      else if (number < this.at) at--;
    }
    this.#body = body;
    this.all = moved;
    this.at = Math.min(at, moved.length - 1);
    return true;
  }

  #question(version: string | undefined, words: string): string {
    return `${version ?? ""} ${this.finding} ${words}`;
  }

  async #look(version: string | undefined, body: string | undefined, words: string, typedOn: boolean): Promise<void> {
    const turn = ++this.#asked;
    if (version === undefined || body === undefined || words === "") {
      this.all = [];
      this.at = -1;
      this.#answered = "";
      return;
    }
    const written = reading.version?.id === version && reading.version.body === body;
    const question = this.#question(version, words);
    if (typedOn) await new Promise((resolve) => setTimeout(resolve, rest));
    if (turn !== this.#asked) return;
    try {
      const places = this.finding || !written ? await api.placesInText(body, words) : await api.matches(version, words);
      if (turn !== this.#asked) return;
      const scalars = new ScalarText(body);
      this.all = places.map(([start, end]) => [scalars.toUtf16(start), scalars.toUtf16(end)] as const);
      const same = question === this.#answered;
      this.#answered = question;
      this.#body = body;
      this.at = same ? Math.min(this.at, this.all.length - 1) : this.all.length > 0 ? 0 : -1;
      if (!same && this.at >= 0) this.calls++;
    } catch (reason) {
      // a text that is gone meanwhile has no places; the text itself tells so
      console.error("no places in the text:", reason);
    }
  }
}

export const hits = new Hits();
