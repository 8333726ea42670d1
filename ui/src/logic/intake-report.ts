/** The report of files that came in: what is told of each, and what can still be done with it. */

import type { AlikePair, FileOutcome, Imported, IntakeResult, Origin, Problem } from "../types/shell";
import { homesOf, type DocumentHome } from "./photo-homes";
import { fileNameOf, gatherProblems, nameInFile, originOf } from "./received";

/** A photo that came with a document. */
export interface ReportPhoto {
  readonly id: string;
  /** File name, or its name inside what it came in. */
  readonly name: string;
  readonly caption: string;
  /** How what it came in is called; empty where it lay beside the document. */
  readonly inside: string;
}

/** A document that came in. */
export interface ReportDocument {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  /** The file that it came of, and its name inside that. */
  readonly from: string;
  readonly photos: readonly ReportPhoto[];
}

/** What was refused for one reason. */
export interface ReportRefusal {
  /** Names all of its files. */
  readonly problem: Problem;
  /** The document that the library has of it, where that is why. */
  readonly known: string | null;
  /** The files, where they can be taken all the same. */
  readonly origins: readonly Origin[];
  /** Whether their bytes can be kept. */
  readonly keepable: boolean;
}

/** A document that came in and may be a version of another, with the file that it came of. */
export interface ReportPair extends AlikePair {
  readonly from: string;
}

/** A document that a file was kept for as a further original. */
export interface ReportForm extends Imported {
  /** How that file is called. */
  readonly from: string;
}

/** Photos of which it is not known to which document they belong. */
export interface ReportUnplaced {
  /** How they are called. */
  readonly names: readonly string[];
  /** How the mail or zip is called that they lie in; null where they lie in folders. */
  readonly inside: string | null;
}

/** All that a report tells. */
export interface Report {
  readonly alike: readonly ReportPair[];
  readonly refusals: readonly ReportRefusal[];
  readonly unplaced: readonly ReportUnplaced[];
  readonly forms: readonly ReportForm[];
  readonly documents: readonly ReportDocument[];
  /** How many documents that came in have become versions of others. */
  readonly joined: number;
  /** The documents to which the photos may belong. */
  readonly homes: readonly DocumentHome[];
}

function photosOf(files: readonly FileOutcome[], article: string): ReportPhoto[] {
  return files.flatMap(({ became, id, photo, file, inside, caption }) => {
    if (became !== "photo" || id !== article || photo === undefined) return [];
    const outer = fileNameOf(file);
    return [{ id: photo, name: inside ?? outer, caption: caption ?? "", inside: inside === undefined ? "" : outer }];
  });
}

function refusalsOf({ refused, files }: IntakeResult): ReportRefusal[] {
  // Rust tells them in one order; photos, which are no files of the list, come after.
  const outcomes = files.filter(({ became }) => became === "refused" || became === "duplicate");
  const groups = new Map<string, { problems: Problem[]; outcomes: FileOutcome[] }>();
  for (const [at, problem] of refused.entries()) {
    const outcome = outcomes[at];
    const alone = outcome === undefined || outcome.became === "duplicate";
    const why = { ...(problem.data as object | null), file: null, size: null };
    const key = alone ? String(at) : `${problem.code} ${String(outcome.keepable)} ${JSON.stringify(why)}`;
    const group = groups.get(key) ?? { problems: [], outcomes: [] };
    group.problems.push(problem);
    if (outcome !== undefined) group.outcomes.push(outcome);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ problems, outcomes }) =>
    gatherProblems(problems).map((problem) => ({
      problem,
      known: outcomes[0]?.id ?? null,
      keepable: outcomes.length > 0 && outcomes.every(({ keepable }) => keepable === true),
      origins: outcomes.map(({ file, inside }) => (inside === undefined ? { file } : { file, inside })),
    })),
  );
}

