import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { told } from "../../src/state/announce.svelte";
import { catalogue } from "../../src/state/catalogue.svelte";
import { conflicts } from "../../src/state/conflicts.svelte";
import { TypedValue } from "../../src/state/typed-value.svelte";
import { t } from "../../src/words/language.svelte";
import { pages } from "./records";
import { api, later, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

/** A field of a record, as it is shown; the writes it sent, with what each was made from. */
class Field {
  shown = "ескі";
  readonly writes: { value: string; seen: string }[] = [];
  /** What the archive answers to the next write; none: well. */
  answer: Promise<unknown> | undefined;
  readonly typed = new TypedValue({
    shown: () => this.shown,
    read: (text) => text.trim(),
    save: () => {
      const shown = this.shown;
      return (value, known = shown) => {
        this.writes.push({ value, seen: known });
        const { answer } = this;
        this.answer = undefined;
        return answer ?? Promise.resolve(null);
      };
    },
  });

  /** The record comes again. */
  renew(shown: string): void {
    this.shown = shown;
    this.typed.renewed();
  }
}

const clash = (now: string) =>
  Promise.reject({ code: "edit_conflict", data: { noun: "article", id: "a", field: "note", seen: "", now, mine: "" } });

let field: Field;

beforeEach(() => {
  vi.useFakeTimers();
  api.listArticles.mockImplementation(pages(0));
  catalogue.problem = null;
  field = new Field();
});

afterEach(() => void vi.useRealTimers());

describe("a typed value", () => {
  it("is empty again once something new was made of it, and holds nothing that Escape would give back", async () => {
    field.shown = "";
    field.typed.type("Сәуле Омарова", false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(field.writes).toEqual([]);
    field.answer = Promise.resolve({ stands: "" });
    await field.typed.write();
    expect(field.typed.text).toBe("");
    expect(field.typed.giveBack()).toBe(false);
  });

  it("keeps what was chosen for it, a day of the calendar, though Escape is pressed after", async () => {
    await field.typed.put("2026-02-27");
    field.renew("2026-02-27");
    expect(field.typed.giveBack()).toBe(false);
    expect(field.writes.map(({ value }) => value)).toEqual(["2026-02-27"]);
  });

  it("says what it could not read when its field goes", async () => {
    const unread = new TypedValue({ shown: () => "2026", read: () => null, save: () => () => Promise.resolve(null) });
    unread.type("28 фелл");
    await unread.leave();
    expect(told()).toContain("28 фелл");
  });

  it("keeps the space behind the last word while the next is about to be typed", async () => {
    field.typed.type("жаңа ");
    await vi.advanceTimersByTimeAsync(800);
    field.renew("жаңа");
    expect(field.typed.text).toBe("жаңа ");
    field.renew("басқаның");
    expect(field.typed.text).toBe("басқаның");
  });

  it("is written after a pause, made from what the field showed at the first key", async () => {
    field.typed.type("жаңа");
    // What comes meanwhile was not seen.
    field.renew("басқаның");
    await vi.advanceTimersByTimeAsync(800);
    expect(field.writes).toEqual([{ value: "жаңа", seen: "ескі" }]);
  });

  it("is made from what the field wrote itself, before the record has come again", async () => {
    await field.typed.put("бір");
    await field.typed.put("екі");
    field.renew("екі");
    await field.typed.put("үш");
    expect(field.writes.map(({ seen }) => seen)).toEqual(["ескі", "бір", "екі"]);
  });

  it("is made from what the save says that stands: of a row, its UUID", async () => {
    field.answer = Promise.resolve({ stands: "uuid" });
    await field.typed.put("аты");
    await field.typed.put("басқа аты");
    expect(field.writes[1]).toEqual({ value: "басқа аты", seen: "uuid" });
  });

  it("waits for the write before it", async () => {
    const first = later<null>();
    field.answer = first.promise;
    const writing = field.typed.put("бір");
    await turns();
    const again = field.typed.put("екі");
    await turns();
    expect(field.writes).toHaveLength(1);
    first.answer(null);
    await Promise.all([writing, again]);
    expect(field.writes[1]).toEqual({ value: "екі", seen: "бір" });
  });

  it("is no conflict with itself where the archive folded its spaces", async () => {
    await field.typed.put("бір  екі");
    field.answer = clash("бір екі");
    await field.typed.put("бір  екі үш");
    expect(field.writes.at(-1)).toEqual({ value: "бір  екі үш", seen: "бір екі" });
    expect(field.typed.conflict).toBeNull();
  });

  it("goes back to what was when one came, by Escape, and not over what somebody else wrote after", async () => {
    field.typed.enter();
    field.typed.type("жаңа", false);
    await field.typed.write();
    field.renew("басқаның");
    expect(field.typed.giveBack()).toBe(true);
    await turns();
    expect(field.writes.at(-1)).toEqual({ value: "ескі", seen: "жаңа" });
    expect(told()).toBe(t("told-given-back"));
  });

  it("is not given back where the hand typed nothing and somebody else did", () => {
    field.typed.enter();
    field.renew("басқаның");
    expect(field.typed.giveBack()).toBe(false);
    expect(field.writes).toEqual([]);
  });
});

describe("a value that somebody else set too", () => {
  beforeEach(async () => {
    field.answer = clash("олардікі");
    await field.typed.put("менікі");
  });

  it("waits for the choice: neither time nor leaving tries again, and what is typed stays", async () => {
    field.typed.type("менікі тағы");
    await vi.advanceTimersByTimeAsync(20_000);
    await field.typed.write();
    expect(field.writes).toHaveLength(1);
    expect(field.typed.text).toBe("менікі тағы");
    expect(field.typed.dirty).toBe(true);
    expect(field.typed.conflict?.now).toBe("олардікі");
  });

  it("stays at Escape", async () => {
    expect(field.typed.giveBack()).toBe(true);
    await turns();
    expect(field.typed.text).toBe("менікі");
    expect(field.typed.conflict).not.toBeNull();
    expect(field.writes).toHaveLength(1);
  });

  it("is written over what one has seen by now, where one keeps one's own", async () => {
    await field.typed.choose("mine");
    expect(field.writes.at(-1)).toEqual({ value: "менікі", seen: "олардікі" });
    expect(field.typed.conflict).toBeNull();
    expect(field.typed.dirty).toBe(false);
  });

  it("is forgotten where theirs is taken, and the record fetched", async () => {
    const before = catalogue.stamp();
    await field.typed.choose("theirs");
    field.renew("олардікі");
    expect(field.typed.text).toBe("олардікі");
    expect(field.writes).toHaveLength(1);
    expect(catalogue.stamp()).toBeGreaterThan(before);
  });

  it("is asked about over the window where the field goes from the screen", async () => {
    const leaving = field.typed.leave();
    await turns();
    conflicts.now?.answer("mine");
    await leaving;
    expect(field.writes.at(-1)).toEqual({ value: "менікі", seen: "олардікі" });
    expect(conflicts.now).toBeUndefined();
  });
});

describe("a value of a record that is gone", () => {
  it.each(["not_found", "text_registered"])("stays, and is not tried again by itself: %s", async (code) => {
    field.answer = Promise.reject({ code, data: null });
    await field.typed.put("менікі");
    field.typed.type("менікі тағы");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(field.writes).toHaveLength(1);
    expect(field.typed.text).toBe("менікі тағы");
    expect(field.typed.problem?.code).toBe(code);
  });

  it("that fails after its field went is told over the window", async () => {
    field.typed.type("менікі");
    field.answer = Promise.reject({ code: "not_found", data: null });
    await field.typed.leave();
    expect(catalogue.problem?.code).toBe("not_found");
  });
});
