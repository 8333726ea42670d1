/** The article list: what it is asked for, what has come, which rows are chosen. */

import { api } from "../wire/api";
import { countFilters, noFilters, orderOf, queryOf, type Filters, type Place, type Question } from "../logic/filters";
import { Listing } from "../logic/listing";
import { asProblem } from "../wire/problem";
import type { ArticleLine, ListOrder, ListQuery } from "../types";
import type { Problem } from "../types/shell";
import { hush, tell } from "./announce.svelte";
import { Marks } from "./row-selection.svelte";
import { keysWaitFor } from "./keyboard";
import { reading } from "./reading.svelte";
import { views } from "./view.svelte";

export type { Place } from "../logic/filters";

/** How long what somebody else changed is lit up, in ms. */
const lit = 2000;

/** What is asked before anybody asked anything. */
const all: Question = {
  text: "",
  place: { kind: "all" },
  filters: noFilters,
  order: "date_newest",
  foundOrder: "relevance",
};

class ArticleList {
  question = $state.raw<Question>(all);
  /** The saved search that the question is, as long as nothing of it is changed. */
  saved = $state<string | null>(null);
  /** The row with the cursor, or -1. */
  chosen = $state(-1);
  problem = $state.raw<Problem | null>(null);
  /** How many questions have been answered. */
  answers = $state(0);
  /** How many the words find in the whole library, where the list shows a part of it; null as long as that is not known. */
  everywhere = $state<number | null>(null);
  /** The question that the rows of now answer: what tells more of them is asked once they are here. */
  shown = $state.raw<Question>(all);
  /** How many rows have the very words; they come first. */
  exact = $state(0);
  /** Whether the words were taken as a document's number. */
  numbered = $state(false);
  /** The words like those typed that find the others. */
  similar = $state.raw<readonly string[]>([]);
  /** Several rows that something will be done with. */
  readonly marks = new Marks();
  /** Grows whenever rows came in, so that what shows them looks again. */
  #version = $state(0);
  #listing: Listing<ArticleLine> = this.#listingFor(this.question);
  /** Questions are numbered: an answer that a later question overtook is dropped. */
  #asked = 0;
  /** Where the list stood before one searched, to go back to. */
  #before: { chosen: number; id: string | null } | null = null;
  /** By how many rows the same rows stand further down since the list was asked anew: the eye keeps its place. */
  shift = $state.raw<{ readonly by: number }>({ by: 0 });
  /** Whether the list is known not to hold the article on the screen. */
  absent = $state(false);
  /** Rows that somebody else has just changed, or added: seen for a moment. */
  changed = $state.raw<ReadonlySet<string>>(new Set());
  #fading: ReturnType<typeof setTimeout> | undefined;
  /** The rows drawn, as last needed, and the topmost in sight. */
  #sight: readonly [number, number] = [0, 0];
  #top = 0;
  /** Where the cursor was before its article went from the list. */
  #gap = -1;

