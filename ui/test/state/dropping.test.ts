import { beforeEach, expect, it, vi } from "vitest";

import { told } from "../../src/state/announce.svelte";
import { catalogue } from "../../src/state/catalogue.svelte";
import { drafting } from "../../src/state/drafting.svelte";
import { dropping, type PlanAnswer } from "../../src/state/dropping.svelte";
import { intake } from "../../src/state/intake.svelte";
import { library } from "../../src/state/library.svelte";
import { intakeReport } from "../../src/state/intake-report.svelte";
import * as attaching from "../../src/state/photos.svelte";
import { reportOf } from "../../src/logic/intake-report";
import { windowSteps } from "../../src/state/window-steps.svelte";
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

it("a picture or copied files pasted over a field are taken as elsewhere; words that only look like paths are not", async () => {
  vi.restoreAllMocks();
  vi.spyOn(attaching, "homeNow").mockReturnValue({ article: "open" });
  api.clipboardFiles.mockResolvedValueOnce(["/tmp/image.png"]);
  api.sort.mockResolvedValueOnce(sorted([], ["/tmp/image.png"]));
  expect(await dropping.pasteFiles("")).toBe(true);
  expect(dropping.question).toMatchObject({ photos: ["/tmp/image.png"], expected: "open" });
  await dropping.place(["/tmp/image.png"], "nowhere");
  api.clipboardFiles.mockResolvedValue([]);
  expect(await dropping.pasteFiles("")).toBe(false);
  api.sort.mockResolvedValueOnce({ ...sorted([], []), others: ["/жоқ"] });
  expect(await dropping.pasteFiles("/жоқ")).toBe(false);
});

it("photos that came with a text which was refused go to no document unasked", async () => {
  vi.restoreAllMocks();
  api.sort.mockResolvedValue(sorted(["/a.txt"], ["/a.jpg"]));
  vi.spyOn(attaching, "homeNow").mockReturnValue({ article: "open" });
  const attach = vi.spyOn(attaching, "attach").mockResolvedValue();
  const take = vi.spyOn(intake, "take").mockResolvedValue([]);
  await dropping.take(["/a.txt", "/a.jpg"]);
  expect(take).toHaveBeenCalledWith(["/a.txt"], ["/a.jpg"], []);
  expect(dropping.unplaced).toBeNull();
  take.mockResolvedValue(["/a.jpg"]);
  await dropping.take(["/a.txt", "/a.jpg"]);
  expect(attach).not.toHaveBeenCalled();
  expect(dropping.unplaced).toEqual(["/a.jpg"]);
});

/** An intake that ends well: one document was here already, and so its photo went nowhere. */
function takeDuplicate(file: string, photos: string[]): void {
  vi.spyOn(intake, "take").mockImplementation(() => {
    intake.ended = "done";
    const known = { id: "known", reference: "2026-0003", title: "Хабарлама", left_out: [], doubts: [] };
    const files = [{ became: "duplicate" as const, file, ...known }];
    intakeReport.keep(reportOf({ added: [], forms: [], photos: 0, alike: [], unplaced: photos, refused: [], files }));
    return Promise.resolve(photos);
  });
}

it("photos of a document that was here already are asked about with that one first, not the one on the screen", async () => {
  vi.restoreAllMocks();
  dropping.unplaced = null;
  const photos = ["/in/1.jpg", "/in/2.jpg"];
  api.sort.mockResolvedValue({ ...sorted([], photos), documents: [{ path: "/in/a.docx", photos }] });
  takeDuplicate("/in/a.docx", photos);
  await dropping.take(["/in"]);
  expect(dropping.question?.near.map(({ reference }) => reference)).toEqual(["2026-0003"]);
  expect(dropping.question?.expected).toBe("known");
  const attach = vi.spyOn(attaching, "attach").mockResolvedValue();
  await dropping.place(photos, { id: "known", reference: "2026-0003" });
  expect(attach).toHaveBeenCalledWith(photos, { article: "known" }, "2026-0003");
  expect(dropping.question).toBeNull();
});

it("pasted photos are meant for the document on the screen; those of a watched folder for none that one knows of", async () => {
  vi.restoreAllMocks();
  dropping.unplaced = null;
  vi.spyOn(attaching, "homeNow").mockReturnValue({ article: "open" });
  api.clipboardFiles.mockResolvedValue(["/tmp/image.png"]);
  api.sort.mockResolvedValue(sorted([], ["/tmp/image.png"]));
  await dropping.paste("");
  expect(dropping.question?.expected).toBe("open");
  await dropping.place(["/tmp/image.png"], "nowhere");
  api.sort.mockResolvedValue(sorted([], ["/watched/1.jpg"]));
  await answer(dropping.offer(["/watched/1.jpg"]), {
    kind: "take",
    chosen: { documents: [], loose: ["/watched/1.jpg"] },
  });
  expect(dropping.question).toMatchObject({ photos: ["/watched/1.jpg"], expected: null });
  await dropping.place(["/watched/1.jpg"], "nowhere");
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
  windowSteps.forget();
  dropping.decide({ kind: "never", chosen: { documents: ["/0.docx"], loose: [] } });
  await vi.waitFor(() => expect(dropping.planned?.what.documents).toHaveLength(1));
  expect(api.turnDown).toHaveBeenLastCalledWith(["/0.docx", "/0.jpg"], false);
  expect(api.sort).toHaveBeenLastCalledWith(["/1.docx", "/1.jpg"]);
  api.offerAgain.mockResolvedValue();
  await windowSteps.take("undo");
  expect(api.offerAgain).toHaveBeenCalledWith(["/0.docx", "/0.jpg"]);
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
