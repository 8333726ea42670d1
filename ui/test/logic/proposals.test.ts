import { describe, expect, it } from "vitest";

import { firstNamed, firstThatBegins, isAlike } from "../../src/logic/proposals";

describe("what is typed into a field that offers what exists", () => {
  const labels = ["Жеңіл спорт", "Әлеуметтік сала", "Спорт мектебі", "Спорт"];

  it("means the first that begins so, whatever the shape of its letters", () => {
    expect(firstThatBegins(labels, "алеум")).toBe(1);
    expect(firstThatBegins(labels, " СПОРТ м")).toBe(2);
  });

  it("means what is called so before what only begins so", () => {
    expect(firstThatBegins(labels, "спорт")).toBe(3);
  });

  it("means nothing where none begins so, or nothing is typed", () => {
    expect(firstThatBegins(labels, "мектебі")).toBe(-1);
    expect(firstThatBegins(labels, " ")).toBe(-1);
  });

  it("is the same as what differs by the shape of its letters alone", () => {
    expect(isAlike("талдыкорган ", "Талдықорған")).toBe(true);
    expect(isAlike("Талдық", "Талдықорған")).toBe(false);
  });

  it("means, among names, who is called so by any of the words", () => {
    const names = ["Марат Досжанов", "Нұржан Сәрсенов", "Жанна Рахимова"];
    expect(firstNamed(names, "сар")).toBe(1);
    expect(firstNamed(names, "жан")).toBe(2);
    expect(firstNamed(names, "рах жан")).toBe(2);
    expect(firstNamed(names, "марат")).toBe(0);
    expect(firstNamed(names, "жанов")).toBe(-1);
    expect(firstNamed(names, "?")).toBe(-1);
  });
});
