/** What the system would draw in its own hand is drawn by the window. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { parse, type AST } from "svelte/compiler";
import { expect, it } from "vitest";

const source = fileURLToPath(new URL("../../src/", import.meta.url));

/** Elements of the parts that may draw by the system's hand, with the file that each is in. */
function elements(): { file: string; element: AST.RegularElement }[] {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".svelte"));
  return files.flatMap((file) => {
    const found: { file: string; element: AST.RegularElement }[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      if ("type" in node && node.type === "RegularElement") found.push({ file, element: node as AST.RegularElement });
      Object.values(node).forEach(walk);
    };
    const text = readFileSync(source + file, "utf8");
    // To read all of them takes long.
    if (/\stitle=|<select/.test(text)) walk(parse(text, { modern: true }).fragment);
    return found;
  });
}

it("says words beside the pointer itself: data-tip, never title", () => {
  const native = elements().filter(({ element }) =>
    element.attributes.some((one) => one.type === "Attribute" && one.name === "title"),
  );
  expect(native.map(({ file, element }) => `${file}: <${element.name}>`)).toEqual([]);
});
