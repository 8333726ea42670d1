/** Short codes within a caption: `\аб` stands for a person with the office, `\\аб` for the name alone. */

/** Where a code stands, by UTF-16 places in the text. */
export interface CodePlace {
  /** That of its first backslash. */
  readonly from: number;
  /** That behind its last letter, or behind the backslash that closes it. */
  readonly to: number;
}

const open = /(\\{1,2})([\p{L}\p{M}\p{N}]*)$/u;
const closed = /(\\{1,2})([\p{L}\p{M}\p{N}]+)([\\\s.,;:!?)»”"…–—-])$/u;

function placeOf(found: RegExpExecArray | null): CodePlace | null {
  if (found === null) return null;
  const [all, , , end] = found;
  const from = found.index;
  // A blank or a mark that closes a code stays behind what comes in its place; a backslash is there for nothing else.
  return { from, to: from + all.length - (end === undefined || end === "\\" ? 0 : 1) };
}

/** The code that ends at the caret; null where none does. A backslash alone begins one. */
export function codeAt(text: string, caret: number): CodePlace | null {
  return placeOf(open.exec(text.slice(0, caret)));
}

/** The code that the last key has closed, by a blank, a mark or a backslash. */
export function codeClosedAt(text: string, caret: number): CodePlace | null {
  return placeOf(closed.exec(text.slice(0, caret)));
}

/** What a code says as it is written: what stands behind its backslashes, and whether the name alone is wanted. */
export function readCode(written: string): { code: string; nameOnly: boolean } {
  return { code: written.replaceAll("\\", ""), nameOnly: written.startsWith("\\\\") };
}

/** Words as they stand at a place of a text: with a capital where a sentence begins. */
export function wordsAt(words: string, text: string, place: number): string {
  const before = text.slice(0, place).trimEnd();
  if (before !== "" && !/[.!?…]["»”)]*$/u.test(before)) return words;
  const [first = ""] = words;
  return first.toLocaleUpperCase() + words.slice(first.length);
}
