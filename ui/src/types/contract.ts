/**
 * The wire as agreed between the window and Rust, for what Rust does not declare yet. Each type moves,
 * under the same name and shape, into Rust and from there into index.ts or shell.ts; this file shrinks
 * until it is gone.
 */

import type {
  Access,
  Candidate,
  Changed,
  EventRecord,
  Level,
  ListOrder,
  ListQuery,
  MentionState,
  PartyKind,
  PartyRecord,
  PhotoLine,
  PostKind,
  QuoteRecord,
  Reason,
  Role,
  TagKind,
} from "./index";
import type { Problem } from "./shell";

/* ------------------------------------------------------------------ libraries */

/* ------------------------------------------------------------------ articles */

/** A piece of text in a comparison. */
export interface DiffPiece {
  text: string;
  /** Whether it stands on this side only. */
  differs: boolean;
}

/** A paragraph of each side of a comparison; an empty side where it stands on the other only. */
export interface DiffRow {
  left: DiffPiece[];
  right: DiffPiece[];
}

/* ------------------------------------------------------------------ tagging */

/** What the app reads in a version and nobody has tagged yet. Never a fact until it is accepted. */
export interface Suggestion {
  /** Stable for the same suggestion of the same text. */
  key: string;
  kind: TagKind | "quote";
  /** In the nominative; of a quote the speaker's. */
  name: string;
  /** Where the text names it; of a quote its one span. */
  spans: { start: number; end: number; text: string }[];
  roles: Role[];
  positions: string[];
  on_behalf_of: string | null;
  /** Parties of the archive that it may be, the likeliest first. */
  candidates: Candidate[];
  /** Whether the first candidate is sure enough to be taken by one key. */
  sure: boolean;
  reasons: Reason[];
}

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

/* ------------------------------------------------------------------ jobs */

export type JobKind = "intake" | "attach" | "export" | "verify" | "import" | "check" | "backup" | "sample";
export type JobState = "running" | "done" | "failed" | "cancelled";

/** How a job stands; sent whenever that changes, some twenty times a second at most. */
export interface Job {
  id: number;
  kind: JobKind;
  state: JobState;
  /** What is being done: `job-stage-<stage>`. */
  stage: string;
  done: number;
  total: number;
  /** Where it failed. */
  problem: Problem | null;
  /** Where it is done: by kind, one of the results below. */
  result: unknown;
  /** What it changed, where it wrote to the catalogue. */
  changed: Changed | null;
}

export interface IntakeResult {
  added: { id: string; reference: string; title: string }[];
  /** Each names its file in `data`. */
  refused: Problem[];
}

export interface AttachResult {
  attached: { id: string; name: string; undrawable: string | null }[];
  refused: Problem[];
}

/** What to export: named articles, or all that a query finds; access rules hold unless named. */
export interface ExportOrder {
  target: string;
  zip: boolean;
  articles: string[] | null;
  query: ListQuery | null;
}

export interface ExportResult {
  path: string;
  articles: number;
  photos: number;
  files: number;
  octets: number;
  left_out: { id: string; reference: string; access: Access }[];
}

/** One thing that a verification says. */
export interface VerifyFinding {
  code: string;
  path: string | null;
  detail: string | null;
}

export interface VerifyResult {
  path: string;
  valid: boolean;
  version: string;
  files: number;
  octets: number;
  errors: VerifyFinding[];
  warnings: VerifyFinding[];
}

export interface ImportResult {
  added: { id: string; reference: string; title: string }[];
  /** Here already, and left as it is; `differs`: the bundle's is another. */
  present: { id: string; reference: string; differs: boolean }[];
  /** The reference was taken: its own, and the one given. */
  renamed: { own: string; given: string }[];
}

export interface CheckFinding {
  code: string;
  subject: string;
}

export interface CheckResult {
  sound: boolean;
  originals: number;
  articles: number;
  octets: number;
  problems: CheckFinding[];
  /** What is no harm. */
  notes: CheckFinding[];
}

export interface BackupResult {
  path: string;
  octets: number;
  /** Originals that the library lacks, and so the backup. */
  lacking: string[];
}


/* kept so that the imports of this file are used until each type has moved */
export type Unmoved = Level | ListOrder | MentionState;
