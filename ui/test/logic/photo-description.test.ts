import { describe, expect, it } from "vitest";

import { countValues, descriptionOf, isDescribed } from "../../src/logic/photo-description";
import type { PhotoRecord } from "../../src/types";

function photo(over: Partial<PhotoRecord>): PhotoRecord {
  const bare = { credit: null, photographer: null, place: null, rights: null, instructions: null };
  return { ...bare, digital_source_type: null, taken_at: "2026-03-14", texts: [], ...over } as unknown as PhotoRecord;
}

const caption = (language: string, text: string) => ({ language, kind: "caption" as const, text });

describe("what photos are described by alike", () => {
  it("is what one says, without what is its alone", () => {
    const one = photo({
      credit: "Әкімдік",
      texts: [caption("kk", "Жиын"), { language: "ru", kind: "alt", text: "Зал" }],
    });
    expect(descriptionOf([one])).toEqual({ credit: "Әкімдік", captions: { kk: "Жиын" }, alts: { ru: "Зал" } });
  });

  it("is of several what all of them say", () => {
    const one = photo({ credit: "Әкімдік", place: "Текелі", texts: [caption("kk", "Жиын"), caption("ru", "Зал")] });
    const other = photo({ credit: "Әкімдік", place: null, texts: [caption("kk", "Жиын"), caption("ru", "Сцена")] });
    expect(descriptionOf([one, other])).toEqual({ credit: "Әкімдік", captions: { kk: "Жиын" } });
  });

  it("counts each text and each other field", () => {
    expect(countValues({ credit: "а", captions: { kk: "б", ru: "в" }, alts: { kk: "г" } })).toBe(4);
    expect(countValues({})).toBe(0);
  });

  it("may be nothing", () => {
    expect(isDescribed([photo({})])).toBe(false);
    expect(isDescribed([])).toBe(false);
    expect(isDescribed([photo({ rights: "Еркін" })])).toBe(true);
  });
});
