import { expect, it } from "vitest";

import { homesOf, questionsAbout, type DocumentHome } from "../../src/logic/photo-homes";
import type { FileOutcome } from "../../src/types/shell";

function home(id: string, file: string, isNew = true): DocumentHome {
  return {
    id,
    reference: `ref-${id}`,
    title: id,
    file,
    place: file,
    called: file.slice(file.lastIndexOf("/") + 1),
    isNew,
  };
}

function outcome(became: FileOutcome["became"], file: string, more: Partial<FileOutcome> = {}): FileOutcome {
  return { became, file, left_out: [], doubts: [], ...more };
}

/** Questions in a line each: photos, those near, the others, the one expected. */
function asked(photos: string[], homes: DocumentHome[], pairs: Record<string, string> = {}): string[] {
  const ids = (of: readonly DocumentHome[]) => of.map(({ id }) => id).join("+");
  return questionsAbout(photos, homes, new Map(Object.entries(pairs))).map(
    ({ photos, near, others, expected }) => `${photos.join(" ")}: ${ids(near)} | ${ids(others)} | ${expected ?? "-"}`,
  );
}

it("documents are told that came in, and those of which a file was here already", () => {
  const files = [
    outcome("article", "/in/a.docx", { id: "a", reference: "1", title: "A" }),
    outcome("photo", "/in/a.jpg", { id: "a" }),
    outcome("duplicate", "/in/b.docx", { id: "b", reference: "2", title: "B" }),
    outcome("refused", "/in/c.pdf"),
    outcome("form", "/in/d.html", { id: "d" }),
  ];
  const forms = [{ id: "d", reference: "4", title: "D" }];
  expect(homesOf({ files, added: [], forms })).toEqual([
    { id: "a", reference: "1", title: "A", file: "/in/a.docx", place: "/in/a.docx", called: "a.docx", isNew: true },
    { id: "b", reference: "2", title: "B", file: "/in/b.docx", place: "/in/b.docx", called: "b.docx", isNew: false },
    { id: "d", reference: "4", title: "D", file: "/in/d.html", place: "/in/d.html", called: "d.html", isNew: false },
  ]);
});

it("the document of the same folder comes first, also one that was here before, and it alone is expected", () => {
  const homes = [home("new", "/in/x/жиын.docx"), home("old", "/in/Наурыз/Хабарлама.docx", false)];
  expect(asked(["/in/Наурыз/1.jpg", "/in/Наурыз/сурет/2.jpg"], homes)).toEqual([
    "/in/Наурыз/1.jpg /in/Наурыз/сурет/2.jpg: old | new | old",
  ]);
  expect(asked(["C:\\in\\Наурыз\\1.jpg"], [home("old", "C:\\in\\Наурыз\\a.docx")])).toEqual([
    "C:\\in\\Наурыз\\1.jpg: old |  | old",
  ]);
});

it("of several in a folder none is expected, but the one that the photo's name was given to", () => {
  const homes = [home("a", "/in/a.docx"), home("b", "/in/b.docx", false), home("c", "/out/c.docx")];
  expect(asked(["/in/1.jpg"], homes)).toEqual(["/in/1.jpg: a+b | c | -"]);
  expect(asked(["/in/1.jpg", "/in/b-1.jpg"], homes, { "/in/b-1.jpg": "/in/b.docx" })).toEqual([
    "/in/1.jpg: a+b | c | -",
    "/in/b-1.jpg: b | a+c | b",
  ]);
});

it("photos of several folders are asked about one after the other, and a document stands once", () => {
  const homes = [home("a", "/one/a.docx"), home("a", "/one/a.pdf", false), home("b", "/two/b.docx")];
  expect(asked(["/one/1.jpg", "/two/2.jpg", "/one/3.jpg", "/three/4.jpg"], homes)).toEqual([
    "/one/1.jpg /one/3.jpg: a | b | a",
    "/two/2.jpg: b | a | b",
    "/three/4.jpg:  | a+b | -",
  ]);
});

it("photos of a mail or a zip belong to what came of that, and not to what lies beside it", () => {
  const files = [
    outcome("article", "/in/hat.eml", { id: "kk", inside: "kz.docx" }),
    outcome("article", "/in/hat.eml", { id: "ru", inside: "ru.docx" }),
    outcome("article", "/in/mail.eml", { id: "mail" }),
    outcome("article", "/in/x.docx", { id: "x" }),
  ];
  const homes = homesOf({ files, added: [], forms: [] });
  expect(asked(["/in/hat.eml/1.jpg", "/in/mail.eml/2.jpg"], homes)).toEqual([
    "/in/hat.eml/1.jpg: kk+ru | mail+x | -",
    "/in/mail.eml/2.jpg: mail | kk+ru+x | mail",
  ]);
});
