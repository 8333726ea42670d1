import { describe, expect, it } from "vitest";

import { codeAt, codeClosedAt, readCode, wordsAt } from "../../src/logic/caption-code";

describe("a code in a caption", () => {
  it("is what stands behind a backslash up to the caret", () => {
    expect(codeAt("Жиында \\аб", 10)).toEqual({ from: 7, to: 10 });
    expect(codeAt("Жиында \\аб", 9)).toEqual({ from: 7, to: 9 });
    expect(codeAt("\\", 1)).toEqual({ from: 0, to: 1 });
    expect(codeAt("\\\\Әл1 сөз", 5)).toEqual({ from: 0, to: 5 });
    expect(codeAt("сөз", 3)).toBeNull();
    expect(codeAt("\\аб сөз", 7)).toBeNull();
  });

  it("is closed by a blank, which stays, or by a backslash, which goes", () => {
    expect(codeClosedAt("\\1 ", 3)).toEqual({ from: 0, to: 2 });
    expect(codeClosedAt("\\1\\", 3)).toEqual({ from: 0, to: 3 });
    for (const mark of [".", ",", ";", ":", "!", "?", ")", "»", "…", "–", "-", "\n"]) {
      expect(codeClosedAt(`Жиында \\1${mark}`, 10), mark).toEqual({ from: 7, to: 9 });
    }
    expect(codeClosedAt("\\1", 2)).toBeNull();
    expect(codeClosedAt("\\ ", 2)).toBeNull();
    expect(codeClosedAt("\\\\", 2)).toBeNull();
    // a backslash that closes nothing begins a code
    expect(codeAt("\\1\\", 3)).toEqual({ from: 2, to: 3 });
  });

  it("means the name alone behind two backslashes", () => {
    expect(readCode("\\аб")).toEqual({ code: "аб", nameOnly: false });
    expect(readCode("\\аб\\")).toEqual({ code: "аб", nameOnly: false });
    expect(readCode("\\\\аб")).toEqual({ code: "аб", nameOnly: true });
  });
});

describe("what comes in its place", () => {
  it("has a capital where a sentence begins", () => {
    const office = "қала әкімі Сәуле Омарова";
    expect(wordsAt(office, "\\1", 0)).toBe("Қала әкімі Сәуле Омарова");
    expect(wordsAt(office, "Ашылу. \\1", 7)).toBe("Қала әкімі Сәуле Омарова");
    expect(wordsAt(office, "«Ерлік!» \\1", 9)).toBe("Қала әкімі Сәуле Омарова");
    expect(wordsAt(office, "Жиында \\1", 7)).toBe(office);
    expect(wordsAt(office, "Оң жақта: \\1", 10)).toBe(office);
  });
});
