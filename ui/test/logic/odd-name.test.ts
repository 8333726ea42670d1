import { describe, expect, it } from "vitest";

import { isOddName } from "../../src/logic/odd-name";

describe("a name for somebody new", () => {
  it("is odd where it is one word of which nothing stands there", () => {
    for (const name of ["j", "xj", "О", "к", "Мәскеу"]) expect(isOddName(name, ["Омарова"]), name).toBe(true);
  });

  it("is not where it is of the text, or whole", () => {
    for (const name of ["Омарова", "омаров", "Сәуле Омарова", "Асан Үсенов", ""])
      expect(isOddName(name, ["Омарованың"]), name).toBe(false);
    expect(isOddName("Ерлік", ["«Ерлік» бірлестігінің", ""])).toBe(false);
  });
});
