import { describe, expect, it } from "vitest";

import { countFilters, hasWord, noFilters, queryOf, questionOf, toggled, type Question } from "../../src/logic/filters";

const question: Question = {
  text: "кітапхана",
  place: { kind: "unit", id: "u1" },
  filters: {
    ...noFilters,
    year: 2026,
    people: [{ id: "p1", name: "Марат Сейтқалиев" }],
    organisations: [{ id: "o1", name: "Жетісу университеті" }],
    subject: "мәдениет",
    event: { id: "e1", name: "Ашылу" },
    language: "kk",
  },
  order: "title",
  foundOrder: "title",
};

const names: Record<string, { name: string; kind: "person" | "organisation" | "event" }> = {
  p1: { name: "Марат Сейтқалиев", kind: "person" },
  o1: { name: "Жетісу университеті", kind: "organisation" },
  e1: { name: "Ашылу", kind: "event" },
};

describe("what the list is asked for", () => {
  it("comes back whole from a kept query", () => {
    const query = queryOf(question, 0, 0);
    expect(questionOf(query, (id) => names[id] ?? { name: id, kind: "person" })).toEqual(question);
  });

  it("names all parties, whatever their kind", () => {
    expect(queryOf(question, 200, 100)).toMatchObject({ parties: ["p1", "o1"], offset: 200, limit: 100 });
  });

  it("puts what words find in an order of its own, which a kept query keeps", () => {
    const searched: Question = { ...question, order: "date_newest", foundOrder: "relevance" };
    expect(queryOf(searched, 0, 0).order).toBe("relevance");
    expect(queryOf({ ...searched, text: "" }, 0, 0).order).toBe("date_newest");
    const back = questionOf(queryOf(searched, 0, 0), (id) => names[id] ?? { name: id, kind: "person" });
    expect(back).toEqual(searched);
  });

  it("has no word in marks alone", () => {
    expect(["🎉", "«»", "*", "-", "…"].filter(hasWord)).toEqual([]);
    expect(["ә", "5", "-а", "«Ерлік»"].every(hasWord)).toBe(true);
  });

  it("asks for all that is not registered where the list shows the drafts, whatever state is chosen besides", () => {
    const drafts: Question = { ...question, place: { kind: "drafts" }, filters: noFilters };
    expect(queryOf(drafts, 0, 0)).toMatchObject({ unregistered: true, state: null });
    const corrected = { ...drafts, filters: { ...noFilters, state: "registered" as const } };
    expect(queryOf(corrected, 0, 0)).toMatchObject({ unregistered: true, state: "registered" });
    expect(questionOf(queryOf(drafts, 0, 0), () => ({ name: "", kind: "person" })).place).toEqual({ kind: "drafts" });
  });

  it("asks for what has open suggestions where the list shows those, and knows it again", () => {
    const suggested: Question = { ...question, place: { kind: "suggested" } };
    expect(queryOf(suggested, 0, 0)).toMatchObject({ suggested: true, unregistered: false, unit: null });
    const back = questionOf(queryOf(suggested, 0, 0), (id) => names[id] ?? { name: id, kind: "person" });
    expect(back.place).toEqual({ kind: "suggested" });
  });

  it("counts its filters, and turns one on and off", () => {
    expect(countFilters(noFilters)).toBe(0);
    expect(countFilters(question.filters)).toBe(6);
    const one = { id: "p1", name: "A" };
    expect(toggled(toggled([], one), one)).toEqual([]);
  });
});
