/** The article list: what it is asked for, what has come, which row is chosen. */

import { api } from "../api";
import { Listing } from "../listing";
import { asProblem } from "../problem";
import type { ArticleLine, ListOrder } from "../types";
import type { Problem } from "../types/shell";
import { hush, tell } from "./announce.svelte";
import { reading } from "./reading.svelte";

/** What part of the library the list shows. */
export type Place = { kind: "all" } | { kind: "tray" } | { kind: "unit"; id: string };

/** The list's question to the archive. */
interface Question {
  readonly text: string;
  readonly place: Place;
  readonly order: ListOrder;
}

class ArticleList {
  question = $state.raw<Question>({ text: "", place: { kind: "all" }, order: "date_newest" });
  /** The chosen row, or -1. */
  chosen = $state(-1);
  problem = $state.raw<Problem | null>(null);
  /** How many questions have been answered. */
  answers = $state(0);
  /** Grows whenever rows came in, so that what shows them looks again. */
  #version = $state(0);
  #listing: Listing<ArticleLine> = this.#listingFor(this.question);
  /** Questions are numbered: an answer that a later question overtook is dropped. */
  #asked = 0;
  /** Where the list stood before one searched, to go back to. */
  #before: { chosen: number; id: string | null } | null = null;

  /** Whether anything is known of the library's articles. */
  get answered(): boolean {
    return this.answers > 0;
  }

  /** How many articles answer the question. */
  get total(): number {
    void this.#version;
    return this.#listing.total;
  }

  /** The row, if it has come. */
  row(index: number): ArticleLine | undefined {
    void this.#version;
    return this.#listing.row(index);
  }

  /** The index of an article among the rows that have come, or -1. */
  find(id: string): number {
    return this.#listing.find((row) => row.id === id);
  }

  /** Fetches what is missing between two rows. */
  need(first: number, last: number): void {
    this.#listing.need(first, last);
  }

  /** Asks anew; the rows of before stay until the answer is here, so that nothing flickers. */
  async ask(change: Partial<Question> = {}): Promise<void> {
    const before = this.question;
    const question = { ...before, ...change };
    if (before.text === "" && question.text !== "") {
      this.#before = { chosen: this.chosen, id: this.row(this.chosen)?.id ?? null };
    }
    this.question = question;
    const turn = ++this.#asked;
    const listing = this.#listingFor(question);
    try {
      await listing.open();
      if (turn !== this.#asked) return;
      this.problem = null;
      const id = reading.wanted;
      this.#listing = listing;
      this.chosen = id === null ? -1 : this.find(id);
      if (question.text === "" && this.chosen < 0 && this.#before?.id === id) {
        this.chosen = this.#before?.chosen ?? -1;
      }
      if (question.text === "") this.#before = null;
      this.answers++;
      this.#version++;
      if (question.text === "") hush();
      else tell("list-found", { count: listing.total });
    } catch (reason) {
      if (turn !== this.#asked) return;
      this.problem = asProblem(reason);
    }
  }

  /** Chooses a row and shows its article. */
  choose(index: number): void {
    if (this.total === 0) return;
    this.chosen = Math.min(Math.max(index, 0), this.total - 1);
    const row = this.row(this.chosen);
    if (row !== undefined) reading.show(row.id);
    else this.#showWhenHere(this.chosen);
  }

  /** Moves the choice by so many rows. */
  move(by: number): void {
    this.choose(this.chosen < 0 ? (by > 0 ? 0 : this.total - 1) : this.chosen + by);
  }

  /** The row is still on its way: its article is shown once it is here and still the chosen one. */
  #showWhenHere(index: number): void {
    this.need(index, index);
    this.#awaited = index;
  }
  #awaited = -1;

  #listingFor(question: Question): Listing<ArticleLine> {
    const listing: Listing<ArticleLine> = new Listing({
      fetch: (offset, limit) =>
        api.listArticles({
          text: question.text === "" ? null : question.text,
          unit: question.place.kind === "unit" ? question.place.id : null,
          in_tray: question.place.kind === "tray",
          year: null,
          parties: [],
          subject: null,
          place: null,
          event: null,
          language: null,
          state: null,
          order: question.order,
          offset,
          limit,
        }),
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
