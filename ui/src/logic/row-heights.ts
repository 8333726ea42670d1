/** Where rows of unequal height lie below one another. One that nobody has measured is taken for of a usual height. */
export class RowHeights {
  #heights: number[] = [];
  /** Tops of the rows as far as they are known to be right; one more than rows. */
  #tops: number[] = [0];
  #right = 0;

  /** Begins anew with so many rows; those measured before keep their height. */
  reset(usual: readonly number[]): void {
    const before = this.#heights;
    this.#heights = usual.map((height, index) => before[index] ?? height);
    this.#tops = [0];
    this.#right = 0;
  }

  /** Forgets what was measured. */
  clear(): void {
    this.#heights = [];
  }

  get count(): number {
    return this.#heights.length;
  }

  /** Notes how high a row is; gives by how much it grew. */
  set(index: number, height: number): number {
    const before = this.#heights[index];
    if (before === undefined || before === height) return 0;
    this.#heights[index] = height;
    this.#right = Math.min(this.#right, index);
    return height - before;
  }

  height(index: number): number {
    return this.#heights[index] ?? 0;
  }

  /** Where a row begins; of the row behind the last, where all end. */
  top(index: number): number {
    const to = Math.min(index, this.count);
    while (this.#right < to) {
      this.#tops[this.#right + 1] = (this.#tops[this.#right] ?? 0) + (this.#heights[this.#right] ?? 0);
      this.#right++;
    }
    return this.#tops[to] ?? 0;
  }

  /** The row that lies at a distance from the top; the last beyond the end. */
  at(distance: number): number {
    this.top(this.count);
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.top(middle) <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
