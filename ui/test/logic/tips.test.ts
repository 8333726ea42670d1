import { expect, it } from "vitest";

import { tipSaysMore } from "../../src/logic/tips";

it("says what is cut off, and what is not shown at all", () => {
  expect(tipSaysMore({ tip: "Облыс әкімі жиын өткізді", text: "Облыс әкімі жиын өткізді", cut: true })).toBe(true);
  expect(tipSaysMore({ tip: "Қор ЖО: Облыс әкімдігі", text: "Облыс әкімдігі 12", cut: false })).toBe(true);
});

it("never repeats what is seen whole", () => {
  const text = "  Облыс әкімі\n жиын өткізді 27.02.2026";
  expect(tipSaysMore({ tip: "Облыс әкімі жиын өткізді", text, cut: false })).toBe(false);
  expect(tipSaysMore({ tip: " ", text: "", cut: true })).toBe(false);
});
