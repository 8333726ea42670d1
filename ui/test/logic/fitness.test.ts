import { describe, expect, it } from "vitest";

import { fitness, fold, ranked } from "../../src/logic/fitness";

describe("the palette", () => {
  it("takes Kazakh letters for their Russian neighbours, and capitals for small ones", () => {
    expect(fold("Іздеу ҚАҒАЗ Ёлка")).toBe("издеу кагаз елка");
  });

  it("finds words in any order, by how they begin", () => {
    expect(fitness("көш шиф", "Архивтік шифрды көшіріп алу")).toBeGreaterThan(0);
    expect(fitness("кош", "Архивтік шифрды көшіріп алу")).toBeGreaterThan(0);
    expect(fitness("көш басқа", "Архивтік шифрды көшіріп алу")).toBe(0);
  });

  it("puts what begins with it before what has it, and that before what its menu is called", () => {
    const titles = ["Келесі құжат", "Құжатты тіркеу", "Жаңарту"];
    const words = (title: string) => ({ id: title, title, about: "Құжат" });
    expect(ranked(titles, "құжат", words, [])).toEqual(["Құжатты тіркеу", "Келесі құжат", "Жаңарту"]);
  });

  it("begins with what was used last", () => {
    const words = (title: string) => ({ id: title, title, about: "" });
    expect(ranked(["a", "b", "c"], "", words, ["c", "b"])).toEqual(["c", "b", "a"]);
  });
});
