/** What is typed into the palette against what there is: words in any order, letters made alike. */

/** Letters of Kazakh that people type by their Russian neighbours: by code, as no words stand in code. */
const alike: Record<string, string> = {
  "\u0451": "\u0435", // io: ie
  "\u04d9": "\u0430", // schwa: a
  "\u0456": "\u0438", // dotted i: i
  "\u04a3": "\u043d", // eng: en
  "\u0493": "\u0433", // ghe with stroke: ghe
  "\u04af": "\u0443", // straight u: u
  "\u04b1": "\u0443", // straight u with stroke: u
  "\u049b": "\u043a", // ka with descender: ka
  "\u04e9": "\u043e", // barred o: o
  "\u04bb": "\u0445", // shha: ha
};

/** A text with its letters made alike: no capitals, no marks above. */
export function fold(text: string): string {
  const small = text.normalize("NFC").toLowerCase();
  return [...small].map((letter) => alike[letter] ?? letter).join("");
}

/**
 * How well a title fits what was typed: 0 where it does not; more where words begin with what was typed,
 * and most where the title itself does. `about` are words that count less, as the menu's name.
 */
export function fitness(typed: string, title: string, about = ""): number {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return 1;
  const folded = fold(title);
  const words = folded.split(/[^\p{L}\p{N}]+/u);
  const others = fold(about).split(/[^\p{L}\p{N}]+/u);
  let sum = 0;
  for (const word of wanted) {
    if (words.some((one) => one.startsWith(word))) sum += 4;
    else if (word.length > 1 && folded.includes(word)) sum += 2;
    else if (others.some((one) => one.startsWith(word))) sum += 1;
    else return 0;
  }
  return sum / wanted.length + (folded.startsWith(wanted[0] ?? "") ? 2 : 0);
}

/** What is at hand first: where nothing is typed, what was used last; else the best fit, recent ones before others of the same. */
export function ranked<T>(
  all: readonly T[],
  typed: string,
  words: (one: T) => { id: string; title: string; about: string },
  recent: readonly string[],
): T[] {
  const rows = all.map((one, at) => {
    const { id, title, about } = words(one);
    const used = recent.indexOf(id);
    return { one, at, fit: fitness(typed, title, about), used: used < 0 ? recent.length : used };
  });
  return rows
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.used - b.used || a.at - b.at)
    .map(({ one }) => one);
}
