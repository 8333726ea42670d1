import { describe, expect, it } from "vitest";

import { cutAtMatches, startNearMatch } from "../../src/logic/matches";

describe("a text cut at what was searched", () => {
  it("is whole again when its pieces are put together", () => {
    const pieces = cutAtMatches("Алматы 🦅 қаласы", [
      [0, 6],
      [9, 15],
    ]);
    expect(pieces.map(({ text }) => text).join("")).toBe("Алматы 🦅 қаласы");
    expect(pieces.filter(({ match }) => match).map(({ text }) => text)).toEqual(["Алматы", "қаласы"]);
  });

  it("passes over spans that are empty or lie within one before", () => {
    const pieces = cutAtMatches("abcdef", [
      [1, 4],
      [2, 3],
      [5, 5],
    ]);
    expect(pieces).toEqual([
      { text: "a", match: false },
      { text: "bcd", match: true },
      { text: "ef", match: false },
    ]);
  });
});

describe("what a row shows of a snippet", () => {
  it("begins near the first match, so that two lines hold it", () => {
    const long = "Салтанатты жиынға қала тұрғындары мен қонақтар келіп, жаңа ";
    const [before, hit] = startNearMatch([
      { text: long, match: false },
      { text: "кітапхананы", match: true },
    ]);
    expect(before).toEqual({ text: "…қонақтар келіп, жаңа ", match: false });
    expect(hit?.match).toBe(true);
  });

  it("leaves what is short, and what has no match", () => {
    const short = [
      { text: "Жаңа ", match: false },
      { text: "көпір", match: true },
    ];
    expect(startNearMatch(short)).toBe(short);
    const none = [{ text: "сөз ".repeat(30), match: false }];
    expect(startNearMatch(none)).toBe(none);
  });
});