  /** Another library: nothing of the one before is kept. */
  reset(): void {
    this.#asked++;
    this.question = all;
    this.shown = all;
    this.everywhere = null;
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

  /** Fetches what is missing between two rows; the eye begins at `top`. */
  need(first: number, last: number, top = first): void {
    this.#sight = [first, last];
    this.#top = top;
    void this.#listing.need(first, last);
  }

  /** In which order the rows come. */
  get order(): ListOrder {
    return orderOf(this.question);
  }

  /** Whether words are searched in a part of the library. */
  get confined(): boolean {
    const { text, place, filters } = this.question;
    return text !== "" && (place.kind !== "all" || countFilters(filters) > 0);
  }

  /** Shows a part of the library; what is searched there, and what narrows it, stays. */
  goTo(place: Place): void {
    views.go({ kind: "articles" });
    // A saved search is a place too: whoever goes elsewhere leaves it whole.
    void this.ask(this.saved === null ? { place } : { place, text: "", filters: noFilters });
  }

  /** Where the unit or the saved search that is asked for is gone, all is shown, or the question is no saved one. */
  leaveGone(units: readonly { id: string }[], saved: readonly { id: string }[]): void {
    const { place } = this.question;
    if (!saved.some(({ id }) => id === this.saved)) this.saved = null;
    if (place.kind === "unit" && !units.some(({ id }) => id === place.id)) void this.ask({ place: all.place });
  }

  /** Puts the rows in another order; what words find has an order of its own. */
  putInOrder(order: ListOrder): void {
    void this.ask(this.question.text === "" ? { order } : { foundOrder: order });
  }

  /** Looks for the same words in the whole library. */
  searchEverywhere(): void {
    views.go({ kind: "articles" });
    void this.ask({ place: all.place, filters: noFilters });
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
    this.marks.clear();
    void this.follow();
  }

  /** Puts the cursor on the article on the screen, wherever in the list it is; on none where the list does not hold it. */
  follow(): Promise<void> {
    return keysWaitFor(this.#follow(), "list");
  }

  async #follow(): Promise<void> {
    const id = reading.wanted;
    const listing = this.#listing;
    this.chosen = id === null ? -1 : this.find(id);
    if (id === null || this.chosen >= 0) {
      this.absent = false;
      return;
    }
    const at = await this.#position(id);
    if (listing !== this.#listing || reading.wanted !== id || at === undefined) return;
    this.chosen = at;
    this.absent = at < 0;
  }

  /** Where in the list an article is, or -1; undefined where that cannot be known. */
  async #position(id: string): Promise<number | undefined> {
    try {
      return (await api.listPosition(rowsOf(this.question, 0, 0), id)) ?? -1;
    } catch (reason) {
      // Its article is gone, or the list is; then the list itself says so.
      console.error("no position:", reason);
      return undefined;
    }
  }

  /** Shows the article on the screen in the list of all, where the list of now does not hold it. */
  showAmongAll(): void {
    views.go({ kind: "articles" });
    void this.ask({ place: all.place, text: "", filters: noFilters });
  }

  /**
   * Asks anew; the rows of before stay until the answer is here, so that nothing flickers. `elsewhere`: somebody
   * else changed something.
   */
  ask(change: Partial<Question> = {}, saved: string | null = null, elsewhere = false): Promise<void> {
    return keysWaitFor(this.#ask(change, saved, elsewhere), "list");
  }

  async #ask(change: Partial<Question>, saved: string | null, elsewhere: boolean): Promise<void> {
    const before = this.question;
    const question = { ...before, ...change };
    const same = JSON.stringify(question) === JSON.stringify(before);
    if (before.text === "" && question.text !== "") {
      this.#before = { chosen: this.chosen, id: this.row(this.chosen)?.id ?? null };
    }
    this.question = question;
    if (!same) this.everywhere = null;
    if (!same || saved !== null) this.saved = saved;
    const turn = ++this.#asked;
    const listing = this.#listingFor(question);
    try {
      // The same question again: what is in sight stays in sight.
      if (same && this.answered) await listing.open(...this.#sight);
      else await listing.open();
      if (turn !== this.#asked) return;
      this.problem = null;
      const before = this.#listing;
      this.#listing = listing;
      if (!same) this.shown = question;
      this.#placeCursor(same, before);
      if (same) this.#keepSight(before);
      if (same && elsewhere) this.#light(before);
      if (!same) this.marks.clear();
      if (question.text === "") this.#before = null;
      this.answers += same ? 0 : 1;
      if (this.answers === 0) this.answers = 1;
      this.#version++;
      void this.#askEverywhere(turn);
      if (same) return;
      if (question.text === "") hush();
      else tell("list-found", { count: listing.total });
    } catch (reason) {
      if (turn !== this.#asked) return;
      this.problem = asProblem(reason);
    }
  }

  /** Asks how many there are beyond what the list is confined to. */
  async #askEverywhere(turn: number): Promise<void> {
    if (!this.confined) {
      this.everywhere = null;
      return;
    }
    try {
      const whole = { ...this.question, place: all.place, filters: noFilters };
      const { total } = await api.listArticles({ ...queryOf(whole, 0, 0), order: "date_newest" });
      if (turn === this.#asked) this.everywhere = total;
    } catch (reason) {
      // the list itself tells what is wrong with the library
      console.error("not known how many everywhere:", reason);
    }
  }

  /** Puts the cursor on the article on the screen; asked anew, where it went from, if it is gone. */
  #placeCursor(same: boolean, old: Listing<ArticleLine>): void {
    const id = reading.wanted;
    const before = this.chosen;
    this.chosen = id === null ? -1 : this.find(id);
    if (this.chosen >= 0 || id === null) {
      this.absent = false;
      // It may be known already that it is gone.
      if (id === null && same && before >= 0) this.#gap = this.#placeLeft(before, old);
      return;
    }
    const [first, last] = this.#sight;
    if (this.question.text === "" && this.#before !== null && this.#before.id === id) {
      this.chosen = this.#before.chosen;
    } else if (same && before >= first && before <= last) {
      // It was in sight and is not any more: the cursor goes on from its place.
      this.#gap = this.#placeLeft(before, old);
    } else if (same && before >= 0) {
      // Out of sight it is near where it was, until that is known.
      this.chosen = Math.min(before, this.#listing.total - 1);
    }
    const { total } = this.#listing;
    // Of what is found the best is looked at: where among the rest the article on the screen is costs a second search.
    if (total > 0 && !same && this.question.text !== "") this.absent = this.row(total - 1) !== undefined;
    else if (total > 0) void keysWaitFor(this.#seek(id), "list");
    else this.absent = true;
  }

  /** Where what stood below a row that is gone stands now; rows above it may have gone too. */
  #placeLeft(gone: number, old: Listing<ArticleLine>): number {
    for (let index = gone + 1; index < old.total; index++) {
      const row = old.row(index);
      if (row === undefined) break;
      const now = this.find(row.id);
      if (now >= 0) return now;
    }
    for (let index = gone - 1; index >= 0; index--) {
      const row = old.row(index);
      if (row === undefined) break;
      const now = this.find(row.id);
      if (now >= 0) return now + 1;
    }
    return gone;
  }

  /** Asks where the article on the screen is in a list whose rows have not all come. */
  async #seek(id: string): Promise<void> {
    const listing = this.#listing;
    const at = await this.#position(id);
    if (at === undefined || listing !== this.#listing || reading.wanted !== id) return;
    if (at < 0 && this.chosen >= 0) this.#gap = this.chosen;
    this.chosen = at;
    this.absent = at < 0;
  }

  /** Lights up for a moment what somebody else changed of the rows in sight. */
  #light(before: Listing<ArticleLine>): void {
    const [first, last] = this.#sight;
    const known = new Map<string, string>();
    for (let index = first - 1; index <= last + 1; index++) {
      const row = before.row(index);
      if (row !== undefined) known.set(row.id, JSON.stringify(row));
    }
    const changed = new Set<string>();
    for (let index = first; index <= last; index++) {
      const row = this.#listing.row(index);
      if (row !== undefined && known.get(row.id) !== JSON.stringify(row)) changed.add(row.id);
    }
    this.changed = changed;
    clearTimeout(this.#fading);
    this.#fading = setTimeout(() => (this.changed = new Set()), lit);
  }

  /** Tells by how much the rows in sight moved: somebody may have added some above them. */
  #keepSight(before: Listing<ArticleLine>): void {
    const [, last] = this.#sight;
    for (let index = this.#top; index <= last; index++) {
      const id = before.row(index)?.id;
      // The article one works on may be the one that moved.
      if (id === undefined || id === reading.wanted) continue;
      const now = this.find(id);
      if (now < 0) continue;
      this.shift = { by: now - index };
      return;
    }
    this.shift = { by: 0 };
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
    void keysWaitFor(
      this.marks.reach(start, this.chosen, (first, last) => this.#idsBetween(first, last)),
      "list",
    );
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
    if (this.marks.all) return api.articleIds(this.query);
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
    this.absent = false;
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
      const page = await api.listArticles(rowsOf(this.question, at, Math.min(size, last - at + 1)));
      if (page.rows.length === 0) break;
      ids.push(...page.rows.map(({ id }) => id));
      at += page.rows.length;
    }
    return ids;
  }

  /** The row is still on its way: its article is shown once it is here and still the chosen one. */
  #showWhenHere(index: number): void {
    void keysWaitFor(this.#listing.need(index, index), "article");
    this.#awaited = index;
  }
  #awaited = -1;

  #listingFor(question: Question): Listing<ArticleLine> {
    const listing: Listing<ArticleLine> = new Listing({
      fetch: async (offset, limit) => {
        const page = await api.listArticles(rowsOf(question, offset, limit));
        if (question === this.question) {
          this.exact = page.exact;
          this.numbered = page.numbered;
          this.similar = page.similar;
        }
        return page;
      },
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

/** The rows that the list shows: words like those typed find some too, below the rest. */
function rowsOf(question: Question, offset: number, limit: number): ListQuery {
  return { ...queryOf(question, offset, limit), similar: true };
}

export const list = new ArticleList();
