import { afterEach, describe, expect, it } from "vitest";

import { conflictField, conflictValue, rowNamed } from "../../src/words/conflicts";
import { wordsFor } from "../../src/words/problem";
import { languages, speak, t } from "../../src/words/language.svelte";

/** What an edit may name, by its noun. */
const named: Record<string, readonly string[]> = {
  article: [
    ..."access access_decided_by access_reason captured_on embargo_until kind note outgoing_date".split(" "),
    ..."outgoing_number places publication_date reference rights source_url subjects unit".split(" "),
  ],
  event: ["name", "date", "place"],
  participation: ["roles", "positions", "on_behalf_of"],
  party: ["bin", "date_from", "date_to", "name", "note", "parent", "predecessor"],
  party_name: ["form", "language"],
  photo: [
    ..."alts.kk captions.ru captions.en credit digital_source_type event instructions".split(" "),
    ..."photographer place rights taken_at".split(" "),
  ],
  post: ["date_from", "date_to", "kind", "organisation", "title"],
  quote: ["speaker", "speech"],
  saved_search: ["name"],
  transfer: [
    ..."act_number depositor depositor_address depositor_person depositor_position note receiver".split(" "),
    ..."receiver_address receiver_person receiver_position".split(" "),
  ],
  unit: "code creator date_from date_to extent note retention_article retention_period title".split(" "),
  version: ["body", "language", "title"],
};

afterEach(() => speak("kk"));

describe("a conflict in words", () => {
  it.each(languages)("names every field that an edit may name, in %s", (language) => {
    speak(language);
    for (const field of Object.values(named).flat()) {
      expect(conflictField(field), field).not.toMatch(/^[a-z_.]+$/);
    }
  });

  it("says of a photo's text in which language it is", () => {
    speak("en");
    expect(conflictField("captions.kk")).toBe("Caption, Kazakh");
    expect(conflictField("alts.x-klingon")).toMatch(/, x-klingon$/);
  });

  it("says terms and lists in words, and what is not there as such", () => {
    speak("ru");
    expect(conflictValue({ noun: "participation", field: "roles" }, "host\nspeaker")).toBe(
      [t("role-host"), t("role-speaker")].join("\n"),
    );
    expect(conflictValue({ noun: "quote", field: "speech" }, "direct")).toBe(t("speech-is-direct"));
    expect(conflictValue({ noun: "participation", field: "roles" }, "")).toBe(t("not-given"));
    expect(conflictValue({ noun: "article", field: "note" }, "")).toBe(t("not-given"));
  });

  it("tells as a failure which field it is, and no raw values", () => {
    speak("en");
    const data = { noun: "quote", id: "q", field: "speaker", seen: "u-1", now: "u-2", mine: "u-3" };
    const { what, next } = wordsFor({ code: "edit_conflict", data });
    expect(what).toContain(t("field-speaker"));
    expect(`${what} ${next}`).not.toMatch(/u-\d/);
    expect(next).not.toBe("");
  });

  it("knows which values name another row", () => {
    expect(rowNamed({ noun: "article", field: "unit" })).toBe("unit");
    expect(rowNamed({ noun: "post", field: "organisation" })).toBe("party");
    expect(rowNamed({ noun: "article", field: "note" })).toBeUndefined();
  });
});
