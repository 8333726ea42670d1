import { beforeEach, describe, expect, it, vi } from "vitest";

import { actionById, isEnabled, pressKey } from "../../src/actions";
import { library } from "../../src/state/library.svelte";
import { list } from "../../src/state/list.svelte";
import { reading } from "../../src/state/reading.svelte";
import { tagging } from "../../src/state/tagging.svelte";
import { views } from "../../src/state/view.svelte";
import { article, libraryInfo, pages, version } from "../state/records";
import { api, turns } from "../state/wire";

vi.mock("../../src/wire/api", () => import("../state/wire"));
const focus = vi.hoisted(() => ({ inText: true }));
vi.mock("../../src/screen/keyboard", async (original) => ({
  ...(await original<object>()),
  inText: () => focus.inText,
  inTextOrCast: () => focus.inText,
  castEntry: () => undefined,
}));

const press = (code: string) => {
  const chord = { code, ctrlKey: true, shiftKey: false, altKey: false, metaKey: false, target: null };
  return pressKey(chord as unknown as KeyboardEvent);
};

beforeEach(async () => {
  vi.stubGlobal("HTMLElement", class {});
  vi.stubGlobal("document", {
    getSelection: () => null,
    queryCommandSupported: () => true,
    activeElement: null,
    querySelector: () => null,
  });
  library.phase = "open";
  library.info = libraryInfo;
  list.reset();
  views.reset();
  api.article.mockImplementation((id) =>
    Promise.resolve({ ...article(id), versions: [version(`${id}-text`, { body: "Қала күні өтті." })] }),
  );
  api.suggestions.mockResolvedValue({ suggestions: [], recounted: false });
  api.listArticles.mockImplementation(pages(3));
  await list.ask();
  reading.show("a1");
  await turns();
  focus.inText = true;
});

describe("select all", () => {
  it("is of the text while one stands in it, of the list else", () => {
    expect(press("KeyA")).toBe(true);
    expect(tagging.selection).toEqual({ start: 0, end: reading.version?.body.length });
    expect(list.several).toBe(false);
    focus.inText = false;
    expect(press("KeyA")).toBe(true);
    expect(list.selectedCount).toBe(3);
  });
});

describe("copy", () => {
  it("copies the letters of the text that are selected", () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal("navigator", { clipboard: { writeText } });
    tagging.stand({ anchor: 0, focus: 3 });
    expect(press("KeyC")).toBe(true);
    expect(writeText).toHaveBeenCalledWith(reading.version?.body.slice(0, 3));
  });

  it("leaves its key to the system where nothing here can be copied", () => {
    tagging.stand({ anchor: 0, focus: 0 });
    expect(press("KeyC")).toBe(false);
  });
});

describe("finding the words one stands on", () => {
  it("asks the whole library, whatever the list was narrowed to", async () => {
    await list.ask({ place: { kind: "tray" } });
    tagging.stand({ anchor: 0, focus: 3 });
    const find = actionById("text.find-in-library");
    expect(find !== undefined && isEnabled(find)).toBe(true);
    find?.run();
    await turns();
    expect(list.question.place).toEqual({ kind: "all" });
    expect(list.question.text).toBe(reading.version?.body.slice(0, 3).trim());
  });
});
