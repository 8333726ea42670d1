/** Reads the imports of src: the rooms stand in an order, and no files need each other in a circle. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../src", import.meta.url));

/** The rooms in the order of knowledge: each knows those before it. ARCHITECTURE.md has the same order. */
const order = ["types", "wire", "logic", "words", "state", "screen", "actions", "parts", ""];

/** A file, by its path below src, and what it imports of src. */
type Imports = ReadonlyMap<string, readonly string[]>;

/** The paths of `text`'s imports, exports and dynamic imports. */
function pathsIn(text: string): string[] {
  const found = text.matchAll(/\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g);
  return [...found].map(([, path]) => path as string);
}

/** The file that an import of `from` names; undefined for what is no code. */
function fileOf(from: string, path: string): string | undefined {
  const base = normalize(join(dirname(from), path));
  return [base, `${base}.ts`, `${base}.svelte`, `${base}/index.ts`].find(
    (name) => /\.(ts|svelte)$/.test(name) && existsSync(join(source, name)),
  );
}

function readImports(): Imports {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(ts|svelte)$/.test(name),
  );
  return new Map(
    files.map((name) => {
      const paths = pathsIn(readFileSync(join(source, name), "utf8"));
      return [name, paths.map((path) => fileOf(name, path)).filter((file) => file !== undefined)];
    }),
  );
}

/** The room of a file; those beside the rooms (App, main) have none, and know all. */
function roomOf(file: string): string {
  return file.includes("/") ? (file.split("/")[0] as string) : "";
}

/** The imports that run up, as `from -> to`. */
function upward(imports: Imports): string[] {
  const height = (file: string) => order.indexOf(roomOf(file));
  return [...imports].flatMap(([from, files]) =>
    files.filter((to) => height(to) > height(from)).map((to) => `${from} -> ${to}`),
  );
}

/** A circle of files, if there is one: each imports the next, the last the first. */
function circle(imports: Imports): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): string[] | undefined => {
    if (path.includes(file)) return path.slice(path.indexOf(file));
    if (done.has(file)) return undefined;
    path.push(file);
    for (const next of imports.get(file) ?? []) {
      const found = walk(next);
      if (found !== undefined) return found;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const found = walk(file);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe("the rooms of the window", () => {
  const imports = readImports();

  it("are those of the order, and no other", () => {
    expect(new Set([...imports.keys()].map(roomOf))).toEqual(new Set(order));
  });

  it("are read import by import", () => {
    expect(imports.get("state/jobs.svelte.ts")).toContain("state/catalogue.svelte.ts");
    expect(imports.get("App.svelte")).toContain("parts/frame/StatusBar.svelte");
    const count = [...imports.values()].reduce((sum, files) => sum + files.length, 0);
    expect(count).toBeGreaterThan(500);
  });

  it("know only what stands before them", () => {
    expect(upward(imports)).toEqual([]);
  });

  it("have no files that need each other in a circle", () => {
    expect(circle(imports)).toBeUndefined();
  });

  it("have controls that know no other area of what is drawn", () => {
    const others = [...imports]
      .filter(([from]) => from.startsWith("parts/controls/"))
      .flatMap(([from, files]) => files.map((to) => `${from} -> ${to}`))
      .filter((arrow) => / -> parts\/(?!controls\/)/.test(arrow));
    expect(others).toEqual([]);
  });
});

describe("the reader of imports", () => {
  it("finds what runs up", () => {
    const wrong: Imports = new Map([["logic/tree.ts", ["state/list.svelte.ts", "types/index.ts"]]]);
    expect(upward(wrong)).toEqual(["logic/tree.ts -> state/list.svelte.ts"]);
  });

  it("finds a circle, and none in a diamond", () => {
    const ring: Imports = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b"]],
    ]);
    expect(circle(ring)).toEqual(["b", "c"]);
    const diamond: Imports = new Map([
      ["a", ["b", "c"]],
      ["b", ["d"]],
      ["c", ["d"]],
    ]);
    expect(circle(diamond)).toBeUndefined();
  });

  it("reads imports of every kind", () => {
    const text = `import a from "./a";\nimport type { B } from "../b";\nexport { c } from "./c";\nimport "./d.css";\nawait import("./e");`;
    expect(pathsIn(text)).toEqual(["./a", "../b", "./c", "./d.css", "./e"]);
  });
});
