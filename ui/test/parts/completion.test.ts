import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

vi.mock("../../src/parts/controls/beside-field", () => ({
  openBeside: () => null,
  followField: () => () => undefined,
}));

import { codeAt, codeClosedAt, readCode } from "../../src/logic/caption-code";
import { Completion, type Completed, type Completer } from "../../src/parts/controls/completion.svelte";

/** A text field, as far as a completion looks at it. */
class Field {
  value = "";
  selectionStart = 0;
  #end = 0;

  setSelectionRange(from: number, to: number): void {
    [this.selectionStart, this.#end] = [from, to];
  }

  /** Types letters, each in its turn. */
  async type(completion: Completion, text: string): Promise<void> {
    for (const letter of text) {
      this.insert(letter);
      completion.typed(this as unknown as HTMLTextAreaElement);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  setRangeText(words: string, from: number, to: number): void {
    this.value = this.value.slice(0, from) + words + this.value.slice(to);
  }

  insert(words: string): void {
    this.value = this.value.slice(0, this.selectionStart) + words + this.value.slice(this.#end);
    this.setSelectionRange(this.selectionStart + words.length, this.selectionStart + words.length);
  }
}

const key = (code: string) =>
  ({ code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false }) as KeyboardEvent;

describe("a stretch that is completed while it is typed", () => {
  let field: Field;
  let taken: string[];
  let completion: Completion;

  /** Two people; 1 and 2 mean one of them alone. */
  const people = ["Сәуле Омарова", "Нұрлан Сейітов"];
  const completer: Completer = {
    open: codeAt,
    closed: codeClosedAt,
    ask: ({ from, to }, text) => {
      const { code } = readCode(text.slice(from, to));
      const meant = people.filter((name, at) => code === String(at + 1) || name.toLowerCase().includes(code));
      return Promise.resolve(
        meant.map((name): Completed => ({
          key: name,
          label: name,
          words: name,
          exact: /^\d$/.test(code),
          took: () => void taken.push(name),
        })),
      );
    },
  };

  beforeEach(() => {
    field = new Field();
    taken = [];
    completion = new Completion("x", () => completer);
    const insert = (_: string, __: boolean, words: string) => field.insert(words);
    vi.stubGlobal("document", { activeElement: field, execCommand: insert });
  });
  afterEach(() => vi.unstubAllGlobals());

  const offered = () => completion.offered.map(({ label }) => label);

  it("offers what it may become, told to screen readers as the field's own list", async () => {
    await field.type(completion, "Жиын \\");
    expect(offered()).toEqual(people);
    expect(completion.field["aria-activedescendant"]).toBe("x-codes-0");
    completion.key(key("ArrowDown"));
    expect(completion.field["aria-activedescendant"]).toBe("x-codes-1");
    await field.type(completion, "нұр");
    expect(offered()).toEqual(["Нұрлан Сейітов"]);
  });

  it.each(["Enter", "Tab"])("is taken by %s over what was typed", async (by) => {
    await field.type(completion, "Жиын \\нұр");
    expect(completion.key(key(by))).toBe(true);
    expect(field.value).toBe("Жиын Нұрлан Сейітов");
    expect(field.selectionStart).toBe(field.value.length);
    expect(taken).toEqual(["Нұрлан Сейітов"]);
    expect(completion.isOpen).toBe(false);
    // With no list these keys are the field's own.
    expect(completion.key(key(by))).toBe(false);
  });

  it("is taken by a blank, which stays, and by a backslash, which goes, where it means one alone", async () => {
    await field.type(completion, "\\1 мен \\2\\ сөйледі");
    expect(field.value).toBe("Сәуле Омарова мен Нұрлан Сейітов сөйледі");
  });

  it("stays as typed where a blank closes what means nobody alone", async () => {
    await field.type(completion, "\\нұр сөз");
    expect(field.value).toBe("\\нұр сөз");
    expect(taken).toEqual([]);
    expect(completion.isOpen).toBe(false);
  });

  it("comes where it was closed, also where one has typed on before the answer", async () => {
    const slow: Completer = {
      ...completer,
      ask: async (stretch, text) => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        return completer.ask(stretch, text);
      },
    };
    completion = new Completion("z", () => slow);
    await field.type(completion, "\\1, \\2. Сөз");
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(field.value).toBe("Сәуле Омарова, Нұрлан Сейітов. Сөз");
    expect(field.selectionStart).toBe(field.value.length);
    expect(taken).toEqual(people);
  });

  it("becomes what it means alone where the field is left, and else stays", async () => {
    await field.type(completion, "Жиын \\2");
    expect(completion.leave()).toBe("Жиын Нұрлан Сейітов");
    expect(taken).toEqual(["Нұрлан Сейітов"]);
    await field.type(completion, " \\сәу");
    expect(completion.leave()).toBeNull();
    expect(completion.isOpen).toBe(false);
  });

  it("is left by Escape, and not offered again until another begins", async () => {
    await field.type(completion, "\\нұр");
    expect(completion.key(key("Escape"))).toBe(true);
    await field.type(completion, "л");
    expect(completion.isOpen).toBe(false);
    expect(field.value).toBe("\\нұрл");
    await field.type(completion, " \\");
    expect(offered()).toEqual(people);
  });

  it("asks nothing of a field that completes nothing", async () => {
    const none = new Completion("y", () => undefined);
    await field.type(none, "\\1 ");
    expect(field.value).toBe("\\1 ");
    expect(none.field).toEqual({});
  });
});
