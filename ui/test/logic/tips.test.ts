import { describe, expect, it } from "vitest";

import { tipPlace, tipSaysMore } from "../../src/logic/tips";

it("says what is cut off, and what is not shown at all", () => {
  expect(tipSaysMore({ tip: "Облыс әкімі жиын өткізді", text: "Облыс әкімі жиын өткізді", cut: true })).toBe(true);
  expect(tipSaysMore({ tip: "Қор ЖО: Облыс әкімдігі", text: "Облыс әкімдігі 12", cut: false })).toBe(true);
});

it("never repeats what is seen whole", () => {
  const text = "  Облыс әкімі\n жиын өткізді 27.02.2026";
  expect(tipSaysMore({ tip: "Облыс әкімі жиын өткізді", text, cut: false })).toBe(false);
  expect(tipSaysMore({ tip: " ", text: "", cut: true })).toBe(false);
});

describe("where words beside the pointer stand", () => {
  const thumb = { left: 1000, top: 100, right: 1084, bottom: 162 };
  const photos = { left: 990, top: 90, right: 1270, bottom: 240 };
  const room = { of: thumb, width: 200, height: 24, pointer: 1040, window: { width: 1280, height: 800 } };

  it("is below what they are about, or above it at the window's foot", () => {
    expect(tipPlace({ ...room, around: null })).toEqual({ left: 1028, top: 166 });
    expect(tipPlace({ ...room, around: null, of: { ...thumb, top: 720, bottom: 790 } }).top).toBe(692);
  });

  it("is beside the pictures around, and covers neither them nor the buttons below", () => {
    expect(tipPlace({ ...room, around: photos })).toEqual({ left: 786, top: 100 });
    const left = { ...photos, left: 20, right: 300 };
    expect(tipPlace({ ...room, of: { ...thumb, left: 30, right: 114 }, around: left })).toEqual({
      left: 304,
      top: 100,
    });
  });

  it("is below all the same where the pictures take the whole width", () => {
    expect(tipPlace({ ...room, around: { ...photos, left: 0, right: 1280 } }).top).toBe(166);
  });
});
