import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { checks, findings } from "../../src/words/findings";

const source = (path: string) => readFileSync(new URL(`../../../crates/${path}`, import.meta.url), "utf8");

describe("what a verification or a check finds", () => {
  it("has plain words for every code that crates/bagit has", () => {
    const [, block = ""] = /\ncodes! \{(.*?)\n\}/s.exec(source("bagit/src/read/report.rs")) ?? [];
    const codes = [...block.matchAll(/^ +[A-Z0-9_]+ "([a-z0-9_]+)"/gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => code !== undefined && !(code in findings))).toEqual([]);
  });

  it("has plain words for every code that a check has", () => {
    const codes = [...source("archive/src/check.rs").matchAll(/(?:code: |\{ )"([a-z]+(?:_[a-z]+)*)"/g)].map(
      ([, code]) => code,
    );
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => code !== undefined && !(code in checks))).toEqual([]);
  });
});
