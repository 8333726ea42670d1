/**
 * The wire as agreed between the window and Rust, for what Rust does not declare yet. Each type moves,
 * under the same name and shape, into Rust and from there into index.ts or shell.ts; this file shrinks
 * until it is gone.
 */

import type {
  Candidate,
  EventRecord,
  Level,
  ListOrder,
  MentionState,
  PartyKind,
  PartyRecord,
  PhotoLine,
  PostKind,
  QuoteRecord,
} from "./index";

/* ------------------------------------------------------------------ libraries */

/* ------------------------------------------------------------------ articles */

/* ------------------------------------------------------------------ tagging */

/* ------------------------------------------------------------------ parties and events */

/** A line of the list of parties. */
export interface PartyLine {
  id: string;
  kind: PartyKind;
  name: string;
  /** How many articles it stands in. */
  articles: number;
  last_date: string | null;
  /** Of a person: the position printed last. */
  position: string | null;
}

export type PartyOrder = "name" | "articles" | "latest";

export interface PartyQuery {
  kind: PartyKind | null;
  /** Words of a name in any ending; the last may be unfinished. */
  text: string | null;
  order: PartyOrder;
  offset: number;
  limit: number;
}

export interface PartyPage {
  total: number;
  rows: PartyLine[];
}

/** A name beside a UUID. */
export interface PartyRef {
  id: string;
  kind: PartyKind;
  name: string;
}

/** A position as an article printed it. */
export interface PrintedLine {
  text: string;
  article: string;
  reference: string;
  date: string | null;
}

/** All that a party's page shows; its articles come by `listArticles`. */
export interface PartyPageRecord {
  record: PartyRecord;
  /** The parties that the record names: predecessor, parent, organisations of posts. */
  related: PartyRef[];
  /** For an organisation: who held a post there or spoke for it, the latest first. */
  people: PartyRef[];
  articles: number;
  quotes: number;
  photos: number;
  /** Newest first. */
  printed: PrintedLine[];
  /** Other parties that may be the same, with reasons. */
  similar: Candidate[];
}

/** What a party said, with where. */
export interface QuoteLine {
  quote: QuoteRecord;
  article: string;
  reference: string;
  title: string;
  date: string | null;
}

export interface QuotePage {
  total: number;
  rows: QuoteLine[];
}

/** Fields of a party to set; absent ones stay, an empty text clears one. */
export interface PartyFields {
  name?: string;
  date_from?: string;
  date_to?: string;
  bin?: string;
  /** UUID or name; empty: none. */
  predecessor?: string;
  /** UUID or name; empty: none. */
  parent?: string;
  note?: string;
}

/** A post to add or to set. */
export interface PostFields {
  kind: PostKind;
  title: string;
  /** UUID or name of an organisation. */
  organisation: string | null;
  date_from: string | null;
  date_to: string | null;
}

export interface EventLine {
  id: string;
  name: string;
  date: string | null;
  place: string | null;
  articles: number;
  photos: number;
}

export interface EventPage {
  total: number;
  rows: EventLine[];
}

export interface EventFields {
  name?: string;
  date?: string;
  place?: string;
}

/** All that an event's page shows; its articles come by `listArticles`. */
export interface EventPageRecord {
  record: EventRecord;
  articles: number;
  /** Photos that show it, of articles and of its own, in order. */
  photos: PhotoLine[];
  /** Who was present, by the articles that report it. */
  people: PartyRef[];
}

/* ------------------------------------------------------------------ finding */

/** What else a search finds beside articles. */
export interface Elsewhere {
  parties: PartyLine[];
  events: EventLine[];
  photos: PhotoLine[];
}

/* kept so that the imports of this file are used until each type has moved */
export type Unmoved = Level | ListOrder | MentionState;
