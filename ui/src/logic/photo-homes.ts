/** To which documents photos may belong that came without one: what is asked, and what is offered first. */

import type { IntakeResult } from "../types/shell";
import { fileNameOf } from "./received";

/** A document of which a file lay among those that came. */
export interface DocumentHome {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  /** The file, its path. */
  readonly file: string;
  /** Where it lies, as photos have it: the file's path, with its place in what it came in, as a mail or a zip. */
  readonly place: string;
  /** The name that one knows it by: that of the file inside, or of the whole where a post in it has a number alone. */
  readonly called: string;
  /** Whether it came in by that file; else it was here before, and the file was refused or kept as an original of it. */
  readonly isNew: boolean;
}

/** Photos about which one asks at once, as they may belong to the same documents. */
export interface PhotoQuestion {
  readonly photos: readonly string[];
  /** Documents whose files lie beside the photos, or above them; the one that the names speak for alone. */
  readonly near: readonly DocumentHome[];
  /** The others that came in. */
  readonly others: readonly DocumentHome[];
  /** The one that there is a reason to expect, a UUID: the only one beside the photos. */
  readonly expected: string | null;
}

/** The document whose file a photo was given to, by the photo's path; for what the names and folders left open, none. */
export type Pairs = ReadonlyMap<string, string>;

/** The folder that a path lies in, as Linux and Windows write paths; null above the first of them. */
function folderAbove(path: string): string | null {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return at < 0 ? null : path.slice(0, at);
}

/** The documents of the files that came, each once: those that came in, and those that were here already. */
export function homesOf({ files, added, forms }: Pick<IntakeResult, "files" | "added" | "forms">): DocumentHome[] {
  const told = new Map([...added, ...forms].map((one) => [one.id, one]));
  const homes = new Map<string, DocumentHome>();
  for (const { became, id, reference, title, file, inside } of files) {
    if (id === undefined || (became !== "article" && became !== "duplicate" && became !== "form")) continue;
    const known = told.get(id);
    homes.set(`${id} ${file} ${inside ?? ""}`, {
      id,
      reference: reference ?? known?.reference ?? "",
      title: title ?? known?.title ?? "",
      file,
      place: inside === undefined ? file : `${file}/${inside}`,
      called: fileNameOf(inside?.includes(".") ? inside : file),
      isNew: became === "article",
    });
  }
  return [...homes.values()];
}

/**
 * Documents that lie in the folder of a photo, or else in the nearest folder above it that has any; of a photo in a mail
 * or a zip this is a folder too, and what came of that itself is in it.
 */
function nearTo(photo: string, homes: readonly DocumentHome[]): DocumentHome[] {
  for (let folder = folderAbove(photo); folder !== null; folder = folderAbove(folder)) {
    const here = homes.filter(
      ({ file, place }) => folderAbove(place) === folder || folderAbove(file) === folder || file === folder,
    );
    if (here.length > 0) return here;
  }
  return [];
}

/** Each article once, as two of its files may have come. */
function once(homes: readonly DocumentHome[]): DocumentHome[] {
  return homes.filter(({ id }, at) => homes.findIndex((one) => one.id === id) === at);
}

/** What is to be asked about photos: those of one folder together, in their order. */
export function questionsAbout(
  photos: readonly string[],
  homes: readonly DocumentHome[],
  pairs: Pairs = new Map(),
): PhotoQuestion[] {
  const questions = new Map<string, { photos: string[]; near: DocumentHome[] }>();
  for (const photo of photos) {
    const own = homes.filter(({ file }) => file === pairs.get(photo));
    const near = once(own.length > 0 ? own : nearTo(photo, homes));
    const key = near.map(({ id }) => id).join(" ");
    const question = questions.get(key) ?? { photos: [], near };
    question.photos.push(photo);
    questions.set(key, question);
  }
  return [...questions.values()].map(({ photos, near }) => ({
    photos,
    near,
    others: once(homes.filter(({ id, isNew }) => isNew && near.every((one) => one.id !== id))),
    expected: near.length === 1 ? (near[0]?.id ?? null) : null,
  }));
}
