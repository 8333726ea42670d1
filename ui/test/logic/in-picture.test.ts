import { describe, expect, it } from "vitest";

import { hasPlace, partiesIn, partiesInAll } from "../../src/logic/in-picture";
import type { RegionRecord } from "../../src/types";

const region = (party: string, x = 0, y = 0, w = 1, h = 1): RegionRecord => ({ id: party, party, x, y, w, h });

describe("who is in a picture", () => {
  it("has a place unless the region is the whole picture", () => {
    expect(hasPlace(region("a"))).toBe(false);
    expect(hasPlace(region("a", 0, 0, 1, 0.5))).toBe(true);
  });

  it("stands from left to right, those without a place last, each once", () => {
    const regions = [
      region("d"),
      region("b", 0.5, 0, 0.1, 0.1),
      region("a", 0.1, 0, 0.1, 0.1),
      region("b", 0.7, 0, 0.1, 0.1),
    ];
    expect(partiesIn({ regions })).toEqual(["a", "b", "d"]);
  });

  it("of several is in all of them or in some", () => {
    const one = { regions: [region("a"), region("b")] };
    const other = { regions: [region("b"), region("c")] };
    expect(partiesInAll([one, other])).toEqual({ all: ["b"], some: ["a", "c"] });
    expect(partiesInAll([one])).toEqual({ all: ["a", "b"], some: [] });
    expect(partiesInAll([])).toEqual({ all: [], some: [] });
  });
});
