import { beforeEach, describe, expect, it, vi } from "vitest";

import { hush, told } from "../../src/state/announce.svelte";
import { catalogue } from "../../src/state/catalogue.svelte";
import { paneState } from "../../src/state/panes.svelte";
import { picker } from "../../src/state/picker.svelte";
import { reading } from "../../src/state/reading.svelte";
import { tagging } from "../../src/state/tagging.svelte";
import * as textCommands from "../../src/state/text-commands";
import type { Accepted, OpenSuggestions, Suggestion, Written } from "../../src/types";
import { article, candidate, mention, party, suggestion, version, written } from "./records";
import { api, later, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

const body = "😀 Асан мен Үсен Алматыда «Иә» деді";
/** Spans in scalar values. */
const asan = suggestion("asan", 2, 6);
const usen = suggestion("usen", 11, 15);
const almaty = suggestion("almaty", 16, 24, { kind: "place" });

/** What Rust answers where these are open. */
function open(suggestions: Suggestion[], recounted = false): OpenSuggestions {
  return { suggestions, recounted };
}

/** Shows an article with its suggestions, nowhere in its text. */
async function show(suggestions: Suggestion[], more: Parameters<typeof version>[1] = {}): Promise<void> {
  const text = version("v", { body, ...more });
  api.article.mockResolvedValue(article("a", { versions: [text], parties: [party("p", "Асан")] }));
  api.suggestions.mockResolvedValue(open(suggestions));
  await reading.open("a");
  await tagging.read(text);
}

/** A text that is not drawn. */
const nowhere = {
  focus: () => undefined,
  reveal: () => undefined,
  inSight: () => true,
  place: () => null,
  byLine: (offset: number) => offset,
  lineEnd: (offset: number) => offset,
};

beforeEach(async () => {
  reading.clear();
  picker.question = null;
  catalogue.problem = null;
  await show([asan, usen, almaty]);
  tagging.stand({ anchor: 0, focus: 0 });
  tagging.chosen = null;
});

describe("the place where one stands", () => {
  it("stays between the same words, whoever changes others", async () => {
    tagging.stand({ anchor: 12, focus: 16 });
    expect(tagging.words(tagging.selection)).toBe("Үсен");
    api.article.mockResolvedValue(article("a", { versions: [version("v", { body: `Бүгін: ${body}` })] }));
    await reading.reload();
    expect(tagging.words(tagging.selection)).toBe("Үсен");
  });

  it("is brought into sight before anything is decided there", async () => {
    let seen = false;
    const view = { ...nowhere, inSight: () => seen, reveal: () => (seen = true) };
    tagging.view = view;
    textCommands.goSuggestion(1);
    seen = false;
    api.acceptSuggestions.mockResolvedValue(written({ doubts: [] }));
    textCommands.whenSeen(textCommands.accept);
    expect(api.acceptSuggestions).not.toHaveBeenCalled();
    textCommands.whenSeen(textCommands.accept);
    expect(api.acceptSuggestions).toHaveBeenCalledWith("v", ["asan"], null);
    await turns();
    tagging.view = null;
  });

  it("is that of the next suggestion where the one it was at is gone", async () => {
    tagging.choose(asan);
    api.suggestions.mockResolvedValue(open([usen, almaty]));
    await tagging.read(version("v", { body }));
    expect(tagging.chosen).toBe("usen");
  });
});

describe("suggestions", () => {
  it("that one stood on stay with their text: another one may have the same", async () => {
    tagging.choose(asan);
    api.article.mockResolvedValue(article("b", { versions: [version("w", { body })] }));
    await reading.open("b");
    await tagging.read(version("w", { body }));
    expect(tagging.chosen).toBeNull();
    expect(tagging.suggestion).toBeUndefined();
    await tagging.carry({}, () => Promise.resolve(written(null)));
    expect(tagging.caret, "a write there moves nobody").toBeNull();
  });

  it("are gone through in the order of the text, and round", () => {
    const keys: (string | null)[] = [];
    for (let step = 0; step < 4; step++) {
      textCommands.goSuggestion(1);
      keys.push(tagging.chosen);
    }
    expect(keys).toEqual(["asan", "usen", "almaty", "asan"]);
    textCommands.goSuggestion(-1);
    expect(tagging.chosen).toBe("almaty");
  });

  it("are come to from the place where one stands, either way", () => {
    tagging.stand({ anchor: 9, focus: 9 });
    expect(tagging.neighbour(1)?.key).toBe("usen");
    expect(tagging.neighbour(-1)?.key).toBe("asan");
  });

  it("lie where their words are, whatever stands before them", () => {
    textCommands.goSuggestion(1);
    expect(tagging.words(tagging.selection)).toBe("Асан");
    expect(tagging.toScalar(tagging.selection)).toEqual({ start: 2, end: 6 });
  });

  it("of a text that is no longer shown are dropped", async () => {
    const slow = later<OpenSuggestions>();
    api.suggestions.mockReturnValueOnce(slow.promise);
    const before = tagging.read(version("v"));
    api.article.mockResolvedValue(article("b", { versions: [version("w", { body })] }));
    await reading.open("b");
    api.suggestions.mockResolvedValue(open([usen]));
    const now = tagging.read(version("w"));
    slow.answer(open([asan, almaty]));
    await Promise.all([before, now]);
    expect(tagging.suggestions.map(({ key }) => key)).toEqual(["usen"]);
  });

  it("that were found or gone as the text was read are counted again beside the tree", async () => {
    api.overview.mockClear();
    await tagging.read(version("v"));
    expect(api.overview).not.toHaveBeenCalled();
    api.suggestions.mockResolvedValueOnce(open([usen], true));
    await tagging.read(version("v"));
    expect(api.overview).toHaveBeenCalledOnce();
  });

  it("that could not be read say why, and the text can be tagged without", async () => {
    api.suggestions.mockRejectedValueOnce({ code: "model_missing", data: null });
    await tagging.read(version("v"));
    expect(tagging.problem?.code).toBe("model_missing");
    expect(tagging.open).toBe(0);
    await tagging.read(version("v"));
    expect(tagging.problem).toBeNull();
  });
});

describe("accepting", () => {
  it("is seen at once, and goes on to the next", async () => {
    const answer = later<Written<Accepted>>();
    api.acceptSuggestions.mockReturnValue(answer.promise);
    textCommands.goSuggestion(1);
    textCommands.accept();
    expect(tagging.chosen).toBe("usen");
    expect(tagging.suggestions.map(({ key }) => key)).toEqual(["usen", "almaty"]);
    expect(tagging.marks.find(({ id }) => id === "asan")?.suggested).toBe(false);
    api.suggestions.mockResolvedValue(open([usen, almaty]));
    answer.answer(written({ doubts: [] }));
    await vi.waitFor(() => expect(told()).not.toBe(""));
    expect(api.acceptSuggestions).toHaveBeenCalledWith("v", ["asan"], null);
  });

  it("that fails gives the suggestion back, and the window says why", async () => {
    api.acceptSuggestions.mockRejectedValue({ code: "version_fixed", data: null });
    textCommands.goSuggestion(1);
    textCommands.accept();
    await turns();
    expect(catalogue.problem?.code).toBe("version_fixed");
    expect(tagging.suggestions.map(({ key }) => key)).toEqual(["asan", "usen", "almaty"]);
  });

  it("asks whom one means that is not sure", async () => {
    await show([suggestion("asan", 2, 6, { sure: false, candidates: [candidate("p"), candidate("q")] })]);
    api.proposeTag.mockReturnValue(later<never>().promise);
    textCommands.goSuggestion(1);
    textCommands.accept();
    expect(api.acceptSuggestions).not.toHaveBeenCalled();
    expect(picker.question).toMatchObject({ what: "tag", suggestion: { key: "asan" } });
  });

  it("of all alike takes those of the same kind that are sure", async () => {
    const unsure = suggestion("unsure", 25, 27, { sure: false, candidates: [candidate("p")] });
    await show([asan, usen, almaty, unsure]);
    api.acceptSuggestions.mockResolvedValue(written({ doubts: [] }));
    textCommands.goSuggestion(1);
    textCommands.acceptAlike();
    expect(api.acceptSuggestions).toHaveBeenCalledWith("v", ["asan", "usen"], null);
    expect(tagging.chosen).toBe("almaty");
    await turns();
  });
});

describe("accepting all that is certain", () => {
  const certain = { certain: true, confidence: 0.99 };
  const known = { ...certain, candidates: [candidate("p")] };

  beforeEach(() => {
    hush();
    api.acceptSuggestions.mockResolvedValue(written({ doubts: [] }));
  });

  it("takes what is certain of whichever kind, as one op, and leads on to the first in doubt", async () => {
    const left = [suggestion("asan", 2, 6), suggestion("deidi", 30, 34, { ...known, sure: false })];
    const taken = [suggestion("usen", 11, 15, known), suggestion("almaty", 16, 24, { ...certain, kind: "place" })];
    await show([left[0]!, ...taken, left[1]!]);
    tagging.stand({ anchor: 12, focus: 12 });
    api.suggestions.mockResolvedValue(open(left));
    textCommands.acceptCertain();
    expect(api.acceptSuggestions.mock.calls).toEqual([["v", ["usen", "almaty"], null]]);
    expect(
      tagging.suggestions.map(({ key }) => key),
      "it is seen at once",
    ).toEqual(["asan", "deidi"]);
    expect(tagging.marks.filter(({ suggested }) => suggested === true).map(({ id }) => id)).toEqual(["asan", "deidi"]);
    expect(tagging.chosen).toBe("asan");
    await vi.waitFor(() => expect(told()).toBe("Қабылданған анық ұсыныстар: 2, қаралатыны: 2"));
  });

  it("says so where nothing is left, wherever one stands", async () => {
    await show([suggestion("asan", 2, 6, certain)]);
    tagging.stand({ anchor: 0, focus: 0 });
    api.suggestions.mockResolvedValue(open([]));
    textCommands.acceptCertain();
    await vi.waitFor(() => expect(told()).toBe("Қабылданған анық ұсыныстар: 1, қаралмағаны қалмады"));
    expect(tagging.chosen).toBeNull();
  });

  it("takes a quote with its speaker, or with one of the cast, and none of whom somebody is in doubt", async () => {
    const quote = (key: string, name: string, more = {}) =>
      suggestion(key, 27, 29, { ...certain, kind: "quote", name, sure: false, ...more });
    await show([
      suggestion("asan", 2, 6, certain),
      suggestion("usen", 11, 15, { ...certain, certain: false }),
      quote("of asan", "asan"),
      quote("of usen", "usen"),
      quote("of usen who is in the cast", "usen", { sure: true }),
      quote("of one in the cast", "Әсел", { sure: true }),
      quote("of nobody here", "Ермек"),
      quote("in doubt", "asan", { certain: false }),
    ]);
    textCommands.acceptCertain();
    expect(api.acceptSuggestions).toHaveBeenCalledWith("v", ["asan", "of asan", "of one in the cast"], null);
    await turns();
  });

  it("leaves who speaks for a body of which it is not clear which one it is", async () => {
    const body = (key: string, more: Partial<Suggestion>) => suggestion(key, 16, 24, { kind: "organisation", ...more });
    await show([
      suggestion("asan", 2, 6, { ...certain, on_behalf_of: "unclear" }),
      suggestion("usen", 11, 15, { ...certain, on_behalf_of: "new" }),
      body("unclear", { sure: false, candidates: [candidate("p"), candidate("q")] }),
      body("new", { sure: false }),
    ]);
    textCommands.acceptCertain();
    expect(api.acceptSuggestions).toHaveBeenCalledWith("v", ["usen"], null);
    await turns();
  });

  it("writes nothing where none is certain, and says so", async () => {
    await show([asan, suggestion("usen", 11, 15, { ...known, sure: false })]);
    textCommands.acceptCertain();
    expect(told()).toBe("Бұл мәтінде анық ұсыныс жоқ, әрқайсысын жеке қараңыз");
    await show([]);
    textCommands.acceptCertain();
    expect(told()).toBe("Қаралмаған ұсыныс жоқ");
    expect(api.acceptSuggestions).not.toHaveBeenCalled();
  });

  it("that fails gives all of them back", async () => {
    await show([suggestion("asan", 2, 6, certain), usen]);
    api.acceptSuggestions.mockRejectedValue({ code: "version_fixed", data: null });
    textCommands.acceptCertain();
    await turns();
    expect(catalogue.problem?.code).toBe("version_fixed");
    expect(tagging.suggestions.map(({ key }) => key)).toEqual(["asan", "usen"]);
  });

  it("is not done to a text that something lies over, which goes first", async () => {
    await show([suggestion("asan", 2, 6, certain)]);
    paneState.over = "inspector";
    textCommands.whenUncovered(textCommands.acceptCertain);
    expect(api.acceptSuggestions).not.toHaveBeenCalled();
    expect(paneState.over).toBeNull();
    textCommands.whenUncovered(textCommands.acceptCertain);
    expect(api.acceptSuggestions).toHaveBeenCalledOnce();
    await turns();
  });

  it("is passed over by those who go through what is in doubt, either way and round", async () => {
    await show([asan, suggestion("usen", 11, 15, certain), almaty]);
    const keys: (string | null)[] = [];
    for (const by of [1, 1, 1, -1] as const) {
      textCommands.goDoubtful(by);
      keys.push(tagging.chosen);
    }
    expect(keys).toEqual(["asan", "almaty", "asan", "almaty"]);
    tagging.choose(tagging.suggestions[1]);
    textCommands.goDoubtful(-1);
    expect(tagging.chosen).toBe("asan");
    await show([suggestion("usen", 11, 15, certain)]);
    textCommands.goDoubtful(1);
    expect(told()).toBe("Күмәнді ұсыныс жоқ, қалғанының бәрі анық");
  });

  it("is painted apart from what is in doubt", async () => {
    const said = { kind: "quote", name: "usen" } as const;
    await show([
      asan,
      suggestion("usen", 11, 15, certain),
      suggestion("said", 27, 29, { ...certain, ...said }),
      suggestion("perhaps said", 30, 34, said),
    ]);
    expect(tagging.marks.map(({ id, certain }) => [id, certain])).toEqual([
      ["asan", false],
      ["usen", true],
    ]);
    expect(tagging.bars.map(({ id, certain }) => [id, certain])).toEqual([
      ["said", true],
      ["perhaps said", false],
    ]);
  });
});

it("words whose suggestion is edited and taken are underlined once, as long as that is under way and after", async () => {
  const answer = later<Written<null>>();
  const lines = () => tagging.marks.filter(({ start }) => start === 3).map(({ lane }) => lane);
  const foreseen = { marks: [{ start: 3, end: 7, kind: "person" as const, target: "p" }], accepted: ["asan"] };
  const done = tagging.carry(foreseen, () => answer.promise);
  expect(lines()).toEqual([0]);
  const text = version("v", { body, mentions: [mention("m", "p", 2, 6)] });
  api.article.mockResolvedValue(article("a", { versions: [text], parties: [party("p", "Асан")] }));
  await reading.reload();
  expect(lines()).toEqual([0]);
  api.suggestions.mockResolvedValue({ suggestions: [], recounted: false });
  answer.answer(written(null));
  await done;
  expect(lines()).toEqual([0]);
});

it("rejecting a suggestion takes it away at once", async () => {
  api.rejectSuggestion.mockResolvedValue(written(null));
  api.suggestions.mockResolvedValue(open([usen, almaty]));
  textCommands.goSuggestion(1);
  textCommands.reject();
  expect(tagging.suggestions.map(({ key }) => key)).toEqual(["usen", "almaty"]);
  expect(tagging.marks.some(({ id }) => id === "asan")).toBe(false);
  await turns();
  expect(tagging.open).toBe(2);
});

describe("what a key tags", () => {
  it("is what is selected, else the word that one stands on", async () => {
    await show([]);
    expect(tagging.words(tagging.target)).toBe("");
    tagging.stand({ anchor: 13, focus: 13 });
    expect(tagging.words(tagging.target)).toBe("Үсен");
    tagging.stand({ anchor: 3, focus: 16 });
    expect(tagging.words(tagging.target)).toBe("Асан мен Үсен");
  });

  it("is the mention that one stands on, which removing takes away at once", async () => {
    await show([], { mentions: [mention("m", "p", 2, 6, { text: "Асан" })] });
    tagging.stand({ anchor: 4, focus: 4 });
    expect(tagging.words(tagging.target)).toBe("Асан");
    expect(reading.pointed).toBe("p");
    const answer = later<Written<null>>();
    api.removeMention.mockReturnValue(answer.promise);
    textCommands.remove();
    expect(api.removeMention).toHaveBeenCalledWith("m");
    expect(tagging.mentions).toEqual([]);
    answer.answer(written(null));
    await turns();
  });

  it("is kept for the picker, which names whom it may be", async () => {
    await show([]);
    tagging.stand({ anchor: 4, focus: 4 });
    const proposal = { kind: "person", start: 2, end: 6, name: "Асан" } as never;
    api.proposeTag.mockResolvedValue(proposal);
    picker.askTag("person");
    await turns();
    expect(api.proposeTag).toHaveBeenCalledWith("v", 2, 6, "person");
    expect(picker.proposal).toBe(proposal);
  });

  it("takes no proposal for a question that is no longer asked", async () => {
    await show([]);
    tagging.stand({ anchor: 4, focus: 4 });
    const slow = later<never>();
    api.proposeTag.mockReturnValueOnce(slow.promise);
    picker.askTag("person");
    picker.close();
    slow.answer({ name: "Асан" } as never);
    await turns();
    expect(picker.proposal).toBeNull();
  });
});

it("a stale mention can be set on what is selected, the nearest of them", async () => {
  const stale = { state: "stale" as const };
  await show([], { mentions: [mention("far", "p", 28, 30, stale), mention("near", "p", 9, 12, stale)] });
  tagging.select({ start: 12, end: 16 });
  expect(textCommands.movable()?.id).toBe("near");
  api.moveMention.mockResolvedValue(written(null));
  textCommands.moveHere();
  expect(api.moveMention).toHaveBeenCalledWith("near", 11, 15);
  await turns();
});

describe("a picker that is left", () => {
  it("goes on with what was typed where one asks the same again, and nowhere else", () => {
    api.proposeTag.mockReturnValue(new Promise(() => undefined));
    tagging.stand({ anchor: 3, focus: 7 });
    picker.askTag("person");
    picker.leave({ name: "Асан Қайғы" });
    expect(picker.question).toBeNull();
    picker.askTag("organisation");
    expect(picker.takeUp()).toBeUndefined();
    picker.leave({ name: "Қоғам" });
    picker.askTag("organisation");
    expect(picker.takeUp()).toEqual({ name: "Қоғам" });
    expect(picker.takeUp()).toBeUndefined();
    picker.close();
  });
});
