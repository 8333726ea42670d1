import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { tellable } from "../../src/words/changes";
import type { HistoryChange } from "../../src/types";
import { rustFile } from "../rust";

const terms = rustFile("archive", "terms.rs");
const said = readFileSync(new URL("../../src/words/ops.ts", import.meta.url), "utf8");

describe("history", () => {
  it("has words for every kind of op", () => {
    const [, block = ""] = /\n    OpKind \{(.*?)\n    \}/s.exec(terms) ?? [];
    const kinds = [...block.matchAll(/= "([a-z_]+)"/g)].map(([, kind]) => kind);
    expect(kinds.length).toBeGreaterThan(30);
    expect(kinds.filter((kind) => !said.includes(`\n  ${kind}: "op-`))).toEqual([]);
  });

  const change = (noun: string, action: string, field: string | null, subject: string | null): HistoryChange => ({
    noun,
    action,
    field,
    before: null,
    after: null,
    id: 1,
    subject,
    pieces: [],
    restorable: false,
    own_words: null,
  });

  it("tells rows of a kind together, and each edit by itself", () => {
    const told = tellable([
      change("participation", "create", null, "A"),
      change("participation_role", "create", null, "A"),
      change("mention", "create", null, "A"),
      change("mention", "create", null, "A"),
      change("participation", "create", null, "B"),
      change("article", "edit", "kind", "R-1"),
      change("article", "edit", "number", "R-1"),
      change("photo", "edit", "ordinal", "1.jpg"),
      change("photo", "edit", "ordinal", "2.jpg"),
    ]);
    expect(told.rows).toEqual([
      { action: "create", noun: "participation", names: ["A", "B"], count: 2 },
      { action: "create", noun: "mention", names: ["A"], count: 2 },
    ]);
    expect(told.edits.map((edit) => edit.field)).toEqual(["kind", "ordinal"]);
  });
});
