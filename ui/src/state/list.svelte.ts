/** The article list: what it is asked for, what has come, which rows are chosen. */

import { api } from "../wire/api";
import { countFilters, noFilters, queryOf, type Filters, type Place, type Question } from "../logic/filters";
import { Listing } from "../logic/listing";
import { asProblem } from "../wire/problem";
import type { ArticleLine, ListQuery } from "../types";
import type { Problem } from "../types/shell";
import { hush, tell } from "./announce.svelte";
import { Marks } from "./row-selection.svelte";
import { reading } from "./reading.svelte";
import { views } from "./view.svelte";

export type { Place } from "../logic/filters";

class ArticleList {
  question = $state.raw<Question>({ text: "", place: { kind: "all" }, filters: noFilters, order: "date_newest" });
  /** The saved search that the question is, as long as nothing of it is changed. */
  saved = $state<string | null>(null);
  /** The row with the cursor, or -1. */
  chosen = $state(-1);
  problem = $state.raw<Problem | null>(null);
  /** How many questions have been answered. */
  answers = $state(0);
  /** Several rows that something will be done with. */
  readonly marks = new Marks();
  /** Grows whenever rows came in, so that what shows them looks again. */
  #version = $state(0);
  #listing: Listing<ArticleLine> = this.#listingFor(this.question);
  /** Questions are numbered: an answer that a later question overtook is dropped. */
  #asked = 0;
  /** Where the list stood before one searched, to go back to. */
  #before: { chosen: number; id: string | null } | null = null;
  /** The rows in sight, as last needed. */
  #sight: readonly [number, number] = [0, 0];
  /** Where the cursor was before its article went from the list. */
  #gap = -1;

  /** Another library: nothing of the one before is kept. */
  reset(): void {
    this.#asked++;
    this.question = { text: "", place: { kind: "all" }, filters: noFilters, order: "date_newest" };
    this.#listing = this.#listingFor(this.question);
    this.saved = null;
    this.chosen = -1;
    this.answers = 0;
    this.problem = null;
    this.marks.clear();
    this.#before = null;
    this.#gap = -1;
    this.#version++;
  }

  /** Whether anything is known of the library's articles. */
  get answered(): boolean {
    return this.answers > 0;
  }

  /** How many articles answer the question. */
  get total(): number {
    void this.#version;
    return this.#listing.total;
  }

  /** The question as the archive's query. */
  get query(): ListQuery {
    return queryOf(this.question, 0, 0);
  }

  /** Whether the library is not in its place any more. */
  get lost(): boolean {
    return this.problem?.code === "library_missing";
  }

  /** Whether words or filters narrow the list. */
  get narrowed(): boolean {
    return this.question.text !== "" || countFilters(this.question.filters) > 0;
  }

  /** Whether several rows are selected. */
  get several(): boolean {
    return this.marks.count(this.total) > 0;
  }

  /** How many articles an action on the selection is about. */
  get selectedCount(): number {
    return this.marks.count(this.total) || (reading.wanted === null ? 0 : 1);
  }

  /** The row, if it has come. */
  row(index: number): ArticleLine | undefined {
    void this.#version;
    return this.#listing.row(index);
  }

  /** Whether the row is one of those that an action is about. */
  isSelected(index: number): boolean {
    if (!this.several) return index === this.chosen;
    const row = this.row(index);
    return this.marks.all || (row !== undefined && this.marks.has(row.id));
  }

  /** The index of an article among the rows that have come, or -1. */
  find(id: string): number {
    return this.#listing.find((row) => row.id === id);
  }

  /** Fetches what is missing between two rows. */
  need(first: number, last: number): void {
    this.#sight = [first, last];
    this.#listing.need(first, last);
  }

  /** Shows a part of the library, without words and filters. */
  goTo(place: Place): void {
    views.go({ kind: "articles" });
    void this.ask({ place, text: "", filters: noFilters });
  }

  /** Narrows the list further, or less. */
  narrow(change: Partial<Filters>): void {
    views.go({ kind: "articles" });
    void this.ask({ filters: { ...this.question.filters, ...change } });
  }

  /** Shows an article, with its row where that is in the list. */
  open(id: string): void {
    views.go({ kind: "articles" });
    reading.show(id);
    this.chosen = this.find(id);
    this.marks.clear();
  }