/** Photos that went nowhere: those that lay about as one row, and one for each file that they are in. */
function unplacedOf(files: readonly FileOutcome[]): ReportUnplaced[] {
  const groups = new Map<string | null, string[]>();
  for (const { became, file, inside } of files) {
    if (became !== "unplaced") continue;
    const group = inside === undefined ? null : fileNameOf(file);
    groups.set(group, [...(groups.get(group) ?? []), inside ?? fileNameOf(file)]);
  }
  return [...groups].map(([inside, names]) => ({ names, inside }));
}

/** What a report tells of an intake. */
export function reportOf(result: IntakeResult): Report {
  const keptFiles = result.files.filter(({ became }) => became === "form");
  return {
    alike: result.alike.map((pair) => ({ ...pair, from: originOf(result.files, pair.id) })),
    refusals: refusalsOf(result),
    unplaced: unplacedOf(result.files),
    // Rust tells both in one order.
    forms: result.forms.map((form, at) => ({ ...form, from: nameInFile(keptFiles[at]) })),
    joined: 0,
    homes: homesOf(result),
    documents: result.added.map(({ id, reference, title }) => ({
      id,
      reference,
      title,
      from: originOf(result.files, id),
      photos: photosOf(result.files, id),
    })),
  };
}

/** Two reports as one: what came first stands first. */
export function joinReports(one: Report, other: Report): Report {
  return {
    alike: [...one.alike, ...other.alike],
    refusals: [...one.refusals, ...other.refusals],
    unplaced: [...one.unplaced, ...other.unplaced],
    homes: [...one.homes, ...other.homes],
    joined: one.joined + other.joined,
    forms: [...one.forms, ...other.forms],
    documents: [...one.documents, ...other.documents],
  };
}

/** Whether a report has something that one must know, or may wish to leave out. */
export function isTelling({ alike, refusals, forms, documents }: Report): boolean {
  const fromInside = documents.some(
    ({ from, photos }) => from.includes(" › ") || photos.some(({ inside }) => inside !== ""),
  );
  // About photos without a place one is asked.
  return alike.length + refusals.length + forms.length > 0 || documents.length > 3 || fromInside;
}

/** How many files a report says were refused. */
export function countRefused({ refusals }: Report): number {
  return refusals.reduce((sum, { origins }) => sum + Math.max(1, origins.length), 0);
}

/** What a report comes to: how many of each there are, none where there is none. */
export function sumsOf(report: Report): { readonly kind: "added" | "joined" | "forms" | "refused"; count: number }[] {
  const { documents, joined, forms } = report;
  return [
    { kind: "added" as const, count: documents.length },
    { kind: "joined" as const, count: joined },
    { kind: "forms" as const, count: forms.length },
    { kind: "refused" as const, count: countRefused(report) },
  ].filter(({ count }) => count > 0);
}

/** A report without a document and all that is said of it. */
export function withoutDocument(report: Report, id: string): Report {
  return {
    ...report,
    alike: report.alike.filter((pair) => pair.id !== id && pair.other.id !== id),
    documents: report.documents.filter((document) => document.id !== id),
    homes: report.homes.filter((home) => home.id !== id),
  };
}

/** A report once a document has become a version of another: what was like it is now like that. */
export function withJoined(report: Report, id: string, into: Pick<AlikePair["other"], "id" | "reference">): Report {
  const alike = report.alike.map((pair) =>
    pair.other.id === id ? { ...pair, other: { ...pair.other, id: into.id, reference: into.reference } } : pair,
  );
  const homes = report.homes.map((home) =>
    home.id === id ? { ...home, id: into.id, reference: into.reference, isNew: false } : home,
  );
  const rest = withoutDocument({ ...report, alike: alike.filter((pair) => pair.id !== pair.other.id) }, id);
  return { ...rest, homes, joined: report.joined + 1 };
}

/** A report without some photos. */
export function withoutPhotos(report: Report, ids: readonly string[]): Report {
  return {
    ...report,
    documents: report.documents.map((document) => ({
      ...document,
      photos: document.photos.filter((photo) => !ids.includes(photo.id)),
    })),
  };
}
