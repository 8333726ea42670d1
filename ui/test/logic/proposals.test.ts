import { describe, expect, it } from "vitest";

import { firstThatBegins, isAlike } from "../../src/logic/proposals";

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
});
