import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { actions, menus, sectionsOf } from "../../src/actions";
import { caps } from "../../src/logic/keys";
import { isLanguage, languages, speak, t, type Language } from "../../src/words/language.svelte";
import type { MenuName } from "../../src/actions";
import type { MessageId } from "../../src/types/messages";
import { messages } from "../ftl";

const page = fileURLToPath(new URL("../../../docs/actions.md", import.meta.url));

const menuTitles: Record<MenuName, MessageId> = {
  document: "menu-document",
  edit: "menu-edit",
  tag: "menu-tag",
  photo: "menu-photo",
  go: "menu-go",
  transfer: "menu-transfer",
  view: "menu-view",
  help: "menu-help",
};

/** The words of a message in a language. */
function said(language: Language, id: MessageId): string {
  speak(language);
  return t(id);
}

/** docs/actions.md, as the registry has it. */
function written(): string {
  const lines = [
    "# What one can do in the window",
    "",
    "Every action of the registry (ui/src/actions), in the order of the menus. Each is in a menu and in the",
    "palette (Ctrl+K); keys are named by their place on a Latin keyboard, work under every layout, and can be",
    "changed. Written by `UPDATE=1 npm test` in ui/.",
  ];
  for (const menu of menus) {
    const title = menuTitles[menu];
    lines.push("", `## ${said("en", title)} · ${said("kk", title)} · ${said("ru", title)}`, "");
    lines.push("| action | en | kk | ru | keys |", "|---|---|---|---|---|");
    for (const { actions } of sectionsOf(menu)) {
      for (const action of actions) {
        const words = (["en", "kk", "ru"] as const).map((language) => said(language, action.title));
        const keys = action.keys.map((chord) => caps(chord, () => undefined).join("+")).join(", ");
        lines.push(`| ${[`\`${action.id}\``, ...words, keys].join(" | ")} |`);
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

describe("the registry of actions", () => {
  it("has every action that a menu, a button or a hint asks for by name", () => {
    const source = fileURLToPath(new URL("../../src", import.meta.url));
    const ids = new Set(actions.map(({ id }) => id));
    const named = /"([a-z]+\.[a-z]+(?:-[a-z]+)*)"/g;
    const unknown: string[] = [];
    for (const name of readdirSync(source, { recursive: true, encoding: "utf8" })) {
      if (!/^(actions|parts|screen|state)\b.*\.(ts|svelte)$/.test(name)) continue;
      for (const [, id = ""] of readFileSync(join(source, name), "utf8").matchAll(named)) {
        // Messages have names of that form too, and elements of a class.
        if (!ids.has(id) && !messages("kk").has(id) && !id.startsWith("button.")) unknown.push(`${name}: ${id}`);
      }
    }
    expect(unknown).toEqual([]);
  });

  it("names each action once", () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has every action in a menu", () => {
    const shown = menus.flatMap((menu) => sectionsOf(menu).flatMap(({ actions }) => actions));
    expect(shown.length).toBe(actions.length);
  });

  it.each(languages)("tells its actions apart in %s", (language) => {
    expect(isLanguage(language)).toBe(true);
    for (const menu of menus) {
      for (const { section, actions } of sectionsOf(menu)) {
        const titles = actions.map(({ title }) => said(language, title));
        expect(new Set(titles).size, section).toBe(titles.length);
      }
    }
  });

  it("is documented, every action of it", () => {
    if (process.env["UPDATE"]) writeFileSync(page, written());
    expect(readFileSync(page, "utf8")).toBe(written());
  });
});
