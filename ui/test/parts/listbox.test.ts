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

  describe("whose options come late", () => {
    /** A press of the mouse on an option; whether it is taken. */
    function press(listbox: Listbox, at: number, detail = 1): boolean {
      let taken = true;
      const target = { closest: () => ({ dataset: { at: `${at}` } }) };
      const event = { target, detail, stopPropagation: () => (taken = false) };
      listbox.list.onclickcapture(event as unknown as MouseEvent);
      return taken;
    }
    const pointTo = (listbox: Listbox, screenY: number) =>
      listbox.list.onpointermove({ screenX: 5, screenY } as PointerEvent);

    it("takes none that slid under the pointer, but shows it chosen", () => {
      const listbox = new Listbox("x", () => 3);
      pointTo(listbox, 40);
      expect(press(listbox, 1)).toBe(true);
      listbox.came();
      expect(press(listbox, 2)).toBe(false);
      expect(listbox.at).toBe(2);
      expect(press(listbox, 2)).toBe(true);
    });

    it("takes the one that the pointer was led to since, or that no pointer pressed", () => {
      const listbox = new Listbox("x", () => 3);
      pointTo(listbox, 40);
      listbox.came();
      pointTo(listbox, 40);
      expect(press(listbox, 2, 0)).toBe(true);
      expect(press(listbox, 2)).toBe(false);
      listbox.came();
      pointTo(listbox, 41);
      expect(press(listbox, 2)).toBe(true);
    });
  });
});
