import { expect, it } from "vitest";

import { letterJump } from "../../src/logic/letter-jump";

const terms = ["Ашық", "Әзірге жабық", "Шектеулі", "Шектен тыс", "Бар"];

it("leads to what begins so, letters made alike", () => {
  expect(letterJump(terms, -1, "ш")).toBe(2);
  expect(letterJump(terms, -1, "Б")).toBe(4);
  expect(letterJump(terms, 0, "ә")).toBe(1);
});

it("goes on with the same letter, and begins again after the last", () => {
  expect(letterJump(terms, 2, "ш")).toBe(3);
  expect(letterJump(terms, 3, "ш")).toBe(2);
  expect(letterJump(terms, 2, "шш")).toBe(3);
});

it("stays on what several letters still fit", () => {
  expect(letterJump(terms, 2, "шект")).toBe(2);
  expect(letterJump(terms, 2, "шектен")).toBe(3);
});

it("leads nowhere where nothing begins so", () => {
  expect(letterJump(terms, 0, "щ")).toBeUndefined();
  expect(letterJump([], 0, "а")).toBeUndefined();
  expect(letterJump(terms, 0, " ")).toBeUndefined();
});
