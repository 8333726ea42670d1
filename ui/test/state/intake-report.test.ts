import { beforeEach, describe, expect, it, vi } from "vitest";

import { reportOf } from "../../src/logic/intake-report";
import { intakeReport } from "../../src/state/intake-report.svelte";
import { jobs } from "../../src/state/jobs.svelte";
import { list } from "../../src/state/list.svelte";
import { reading } from "../../src/state/reading.svelte";
import type { AlikeArticle, IntakeResult } from "../../src/types/shell";
import { article, changed, job, pages } from "./records";
import { api, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

const other: AlikeArticle = {
  id: "old",
  reference: "2026-0001",
  title: "Хабар",
  version: "old-text",
  registered: false,
  likeness: 0.9,
  is_version: true,
  order: "later",
};

function result(more: Partial<IntakeResult>): IntakeResult {
  return { added: [], forms: [], photos: 0, alike: [], unplaced: [], refused: [], files: [], ...more };
}

const came = result({
  added: [{ id: "new", reference: "2026-0002", title: "Хабар" }],
  alike: [{ id: "new", reference: "2026-0002", title: "Хабар", other }],
  refused: [{ code: "document_unread", data: { file: "a.pdf", why: "locked" } }],
  files: [
    { became: "refused", file: "/a.pdf", keepable: true, left_out: [], doubts: [] },
    { became: "photo", file: "/b.docx", inside: "b-1.jpg", id: "new", photo: "p1", left_out: [], doubts: [] },
    { became: "article", file: "/b.docx", id: "new", left_out: [], doubts: [] },
  ],
});

/** What a write that was op 7 gives. */
const written = <T>(value: T) => Promise.resolve({ value, changed: changed({ op: 7 }) });

beforeEach(() => {
  reading.clear();
  list.reset();
  intakeReport.close();
  intakeReport.add(reportOf(came));
  api.article.mockImplementation((id) => Promise.resolve(article(id)));
  api.listArticles.mockImplementation(pages(2));
});

describe("the report of an intake", () => {
  it("makes a document a version, and takes that back", async () => {
    api.joinArticles.mockImplementation(() => written("text"));
    const [pair] = intakeReport.now?.alike ?? [];
    if (pair === undefined) throw new Error("nothing is alike");
    await intakeReport.join(pair, "corrects");
    expect(api.joinArticles).toHaveBeenCalledWith("new", "old-text", "corrects", "later");
    expect([intakeReport.now?.alike, intakeReport.now?.documents]).toEqual([[], []]);
    expect(intakeReport.said?.id).toBe("intake-told-corrected");
    api.undoOp.mockImplementation(() => written({ op: 7, kind: "join_articles", shown: null } as never));
    await intakeReport.undo();
    expect(api.undoOp).toHaveBeenCalledWith(7);
    expect(intakeReport.now?.documents.map(({ id }) => id)).toEqual(["new"]);
    await intakeReport.undo();
    expect(api.undoOp).toHaveBeenCalledTimes(1);
  });

  it("keeps a refused file: its row goes, and the draft comes", async () => {
    api.retake.mockResolvedValue(901);
    const [refusal] = intakeReport.now?.refusals ?? [];
    if (refusal === undefined) throw new Error("nothing was refused");
    const keeping = intakeReport.retake(refusal, "keep_unread");
    await turns();
    const kept = result({ added: [{ id: "kept", reference: "2026-0003", title: "a" }] });
    jobs.took(job(901, { state: "done", result: kept, changed: changed({ op: 8 }) }));
    await keeping;
    expect(api.retake).toHaveBeenCalledWith({ file: "/a.pdf", despite: "keep_unread", unit: null });
    expect(intakeReport.now?.refusals).toEqual([]);
    expect(intakeReport.now?.documents.map(({ id }) => id)).toEqual(["new", "kept"]);
  });

  it("is opened again, without what is gone meanwhile; another library has none", async () => {
    intakeReport.close();
    expect(intakeReport.now).toBeNull();
    api.references.mockImplementation((ids) => Promise.resolve(ids.filter((id) => id !== "new")));
    await intakeReport.reopen();
    expect(intakeReport.now?.documents).toEqual([]);
    expect(intakeReport.now?.alike).toEqual([]);
    expect(intakeReport.now?.refusals).toHaveLength(1);
    intakeReport.forget();
    await intakeReport.reopen();
    expect(intakeReport.now).toBeNull();
  });

  it("leaves out photos and says why it could not", async () => {
    api.removePhotos.mockRejectedValue({ code: "library_busy", data: null });
    await intakeReport.leaveOutPhotos(["p1"]);
    expect(intakeReport.problem?.code).toBe("library_busy");
    api.removePhotos.mockImplementation(() => written(null as never));
    await intakeReport.leaveOutPhotos(["p1"]);
    expect(intakeReport.now?.documents[0]?.photos).toEqual([]);
    // What comes meanwhile stays when that is taken back.
    intakeReport.add(reportOf(result({ added: [{ id: "third", reference: "2026-0004", title: "" }] })));
    api.undoOp.mockImplementation(() => written({ op: 7, kind: "remove_photos", shown: null } as never));
    await intakeReport.undo();
    expect(intakeReport.now?.documents.map(({ photos }) => photos.length)).toEqual([1, 0]);
  });
});
