import { describe, expect, it } from "vitest";

import { Listbox } from "../../src/parts/controls/listbox.svelte";

/** A key, as far as a listbox looks at it. */
const key = (code: string, altKey = false) => ({ code, altKey }) as KeyboardEvent;

describe("a list below a field", () => {
  it("tells screen readers which option Enter takes", () => {
    const listbox = new Listbox("x", () => 3);
    expect(listbox.field["aria-activedescendant"]).toBe("x-0");
    expect(listbox.option(0)).toMatchObject({ id: "x-0", role: "option", "aria-selected": true });
    expect(listbox.option(1)["aria-selected"]).toBe(false);
    expect(listbox.field["aria-controls"]).toBe(listbox.list.id);
    listbox.move(key("ArrowUp"));
    expect(listbox.field["aria-activedescendant"]).toBe("x-2");
  });

  it("names no option where there is none, or the list is closed", () => {
    let open = true;
    let count = 2;
    const listbox = new Listbox(
      "x",
      () => count,
      () => open,
    );
    listbox.at = -1;
    expect(listbox.field["aria-activedescendant"]).toBeUndefined();
    listbox.at = 1;
    expect(listbox.field["aria-activedescendant"]).toBe("x-1");
    count = 1;
    expect(listbox.field["aria-activedescendant"]).toBeUndefined();
    count = 2;
    open = false;
    expect(listbox.field).toMatchObject({ "aria-expanded": false, "aria-activedescendant": undefined });
  });

  it("leaves keys to the field that are the text's own, and those with Alt to the window", () => {
    const listbox = new Listbox("x", () => 3);
    expect(["Home", "End", "ArrowLeft", "KeyA"].map((code) => listbox.move(key(code)))).not.toContain(true);
    expect(listbox.move(key("ArrowDown", true))).toBe(false);
    expect(listbox.at).toBe(0);
    expect(listbox.move(key("PageDown"))).toBe(true);
    expect(listbox.at).toBe(2);
  });

  it("keeps the keyboard in the field when an option is pressed", () => {
    let prevented = false;
    const event = { preventDefault: () => (prevented = true) } as unknown as MouseEvent;
    new Listbox("x", () => 1).option(0).onmousedown(event);
    expect(prevented).toBe(true);
  });
});
