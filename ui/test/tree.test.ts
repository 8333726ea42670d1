import { describe, expect, it } from "vitest";

import { branches } from "../src/tree";
import type { UnitLine } from "../src/types";

function unit(id: string, parent: string | null): UnitLine {
  return { id, parent, level: "file", code: id, title: id, articles: 0 };
}

const units = [unit("a", null), unit("a1", "a"), unit("a11", "a1"), unit("b", null), unit("lost", "gone")];
const shape = (folded: string[]) =>
  branches(units, new Set(folded)).map(({ unit, depth }) => `${depth}${unit.id}`);

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
