/** What came with a text and is not in it, and what became of files. */

import type { VersionRecord } from "../types";
import type { FileOutcome, Problem } from "../types/shell";

/** A kind, and how often it comes. */
export interface KindCount {
  kind: string;
  count: number;
}

/** Kinds with how often each comes, in the order in which they come first. */
export function countKinds(list: readonly { kind: string }[]): KindCount[] {
  const counted = new Map<string, number>();
  for (const { kind } of list) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  return [...counted].map(([kind, count]) => ({ kind, count }));
}

/** Bytes of a path that are no Unicode, as crates/files writes them. */
const unreadable = /[\u{f0000}-\u{f00ff}]/gu;

/** A file's name, of its path. */
export function fileNameOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replaceAll(unreadable, "\ufffd");
}

/** Kinds of programs, with the endings of the files that each opens. */
const programs = {
  pdf: ["pdf", "xps", "djvu"],
  office: [
    "doc",
    "docx",
    "docm",
    "dot",
    "dotx",
    "odt",
    "ott",
    "rtf",
    "ppt",
    "pptx",
    "odp",
    "xls",
    "xlsx",
    "ods",
    "csv",
  ],
  mail: ["eml", "msg", "mbox", "dat"],
  page: ["htm", "html", "xhtml", "mht", "mhtml", "webarchive"],
  picture: ["jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "heic", "bmp", "svg"],
  archive: ["zip", "7z", "rar", "tar", "gz"],
} as const;

/** Which kind of program opens a file, by its name. */
export function programFor(file: string): keyof typeof programs | "other" {
  const ending = file.toLowerCase().split(".").at(-1) ?? "";
  const found = Object.entries(programs).find(([, endings]) => (endings as readonly string[]).includes(ending));
  return (found?.[0] as keyof typeof programs | undefined) ?? "other";
}

/** Where an article came from: the file, and its name inside that. */
export function originOf(files: readonly FileOutcome[], id: string): string {
  return nameInFile(files.find((one) => one.id === id && one.became === "article"));
}

/** How a file is called, with its name inside what it came in; nothing of none. */
export function nameInFile(file: FileOutcome | undefined): string {
  if (file === undefined) return "";
  const outer = fileNameOf(file.file);
  return file.inside === undefined ? outer : `${outer} › ${file.inside}`;
}

/** Whether a program read a text in pictures of pages. */
export function wasMachineRead(version: VersionRecord): boolean {
  return hasDoubt(version, "machine_read");
}

/** Whether a file that a text came in is damaged or cut off, so that it may hold more than the text. */
export function wasDamaged(version: VersionRecord): boolean {
  return hasDoubt(version, "damaged") || hasDoubt(version, "cut_off");
}

function hasDoubt({ files }: VersionRecord, doubt: string): boolean {
  return files.some(({ derivation }) => derivation?.doubts.some(({ kind }) => kind === doubt) === true);
}

/** So many names are read in one line. */
const mostNames = 8;

/** Problems with the same reason as one, which names their files; those of documents that are here already stay apart. */
export function gatherProblems(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, { problem: Problem; names: string[] }>();
  for (const [at, problem] of problems.entries()) {
    const data = (problem.data ?? {}) as Record<string, unknown>;
    const name = typeof data["file"] === "string" ? data["file"] : null;
    const alone = name === null || "reference" in data;
    const key = alone ? String(at) : `${problem.code} ${JSON.stringify({ ...data, file: null, size: null })}`;
    const group = groups.get(key) ?? { problem, names: [] };
    if (name !== null) group.names.push(fileNameOf(name));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ problem, names }) => {
    if (names.length < 2) return problem;
    const more = names.length > mostNames ? `, … (${names.length})` : "";
    return {
      code: problem.code,
      data: { ...(problem.data as object), file: names.slice(0, mostNames).join(", ") + more },
    };
  });
}
