import { describe, expect, it } from "vitest";

import { noFilters } from "../../src/logic/filters";
import { questionKept } from "../../src/logic/kept-place";

describe("where one left off", () => {
  it("is what it was", () => {
    const question = {
      text: "су",
      place: { kind: "unit", id: "u1" },
      filters: { ...noFilters, year: 2026, people: [{ id: "p1", name: "Ерлан" }], state: "draft" },
      order: "title",
      foundOrder: "relevance",
    };
    expect(questionKept(JSON.parse(JSON.stringify(question)))).toEqual(question);
  });

  it("is the whole library where nothing of it is understood", () => {
    const all = { text: "", place: { kind: "all" }, filters: noFilters, order: "date_newest", foundOrder: "relevance" };
    for (const found of [
      null,
      "x",
      7,
      [],
      { place: { kind: "unit" }, filters: { people: [{}, null], year: "2026" }, order: "by size" },
    ])
      expect(questionKept(found)).toEqual(all);
  });
});
