import { expect, it } from "vitest";

import { isFuller } from "../../src/logic/fuller-name";

it("a name with more words is fuller, else one with more initials", () => {
  expect(isFuller("Марат Сейтқалиев", "М. Сейтқалиев")).toBe(true);
  expect(isFuller("М. Сейтқалиев", "Марат Сейтқалиев")).toBe(false);
  expect(isFuller("М.Б. Сейтқалиев", "Марат Сейтқалиев")).toBe(false);
  expect(isFuller("Марат Бекұлы Сейтқалиев", "Марат Сейтқалиев")).toBe(true);
  expect(isFuller("М. Сейтқалиев", "Сейтқалиев")).toBe(true);
  expect(isFuller("Жетісу мемлекеттік университеті", "ЖМУ")).toBe(true);
  expect(isFuller("Асан Үсенов", "Үсен Асанов"), "neither says more").toBe(false);
});
