import { expect, it } from "vitest";

import {
  countRefused,
  isTelling,
  joinReports,
  reportOf,
  sumsOf,
  withJoined,
  withoutDocument,
  withoutPhotos,
} from "../../src/logic/intake-report";
import type { FileOutcome, IntakeResult } from "../../src/types/shell";

function outcome(became: FileOutcome["became"], file: string, more: Partial<FileOutcome> = {}): FileOutcome {
  return { became, file, left_out: [], doubts: [], ...more };
}

function result(more: Partial<IntakeResult>): IntakeResult {
  return { added: [], forms: [], photos: 0, alike: [], unplaced: [], refused: [], files: [], ...more };
}

const unread = (file: string, why: string) => ({ code: "document_unread", data: { file, why } });

it("files refused for one reason are one row, that can be kept at a stroke; those that are here stand alone", () => {
  const { refusals } = reportOf(
    result({
      refused: [
        unread("a.pdf", "locked"),
        { code: "duplicate_release", data: { file: "b.html", reference: "2026-0001" } },
        unread("c.pdf", "locked"),
        unread("d.pdf", "too_large"),
        { code: "photo_empty", data: { file: "e.jpg" } },
      ],
      files: [
        outcome("refused", "/in/a.pdf", { keepable: true }),
        outcome("article", "/in/x.docx", { id: "x" }),
        outcome("duplicate", "/in/b.html", { keepable: true, id: "1" }),
        outcome("refused", "/in/z.zip", { keepable: true, inside: "c.pdf" }),
        outcome("refused", "/in/d.pdf"),
      ],
    }),
  );
  expect(refusals.map(({ keepable, known, origins }) => [keepable, known, origins])).toEqual([
    [true, null, [{ file: "/in/a.pdf" }, { file: "/in/z.zip", inside: "c.pdf" }]],
    [true, "1", [{ file: "/in/b.html" }]],
    [false, null, [{ file: "/in/d.pdf" }]],
    [false, null, []],
  ]);
  expect(refusals[0]?.problem.data).toMatchObject({ file: "a.pdf, c.pdf" });
});

it("a document has the photos that came out of it, with where they were", () => {
  const report = reportOf(
    result({
      added: [{ id: "1", reference: "2026-0001", title: "Хабар" }],
      files: [
        outcome("photo", "/in/бір.jpg", { id: "1", photo: "p1" }),
        outcome("photo", "/in/хат.eml", { id: "1", photo: "p2", inside: "хабар-1.jpg", caption: "Емхана" }),
        outcome("photo", "/in/екі.jpg", { id: "2", photo: "p3" }),
        outcome("article", "/in/хат.eml", { id: "1", inside: "хабар.docx" }),
      ],
    }),
  );
  expect(report.documents).toEqual([
    {
      id: "1",
      reference: "2026-0001",
      title: "Хабар",
      from: "хат.eml › хабар.docx",
      photos: [
        { id: "p1", name: "бір.jpg", caption: "", inside: "" },
        { id: "p2", name: "хабар-1.jpg", caption: "Емхана", inside: "хат.eml" },
      ],
    },
  ]);
  expect(isTelling(report)).toBe(true);
  expect(withoutPhotos(report, ["p1"]).documents[0]?.photos.map(({ id }) => id)).toEqual(["p2"]);
  expect(withoutDocument(report, "1").documents).toEqual([]);
});

it("one document with photos that lay beside it needs no report", () => {
  const report = reportOf(
    result({
      added: [{ id: "1", reference: "2026-0001", title: "Хабар" }],
      files: [outcome("photo", "/in/бір.jpg", { id: "1", photo: "p1" }), outcome("article", "/in/a.docx", { id: "1" })],
    }),
  );
  expect(isTelling(report)).toBe(false);
});

it("what comes later is told after what was told", () => {
  const one = reportOf(result({ refused: [unread("a.pdf", "locked")], files: [outcome("refused", "/a.pdf")] }));
  const other = reportOf(result({ added: [{ id: "1", reference: "2026-0001", title: "" }] }));
  const both = joinReports(one, other);
  expect([countRefused(both), both.documents.length]).toEqual([1, 1]);
});

it("what was like a document that became a version is like the one whose version it is", () => {
  const like = (id: string, other: string) => ({
    id,
    reference: id,
    title: "Хабар",
    other: { id: other, reference: other, title: "Хабар", version: `text of ${other}`, order: "later", likeness: 90 },
  });
  const report = reportOf(result({ alike: [like("2", "1"), like("3", "2")] as IntakeResult["alike"] }));
  const { alike } = withJoined(report, "2", { id: "1", reference: "1" });
  expect(alike.map(({ id, other }) => [id, other.id, other.reference, other.version])).toEqual([
    ["3", "1", "1", "text of 2"],
  ]);
});

it("photos without a place have a row, those of a mail or a zip one of its own; one is asked about all of them", () => {
  const loose = [outcome("unplaced", "/in/1.jpg"), outcome("unplaced", "/in/2.jpg")];
  const report = reportOf(result({ files: loose }));
  expect(report.unplaced).toEqual([{ names: ["1.jpg", "2.jpg"], inside: null }]);
  expect(isTelling(report)).toBe(false);
  const inside = outcome("unplaced", "/in/hat.eml", { inside: "3.jpg" });
  const both = reportOf(result({ files: [...loose, inside] }));
  expect(both.unplaced[1]).toEqual({ names: ["3.jpg"], inside: "hat.eml" });
  expect(isTelling(both)).toBe(false);
});

it("each file that was kept for one document has its row, by its name", () => {
  const form = { id: "1", reference: "2026-0001", title: "Хабар" };
  const files = [outcome("form", "/in/a.pdf", { id: "1" }), outcome("form", "/in/a.html", { id: "1" })];
  expect(reportOf(result({ forms: [form, form], files })).forms.map(({ from }) => from)).toEqual(["a.pdf", "a.html"]);
});

it("sums say nothing of what there is none of, and count what became a version", () => {
  const added = [{ id: "new", reference: "2", title: "Жиын" }];
  const report = reportOf(result({ added }));
  expect(sumsOf(report)).toEqual([{ kind: "added", count: 1 }]);
  const joined = withJoined(report, "new", { id: "old", reference: "1" });
  expect(sumsOf(joined)).toEqual([{ kind: "joined", count: 1 }]);
  expect(sumsOf(reportOf(result({})))).toEqual([]);
});

it("the documents to which photos may go are those that the report still has", () => {
  const added = [{ id: "new", reference: "2", title: "Жиын" }];
  const report = reportOf(result({ added, files: [outcome("article", "/in/a.docx", { id: "new" })] }));
  expect(report.homes.map(({ id }) => id)).toEqual(["new"]);
  expect(withoutDocument(report, "new").homes).toEqual([]);
  expect(withJoined(report, "new", { id: "old", reference: "1" }).homes).toMatchObject([{ id: "old", reference: "1" }]);
});
