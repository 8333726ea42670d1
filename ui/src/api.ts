/**
 * The one door to Rust: the only file that imports from @tauri-apps. Each function is one command
 * of src-tauri/commands.rs.
 */

import { convertFileSrc, invoke, isTauri } from "@tauri-apps/api/core";
import { getCurrentWindow } from "@tauri-apps/api/window";

import type { ArticleRecord, HistoryLine, ListPage, ListQuery, UnitLine } from "./types";
import type { Startup } from "./types/shell";

/** The sizes that the photo scheme draws, in pixels of the longer edge. */
export type PhotoEdge = 256 | 512 | 2048;

/** Everything the window asks of Rust. A call that fails rejects with a `Problem`. */
export interface Api {
  /** What to open with: the library, or why there is none. */
  startup(): Promise<Startup>;
  /** A page of the article list. */
  listArticles(query: ListQuery): Promise<ListPage>;
  /** One article whole, by UUID or reference. */
  article(id: string): Promise<ArticleRecord>;
  /** The tree of units, parents before children. */
  units(): Promise<UnitLine[]>;
  /** What was done to an article, the latest first. */
  history(article: string): Promise<HistoryLine[]>;
  /** Where a photo's picture comes from. */
  photoUrl(id: string, edge: PhotoEdge): string;
  /** The words in the window's title bar. */
  setTitle(title: string): Promise<void>;
}

const rust: Api = {
  startup: () => invoke("startup"),
  listArticles: (query) => invoke("list_articles", { query }),
  article: (id) => invoke("article", { id }),
  units: () => invoke("units"),
  history: (article) => invoke("history", { article }),
  // The scheme's address differs between systems; Tauri knows it.
  photoUrl: (id, edge) => `${convertFileSrc("", "photo")}${id}/${edge}`,
  setTitle: (title) => getCurrentWindow().setTitle(title),
};

/** In `npm run dev` outside Tauri, invented articles; the build drops that branch. */
export const api: Api =
  import.meta.env.DEV && !isTauri() ? (await import("./api.fake")).fake : rust;
