import { describe, expect, it } from "vitest";

import { leavesOut, noFilters, photoQuery } from "../../src/logic/photo-filters";

describe("what the page of photos asks for", () => {
  it("asks for nothing but an order where nothing is set", () => {
    expect(photoQuery("", null, noFilters)).toEqual({ sort: "catalogued" });
    expect(leavesOut(noFilters)).toBe(false);
    expect(leavesOut({ ...noFilters, sort: "rated" })).toBe(false);
  });

  it("names a party by what it is to the photos", () => {
    const party = { id: "1", name: "Ерлік", of: "participant" } as const;
    expect(photoQuery("", null, { ...noFilters, party })).toEqual({ sort: "catalogued", participant: "1" });
    expect(leavesOut({ ...noFilters, party })).toBe(true);
  });

  it("says of what is turned down only that: it has no stars", () => {
    expect(photoQuery("жиын", "credit", { ...noFilters, stars: 3, mark: "turned_down" })).toEqual({
      sort: "catalogued",
      text: "жиын",
      lacking: "credit",
      rated: -1,
    });
    expect(photoQuery("", null, { ...noFilters, mark: "unpublished" })).toEqual({
      sort: "catalogued",
      published: false,
    });
  });
});
