import { describe, expect, it, vi } from "vitest";

import { TypedValue } from "../../src/state/typed-value.svelte";
import { readDate, readingOf, valueOf } from "../../src/state/typed-date.svelte";
import type { DateReading } from "../../src/types";
import { api, later, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

const reading = (datings: string[], time: string | null = null): DateReading => ({ datings, time });

describe("a typed date", () => {
  it("is read by the archive, once", async () => {
    api.readDate.mockResolvedValue(reading(["2026-02-28"]));
    await Promise.all([readDate("28.2.26"), readDate(" 28.2.26 ")]);
    expect(api.readDate).toHaveBeenCalledTimes(1);
    expect(valueOf(readingOf("28.2.26"), false)).toBe("2026-02-28");
  });

  it("means a time only where a field takes one, and nothing where it means two things", () => {
    expect(valueOf(reading(["2026-02-27"], "14:30"), true)).toBe("2026-02-27T14:30");
    expect(valueOf(reading(["2026-02-27"], "14:30"), false)).toBe("2026-02-27");
    expect(valueOf(reading(["2005-04-03", "2003-04-05"]), false)).toBeNull();
    expect(valueOf(reading([]), false)).toBeNull();
    expect(valueOf(undefined, false)).toBeNull();
  });

  it("is written once it was read, as it stands by then", async () => {
    const asked = later<DateReading>();
    api.readDate.mockImplementation((text: string) =>
      text === "ок. 1998" ? asked.promise : Promise.resolve(reading(["1999~"])),
    );
    const writes: string[] = [];
    const typed = new TypedValue({
      shown: () => "",
      read: (text) => (text === "" ? "" : valueOf(readingOf(text), false)),
      understand: readDate,
      save: () => (value) => {
        writes.push(value);
        return Promise.resolve(null);
      },
    });
    typed.type("ок. 1998", false);
    const writing = typed.write();
    typed.type("ок. 1999", false);
    expect(writes).toEqual([]);
    asked.answer(reading(["1998~"]));
    await writing;
    await turns();
    expect(writes).toEqual(["1999~"]);
    expect(typed.dirty).toBe(false);
  });
});
