import { describe, expect, it } from "vitest";

import { learn, letterOf } from "../../src/state/keyboard-layout.svelte";

const press = (code: string, key: string, ctrlKey = false) => learn({ code, key, altKey: false, ctrlKey });

describe("letters on keys", () => {
  it("are all of the script that one types", () => {
    expect(letterOf("KeyF")).toBeUndefined();
    press("KeyJ", "О");
    expect([letterOf("KeyJ"), letterOf("KeyK"), letterOf("KeyF")]).toEqual(["о", "л", "а"]);
    press("KeyK", "k");
    expect([letterOf("KeyJ"), letterOf("KeyK"), letterOf("KeyF")]).toEqual([undefined, "k", undefined]);
  });

  it("are not learned under Ctrl", () => {
    press("KeyJ", "о");
    press("KeyF", "f", true);
    expect(letterOf("KeyF")).toBe("а");
  });
});
