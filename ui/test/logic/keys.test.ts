import { describe, expect, it } from "vitest";

import { caps, chordOf, isPlain, isTyping } from "../../src/logic/keys";

const press = (code: string, held: Partial<Record<"ctrlKey" | "shiftKey" | "altKey", boolean>> = {}) => ({
  code,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

describe("keys", () => {
  it("go by their place, not by their letter", () => {
    expect(chordOf(press("KeyZ", { ctrlKey: true, shiftKey: true }))).toBe("Ctrl+Shift+KeyZ");
  });

  it("are plain where they are a letter alone", () => {
    expect(isPlain("KeyJ")).toBe(true);
    expect(isPlain("Shift+KeyJ")).toBe(true);
    expect(isPlain("Ctrl+KeyJ")).toBe(false);
    expect(isPlain("F6")).toBe(false);
  });

  it("are a field's own where it goes and deletes by words", () => {
    for (const chord of ["KeyJ", "Delete", "Ctrl+Delete", "Ctrl+Backspace", "Ctrl+Shift+ArrowLeft", "Ctrl+Home"]) {
      expect(isTyping(chord), chord).toBe(true);
    }
    for (const chord of ["Ctrl+KeyF", "Alt+ArrowLeft", "F6", "Ctrl+Enter"]) expect(isTyping(chord), chord).toBe(false);
  });

  it("are shown with the letter of the user's layout", () => {
    expect(caps("Ctrl+KeyF", () => undefined)).toEqual(["Ctrl", "F"]);
    expect(caps("Ctrl+KeyF", () => "а")).toEqual(["Ctrl", "А"]);
    expect(caps("Shift+ArrowDown", () => undefined)).toEqual(["Shift", "↓"]);
  });
});
