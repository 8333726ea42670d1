import { describe, expect, it } from "vitest";

import {
  at,
  byLetter,
  byWord,
  pulled,
  quoted,
  spanOf,
  trimmed,
  wholeWords,
  wordAt,
  type Caret,
} from "../../src/logic/caret";

const body = "«Ерлік» бірлестігінің жетекшісі Б. Римова-Исабай айтты.\n\nД'Артаньян 2-тізімде 😀 e\u0301т.";

function words(caret: Caret): string {
  const { start, end } = spanOf(caret);
  return body.slice(start, end);
}

describe("a word", () => {
  it("keeps hyphens, apostrophes and an initial's full stop, and no quotation marks", () => {
    const found: string[] = [];
    for (let caret = at(0), last = -1; caret.focus !== last; caret = byWord(body, caret, 1, false)) {
      last = caret.focus;
      const here = wordAt(body, caret.focus);
      if (here !== undefined) found.push(body.slice(here.start, here.end));
    }
    expect([...new Set(found)]).toEqual([
      "Ерлік",
      "бірлестігінің",
      "жетекшісі",
      "Б.",
      "Римова-Исабай",
      "айтты",
      "Д'Артаньян",
      "2-тізімде",
      "e\u0301т",
    ]);
  });

  it("is found from its first letter to behind its last", () => {
    expect(wordAt(body, 1)).toEqual({ start: 1, end: 6 });
    expect(wordAt(body, 4)).toEqual({ start: 1, end: 6 });
    expect(wordAt(body, 6)).toEqual({ start: 1, end: 6 });
    expect(wordAt(body, 0)).toBeUndefined();
  });
});

describe("a caret", () => {
  it("takes as many words as steps, both ways", () => {
    let caret: Caret = at(body.indexOf("бірлестігінің"));
    for (let step = 0; step < 2; step++) caret = byWord(body, caret, 1, true);
    expect(words(caret)).toBe("бірлестігінің жетекшісі");
    caret = byWord(body, caret, -1, true);
    expect(words(caret)).toBe("бірлестігінің");
    caret = at(body.indexOf("жетекшісі"));
    for (let step = 0; step < 2; step++) caret = byWord(body, caret, -1, true);
    expect(words(caret)).toBe("бірлестігінің жетекшісі");
    caret = byWord(body, caret, 1, true);
    expect(words(caret)).toBe("жетекшісі");
  });

  it("goes from paragraph to paragraph and stays at the ends", () => {
    const last = body.indexOf("айтты");
    expect(byWord(body, at(last), 1, false)).toEqual(at(body.indexOf("Д'")));
    expect(byWord(body, at(body.indexOf("Д'")), -1, false)).toEqual(at(last));
    expect(byWord(body, at(1), -1, false)).toEqual(at(1));
    expect(byWord("", at(0), 1, true)).toEqual(at(0));
  });

  it("falls to a side of what was selected", () => {
    const caret = { anchor: 1, focus: 6 };
    expect(byWord(body, caret, -1, false)).toEqual(at(1));
    expect(byWord(body, caret, 1, false)).toEqual(at(body.indexOf("бірлестігінің")));
    expect(byLetter(body, caret, 1, false)).toEqual(at(6));
  });

  it("never stops inside a letter", () => {
    const smile = body.indexOf("😀");
    expect(byLetter(body, at(smile), 1, false)).toEqual(at(smile + 2));
    expect(byLetter(body, at(smile + 2), -1, false)).toEqual(at(smile));
    const accented = body.indexOf("e\u0301");
    expect(byLetter(body, at(accented), 1, true)).toEqual({ anchor: accented, focus: accented + 2 });
    expect(byLetter(body, at(accented + 2), -1, false)).toEqual(at(accented));
  });
});

describe("what the pointer pulls over", () => {
  it("becomes whole words without blanks at the ends", () => {
    expect(words(pulled(body, 3, 12))).toBe("Ерлік» бірлестігінің");
    expect(pulled(body, 12, 3)).toEqual({ anchor: 21, focus: 1 });
    expect(wholeWords(body, { start: 7, end: 8 })).toEqual({ start: 8, end: 8 });
    expect(trimmed(" \n ", { start: 0, end: 3 })).toEqual({ start: 3, end: 3 });
  });
});

describe("what stands in quotation marks", () => {
  it("is found around a place, inside an outer pair too; else it is the paragraph", () => {
    const text = 'Ол: «Біз «Ерлік» үшін жұмыс істейміз», – деді.\n"Иә", – деді. Бәрі.';
    const taken = (offset: number) => {
      const { start, end } = quoted(text, offset);
      return text.slice(start, end);
    };
    expect(taken(text.indexOf("Ерлік") + 2)).toBe("Ерлік");
    expect(taken(text.indexOf("үшін"))).toBe("Біз «Ерлік» үшін жұмыс істейміз");
    expect(taken(text.indexOf("Иә") + 1)).toBe("Иә");
    expect(taken(text.indexOf("Ол"))).toBe("Ол: «Біз «Ерлік» үшін жұмыс істейміз», – деді.");
  });
});
