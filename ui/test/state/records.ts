/** Records as Rust gives them, with as little in them as a test needs. */

import type {
  ArticleLine,
  ArticleRecord,
  Candidate,
  Changed,
  ListPage,
  MentionRecord,
  PartyRecord,
  PhotoLine,
  PhotoRecord,
  Suggestion,
  VersionRecord,
  Written,
} from "../../src/types";
import type { Job, LibraryInfo } from "../../src/types/shell";

export function version(id: string, more: Partial<VersionRecord> = {}): VersionRecord {
  return {
    id,
    language: "kk",
    title: "",
    body: "",
    relation: "original",
    of: null,
    fixed_at: null,
    files: [],
    mentions: [],
    quotes: [],
    ...more,
  };
}

export function article(id: string, more: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    id,
    reference: `ref-${id}`,
    state: "draft",
    kind: null,
    outgoing_number: null,
    outgoing_date: null,
    publication_date: null,
    captured_on: null,
    source_url: null,
    rights: null,
    note: null,
    access: { state: "open" } as unknown as ArticleRecord["access"],
    units: [],
    subjects: [],
    places: [],
    events: [],
    versions: [version(`${id}-text`)],
    cast: [],
    photos: [],
    parties: [],
    decisions: [],
    created_at: "2026-01-01T00:00:00Z",
    ...more,
  };
}

export function party(id: string, name: string): PartyRecord {
  return {
    id,
    kind: "person",
    name,
    names: [],
    date_from: null,
    date_to: null,
    bin: null,
    predecessor: null,
    parent: null,
    note: null,
    surname: null,
    given_names: null,
    patronymic: null,
    posts: [],
  };
}

export function mention(id: string, who: string, start: number, end: number, more: Partial<MentionRecord> = {}) {
  return { id, party: who, place: null, start, end, text: "", state: "fresh" as const, ...more };
}

export function suggestion(key: string, start: number, end: number, more: Partial<Suggestion> = {}): Suggestion {
  return {
    key,
    kind: "person",
    name: key,
    spans: [{ start, end, text: key }],
    roles: [],
    positions: [],
    on_behalf_of: null,
    candidates: [],
    sure: true,
    certain: false,
    confidence: 0,
    reasons: [],
    ...more,
  };
}

export function candidate(id: string): Candidate {
  return { id, kind: "person", name: id, position: null, articles: 1, last_date: null, here: false, reasons: [] };
}

export function line(id: string): ArticleLine {
  return {
    id,
    reference: `ref-${id}`,
    title: id,
    date: null,
    state: "draft",
    access: "open",
    embargo_until: null,
    languages: ["kk"],
    people: 0,
    photos: 0,
    unit: null,
    corrected: false,
  };
}

/** A photo on an article of its own. */
export function photoLine(id: string): PhotoLine {
  const photo: PhotoRecord = {
    id,
    name: `${id}.jpg`,
    sha256: id,
    size: 1,
    media_type: "image/jpeg",
    width: null,
    height: null,
    undrawable: null,
    texts: [],
    credit: null,
    photographer: null,
    taken_at: null,
    place: null,
    rights: null,
    instructions: null,
    digital_source_type: null,
    rating: null,
    picked: false,
    published: false,
    turned: 0,
    event: null,
    regions: [],
  };
  return { photo, article: `article-${id}`, reference: `ref-${id}`, title: id };
}

/** A library of articles `a0`, `a1` …, as `listArticles` pages it. */
export function pages(total: number): (query: { offset: number; limit: number }) => Promise<ListPage> {
  return ({ offset, limit }) => {
    const size = Math.max(0, Math.min(limit, total - offset));
    return Promise.resolve(
      page(
        total,
        Array.from({ length: size }, (_, at) => line(`a${offset + at}`)),
      ),
    );
  };
}

/** A page of the list, all of whose rows have the very words. */
export function page(total: number, rows: ListPage["rows"]): ListPage {
  return { total, exact: total, numbered: false, similar: [], rows };
}

export function changed(more: Partial<Changed> = {}): Changed {
  return {
    op: 1,
    elsewhere: false,
    nouns: [],
    articles: [],
    parties: [],
    events: [],
    photos: [],
    units: [],
    transfers: [],
    saved_searches: [],
    photo_templates: [],
    libraries: [],
    undo: "edit_text",
    redo: null,
    saved_at: "2026-01-01T00:00:00Z",
    ...more,
  };
}

export function written<T>(value: T, more: Partial<Changed> = {}): Written<T> {
  return { value, changed: changed(more) };
}

export function job(id: number, more: Partial<Job> = {}): Job {
  return {
    id,
    kind: "check",
    state: "running",
    stage: "hashing",
    done: 0,
    total: 1,
    problem: null,
    result: null,
    changed: null,
    ...more,
  };
}

export const libraryInfo: LibraryInfo = {
  name: "L",
  own_name: null,
  id: "l",
  path: "/l",
  read_only: false,
  articles: 0,
  warnings: [],
};
