/** Reads Rust's sources, whose words the window must have. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The text of the one file of that name in a crate, in whichever room it stands. */
export function rustFile(crate: string, name: string): string {
  const source = fileURLToPath(new URL(`../../crates/${crate}/src`, import.meta.url));
  const found = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (path) => path === name || path.endsWith(`/${name}`),
  );
  if (found.length !== 1) throw new Error(`crates/${crate} has ${found.length} files named ${name}`);
  return readFileSync(join(source, found[0] as string), "utf8");
}
