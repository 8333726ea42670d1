/** Which files of many are to be taken in. */

import type { SortedPaths } from "../types/shell";

/** What one chose, by paths: documents, and photos of which it is not sure to which document they belong. */
export interface PlanChoice {
  readonly documents: readonly string[];
  readonly loose: readonly string[];
}

/** Photos that belong to no document for sure. */
export function looseOf(what: SortedPaths): readonly string[] {
  return what.documents.length === 0 ? what.photos : what.unplaced;
}

/** The photos that come with what was chosen, and what was not chosen. */
export function chosenOf(what: SortedPaths, chosen: PlanChoice): { photos: string[]; left: string[] } {
  const documents = new Set(chosen.documents);
  const loose = new Set(chosen.loose);
  const photos = what.documents.filter(({ path }) => documents.has(path)).flatMap(({ photos }) => photos);
  const left = what.documents
    .filter(({ path }) => !documents.has(path))
    .flatMap(({ path, photos }) => [path, ...photos])
    .concat(looseOf(what).filter((path) => !loose.has(path)));
  return { photos, left };
}
