import { describe, expect, it } from "vitest";

import { secondsIn } from "../../src/logic/time-shift";

describe("a length of time", () => {
  it.each([
    ["1", 3600],
    ["1:30", 5400],
    ["0:05", 300],
    ["1.30", 5400],
    ["1:30:05", 5405],
    ["2 1:30", 2 * 86_400 + 5400],
    [" 12:00 ", 43_200],
  ])("%s", (typed, seconds) => {
    expect(secondsIn(typed)).toBe(seconds);
  });

  it.each(["", "бір сағат", "1:75", "1:2:3:4", "-1:00", "1:", ":30", "123456"])("none in «%s»", (typed) => {
    expect(secondsIn(typed)).toBeNull();
  });
});
