import { beforeEach, expect, it, vi } from "vitest";

import { told } from "../../src/state/announce.svelte";
import { drafting } from "../../src/state/drafting.svelte";
import { dropping } from "../../src/state/dropping.svelte";
import { intake } from "../../src/state/intake.svelte";
import { library } from "../../src/state/library.svelte";
import * as photos from "../../src/state/photos.svelte";
import { t } from "../../src/words/language.svelte";
import type { SortedPaths } from "../../src/types/shell";
import { libraryInfo } from "./records";
import { api } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

/** What paths are. */
function sorted(documents: string[], photos: string[]): SortedPaths {
  const nothing = { unplaced: [], sidecars: [], bundles: [], libraries: [], others: [] };
  return { ...nothing, documents: documents.map((path) => ({ path, photos: 0 })), photos };
}

beforeEach(() => {
  library.phase = "open";
  library.info = libraryInfo;
});

it("words that are pasted beside the fields of a form begin no article, and one is told so", async () => {
  const begin = vi.spyOn(drafting, "newArticle").mockResolvedValue();
  await dropping.paste("Талдықорған", true);
  expect(begin).not.toHaveBeenCalled();
  expect(told()).toBe(t("told-no-field"));
  await dropping.paste("Талдықорған");
  expect(begin).toHaveBeenCalledWith("Талдықорған");
});

it("files that are pasted there are taken all the same", async () => {
  api.clipboardFiles.mockResolvedValue(["/a.txt"]);
  const what = sorted(["/a.txt"], []);
  api.sort.mockResolvedValue(what);
  const take = vi.spyOn(dropping, "take").mockResolvedValue();
  await dropping.paste("", true);
  expect(take).toHaveBeenCalledWith(["/a.txt"]);
});

it("photos that came with a text which was refused go to no document unasked", async () => {
  vi.restoreAllMocks();
  api.sort.mockResolvedValue(sorted(["/a.txt"], ["/a.jpg"]));
  vi.spyOn(photos, "homeNow").mockReturnValue({ article: "open" });
  const attach = vi.spyOn(photos, "attach").mockResolvedValue();
  const take = vi.spyOn(intake, "take").mockResolvedValue([]);
  await dropping.take(["/a.txt", "/a.jpg"]);
  expect(take).toHaveBeenCalledWith(["/a.txt"], ["/a.jpg"]);
  expect(dropping.unplaced).toBeNull();
  take.mockResolvedValue(["/a.jpg"]);
  await dropping.take(["/a.txt", "/a.jpg"]);
  expect(attach).not.toHaveBeenCalled();
  expect(dropping.unplaced).toEqual(["/a.jpg"]);
});

it("many documents are taken in when one has said so, and none when one has not", async () => {
  vi.restoreAllMocks();
  const paths = Array.from({ length: 21 }, (_, at) => `/${at}.docx`);
  api.sort.mockResolvedValue(sorted(paths, []));
  const take = vi.spyOn(intake, "take").mockResolvedValue([]);
  for (const says of [false, true]) {
    const taking = dropping.take(paths);
    await vi.waitFor(() => expect(dropping.planned?.documents).toHaveLength(21));
    expect(take).not.toHaveBeenCalled();
    dropping.decide(says);
    await taking;
    expect(dropping.planned).toBeNull();
    expect(take).toHaveBeenCalledTimes(says ? 1 : 0);
  }
});
