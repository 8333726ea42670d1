import { expect, it } from "vitest";

import { countKinds, gatherProblems, originOf } from "../../src/logic/received";

it("kinds are counted in the order in which they come first", () => {
  const list = [{ kind: "comment" }, { kind: "deletion" }, { kind: "comment" }];
  expect(countKinds(list)).toEqual([
    { kind: "comment", count: 2 },
    { kind: "deletion", count: 1 },
  ]);
});

it("files with one reason are told of together, documents that are here already each by itself", () => {
  const unread = (file: string, why: string) => ({ code: "document_unread", data: { file, why } });
  const here = (file: string) => ({ code: "duplicate_release", data: { file, reference: "2026-0001" } });
  const gathered = gatherProblems([
    unread("/in/a.docx", "damaged"),
    here("b.txt"),
    unread("/in/c.docx", "damaged"),
    unread("d.pdf", "locked"),
    here("e.txt"),
  ]);
  expect(gathered).toEqual([
    unread("a.docx, c.docx", "damaged"),
    here("b.txt"),
    unread("d.pdf", "locked"),
    here("e.txt"),
  ]);
  const many = Array.from({ length: 20 }, (_, at) => unread(`${at}.docx`, "damaged"));
  expect(gatherProblems(many)[0]?.data).toEqual({
    file: "0.docx, 1.docx, 2.docx, 3.docx, 4.docx, 5.docx, 6.docx, 7.docx, … (20)",
    why: "damaged",
  });
});

it("an article says of which file it came, and of which inside that", () => {
  const files = [
    { file: "/in/a.zip", inside: "хабар.docx", became: "article" as const, id: "1" },
    { file: "/in/b.txt", became: "article" as const, id: "2" },
  ];
  expect(["1", "2", "3"].map((id) => originOf(files as never, id))).toEqual(["a.zip › хабар.docx", "b.txt", ""]);
});
