/** Which of two names says more of who is meant. */

/** How many words stand in full, and how many parts there are with initials. */
function fullness(name: string): readonly [words: number, parts: number] {
  const parts = name.split(/[\s.]+/u).filter((part) => /\p{L}/u.test(part));
  return [parts.filter((part) => [...part].length > 1).length, parts.length];
}

/** Whether a name is fuller than another: it has more words, else more initials beside them. */
export function isFuller(name: string, other: string): boolean {
  const [words, parts] = fullness(name);
  const [otherWords, otherParts] = fullness(other);
  return words === otherWords ? parts > otherParts : words > otherWords;
}
