import { describe, expect, it } from "vitest";

import { checks, findings } from "../../src/words/findings";
import { rustFile } from "../rust";

describe("what a verification or a check finds", () => {
  it("has plain words for every code that crates/bagit has", () => {
    const [, block = ""] = /\ncodes! \{(.*?)\n\}/s.exec(rustFile("bagit", "report.rs")) ?? [];
    const codes = [...block.matchAll(/^ +[A-Z0-9_]+ "([a-z0-9_]+)"/gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => code !== undefined && !(code in findings))).toEqual([]);
  });

  it("has plain words for every code that a check has", () => {
    const codes = [...rustFile("archive", "library_check.rs").matchAll(/(?:code: |\{ )"([a-z]+(?:_[a-z]+)*)"/g)].map(
      ([, code]) => code,
    );
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => code !== undefined && !(code in checks))).toEqual([]);
  });
});
