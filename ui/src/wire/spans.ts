/**
 * The one place that turns the archive's spans, which count Unicode scalar values, into the UTF-16
 * offsets that JavaScript strings use, and back.
 */

/** A text whose offsets can be told in scalar values as well as in UTF-16 units. */
export class ScalarText {
  /** How many scalar values the text has. */
  readonly length: number;
  /** The scalar index of each character that takes two UTF-16 units; mostly empty. */
  readonly #wide: readonly number[];

  /** `text` as it came from Rust: well-formed, so that surrogates come in pairs. */
  constructor(readonly text: string) {
    const wide: number[] = [];
    for (let unit = 0; unit < text.length; unit++) {
      const code = text.charCodeAt(unit);
      if (code >= 0xd800 && code <= 0xdbff && unit + 1 < text.length) {
        wide.push(unit - wide.length);
        unit++;
      }
    }
    this.#wide = wide;
    this.length = text.length - wide.length;
  }

  /** The UTF-16 offset of the scalar value at `scalar`; what lies outside is taken to the nearest end. */
  toUtf16(scalar: number): number {
    const inside = Math.min(Math.max(scalar, 0), this.length);
    return inside + countBelow(this.#wide, inside);
  }

  /** How many scalar values stand before the UTF-16 offset; inside a pair, the pair's own. */
  toScalar(unit: number): number {
    const inside = Math.min(Math.max(unit, 0), this.text.length);
    let low = 0;
    let high = this.#wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The pair number `middle` ends at this UTF-16 offset.
      if ((this.#wide[middle] as number) + middle + 2 <= inside) low = middle + 1;
      else high = middle;
    }
    const within = low < this.#wide.length && (this.#wide[low] as number) + low + 1 === inside;
    return inside - low - (within ? 1 : 0);
  }

  /** The text between two scalar offsets. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }
}

/** How many of the sorted numbers lie below `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The UTF-16 offset of the next place between letters, or of the one before; marks belong to their letter. */
export function letterFrom(text: string, unit: number, by: 1 | -1): number {
  let found = unit;
  do found = Math.min(Math.max(found + by, 0), text.length);
  while (
    found > 0 &&
    found < text.length &&
    (isSecond(text.charCodeAt(found)) || /^\p{M}/u.test(text.slice(found, found + 2)))
  );
  return found;
}

/** Whether it is the second unit of a pair. */
function isSecond(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
