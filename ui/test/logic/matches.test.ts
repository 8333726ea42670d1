import { describe, expect, it } from "vitest";

import { cutAtMatches } from "../../src/logic/matches";

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
