/** Tagging in the text that is read: where one stands in it, what is suggested, what is being written. */

import { api } from "../wire/api";
import { at, spanOf, wordAt, type Caret } from "../logic/caret";
import { certainOf } from "../logic/certainty";
import { cutBetween, moveOffset, type Span } from "../logic/edits";
import { asProblem } from "../wire/problem";
import { inLanes, marksOf, type Bar, type Mark } from "../logic/segments";
import { ScalarText } from "../wire/spans";
import type { MentionRecord, QuoteRecord, SeenValue, Suggestion, TagKind, VersionRecord, Written } from "../types";
import type { Problem } from "../types/shell";
import { catalogue } from "./catalogue.svelte";
import { keysWaitFor } from "./keyboard";
import { reading } from "./reading.svelte";

/** What a write will do to the text; painted before Rust has answered. */
export interface Foreseen {
  /** New marks. */
  readonly marks?: readonly (Span & { readonly kind: TagKind; readonly target: string })[];
  /** Keys of suggestions that are taken. */
  readonly accepted?: readonly string[];
  /** Keys of suggestions that are turned down. */
  readonly rejected?: readonly string[];
  /** UUIDs of mentions, quotes, parties and places that go. */
  readonly removed?: readonly string[];
  /** UUIDs of mentions that are stale no more. */
  readonly confirmed?: readonly string[];
}

/** A letter of the text, and how far below the window's top it stands, in pixels. */
export interface TextPlace {
  /** UTF-16. */
  readonly offset: number;
  readonly below: number;
}

/** What the drawn text does for those who move in it. */
export interface TextView {
  /** Gives the keyboard to the text. */
  focus(): void;
  /** Brings what is selected into sight, with what is told or asked about it. */
  reveal(): void;
  /** Whether it is in sight. */
  inSight(): boolean;
  /** The place that one reads: the caret, where it is in sight, else what stands at the top. */
  place(): TextPlace | null;
  /** The offset a line further, or back; keeps its column. */
  byLine(offset: number, by: 1 | -1): number;
  /** The offset at the beginning or the end of the line. */
  lineEnd(offset: number, by: 1 | -1): number;
}

class Tagging {
  view: TextView | null = null;
  #place = $state.raw<{ version: string; body: string; caret: Caret } | null>(null);
  /** Why no suggestions could be read; they are asked for again at the next write. */
  problem = $state.raw<Problem | null>(null);
  #chosen = $state<string | null>(null);
  #found = $state.raw<{ version: string; suggestions: readonly Suggestion[] } | null>(null);
  #foreseen = $state.raw<readonly Foreseen[]>([]);
  /** The party or place tagged last, while one still stands behind the tag. */
  fresh = $state.raw<{ readonly target: string; readonly offset: number } | null>(null);
  /** Whether one reads a caret's place aloud: not before one has moved it. */
  moved = $state(false);

  /** The body shown, to count in. */
  readonly text: ScalarText = $derived(new ScalarText(reading.version?.body ?? ""));

