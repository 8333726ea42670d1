import { beforeEach, describe, expect, it } from "vitest";

import { canBeKey, clashes, dropKey, isChanged, keyNow, keysOf, resetKeys, setKey } from "../../src/actions/keymap";
import { settings } from "../../src/state/settings.svelte";

const undo = { id: "undo", keys: ["Ctrl+KeyZ"] };
const redo = { id: "redo", keys: ["Ctrl+Shift+KeyZ", "Ctrl+KeyY"] };
const next = { id: "next", keys: ["KeyJ"] };
const nextSuggestion = { id: "next-suggestion", keys: ["KeyJ"] };
const all = [undo, redo, next, nextSuggestion];

describe("keys that the user changes", () => {
  beforeEach(() => (settings.keys = {}));

  it("are as shipped at first", () => {
    expect(keysOf(redo)).toEqual(["Ctrl+Shift+KeyZ", "Ctrl+KeyY"]);
    expect(isChanged(redo)).toBe(false);
  });

  it("are shown beside what they do now", () => {
    const onText = { id: "text", keys: ["Ctrl+KeyA"], enabled: () => false };
    const onList = { id: "list", keys: ["Ctrl+KeyA"], enabled: () => true };
    expect([keyNow([onText, onList], onText), keyNow([onText, onList], onList)]).toEqual([undefined, "Ctrl+KeyA"]);
    const off = { ...onList, enabled: () => false };
    expect([keyNow([onText, off], onText), keyNow([onText, off], off)]).toEqual(["Ctrl+KeyA", "Ctrl+KeyA"]);
  });

  it("take the place of the one before", () => {
    setKey(redo, "Ctrl+KeyY", "Ctrl+KeyU");
    expect(keysOf(redo)).toEqual(["Ctrl+Shift+KeyZ", "Ctrl+KeyU"]);
    setKey(redo, null, "F4");
    expect(keysOf(redo)).toEqual(["Ctrl+Shift+KeyZ", "Ctrl+KeyU", "F4"]);
  });

  it("stand once, even where the same is pressed again", () => {
    setKey(redo, null, "Ctrl+KeyY");
    expect(keysOf(redo)).toEqual(["Ctrl+Shift+KeyZ", "Ctrl+KeyY"]);
  });

  it("can be none, and go back to those shipped", () => {
    dropKey(undo, "Ctrl+KeyZ");
    expect(keysOf(undo)).toEqual([]);
    setKey(undo, null, "Ctrl+KeyZ");
    expect(isChanged(undo)).toBe(false);
    dropKey(undo, "Ctrl+KeyZ");
    resetKeys(undo);
    expect(keysOf(undo)).toEqual(["Ctrl+KeyZ"]);
  });

  it("clash with another's, but not where both were shipped so", () => {
    setKey(undo, null, "Ctrl+KeyY");
    expect(clashes(all, undo, "Ctrl+KeyY")).toEqual([redo]);
    expect(clashes(all, next, "KeyJ")).toEqual([]);
    setKey(undo, null, "KeyJ");
    expect(clashes(all, undo, "KeyJ")).toEqual([next, nextSuggestion]);
  });

  it("are none of those that move about", () => {
    expect(["Tab", "Escape", "Shift+ShiftLeft", "ArrowUp"].filter(canBeKey)).toEqual([]);
    expect(["Ctrl+ArrowUp", "F4", "KeyQ", "Enter"].filter(canBeKey)).toHaveLength(4);
  });
});
