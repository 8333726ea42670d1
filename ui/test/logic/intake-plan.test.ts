import { expect, it } from "vitest";

import { chosenOf, looseOf } from "../../src/logic/intake-plan";
import type { SortedPaths } from "../../src/types/shell";

const nothing: SortedPaths = {
  documents: [],
  photos: [],
  unplaced: [],
  sidecars: [],
  tables: [],
  bundles: [],
  libraries: [],
  others: [],
};

it("photos go with the documents that were chosen, and all that was not chosen is left", () => {
  const what = {
    ...nothing,
    documents: [
      { path: "a.docx", photos: ["a1.jpg", "a2.jpg"] },
      { path: "b.docx", photos: ["b.jpg"] },
    ],
    photos: ["a1.jpg", "a2.jpg", "b.jpg", "x.jpg", "y.jpg"],
    unplaced: ["x.jpg", "y.jpg"],
  };
  expect(looseOf(what)).toEqual(["x.jpg", "y.jpg"]);
  expect(chosenOf(what, { documents: ["a.docx"], loose: ["y.jpg"] })).toEqual({
    photos: ["a1.jpg", "a2.jpg"],
    left: ["b.docx", "b.jpg", "x.jpg"],
  });
});

it("without a document all photos are chosen by themselves", () => {
  const what = { ...nothing, photos: ["x.jpg", "y.jpg"] };
  expect(looseOf(what)).toEqual(["x.jpg", "y.jpg"]);
  expect(chosenOf(what, { documents: [], loose: ["x.jpg"] })).toEqual({ photos: [], left: ["y.jpg"] });
});
