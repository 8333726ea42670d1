import { describe, expect, it } from "vitest";

import { stepFrom } from "../../src/logic/stepping";

const list = { count: 5, down: 1, ends: true, page: 2 };

describe("the keys of a list", () => {
  it("go from one to the next and stop at the ends", () => {
    expect(stepFrom(1, "ArrowDown", list)).toBe(2);
    expect(stepFrom(1, "ArrowUp", list)).toBe(0);
    expect(stepFrom(4, "ArrowDown", list)).toBe(4);
    expect(stepFrom(0, "ArrowUp", list)).toBe(0);
  });

  it("go round where the list is a ring", () => {
    const ring = { ...list, rings: true };
    expect(stepFrom(4, "ArrowDown", ring)).toBe(0);
    expect(stepFrom(0, "ArrowUp", ring)).toBe(4);
  });

  it("come in at the near end from nowhere", () => {
    for (const rings of [true, false]) {
      expect(stepFrom(-1, "ArrowDown", { ...list, rings })).toBe(0);
      expect(stepFrom(-1, "ArrowUp", { ...list, rings })).toBe(4);
    }
  });

  it("pass a page, and never the ends", () => {
    expect(stepFrom(0, "PageDown", list)).toBe(2);
    expect(stepFrom(4, "PageDown", { ...list, rings: true })).toBe(4);
    expect(stepFrom(1, "PageUp", list)).toBe(0);
    expect(stepFrom(0, "PageDown", { count: 5, down: 1 })).toBeUndefined();
  });

  it("go to the ends, but not below a field", () => {
    expect(stepFrom(2, "Home", list)).toBe(0);
    expect(stepFrom(2, "End", list)).toBe(4);
    expect(stepFrom(2, "Home", { count: 5, down: 1 })).toBeUndefined();
  });

  it("go by lines in a grid, and sideways", () => {
    const grid = { count: 8, down: 3, right: 1 };
    expect(stepFrom(1, "ArrowDown", grid)).toBe(4);
    expect(stepFrom(6, "ArrowDown", grid)).toBe(7);
    expect(stepFrom(4, "ArrowLeft", grid)).toBe(3);
    expect(stepFrom(1, "ArrowLeft", list)).toBeUndefined();
    expect(stepFrom(1, "ArrowDown", { count: 3, down: 0, right: 1 })).toBeUndefined();
  });

  it("lead nowhere in an empty list, and with other keys", () => {
    expect(stepFrom(-1, "ArrowDown", { ...list, count: 0 })).toBeUndefined();
    expect(stepFrom(1, "KeyJ", list)).toBeUndefined();
  });
});
