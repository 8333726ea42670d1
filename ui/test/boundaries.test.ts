import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../src", import.meta.url));
const code = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(ts|svelte)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(source, name), "utf8") }));

/** The files whose text has that in it. */
function having(pattern: RegExp): string[] {
  return code.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
}

describe("the boundaries of the UI", () => {
  it("reaches Rust through api.ts alone", () => {
    expect(having(/from "@tauri-apps|import\("@tauri-apps/)).toEqual(["wire/api.ts"]);
  });

  it("never turns text into elements", () => {
    expect(having(/\{@html|innerHTML|insertAdjacentHTML|document\.write/)).toEqual([]);
  });

  it("has no style attribute for the CSP to block", () => {
    expect(having(/\sstyle="/)).toEqual([]);
  });

  it("turns spans into UTF-16 in spans.ts alone", () => {
    expect(having(/charCodeAt|codePointAt|fromCodePoint/)).toEqual(["wire/spans.ts"]);
  });

  // The web view makes lengths of the page larger with its letters, but no pixels that a pane's width is asked by.
  it("asks for a pane's width in rem", () => {
    expect(having(/@container[^{]*\dpx/)).toEqual([]);
  });

  it("asks nothing of a network", () => {
    expect(having(/\bfetch\(\s*["'`]|XMLHttpRequest|WebSocket|https?:\/\//)).toEqual([]);
  });
});
