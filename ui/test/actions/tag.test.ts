import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { actionById, actions, isEnabled, pressKey } from "../../src/actions";
import { clashes } from "../../src/actions/keymap";
import { catalogue } from "../../src/state/catalogue.svelte";
import { library } from "../../src/state/library.svelte";
import { reading } from "../../src/state/reading.svelte";
import { tagging } from "../../src/state/tagging.svelte";
import { views } from "../../src/state/view.svelte";
import type { Reverted } from "../../src/types";
import { article, libraryInfo, suggestion, version, written } from "../state/records";
import { api, turns } from "../state/wire";

vi.mock("../../src/wire/api", () => import("../state/wire"));

const reverted: Reverted = { op: 1, kind: "accept_suggestions", shows: { article: "a" } };
const text = version("v", { body: "Асан мен Үсен" });
const found = [
  suggestion("asan", 0, 4, { certain: true, confidence: 0.99 }),
  suggestion("usen", 9, 13, { certain: false, confidence: 0.5 }),
];
const doubtful = found.slice(1);

/** What has the keyboard in the document's pane: the text that is read, or a picker's field. */
class Held {
  readonly dataset = { pane: "document" };
  closest(selector: string): Held | null {
    return selector === "[data-pane]" || selector === "[data-pane-entry]" ? this : null;
  }
}
const pane = new Held();
const picker = new Held();
let keyboard: Held;

function pressed(): boolean {
  const keys = { ctrlKey: true, shiftKey: true, altKey: false, metaKey: false };
  return pressKey({ ...keys, code: "Enter", target: keyboard } as unknown as KeyboardEvent);
}

beforeEach(async () => {
  keyboard = pane;
  vi.stubGlobal("HTMLElement", class {});
  vi.stubGlobal("document", {
    get activeElement() {
      return keyboard;
    },
    querySelector: (selector: string) => (selector === "[data-reading]" ? pane : null),
  });
  library.phase = "open";
  library.info = libraryInfo;
  views.reset();
  catalogue.forget();
  api.article.mockResolvedValue(article("a", { versions: [text] }));
  api.suggestions.mockResolvedValue({ suggestions: found, recounted: false });
  await reading.open("a");
  await tagging.read(text);
});

afterEach(() => vi.unstubAllGlobals());

it("all that is certain is accepted by a key of its own as one op, which one undo takes back", async () => {
  const action = actionById("suggestion.accept-certain");
  expect(action && clashes(actions, action, "Ctrl+Shift+Enter")).toEqual([]);
  expect(actions.filter(({ keys }) => keys.includes("Ctrl+Shift+Enter"))).toEqual([action]);
  api.acceptSuggestions.mockResolvedValue(written({ doubts: [] }, { undo: "accept_suggestions" }));
  api.suggestions.mockResolvedValue({ suggestions: doubtful, recounted: false });
  expect(pressed()).toBe(true);
  await turns();
  expect(api.acceptSuggestions.mock.calls).toEqual([["v", ["asan"], null]]);
  expect(tagging.suggestions).toEqual(doubtful);
  api.undo.mockResolvedValue(written(reverted, { undo: null, redo: "accept_suggestions" }));
  api.suggestions.mockResolvedValue({ suggestions: found, recounted: false });
  actionById("edit.undo")?.run();
  await turns();
  // The drawn text asks for them again after every write.
  await tagging.read(text);
  expect(api.undo).toHaveBeenCalledOnce();
  expect(catalogue.undo).toBeNull();
  expect(tagging.suggestions).toEqual(found);
});

it("nothing is accepted unseen in a library that one only reads, nor from a picker", () => {
  const action = actionById("suggestion.accept-certain");
  expect(action && isEnabled(action)).toBe(true);
  keyboard = picker;
  expect(action && isEnabled(action)).toBe(false);
  pressed();
  keyboard = pane;
  library.info = { ...libraryInfo, read_only: true };
  expect(action && isEnabled(action)).toBe(false);
  pressed();
  expect(api.acceptSuggestions).not.toHaveBeenCalled();
  // What is in doubt can be looked at all the same.
  actionById("suggestion.next-doubtful")?.run();
  expect(tagging.chosen).toBe("usen");
});
