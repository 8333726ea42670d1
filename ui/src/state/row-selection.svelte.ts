/** Which rows of a list are selected, where more than the one with the cursor are. */

export class Marks {
  /** Whether all rows are, those that have not come too. */
  all = $state(false);
  #ids = $state.raw<ReadonlySet<string>>(new Set());
  /** The row that a range begins at. */
  anchor: number | null = null;
  #turn = 0;

  /** How many of `total` rows are selected. */
  count(total: number): number {
    return this.all ? total : this.#ids.size;
  }

  get ids(): string[] {
    return [...this.#ids];
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  clear(): void {
    this.#turn++;
    this.all = false;
    this.anchor = null;
    if (this.#ids.size > 0) this.#ids = new Set();
  }

  takeAll(): void {
    this.clear();
    this.all = true;
  }

  /** Selects one row, from which a range may reach. */
  begin(id: string, index: number): void {
    this.clear();
    this.#ids = new Set([id]);
    this.anchor = index;
  }

  toggle(id: string, index: number): void {
    this.#turn++;
    this.all = false;
    const ids = new Set(this.#ids);
    if (!ids.delete(id)) ids.add(id);
    this.#ids = ids;
    this.anchor = index;
  }

  /** Selects all rows between two; `between` gives their UUIDs. */
  async reach(from: number, to: number, between: (first: number, last: number) => Promise<string[]>): Promise<void> {
    const turn = ++this.#turn;
    this.anchor = from;
    const ids = await between(Math.min(from, to), Math.max(from, to));
    // A later step may have overtaken this one.
    if (turn !== this.#turn) return;
    this.all = false;
    this.#ids = new Set(ids);
  }
}
