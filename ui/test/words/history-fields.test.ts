/** Reads the descriptions of the nouns: history has words for every one of their fields, or keeps still about it. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { fieldWords, silent, nounWords } from "../../src/words/changes";

const folder = fileURLToPath(new URL("../../../crates/archive/src/nouns", import.meta.url));
const rust = readdirSync(folder)
  .filter((name) => name.endsWith(".rs"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

/** The fields of every `row! { … Type in TABLE { field: Type [marks], … } }`, by the row's type. */
function rowsIn(text: string): Map<string, string[]> {
  const rows = text.matchAll(/\brow! \{\s*(?:\/\/\/.*\s*)*(\w+) in \w+ \{([^}]*)\}/g);
  return new Map(
    [...rows].map(([, name = "", body = ""]) => [
      name,
      [...body.matchAll(/^\s*(\w+): /gm)].map(([, field = ""]) => field),
    ]),
  );
}

const rows = rowsIn(rust);
/** The nouns, by the type of their rows. */
const nouns = [...rust.matchAll(/Table::new\("(\w+)", (\w+)::FIELDS\)/g)].map(([, noun = "", row = ""]) => ({
  noun,
  fields: rows.get(row) ?? [],
}));

describe("the descriptions of the nouns", () => {
  it("are all read", () => {
    expect(rows.size).toBe(rust.split("row! {").length - 1);
    expect(nouns).toHaveLength(rows.size);
    expect(nouns.filter(({ fields }) => fields.length === 0)).toEqual([]);
    expect(rows.get("Quote")).toEqual(["version_id", "speaker_id", "speech", "start_at", "end_at", "text"]);
  });
});

describe("history", () => {
  it("has words for every noun", () => {
    expect(nouns.map(({ noun }) => noun).filter((noun) => nounWords(noun) === noun)).toEqual([]);
  });

  it.each(nouns)("has words for every field of $noun, or keeps still", ({ fields }) => {
    expect(fields.filter((field) => fieldWords(field) === field)).toEqual([]);
  });

  it("keeps still about no field that there is not", () => {
    const all = new Set(nouns.flatMap(({ fields }) => fields));
    expect([...silent].filter((field) => !all.has(field))).toEqual([]);
  });

  it("does not count letters aloud", () => {
    expect(["start_at", "end_at"].map(fieldWords)).toEqual([null, null]);
  });
});
