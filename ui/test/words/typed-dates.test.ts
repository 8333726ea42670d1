import { describe, expect, it } from "vitest";

import { readDate, readMoment, typedDate, typedMoment } from "../../src/words/typed-dates";

describe("a typed date", () => {
  it.each([
    ["27.02.2026", "2026-02-27"],
    [" 7.2.2026 ", "2026-02-07"],
    ["27/02/2026", "2026-02-27"],
    ["27 02 2026", "2026-02-27"],
    ["02.2026", "2026-02"],
    ["2.2026", "2026-02"],
    ["2026", "2026"],
    ["2026.", "2026"],
    ["2026-02-27", "2026-02-27"],
    ["2026-02", "2026-02"],
    ["29.02.2024", "2024-02-29"],
    ["", ""],
    ["   ", ""],
  ])("%j is %j", (typed, date) => expect(readDate(typed)).toBe(date));

  it.each([
    "29.02.2026",
    "32.01.2026",
    "0.1.2026",
    "13.2026",
    "26",
    "27.02.26",
    "2026-2-30",
    "27 02",
    "abc",
    "2026-02-27T10:00",
  ])("%j is none", (typed) => expect(readDate(typed)).toBeNull());

  it.each(["2026-02-27", "2026-02", "2026", ""])("%j comes back from what is shown for it", (date) => {
    expect(readDate(typedDate(date))).toBe(date);
  });

  it("leaves alone what is no date", () => expect(typedDate("2026-02-27T10:00:00")).toBe("2026-02-27T10:00:00"));
});

describe("a typed moment", () => {
  it.each([
    ["27.02.2026 9:05", "2026-02-27T09:05"],
    ["27.02.2026 09:05:30", "2026-02-27T09:05:30"],
    ["2026-02-27T09:05:30+05:00", "2026-02-27T09:05:30+05:00"],
    ["02.2026", "2026-02"],
    ["", ""],
  ])("%j is %j", (typed, moment) => expect(readMoment(typed)).toBe(moment));

  it.each(["27.02.2026 25:00", "02.2026 09:05", "27.02.2026 9"])("%j is none", (typed) => {
    expect(readMoment(typed)).toBeNull();
  });

  it.each(["2026-02-27T09:05:30+05:00", "2026-02-27T09:05", "2026-02"])(
    "%j comes back from what is shown",
    (moment) => {
      expect(readMoment(typedMoment(moment))).toBe(moment);
    },
  );
});
