import { describe, expect, it } from "vitest";

import { cutBetween, moveOffset, moveSpan } from "../../src/logic/edits";

const before = "Жиынды Сәуле Омарова ашты";
const span = { start: 7, end: 20 };

function after(text: string): string | undefined {
  const cut = cutBetween(before, text);
  const place = cut === undefined ? { ...span, whole: true } : moveSpan(span, cut);
  return place && `${place.whole ? "" : "~"}${text.slice(place.start, place.end)}`;
}

describe("a span under typing", () => {
  it("moves along with what is typed before it", () => {
    expect(after("Бүгін жиынды Сәуле Омарова ашты")).toBe("Сәуле Омарова");
    expect(after("Сәуле Омарова ашты")).toBe("Сәуле Омарова");
  });

  it("stays where the text changes behind it", () => {
    expect(after("Жиынды Сәуле Омарова жапты")).toBe("Сәуле Омарова");
    expect(after("Жиынды Сәуле Омарова, төраға, ашты")).toBe("Сәуле Омарова");
  });

  it("is told to be cut through", () => {
    expect(after("Жиынды Сәуле М. Омарова ашты")).toBe("~Сәуле М. Омарова");
    expect(after("Жиынды Омарова ашты")).toBe("~Омарова");
    expect(after("Жиынды Сәуле жапты")).toBe("~Сәуле ");
  });

  it("goes with its text", () => {
    expect(after("")).toBeUndefined();
    expect(after("Жиын ты")).toBeUndefined();
  });

  it("knows a text that did not change", () => {
    expect(cutBetween(before, before)).toBeUndefined();
    expect(cutBetween("аа", "ааа")).toEqual({ at: 2, removed: 0, inserted: 1 });
  });
});

describe("the caret", () => {
  const cut = { at: 4, removed: 3, inserted: 5 };

  it("stays before what changes behind it, and goes along with what changes before it", () => {
    expect(moveOffset(4, cut)).toBe(4);
    expect(moveOffset(7, cut)).toBe(9);
    expect(moveOffset(20, cut)).toBe(22);
  });

  it("amid what is removed stays as far in as there is text", () => {
    expect(moveOffset(6, cut)).toBe(6);
    expect(moveOffset(6, { at: 4, removed: 3, inserted: 0 })).toBe(4);
  });
});