  /** Where one stands in the text shown, in UTF-16 offsets: between the same words, whoever changed others. */
  readonly caret: Caret | null = $derived.by(() => {
    if (this.#place === null || this.#place.version !== reading.version?.id) return null;
    const { body, caret } = this.#place;
    const cut = cutBetween(body, this.text.text);
    if (cut === undefined) return caret;
    return { anchor: moveOffset(caret.anchor, cut), focus: moveOffset(caret.focus, cut) };
  });

  /** The key of the suggestion that one stands on, in the text shown: another text may have one of the same key. */
  get chosen(): string | null {
    return this.caret === null ? null : this.#chosen;
  }

  set chosen(key: string | null) {
    this.#chosen = key;
  }

  /** What is selected; empty where nothing is. */
  readonly selection: Span = $derived(this.caret === null ? { start: 0, end: 0 } : spanOf(this.caret));

  /** What nobody has decided on yet, in the order of the text. */
  readonly suggestions: readonly Suggestion[] = $derived.by(() => {
    const found = this.#found;
    if (found === null || found.version !== reading.version?.id) return [];
    const gone = new Set(this.#foreseen.flatMap(({ accepted = [], rejected = [] }) => [...accepted, ...rejected]));
    return found.suggestions.filter(({ key }) => !gone.has(key));
  });

  /** How many suggestions are open. */
  get open(): number {
    return this.suggestions.length;
  }

  /**
   * Keys of those of which nothing is in doubt. Of all that was found: who is just being accepted still answers for
   * what he says.
   */
  readonly #certain: ReadonlySet<string> = $derived(
    new Set(certainOf(this.#found?.suggestions ?? []).map(({ key }) => key)),
  );

  /** Whether nothing of a suggestion is in doubt: neither what was read nor whom it means. */
  isCertain(key: string): boolean {
    return this.#certain.has(key);
  }

  /** The suggestions that want looking at, in the order of the text. */
  readonly doubtful: readonly Suggestion[] = $derived(this.suggestions.filter(({ key }) => !this.#certain.has(key)));

  /** The suggestion that one stands on. */
  readonly suggestion: Suggestion | undefined = $derived(this.suggestions.find(({ key }) => key === this.chosen));

  readonly #removed: ReadonlySet<string> = $derived(new Set(this.#foreseen.flatMap(({ removed = [] }) => removed)));

  /** Whether a record is about to go. */
  going(id: string): boolean {
    return this.#removed.has(id);
  }

  /** The mentions of the version shown, less those about to go. */
  readonly mentions: readonly MentionRecord[] = $derived(
    (reading.version?.mentions ?? []).filter(
      ({ id, party, place }) => !this.#removed.has(id) && !this.#removed.has(party ?? place ?? ""),
    ),
  );

  readonly quotes: readonly QuoteRecord[] = $derived(
    (reading.version?.quotes ?? []).filter(({ id }) => !this.#removed.has(id)),
  );

  /** All that is drawn under the letters. */
  readonly marks: readonly Mark[] = $derived.by(() => {
    const confirmed = new Set(this.#foreseen.flatMap(({ confirmed = [] }) => confirmed));
    const mentions = this.mentions.map((mention) =>
      confirmed.has(mention.id) ? { ...mention, state: "fresh" as const } : mention,
    );
    const tagged = marksOf(this.text, mentions, (mention) => reading.kindOf(mention));
    const accepted = new Set(this.#foreseen.flatMap(({ accepted = [] }) => accepted));
    const rejected = new Set(this.#foreseen.flatMap(({ rejected = [] }) => rejected));
    const place = ({ start, end }: Span) => `${start} ${end}`;
    // What is foreseen or accepted, and tagged by now, is drawn once: a second line below would be there for a blink.
    const there = new Set(tagged.map(place));
    const foreseen = this.#foreseen
      .flatMap(({ marks = [] }) => marks)
      .filter((mark) => !there.has(place(mark)))
      .map((mark) => ({ ...mark, id: `${mark.start}-${mark.end}`, stale: false }));
    for (const mark of foreseen) there.add(place(mark));
    const isThere = (span: Span) => there.has(place(this.toUtf16(span)));
    const shown = this.#found?.version === reading.version?.id ? (this.#found?.suggestions ?? []) : [];
    const suggested = shown.flatMap(({ key, kind, spans }) => {
      if (kind === "quote" || rejected.has(key)) return [];
      const open = accepted.has(key) ? spans.filter((span) => !isThere(span)) : spans;
      return open.map((span) => ({
        id: key,
        kind,
        target: "",
        stale: false,
        suggested: !accepted.has(key),
        certain: this.#certain.has(key),
        ...this.toUtf16(span),
      }));
    });
    return inLanes([...tagged, ...foreseen, ...suggested].filter(({ start, end }) => start < end));
  });

  /** The quotes, and what may be quotes. */
  readonly bars: readonly Bar[] = $derived.by(() => {
    const quotes = this.quotes.map((quote): Bar => ({
      id: quote.id,
      speaker: quote.speaker === null ? undefined : reading.parties.get(quote.speaker)?.name,
      suggested: false,
      ...this.toUtf16(quote),
    }));
    const rejected = new Set(this.#foreseen.flatMap(({ rejected = [] }) => rejected));
    const open = new Set(this.suggestions.map(({ key }) => key));
    const shown = this.#found?.version === reading.version?.id ? (this.#found?.suggestions ?? []) : [];
    for (const { key, kind, name, spans } of shown) {
      const span = spans[0];
      if (kind !== "quote" || rejected.has(key) || span === undefined) continue;
      quotes.push({
        id: key,
        speaker: name === "" ? undefined : name,
        suggested: open.has(key),
        certain: this.#certain.has(key),
        ...this.toUtf16(span),
      });
    }
    return quotes;
  });

  /** A span of the archive's in UTF-16. */
  toUtf16({ start, end }: Span): Span {
    return { start: this.text.toUtf16(start), end: this.text.toUtf16(end) };
  }

  /** A span as the archive counts. */
  toScalar({ start, end }: Span): Span {
    return { start: this.text.toScalar(start), end: this.text.toScalar(end) };
  }

  /** The words of a span. */
  words({ start, end }: Span): string {
    return this.text.text.slice(start, end);
  }

  /** The marks over a place in the text, the shortest first. */
  marksAt(offset: number): Mark[] {
    return this.marks
      .filter(({ start, end }) => start <= offset && offset < end)
      .sort((one, other) => one.end - one.start - (other.end - other.start));
  }

  /** The mark that one stands on: that of what is selected, else the shortest one here. */
  readonly mark: Mark | undefined = $derived.by(() => {
    if (this.caret === null) return undefined;
    const { start, end } = this.selection;
    const chosen = this.chosen;
    if (start < end) {
      const same = this.marks.filter((mark) => mark.start === start && mark.end === end);
      return same.find(({ id }) => id === chosen || id === reading.mention) ?? same[0];
    }
    return this.marksAt(start)[0];
  });

  /** The mention that one stands on. */
  get mention(): MentionRecord | undefined {
    const id = this.mark?.id;
    return this.mentions.find((mention) => mention.id === id);
  }

  /** The shortest quote around the place where one stands. */
  readonly quote: QuoteRecord | undefined = $derived.by(() => {
    if (this.caret === null) return undefined;
    const { start, end } = this.toScalar(this.selection);
    return this.quotes
      .filter((quote) => quote.start <= start && start <= quote.end && end <= quote.end)
      .sort((one, other) => one.end - one.start - (other.end - other.start))[0];
  });

  /** The word that one stands on, or before whose quotation mark. */
  readonly word: Span | undefined = $derived.by(() => {
    if (this.caret === null) return undefined;
    return wordAt(this.text.text, this.caret.focus) ?? wordAt(this.text.text, this.caret.focus + 1);
  });

  /** What a key tags: what is selected, else the mark or the word that one stands on. */
  readonly target: Span = $derived.by(() => {
    if (this.caret === null || this.selection.start < this.selection.end) return this.selection;
    return this.mark ?? this.word ?? this.selection;
  });

  /** Stands somewhere. What lies there is lit up in the cast list too. */
  stand(caret: Caret, chosen: string | null = null): void {
    const { version } = reading;
    if (version === undefined) return;
    this.#place = { version: version.id, body: version.body, caret };
    this.chosen = chosen;
    this.moved = true;
    const mark = this.mark;
    if (chosen === null && mark?.suggested === true) this.chosen = mark.id;
    reading.pointed = mark === undefined || mark.suggested === true ? null : mark.target;
    reading.mention = null;
  }

  /** Selects a span and brings it into sight. */
  select(span: Span, chosen: string | null = null): void {
    this.stand({ anchor: span.start, focus: span.end }, chosen);
    this.view?.reveal();
  }

  /** Where one would begin: where one stands, else at the first word. */
  get begin(): Caret {
    return this.caret ?? at(0);
  }

  /** Goes to a mention, and lights up its party. */
  goTo(mention: MentionRecord): void {
    const span = this.toUtf16(mention);
    this.select(span);
    reading.pointed = mention.party ?? mention.place;
    reading.mention = mention.id;
  }

  /** Goes to a suggestion. */
  choose(suggestion: Suggestion | undefined): void {
    const span = suggestion?.spans[0];
    if (suggestion === undefined || span === undefined) this.chosen = null;
    else this.select(this.toUtf16(span), suggestion.key);
  }

  /** The suggestion after, or before, the place where one stands, of all or of some; at the end it begins anew. */
  neighbour(by: 1 | -1, all: readonly Suggestion[] = this.suggestions): Suggestion | undefined {
    const here = all.findIndex(({ key }) => key === this.chosen);
    if (here >= 0) return all[(here + by + all.length) % all.length];
    const focus = this.text.toScalar(this.caret?.focus ?? 0);
    const starts = (suggestion: Suggestion) => suggestion.spans[0]?.start ?? 0;
    return by > 0
      ? (all.find((suggestion) => starts(suggestion) >= focus) ?? all[0])
      : (all.findLast((suggestion) => starts(suggestion) < focus) ?? all.at(-1));
  }

  /**
   * Writes, made from what was `seen`, and paints what will be meanwhile. Gives undefined where it failed, of which
   * the window says why, and where one left to somebody else's change what stands.
   */
  carry<T>(
    foreseen: Foreseen,
    writing: (seen: SeenValue[]) => Promise<Written<T>>,
    seen: readonly SeenValue[] = [],
  ): Promise<T | undefined> {
    return keysWaitFor(this.#carry(foreseen, writing, seen));
  }

  async #carry<T>(
    foreseen: Foreseen,
    writing: (seen: SeenValue[]) => Promise<Written<T>>,
    seen: readonly SeenValue[],
  ): Promise<T | undefined> {
    const version = reading.version;
    this.#foreseen = [...this.#foreseen, foreseen];
    try {
      const value = await catalogue.edit(seen, writing);
      await Promise.all([reading.settled(), version === undefined ? undefined : this.read(version)]);
      return value;
    } catch (reason) {
      catalogue.problem = asProblem(reason);
      return undefined;
    } finally {
      this.#foreseen = this.#foreseen.filter((other) => other !== foreseen);
      this.#chooseAgain();
    }
  }

  /** What one stood on was decided by what was written, or reads otherwise now: one stands on what comes there. */
  #chooseAgain(): void {
    if (this.chosen === null || this.suggestion !== undefined || this.#foreseen.length > 0) return;
    const here = this.text.toScalar(this.selection.start);
    const next = this.suggestions.find(({ spans }) => (spans[0]?.start ?? 0) >= here);
    if (next === undefined) this.chosen = null;
    else this.choose(next);
  }

  #reading: Promise<void> | undefined;
  #again = false;

  /** Reads a version's suggestions; those of before stay until the answer is here. */
  read(version: VersionRecord): Promise<void> {
    this.#again = true;
    this.#reading ??= keysWaitFor(
      this.#read(version.id).finally(() => (this.#reading = undefined)),
      "article",
    );
    return this.#reading;
  }

  async #read(first: string): Promise<void> {
    for (let version: string | undefined = first; this.#again && version !== undefined; version = reading.version?.id) {
      this.#again = false;
      try {
        const { suggestions, recounted } = await api.suggestions(version);
        if (recounted) catalogue.recount();
        if (version !== reading.version?.id) continue;
        this.#found = { version, suggestions };
        this.problem = null;
        this.#chooseAgain();
      } catch (reason) {
        if (version !== reading.version?.id) continue;
        // The text can be tagged without; the cast list says why there are none.
        this.problem = asProblem(reason);
        this.#found = { version, suggestions: [] };
      }
    }
  }
}

export const tagging = new Tagging();
