import { beforeEach, describe, expect, it, vi } from "vitest";

vi.mock("../../src/wire/api", () => import("./wire"));

import { catalogue } from "../../src/state/catalogue.svelte";
import { nearPhotos } from "../../src/state/near-photos.svelte";
import type { NearPair, NearPhotoPage } from "../../src/types";
import { photoLine, written } from "./records";
import { api, later, turns } from "./wire";

const pair = (one: string, other: string): NearPair => ({
  one: photoLine(one),
  other: photoLine(other),
  identical: false,
});
const page = (...rows: NearPair[]): NearPhotoPage => ({ total: rows.length, rows });
const shown = () => (nearPhotos.pairs ?? []).map(({ one, other }) => one.photo.id + other.photo.id);
const all = [pair("a", "b"), pair("a", "c"), pair("d", "e")];

beforeEach(async () => {
  nearPhotos.reset();
  catalogue.problem = null;
  api.nearPhotoPairs.mockResolvedValue(page(...all));
  await nearPhotos.ask();
});

describe("photos that are one picture", () => {
  it("begin with the pairs of the photo that one is on", async () => {
    nearPhotos.step(1);
    nearPhotos.beginAt("d");
    await nearPhotos.ask();
    expect(api.nearPhotoPairs).toHaveBeenLastCalledWith("d", 0, 60);
    expect(nearPhotos.at).toBe(0);
    nearPhotos.reset();
    await nearPhotos.ask();
    expect(api.nearPhotoPairs).toHaveBeenLastCalledWith(null, 0, 60);
  });

  it("are said to be versions or two pictures, and the next pair is shown at once", async () => {
    api.relatePhotos.mockResolvedValue(written(null));
    expect([shown(), nearPhotos.count]).toEqual([["ab", "ac", "de"], 3]);
    nearPhotos.relate("version");
    nearPhotos.relate("different");
    expect([shown(), nearPhotos.count]).toEqual([["de"], 1]);
    await turns();
    expect(api.relatePhotos.mock.calls).toEqual([
      ["a", "b", "version"],
      ["a", "c", "different"],
    ]);
  });

  it("are in no pair once they are removed, and come back with the undo", async () => {
    api.removePhotos.mockResolvedValue(written(null));
    nearPhotos.remove("one");
    expect(shown()).toEqual(["de"]);
    await turns();
    expect(api.removePhotos.mock.calls).toEqual([[["a"]]]);
    api.nearPhotoPairs.mockResolvedValue(page(pair("d", "e")));
    await nearPhotos.ask();
    api.nearPhotoPairs.mockResolvedValue(page(...all));
    await nearPhotos.ask();
    expect([shown(), nearPhotos.at, nearPhotos.count]).toEqual([["ab", "ac", "de"], 0, 3]);
  });

  it("are told of the side that was meant", async () => {
    api.removePhotos.mockResolvedValue(written(null));
    nearPhotos.remove("other");
    expect(shown()).toEqual(["ac", "de"]);
    await turns();
    expect(api.removePhotos.mock.calls).toEqual([[["b"]]]);
  });

  it("come back where nothing could be written", async () => {
    api.relatePhotos.mockRejectedValue({ code: "library_busy", data: null });
    nearPhotos.relate("version");
    expect(shown()).toEqual(["ac", "de"]);
    await turns();
    await turns();
    expect(catalogue.problem).not.toBeNull();
    expect(shown()).toEqual(["ab", "ac", "de"]);
  });

  it("are fetched further before the last of them is reached", async () => {
    const many = Array.from({ length: 70 }, (_, at) => pair("x", `y${String(at)}`));
    api.nearPhotoPairs.mockImplementation((_first, _offset, limit) =>
      Promise.resolve({ total: 70, rows: many.slice(0, limit) }),
    );
    await nearPhotos.ask();
    expect([shown().length, nearPhotos.count]).toEqual([60, 70]);
    for (let at = 0; at < 56; at++) nearPhotos.step(1);
    await turns();
    expect([shown().length, nearPhotos.count]).toEqual([70, 70]);
    expect(nearPhotos.pair).toEqual(many[56]);
  });
});

describe("photos that nobody has looked at", () => {
  it("are looked at a few at a time, and pairs are asked for as they come", async () => {
    api.nearPhotoPairs.mockClear();
    api.seePhotos.mockResolvedValueOnce(12).mockResolvedValueOnce(0);
    await nearPhotos.look();
    expect(api.seePhotos).toHaveBeenCalledTimes(2);
    expect(api.nearPhotoPairs).toHaveBeenCalledTimes(1);
    expect(nearPhotos.left).toBe(0);
  });

  it("are left alone once nobody waits for them", async () => {
    const answer = later<number>();
    api.seePhotos.mockReturnValueOnce(answer.promise);
    const looked = nearPhotos.look();
    nearPhotos.stop();
    answer.answer(5);
    await looked;
    expect(api.seePhotos).toHaveBeenCalledTimes(1);
    expect(nearPhotos.left).toBeNull();
  });
});
