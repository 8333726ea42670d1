import { beforeEach, expect, it, vi } from "vitest";

import { told } from "../../src/state/announce.svelte";
import { catalogue } from "../../src/state/catalogue.svelte";
import { drafting } from "../../src/state/drafting.svelte";
import { dropping, type PlanAnswer } from "../../src/state/dropping.svelte";
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
  const nothing = { unplaced: [], sidecars: [], tables: [], bundles: [], libraries: [], others: [] };
  return { ...nothing, documents: documents.map((path) => ({ path, photos: [] })), photos };
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
  expect(take).toHaveBeenCalledWith(["/a.txt"], ["/a.jpg"], []);
  expect(dropping.unplaced).toBeNull();
  take.mockResolvedValue(["/a.jpg"]);
  await dropping.take(["/a.txt", "/a.jpg"]);
  expect(attach).not.toHaveBeenCalled();
  expect(dropping.unplaced).toEqual(["/a.jpg"]);
});

/** One of many documents, with a photo of its own. */
const many = Array.from({ length: 21 }, (_, at) => ({ path: `/${at}.docx`, photos: [`/${at}.jpg`] }));

/** Says what is to be done with files as soon as one is asked. */
async function answer(asking: Promise<void>, says: PlanAnswer): Promise<void> {
  await vi.waitFor(() => expect(dropping.planned).not.toBeNull());
  dropping.decide(says);
  await asking;
  expect(dropping.planned).toBeNull();
}

it("many documents are taken in when one has said so, those that one chose, and none when one has not", async () => {
  vi.restoreAllMocks();
  const all = many.map(({ path }) => path);
  const photos = many.flatMap(({ photos }) => photos);
  api.sort.mockResolvedValue({ ...sorted([], [...photos, "/who.jpg"]), documents: many, unplaced: ["/who.jpg"] });
  const take = vi.spyOn(intake, "take").mockResolvedValue([]);
  await answer(dropping.take(all), { kind: "leave" });
  expect(take).not.toHaveBeenCalled();
  await answer(dropping.take(all), { kind: "take", chosen: { documents: all, loose: ["/who.jpg"] } });
  expect(take).toHaveBeenLastCalledWith(all, [...photos, "/who.jpg"], []);
  await answer(dropping.take(all), { kind: "take", chosen: { documents: ["/3.docx"], loose: [] } });
  expect(take).toHaveBeenLastCalledWith(["/3.docx"], ["/3.jpg"], []);
});

it("what a watched folder offers is taken, or turned down and the rest asked about again", async () => {
  vi.restoreAllMocks();
  const offer = { ...sorted([], ["/0.jpg", "/1.jpg"]), documents: many.slice(0, 2) };
  api.sort.mockResolvedValue(offer);
  api.turnDown.mockResolvedValue();
  const take = vi.spyOn(intake, "take").mockImplementation(() => {
    intake.ended = "done";
    return Promise.resolve([]);
  });
  const asking = dropping.offer(["/0.docx", "/0.jpg", "/1.docx", "/1.jpg"]);
  await vi.waitFor(() => expect(dropping.planned?.offered).toBe(true));
  api.sort.mockResolvedValue({ ...offer, documents: many.slice(1, 2) });
  dropping.decide({ kind: "never", chosen: { documents: ["/0.docx"], loose: [] } });
  await vi.waitFor(() => expect(dropping.planned?.what.documents).toHaveLength(1));
  expect(api.turnDown).toHaveBeenLastCalledWith(["/0.docx", "/0.jpg"], false);
  expect(api.sort).toHaveBeenLastCalledWith(["/1.docx", "/1.jpg"]);
  await answer(asking, { kind: "take", chosen: { documents: ["/1.docx"], loose: [] } });
  expect(take).toHaveBeenCalledWith(["/1.docx"], ["/1.jpg"]);
  // what was refused is turned down too, what the library has by now is not
  expect(api.turnDown).toHaveBeenLastCalledWith(["/1.docx"], true);
});

it("what was stopped is offered again", async () => {
  vi.restoreAllMocks();
  api.sort.mockResolvedValue({ ...sorted([], ["/0.jpg"]), documents: many.slice(0, 1) });
  vi.spyOn(intake, "take").mockImplementation(() => {
    intake.ended = "cancelled";
    return Promise.resolve([]);
  });
  await answer(dropping.offer(["/0.docx"]), { kind: "take", chosen: { documents: ["/0.docx"], loose: [] } });
  expect(api.turnDown).not.toHaveBeenCalled();
});

it("a table is no release, and a link no text: both are told, with what to do", async () => {
  vi.restoreAllMocks();
  api.sort.mockResolvedValue({ ...sorted([], []), tables: ["/a.csv"] });
  await dropping.take(["/a.csv"]);
  expect(catalogue.problem).toEqual({ code: "table_no_release", data: { file: "a.csv" } });
  const begin = vi.spyOn(drafting, "newArticle").mockResolvedValue();
  dropping.takeWords("www.example.kz/news/12");
  expect(catalogue.problem?.code).toBe("bare_link");
  expect(begin).not.toHaveBeenCalled();
});
