import { describe, expect, it } from "vitest";

import { ScalarText } from "../../src/wire/spans";

describe("ScalarText", () => {
  it("leaves offsets of Kazakh text as they are", () => {
    const text = new ScalarText("Әсет Қыдырманов");
    expect(text.length).toBe(15);
    expect(text.slice(5, 15)).toBe("Қыдырманов");
  });

  it("counts a character of two units once", () => {
    const text = new ScalarText("а😀б🇰🇿в");
    expect(text.length).toBe(6);
    expect(text.slice(1, 2)).toBe("😀");
    expect(text.slice(2, 3)).toBe("б");
    expect(text.slice(3, 5)).toBe("🇰🇿");
    expect(text.slice(5, 6)).toBe("в");
  });

  it("counts a combining mark by itself", () => {
    const text = new ScalarText("и\u0306д");
    expect(text.length).toBe(3);
    expect(text.slice(2, 3)).toBe("д");
  });

  it("takes offsets outside the text to its ends", () => {
    const text = new ScalarText("ab😀");
    expect(text.toUtf16(-3)).toBe(0);
    expect(text.toUtf16(99)).toBe(4);
    expect(text.toScalar(99)).toBe(3);
  });

  it("goes there and back for every scalar of a mixed text", () => {
    const characters = [..."«😀»\nҒ🏛️🏛️ x𐎀y"];
    const text = new ScalarText(characters.join(""));
    expect(text.length).toBe(characters.length);
    let unit = 0;
    characters.forEach((character, scalar) => {
      expect(text.toUtf16(scalar)).toBe(unit);
      expect(text.toScalar(unit)).toBe(scalar);
      if (character.length === 2) expect(text.toScalar(unit + 1)).toBe(scalar);
      unit += character.length;
    });
    expect(text.toScalar(unit)).toBe(characters.length);
  });
});
