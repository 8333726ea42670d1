import { beforeEach, describe, expect, it, vi } from "vitest";

import { hits } from "../../src/state/hits.svelte";
import { list } from "../../src/state/list.svelte";
import { reading } from "../../src/state/reading.svelte";
import { pages } from "./records";
import { api, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

beforeEach(async () => {
  api.listArticles.mockImplementation(pages(1));
  api.matches.mockResolvedValue([]);
  api.placesInText.mockResolvedValue([
    [0, 4],
    [6, 10],
    [12, 15],
  ]);
  reading.clear();
  list.reset();
  hits.close();
  hits.sought = "";
  await hits.look(undefined, undefined, "");
});

describe("places of the text that have what is looked for", () => {
  it("begin at the first, go on and back, and round", async () => {
    hits.open("жаңа");
    await hits.look("v1", "жаңа, жаңа, жаң", hits.words);
    expect([hits.all.length, hits.at]).toEqual([3, 0]);
    const called = hits.calls;
    hits.step(-1);
    expect(hits.at).toBe(2);
    hits.step(1);
    hits.step(1);
    expect([hits.at, hits.calls]).toEqual([1, called + 3]);
  });

  it("stay at theirs when the same text is fetched again or typed on", async () => {
    hits.open("жаңа");
    await hits.look("v1", "жаңа, жаңа, жаң", hits.words);
    hits.step(1);
    const called = hits.calls;
    await hits.look("v1", "жаңа, жаңа, жаң!", hits.words);
    expect([hits.at, hits.calls]).toEqual([1, called]);
    // another text begins at its first
    await hits.look("v2", "жаңа, жаңа, жаң", hits.words);
    expect([hits.at, hits.calls]).toEqual([0, called + 1]);
  });

  it("move with what is typed, and the text is looked through once one rests", async () => {
    hits.open("жаңа");
    await hits.look("v1", "жаңа, жаңа, жаң", hits.words);
    hits.step(-1);
    const asked = api.placesInText.mock.calls.length;
    // a letter before all, then one amid the first
    void hits.look("v1", "ә жаңа, жаңа, жаң", hits.words);
    expect([hits.all, hits.at]).toEqual([
      [
        [2, 6],
        [8, 12],
        [14, 17],
      ],
      2,
    ]);
    const looked = hits.look("v1", "ә жааңа, жаңа, жаң", hits.words);
    expect([hits.all, hits.at]).toEqual([
      [
        [9, 13],
        [15, 18],
      ],
      1,
    ]);
    expect(api.placesInText.mock.calls.length).toBe(asked);
    await looked;
    expect(api.placesInText.mock.calls.slice(asked).map(([body]) => body)).toEqual(["ә жааңа, жаңа, жаң"]);
  });

  it("are counted in UTF-16", async () => {
    api.placesInText.mockResolvedValue([[2, 6]]);
    hits.open("жаңа");
    await hits.look("v1", "🎉 жаңа", hits.words);
    expect(hits.all).toEqual([[3, 7]]);
  });

  it("are those of the list's search unless one looks in this text; where there are none one says for what", async () => {
    await list.ask({ text: "көпір" });
    await turns();
    expect(hits.words).toBe("көпір");
    await hits.look("v1", "сөз", "");
    const asked = hits.entries;
    hits.step(1);
    expect([hits.finding, hits.entries, hits.words]).toEqual([true, asked + 1, ""]);
    hits.close();
    expect(hits.words).toBe("көпір");
  });
});
