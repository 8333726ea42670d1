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
    const files = ["checked.rs", "library_check.rs", "seal_check.rs", "schema_check.rs"].map((name) => rustFile("archive", name));
    const told = /(?:Problem::new\(\s*|\), |\{ )"([a-z]+(?:_[a-z]+)*)"/g;
    const codes = [...files.join("\n").matchAll(told)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(12);
    expect(codes.filter((code) => code !== undefined && !(code in checks))).toEqual([]);
  });
});
