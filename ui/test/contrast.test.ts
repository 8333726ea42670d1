import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

const css = readFileSync(fileURLToPath(new URL("../src/styles/tokens.css", import.meta.url)), "utf8");

/** The colour of a token in the light theme and in the dark one. */
function token(name: string): Record<"light" | "dark", string> {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  if (found === null) throw new Error(`no token ${name}`);
  return { light: found[1] as string, dark: found[2] as string };
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["bg", "pane", "paper", "hover"];

describe.each(["light", "dark"] as const)("contrast in the %s theme", (theme) => {
  const pair = (front: string, ground: string) => contrast(token(front)[theme], token(ground)[theme]);

  it.each(["ink", "soft", "faint", "warn", "ok", "accent"])("lets %s be read", (front) => {
    for (const ground of grounds) expect(pair(front, ground), ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["ink", "soft"])("lets %s be read on what is chosen", (front) => {
    for (const ground of ["chosen", "chosen-here", "chosen-quiet", "accent-soft"]) {
      expect(pair(front, ground), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(["edge", "accent", "person", "organisation", "place"])("lets the mark %s be seen", (front) => {
    for (const ground of [...grounds, "chosen", "chosen-quiet"]) {
      expect(pair(front, ground), ground).toBeGreaterThanOrEqual(3);
    }
  });
});
