import { beforeEach, describe, expect, it, vi } from "vitest";

import { library } from "../../src/state/library.svelte";
import { reading } from "../../src/state/reading.svelte";
import { settings } from "../../src/state/settings.svelte";
import type { ArticleRecord } from "../../src/types";
import { article, libraryInfo, mention, party, version } from "./records";
import { api, later, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

beforeEach(() => {
  reading.clear();
  library.info = null;
  api.article.mockImplementation((id) => Promise.resolve(article(id)));
});

describe("the article on the screen", () => {
  it("stays until the next one is here", async () => {
    await reading.open("a");
    const next = later<ArticleRecord>();
    api.article.mockReturnValueOnce(next.promise);
    reading.show("b");
    await turns();
    expect([reading.wanted, reading.record?.id]).toEqual(["b", "a"]);
    next.answer(article("b"));
    await reading.settled();
    expect(reading.record?.id).toBe("b");
  });

  it("is the latest wish, however fast one goes; those between are never asked for", async () => {
    const first = later<ArticleRecord>();
    api.article.mockReturnValueOnce(first.promise);
    for (const id of ["a", "b", "c", "d"]) reading.show(id);
    first.answer(article("a"));
    await reading.settled();
    expect(api.article.mock.calls).toEqual([["a"], ["d"]]);
    expect(reading.record?.id).toBe("d");
  });

  it("is asked for once where one shows it again", async () => {
    reading.show("a");
    reading.show("a");
    await reading.settled();
    reading.show("a");
    await reading.settled();
    expect(api.article).toHaveBeenCalledTimes(1);
  });

  it("that could not be read says why, and is tried again when shown again", async () => {
    api.article.mockRejectedValueOnce({ code: "not_found", data: null });
    await reading.open("a");
    expect(reading.problem?.code).toBe("not_found");
    reading.show("a");
    await reading.settled();
    expect(reading.problem).toBeNull();
    expect(reading.record?.id).toBe("a");
  });

  it("changed twice while it is fetched is fetched once more, not twice", async () => {
    await reading.open("a");
    const answer = later<ArticleRecord>();
    api.article.mockClear();
    api.article.mockReturnValueOnce(answer.promise);
    reading.refresh();
    await turns();
    reading.refresh();
    reading.refresh();
    answer.answer(article("a"));
    await reading.settled();
    expect(api.article).toHaveBeenCalledTimes(2);
  });

  it("is remembered for its library", async () => {
    library.info = libraryInfo;
    await reading.open("a");
    expect(settings.lastRead["/l"]).toBe("a");
  });
});

describe("the version shown", () => {
  const versions = [
    version("first"),
    version("kk", { of: "first", relation: "translates" }),
    version("corrected", { of: "first", relation: "corrects" }),
    version("again", { of: "corrected", relation: "replaces" }),
  ];

  it("is what stands now of the first, and no translation", async () => {
    api.article.mockResolvedValue(article("a", { versions }));
    await reading.open("a");
    expect(reading.version?.id).toBe("again");
  });

  it("is the one chosen, also after the article changed, but not in another article", async () => {
    api.article.mockImplementation((id) => Promise.resolve(article(id, { versions })));
    await reading.open("a");
    reading.pointed = "p";
    reading.showVersion("kk");
    expect(reading.pointed).toBeNull();
    await reading.reload();
    expect(reading.version?.id).toBe("kk");
    await reading.open("b");
    expect(reading.version?.id).toBe("again");
  });

  it("tells what a mention names", async () => {
    api.article.mockResolvedValue(article("a", { parties: [party("p", "Асан")] }));
    await reading.open("a");
    expect(reading.kindOf(mention("m", "p", 0, 1))).toBe("person");
    expect(reading.kindOf(mention("m", "gone", 0, 1))).toBeUndefined();
    expect(reading.kindOf(mention("m", "p", 0, 1, { party: null, place: "q" }))).toBe("place");
  });
});
