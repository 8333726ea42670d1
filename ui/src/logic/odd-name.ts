/** A name that was hardly meant: keys that went astray into its field. */

const wordsOf = (text: string) => text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a name is one word that no word of the text chosen begins like. */
export function isOddName(name: string, chosen: readonly string[]): boolean {
  const [word, ...more] = wordsOf(name);
  if (word === undefined || more.length > 0) return false;
  const start = [...word].slice(0, 3).join("");
  return !chosen.flatMap(wordsOf).some((other) => other.startsWith(start) && [...word].length > 1);
}
