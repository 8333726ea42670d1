import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { actions, keysOf } from "../src/actions";

/** A file of the project. */
function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
}

const lead = read("CONTRIBUTING.md").split("## From a clone to a first change")[1]?.split("\n## ")[0] ?? "";

/** The lines of the change that it shows, without their indent. */
const shown =
  /```diff\n([^]*?)```/
    .exec(lead)?.[1]
    ?.split("\n")
    .map((line) => line.slice(3)) ?? [];

describe("the first change that CONTRIBUTING.md leads to", () => {
  it("can be made: what it changes stands there once", () => {
    const path = shown.find((line) => line.startsWith("+++ b/"))?.slice(6) ?? "";
    const change = shown.filter((line) => line !== "" && !/^(---|\+\+\+)/.test(line));
    const before = change.filter((line) => !line.startsWith("+")).map((line) => line.slice(1));
    expect(before.length).toBeGreaterThan(3);
    expect(read(path).split(before.join("\n")).length).toBe(2);
  });

  it("gives a key that no action has", () => {
    const key = /^\+\s+keys: \["(.+)"\],$/m.exec(shown.join("\n"))?.[1];
    expect(key).toMatch(/^Ctrl\+Shift\+Key[A-Z]$/);
    expect(actions.filter((action) => keysOf(action).some((chord) => chord === key)).map(({ id }) => id)).toEqual([]);
  });

  it("asks for nothing that is not there", () => {
    const { scripts } = JSON.parse(read("ui/package.json")) as { scripts: Record<string, string> };
    const makefile = read("Makefile");
    const run = [...lead.matchAll(/npm --prefix ui (?:run )?([a-z:]+)/g)].map(([, name = ""]) => name);
    expect(run.length).toBeGreaterThan(3);
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
    const made = [...lead.matchAll(/`make ([a-z]+)`/g)].map(([, name = ""]) => name);
    expect(made.filter((name) => !makefile.includes(`\n${name}:`))).toEqual([]);
    const named = [...lead.matchAll(/\b(?:ui|crates|docs|assets)\/[a-z./-]*[a-z]/g)].map(([path]) => path);
    const isThere = (path: string) => existsSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
    for (const [, name = "", test = ""] of lead.matchAll(/cargo test -p muragat-([a-z]+) --test ([a-z_]+)/g)) {
      expect(isThere(`crates/${name}/tests/${test}.rs`), test).toBe(true);
    }
  });
});
