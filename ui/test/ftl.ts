/** Reads the window's words as the tests need them. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { FluentResource } from "@fluent/bundle";

/** A file of a language. */
export function ftlPath(language: string, file: string): string {
  return fileURLToPath(new URL(`../../assets/locales/${language}/${file}.ftl`, import.meta.url));
}

/** The files of words that the window reads, errors apart: those are found by code. */
const own: readonly string[] = readdirSync(new URL("../../assets/locales/kk/", import.meta.url))
  .map((name) => name.replace(/\.ftl$/, ""))
  .filter((name) => !["cli", "documents", "errors", "viewer", "windows"].includes(name))
  .sort();

/** Messages of files, `id` and `id.attribute`, each with the gaps that its words have. */
export function messages(language: string, files: readonly string[] = own): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of files) {
    const resource = new FluentResource(readFileSync(ftlPath(language, file), "utf8"));
    for (const entry of resource.body) {
      if (entry.value !== null) found.set(entry.id, gaps(entry.value));
      for (const [name, pattern] of Object.entries(entry.attributes)) {
        found.set(`${entry.id}.${name}`, gaps(pattern));
      }
    }
  }
  return found;
}

/** The ids as they stand in the files, so that a message the parser dropped is noticed. */
export function writtenIds(language: string): string[] {
  return own.flatMap((file) =>
    [...readFileSync(ftlPath(language, file), "utf8").matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, id]) => id as string),
  );
}

function gaps(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const part of value) gaps(part, found);
  else if (typeof value === "object" && value !== null) {
    if ("type" in value && value.type === "var" && "name" in value) found.add(String(value.name));
    for (const part of Object.values(value)) gaps(part, found);
  }
  return found;
}
