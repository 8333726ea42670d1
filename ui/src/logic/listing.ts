/**
 * A long list that is fetched by pages as it is looked at. It knows neither the archive nor the
 * screen: the one gives pages, the other asks for rows.
 */

/** What a fetch gives. */
export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** How a listing reaches the world around it. */
export interface ListingPorts<Row> {
  /** Fetches rows from `offset` on. */
  fetch(offset: number, limit: number): Promise<Page<Row>>;
  /** Called whenever `row` or `total` may give something new. */
  changed(): void;
  /** Called when a page could not be fetched; it is asked for again when next needed. */
  failed(reason: unknown): void;
}

/** Rows of one query, in its order. */
export class Listing<Row> {
  /** How many rows there are in all. */
  total = 0;
  /** The page number and its rows; the least lately needed comes first. */
  readonly #pages = new Map<number, readonly Row[]>();
  readonly #underWay = new Map<number, Promise<void>>();

  /** Pages of `size` rows; at most `kept` stay in memory. */
  constructor(
    readonly ports: ListingPorts<Row>,
    readonly size = 100,
    readonly kept = 24,
  ) {}

  /**
   * Fetches the pages that the rows from `first` to `last` lie on, so that the total is known; one page at least, and
   * the last where the list has become shorter than that. Tells its failure by rejecting.
   */
  async open(first = 0, last = first): Promise<void> {
    // Who looks at an empty list, or at one that shrank under the eye, is in sight of no row: -1, or first after last.
    const from = Math.max(0, Math.min(first, last));
    const pages: number[] = [];
    for (let page = Math.floor(from / this.size); page * this.size <= Math.max(from, last); page++) pages.push(page);
    const fetched = await Promise.all(pages.map((page) => this.ports.fetch(page * this.size, this.size)));
    fetched.forEach((rows, at) => this.#take(pages[at] ?? 0, rows));
    if (this.total > 0 && from >= this.total) {
      const page = Math.floor((this.total - 1) / this.size);
      this.#take(page, await this.ports.fetch(page * this.size, this.size));
    }
  }

  /** The row, if it has been fetched. */
  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / this.size))?.[index % this.size];
  }

  /** The rows that have been fetched, in their order. */
  arrived(): Row[] {
    return [...this.#pages].sort(([one], [other]) => one - other).flatMap(([, rows]) => rows);
  }

  /** The index of the first fetched row that fits, or -1. */
  find(fits: (row: Row) => boolean): number {
    for (const [page, rows] of this.#pages) {
      const within = rows.findIndex(fits);
      if (within >= 0) return page * this.size + within;
    }
    return -1;
  }

  /** Makes sure that the rows from `first` to `last` are here or on their way; resolves when none is on its way. */
  async need(first: number, last: number): Promise<void> {
    const coming: Promise<void>[] = [];
    const end = Math.min(last, this.total - 1);
    for (let page = Math.floor(Math.max(first, 0) / this.size); page * this.size <= end; page++) {
      const rows = this.#pages.get(page);
      if (rows !== undefined) {
        this.#pages.delete(page);
        this.#pages.set(page, rows);
      } else {
        const fetching = this.#underWay.get(page) ?? this.#fetch(page);
        this.#underWay.set(page, fetching);
        coming.push(fetching);
      }
    }
    await Promise.all(coming);
  }

  async #fetch(page: number): Promise<void> {
    try {
      this.#take(page, await this.ports.fetch(page * this.size, this.size));
    } catch (reason) {
      this.ports.failed(reason);
    } finally {
      this.#underWay.delete(page);
    }
  }

  #take(page: number, fetched: Page<Row>): void {
    // Another program changed the library: what was fetched before may have moved.
    if (fetched.total !== this.total) this.#pages.clear();
    this.total = fetched.total;
    this.#pages.delete(page);
    this.#pages.set(page, fetched.rows);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= this.kept) break;
      this.#pages.delete(oldest);
    }
    this.ports.changed();
  }
}