  /** Asks anew; the rows of before stay until the answer is here, so that nothing flickers. */
  async ask(change: Partial<Question> = {}, saved: string | null = null): Promise<void> {
    const before = this.question;
    const question = { ...before, ...change };
    const same = JSON.stringify(question) === JSON.stringify(before);
    if (before.text === "" && question.text !== "") {
      this.#before = { chosen: this.chosen, id: this.row(this.chosen)?.id ?? null };
    }
    this.question = question;
    if (!same || saved !== null) this.saved = saved;
    const turn = ++this.#asked;
    const listing = this.#listingFor(question);
    try {
      // The same question again: what is in sight stays in sight.
      if (same && this.answered) await listing.open(...this.#sight);
      else await listing.open();
      if (turn !== this.#asked) return;
      this.problem = null;
      this.#listing = listing;
      this.#placeCursor(same);
      if (!same) this.marks.clear();
      if (question.text === "") this.#before = null;
      this.answers += same ? 0 : 1;
      if (this.answers === 0) this.answers = 1;
      this.#version++;
      if (same) return;
      if (question.text === "") hush();
      else tell("list-found", { count: listing.total });
    } catch (reason) {
      if (turn !== this.#asked) return;
      this.problem = asProblem(reason);
    }
  }

  /** Puts the cursor on the article on the screen, as far as it is in sight. */
  #placeCursor(same: boolean): void {
    const id = reading.wanted;
    const before = this.chosen;
    this.chosen = id === null ? -1 : this.find(id);
    if (this.chosen >= 0) return;
    if (this.question.text === "" && this.#before !== null && this.#before.id === id) {
      this.chosen = this.#before.chosen;
    } else if (same && before >= 0) {
      const [first, last] = this.#sight;
      // Out of sight it may be where it was; in sight it is gone, and the cursor goes on from its place.
      if (before < first || before > last) this.chosen = Math.min(before, this.#listing.total - 1);
      else this.#gap = before;
    }
  }

  /** Puts the cursor on a row and shows its article; what was selected is not any more. */
  choose(index: number): void {
    this.marks.clear();
    this.#goTo(index);
  }

  /** Shows what stands now where the cursor was before its article went. */
  chooseNear(): void {
    if (this.total > 0) this.choose(this.chosen >= 0 ? this.chosen : Math.max(this.#gap, 0));
  }

  /** Moves the cursor by so many rows. */
  move(by: number): void {
    this.choose(this.#from(by));
  }

  /** Moves the cursor; the selection reaches from where it began to there. */
  extend(index: number): void {
    const start = this.marks.anchor ?? Math.max(this.chosen, 0);
    this.#goTo(index);
    void this.marks.reach(start, this.chosen, (first, last) => this.#idsBetween(first, last));
  }

  /** Moves the cursor and leaves the selection as it is. */
  wander(index: number): void {
    this.#keepChosen();
    this.#goTo(index);
  }

  /** Takes a row into the selection, or out of it. */
  toggle(index: number): void {
    this.#keepChosen();
    this.#goTo(index);
    const row = this.row(this.chosen);
    if (row !== undefined) this.marks.toggle(row.id, this.chosen);
  }

  selectAll(): void {
    this.marks.takeAll();
    tell("told-selected", { count: this.total });
  }

  selectNone(): void {
    this.marks.clear();
  }

  /** UUIDs of the articles that an action is about: those selected, else the one on the screen. */
  async selectedIds(): Promise<string[]> {
    if (this.marks.all) return this.#idsBetween(0, this.total - 1);
    if (this.several) return this.marks.ids;
    return reading.wanted === null ? [] : [reading.wanted];
  }

  /** The first row selected by hand is the one with the cursor. */
  #keepChosen(): void {
    const row = this.row(this.chosen);
    if (!this.several && row !== undefined) this.marks.begin(row.id, this.chosen);
  }

  #from(by: number): number {
    if (this.chosen >= 0) return this.chosen + by;
    if (this.#gap >= 0) return by > 0 ? this.#gap + by - 1 : this.#gap + by;
    return by > 0 ? 0 : this.total - 1;
  }

  #goTo(index: number): void {
    if (this.total === 0) return;
    this.#gap = -1;
    this.chosen = Math.min(Math.max(index, 0), this.total - 1);
    const row = this.row(this.chosen);
    if (row !== undefined) reading.show(row.id);
    else this.#showWhenHere(this.chosen);
  }

  /** UUIDs of the rows from `first` to `last`; what has not come is fetched. */
  async #idsBetween(first: number, last: number): Promise<string[]> {
    const ids: string[] = [];
    const size = 500;
    for (let at = first; at <= last;) {
      const row = this.#listing.row(at);
      if (row !== undefined) {
        ids.push(row.id);
        at++;
        continue;
      }
      const page = await api.listArticles(queryOf(this.question, at, Math.min(size, last - at + 1)));
      if (page.rows.length === 0) break;
      ids.push(...page.rows.map(({ id }) => id));
      at += page.rows.length;
    }
    return ids;
  }

  /** The row is still on its way: its article is shown once it is here and still the chosen one. */
  #showWhenHere(index: number): void {
    this.#listing.need(index, index);
    this.#awaited = index;
  }
  #awaited = -1;

  #listingFor(question: Question): Listing<ArticleLine> {
    const listing: Listing<ArticleLine> = new Listing({
      fetch: (offset, limit) => api.listArticles(queryOf(question, offset, limit)),
      changed: () => {
        if (listing !== this.#listing) return;
        this.#version++;
        this.problem = null;
        const row = this.#awaited === this.chosen ? listing.row(this.chosen) : undefined;
        if (row !== undefined) {
          this.#awaited = -1;
          reading.show(row.id);
        }
      },
      failed: (reason) => {
        if (listing === this.#listing) this.problem = asProblem(reason);
      },
    });
    return listing;
  }
}

export const list = new ArticleList();
