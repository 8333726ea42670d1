/** Datings in words: here, in the viewer of a bundle, and in Rust they are the same. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";

import { beforeEach, describe, expect, it } from "vitest";

import { datingWords, untilWords } from "../../src/words/dating";
import { languages, speak, t } from "../../src/words/language.svelte";
import { messages } from "../ftl";

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), "utf8");
const held = JSON.parse(read("crates/bundle/tests/dating-words.json")) as Record<string, Record<string, string>>;

beforeEach(() => speak("kk"));

describe("a dating", () => {
  it.each(languages)("is written in %s as everywhere", (language) => {
    speak(language);
    const here = Object.keys(held).map((dating) => [dating, datingWords(dating)]);
    expect(here).toEqual(Object.entries(held).map(([dating, words]) => [dating, words[language]]));
  });

  it.each(languages)("is written in %s by the viewer too", (language) => {
    const document = {
      documentElement: { lang: language },
      addEventListener: () => undefined,
    };
    const muragat = runInNewContext(`${read("crates/bundle/viewer/page.js")}; muragat`, { document }) as {
      words(number: number, all: unknown): void;
      day(date: string): string;
    };
    const ids = [...messages(language).keys()].filter((id) => id.startsWith("dating-"));
    const gap = (name: string) => `{${name}}`;
    const args = Object.fromEntries(["day", "month", "year", "from", "to", "date"].map((name) => [name, gap(name)]));
    speak(language);
    muragat.words(0, { [language]: Object.fromEntries(ids.map((id) => [id, t(id as never, args)])) });
    const there = Object.keys(held).map((dating) => [dating, muragat.day(dating)]);
    expect(there).toEqual(Object.entries(held).map(([dating, words]) => [dating, words[language]]));
  });

  it("that is none stays as it is", () => {
    expect(["", "кеше", "2026-02-27T14:30", "2026-2"].map(datingWords)).toEqual([
      "",
      "кеше",
      "2026-02-27T14:30",
      "2026-2",
    ]);
  });

  it("until which something holds stands in the case of that word", () => {
    const until = () => ["2030-01-01", "2026-09-12", "2026-10-03"].map(untilWords);
    speak("kk");
    expect(until()).toEqual(["2030 жылғы 1 қаңтарға", "2026 жылғы 12 қыркүйекке", "2026 жылғы 3 қазанға"]);
    speak("ru");
    expect(until()[0]).toBe("1 января 2030 г.");
    expect(untilWords("2030")).toBe("2030 г.");
  });
});
