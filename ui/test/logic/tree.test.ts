import { describe, expect, it } from "vitest";

import { branches, unitOptions, unitPath } from "../../src/logic/tree";
import type { UnitLine } from "../../src/types";

function unit(id: string, parent: string | null): UnitLine {
  return { id, parent, level: "file", code: id, title: id, articles: 0 };
}

const units = [unit("a", null), unit("a1", "a"), unit("a11", "a1"), unit("b", null), unit("lost", "gone")];
const shape = (folded: string[]) => branches(units, new Set(folded)).map(({ unit, depth }) => `${depth}${unit.id}`);

describe("branches", () => {
  it("walk the tree from the top down", () => {
    expect(shape([])).toEqual(["1a", "2a1", "3a11", "1b", "1lost"]);
  });

  it("leave out what is folded away", () => {
    expect(shape(["a1"])).toEqual(["1a", "2a1", "1b", "1lost"]);
    expect(shape(["a"])).toEqual(["1a", "1b", "1lost"]);
  });

  it("tell which can be folded", () => {
    expect(branches(units, new Set(["a"])).map(({ hasChildren }) => hasChildren)).toEqual([true, false, false]);
  });
});

describe("a unit's path", () => {
  const line = (id: string, parent: string | null, code: string, title: string) => ({
    id,
    parent,
    level: "fonds" as const,
    code,
    title,
    articles: 0,
  });
  const units = [
    line("a", null, "ЖО", "Әкімдік"),
    line("b", "a", "1", "Хабарламалар"),
    line("c", "b", "2026", "2026 жыл"),
  ];

  it("has the codes from the fonds down", () => {
    expect(unitPath(units, "c")).toBe("ЖО-1-2026 жыл");
    expect(unitPath(units, "gone")).toBe("");
  });

  it("ends where a damaged tree has a ring", () => {
    expect(unitPath([line("x", "y", "1", "X"), line("y", "x", "2", "Y")], "x")).toContain("1");
  });

  it("is found by each of its words", () => {
    expect(unitOptions(units, "жо 2026").map(({ value }) => value)).toEqual(["c"]);
    expect(unitOptions(units, "ЖО/1").map(({ value }) => value)).toEqual(["b", "c"]);
    expect(unitOptions(units, "").length).toBe(3);
  });
});
