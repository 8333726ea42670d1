import { beforeEach, expect, it, vi } from "vitest";

import { told } from "../../src/state/announce.svelte";
import { drafting } from "../../src/state/drafting.svelte";
import { dropping } from "../../src/state/dropping.svelte";
import { intake } from "../../src/state/intake.svelte";
import { library } from "../../src/state/library.svelte";
import * as photos from "../../src/state/photos.svelte";
import { t } from "../../src/words/language.svelte";
import { libraryInfo } from "./records";
import { api } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

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
  const what = { texts: ["/a.txt"], photos: [], bundles: [], libraries: [], others: [] };
  api.sort.mockResolvedValue(what);
  const take = vi.spyOn(dropping, "take").mockResolvedValue();
  await dropping.paste("", true);
  expect(take).toHaveBeenCalledWith(["/a.txt"]);
});

it("photos that came with a text which was refused go to no document unasked", async () => {
  vi.restoreAllMocks();
  const what = { texts: ["/a.txt"], photos: ["/a.jpg"], bundles: [], libraries: [], others: [] };
  api.sort.mockResolvedValue(what);
  vi.spyOn(photos, "homeNow").mockReturnValue({ article: "open" });
  const attach = vi.spyOn(photos, "attach").mockResolvedValue();
  const take = vi.spyOn(intake, "take").mockResolvedValue(false);
  await dropping.take(["/a.txt", "/a.jpg"]);
  expect(attach).not.toHaveBeenCalled();
  expect(dropping.unplaced).toEqual(["/a.jpg"]);
  take.mockResolvedValue(true);
  await dropping.take(["/a.txt", "/a.jpg"]);
  expect(attach).toHaveBeenCalledWith(["/a.jpg"], { article: "open" });
});
