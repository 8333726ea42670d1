import { describe, expect, it } from "vitest";

import { speak } from "../../src/words/language.svelte";
import { wordsFor } from "../../src/words/problem";

describe("a file that nothing opens", () => {
  it.each(["kk", "ru", "en"] as const)("is told with a program of its kind, in %s", (language) => {
    speak(language);
    const next = (file: string) => wordsFor({ code: "original_not_shown", data: { file } }).next;
    expect(next("scanned.PDF")).toContain("PDF");
    expect(next("scanned.PDF")).not.toContain("LibreOffice");
    expect(next("хабар.docx")).toContain("LibreOffice");
    expect(next("хат.eml")).toContain("Thunderbird");
    expect(next("хабар")).not.toMatch(/\(/);
  });
});

describe("a refusal to undo", () => {
  it.each(["kk", "ru", "en"] as const)(
    "says who changed the same and when, and no numbers of ops, in %s",
    (language) => {
      speak(language);
      const { what, next } = wordsFor({
        code: "undo_blocked",
        data: { op: 89, by: 112, by_actor: "Дәурен", by_at: "2026-11-29T17:05:44Z" },
      });
      expect(what).toContain("Дәурен");
      expect(what).not.toMatch(/\b(89|112)\b|17:05:44Z/);
      expect(next).not.toBe("");
    },
  );
});
