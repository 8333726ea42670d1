import { describe, expect, it, vi } from "vitest";

const people = vi.hoisted(() => [
  ["1", "Марат Досжанов"],
  ["2", "Жанна Рахимова"],
  ["3", "Айжан Омарова"],
]);

vi.mock("../../src/state/reading.svelte", () => ({
  reading: {
    record: { id: "a", cast: people.map(([party]) => ({ party, positions: [] })) },
    parties: new Map(people.map(([id, name]) => [id, { id, name, kind: "person" }])),
  },
}));
vi.mock("../../src/wire/api", () => ({ api: { parties: () => Promise.resolve({ rows: [] }) } }));

import { partyOptions } from "../../src/parts/photos/party-options";

describe("whom a photo may show", () => {
  const offered = async (start: string, on: readonly string[] = []) =>
    (await partyOptions("a", new Set(on), start)).map(({ label }) => label);

  it("is first whose name or surname begins as it was typed, then who has it within a word", async () => {
    expect(await offered("жан")).toEqual(["Жанна Рахимова", "Марат Досжанов", "Айжан Омарова"]);
    expect(await offered("ом")).toEqual(["Айжан Омарова"]);
  });

  it("is last who is on the photo already", async () => {
    expect(await offered("жан", ["2"])).toEqual(["Марат Досжанов", "Айжан Омарова", "Жанна Рахимова"]);
  });
});
