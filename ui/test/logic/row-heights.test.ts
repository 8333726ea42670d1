import { describe, expect, it } from "vitest";

import { RowHeights } from "../../src/logic/row-heights";

describe("rows of unequal height", () => {
  const usual = (count: number) => Array.from({ length: count }, () => 50);

  it("lie below one another", () => {
    const rows = new RowHeights();
    rows.reset(usual(4));
    expect(rows.set(1, 80)).toBe(30);
    expect(rows.set(1, 80)).toBe(0);
    expect([0, 1, 2, 3, 4].map((row) => rows.top(row))).toEqual([0, 50, 130, 180, 230]);
    expect([-5, 0, 49, 50, 129, 130, 999].map((distance) => rows.at(distance))).toEqual([0, 0, 0, 1, 1, 2, 3]);
    // What was asked before does not stand in the way of what is measured after.
    rows.set(0, 10);
    expect(rows.top(4)).toBe(190);
    expect(rows.at(10)).toBe(1);
  });

  it("keep what was measured when more come", () => {
    const rows = new RowHeights();
    rows.reset(usual(2));
    rows.set(0, 20);
    rows.reset(usual(3));
    expect(rows.top(3)).toBe(120);
    rows.clear();
    rows.reset(usual(3));
    expect(rows.top(3)).toBe(150);
    rows.reset([]);
    expect(rows.at(40)).toBe(0);
    expect(rows.top(0)).toBe(0);
  });

  it("are found as fast among many", () => {
    const rows = new RowHeights();
    rows.reset(usual(20_000));
    for (let row = 0; row < 20_000; row += 7) rows.set(row, 90);
    for (const row of [0, 1, 6999, 19_999]) {
      expect(rows.at(rows.top(row))).toBe(row);
      expect(rows.at(rows.top(row) + rows.height(row) - 1)).toBe(row);
    }
  });
});
