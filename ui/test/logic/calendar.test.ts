import { describe, expect, it } from "vitest";

import { dayIn, firstDay, isoOf, lastDay, stepOf, weekday, weeksOf } from "../../src/logic/calendar";

const day = (iso: string) => dayIn(iso) ?? { year: 0, month: 0, day: 0 };
const step = (iso: string, code: string, shift = false) => isoOf(stepOf(code, shift, day(iso)) ?? day("0001"));

describe("a calendar", () => {
  it("has weeks that begin on Monday", () => {
    const weeks = weeksOf(day("2026-02"));
    expect(weeks.map((week) => isoOf(week[0] ?? day("0001")))).toEqual([
      "2026-01-26",
      "2026-02-02",
      "2026-02-09",
      "2026-02-16",
      "2026-02-23",
    ]);
    expect(weeksOf(day("2021-02")).length).toBe(4);
    expect(weekday(day("2026-02-27"))).toBe(4);
  });

  it.each([
    ["ArrowRight", false, "2026-03-01"],
    ["ArrowLeft", false, "2026-02-27"],
    ["ArrowDown", false, "2026-03-07"],
    ["ArrowUp", false, "2026-02-21"],
    ["Home", false, "2026-02-23"],
    ["End", false, "2026-03-01"],
    ["PageDown", false, "2026-03-28"],
    ["PageUp", true, "2025-02-28"],
  ])("goes by %s", (code, shift, to) => expect(step("2026-02-28", code, shift)).toBe(to));

  it("ends a month where the other has no such day", () => {
    expect(step("2026-03-31", "PageUp")).toBe("2026-02-28");
    expect(step("2024-02-29", "PageDown", true)).toBe("2025-02-28");
    expect(step("0001-01-01", "ArrowLeft")).toBe("0001-01-01");
  });

  it("opens at what is known of a date", () => {
    expect(dayIn("1998~")).toEqual({ year: 1998, month: 1, day: 1 });
    expect(dayIn("../1950-05")).toEqual({ year: 1950, month: 5, day: 1 });
    expect(dayIn("2026-21")).toEqual({ year: 2026, month: 1, day: 1 });
    expect(dayIn("")).toBeNull();
  });

  it("has the first and the last day of a month and a year", () => {
    expect([firstDay("2026"), lastDay("2026")]).toEqual(["2026-01-01", "2026-12-31"]);
    expect([firstDay("2024-02"), lastDay("2024-02")]).toEqual(["2024-02-01", "2024-02-29"]);
    expect([firstDay("2026-02-27"), lastDay("2026-02-27")]).toEqual(["2026-02-27", "2026-02-27"]);
    expect([firstDay("199X"), lastDay("")]).toEqual([null, null]);
  });
});
