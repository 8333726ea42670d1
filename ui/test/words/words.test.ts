import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { messages, writtenIds } from "../ftl";

const source = fileURLToPath(new URL("../../src", import.meta.url));
const typesFile = join(source, "types/messages.ts");
const kazakh = messages("kk");

/** The type of all message ids, as it should stand in src/types/messages.ts. */
function messageType(): string {
  const ids = [...kazakh.keys()].map((id) => `  | "${id}"`);
  return [
    "/** Every message of assets/locales/kk but the errors. Rewritten by `UPDATE=1 npm test`. */",
    "export type MessageId =",
    ...ids.slice(0, -1),
    `${ids.at(-1)};`,
    "",
  ].join("\n");
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.startsWith("types/"))
    .map((name) => join(folder, name));
}

const code = files(source).map((path) => ({ path, text: readFileSync(path, "utf8") }));

describe("the window's words", () => {
  it.each(["ru", "en"])("are the same messages with the same gaps in kk and %s", (language) => {
    const other = messages(language);
    expect([...other.keys()]).toEqual([...kazakh.keys()]);
    for (const [id, gaps] of kazakh) {
      // Russian and English count: they may look at a number that Kazakh need not.
      for (const gap of gaps) expect(other.get(id), `${language}: ${id}`).toContain(gap);
      for (const gap of other.get(id) ?? []) {
        if (gap !== "count") expect(gaps, `${language}: ${id}`).toContain(gap);
      }
    }
  });

  it.each(["kk", "ru", "en"])("are all read by the parser in %s", (language) => {
    const read = new Set([...messages(language).keys()].map((id) => id.split(".")[0]));
    expect(writtenIds(language).filter((id) => !read.has(id))).toEqual([]);
    expect(new Set(writtenIds(language)).size).toBe(writtenIds(language).length);
  });

  it("have a type that the code is checked against", () => {
    if (process.env["UPDATE"]) writeFileSync(typesFile, messageType());
    expect(existsSync(typesFile) ? readFileSync(typesFile, "utf8") : "").toBe(messageType());
  });

  it("are all used", () => {
    const text = code.map(({ text }) => text).join("\n");
    const said = new Set(
      [...text.matchAll(/(tryMessage\()?["']([\w.-]+)["']/g)].map(([, tried, id]) => `${tried ?? ""}${id}`),
    );
    // Warnings and reasons are named by Rust; the type of its codes asks for the words of each reason.
    const unused = [...kazakh.keys()].filter((id) => {
      if (/^(warning|reason)-/.test(id)) return false;
      const [name] = id.split(".");
      return !said.has(id) && !said.has(`tryMessage(${name}`);
    });
    expect(unused).toEqual([]);
  });

  it("stand nowhere in the code", () => {
    for (const { path, text } of code) {
      const bare = text
        .replaceAll(/<!--.*?-->/gs, "")
        .replaceAll(/\/\*.*?\*\//gs, "")
        .replaceAll(/\/\/.*$/gm, "");
      expect(bare.match(/\p{Script=Cyrillic}+/gu) ?? [], path).toEqual([]);
    }
  });

  it.each(["kk", "ru", "en"])("say what to do next after every error in %s", (language) => {
    const found = messages(language, ["errors"]);
    for (const id of ["error-unknown", "error-unexpected", "error-library-damaged", "error-not-found"]) {
      expect([...found.keys()]).toContain(id);
    }
    for (const id of found.keys()) {
      if (!id.includes(".")) expect(found.has(`${id}.next`), id).toBe(true);
    }
  });
});
