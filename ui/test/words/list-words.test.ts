import { beforeEach, describe, expect, it } from "vitest";

import { noFilters } from "../../src/logic/photo-filters";
import { speak } from "../../src/words/language.svelte";
import { photoScopeWords } from "../../src/words/list-words";

describe("a list of photos on paper", () => {
  beforeEach(() => speak("en"));

  it("says what it was narrowed by", () => {
    expect(photoScopeWords("", null, { ...noFilters, sort: "rated" })).toEqual([]);
    const party = { id: "p", name: "Сәуле Омарова", of: "party" } as const;
    const filters = { ...noFilters, party, place: "Тараз", takenFrom: "2026-03-01", stars: 4, mark: "by_ai" } as const;
    const words = photoScopeWords("жиын", "credit", filters);
    expect(words).toHaveLength(2);
    expect(words[0]).toContain("жиын");
    for (const word of ["No credit", "Сәуле Омарова", "Тараз", "1 March 2026", "★★★★", "made or changed by AI"])
      expect(words[1]).toContain(word);
    expect(words[1]).not.toContain("..");
  });

  it("says both days between which they were taken", () => {
    const taken = (takenFrom: string, takenTo: string) =>
      photoScopeWords("", null, { ...noFilters, takenFrom, takenTo }).join();
    expect(taken("2026-03-01", "2026-03-05")).toMatch(/1.+5 March 2026/u);
    expect(taken("", "2026-03-05")).toContain("5 March 2026");
  });
});
