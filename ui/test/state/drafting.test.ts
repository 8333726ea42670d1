import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { catalogue } from "../../src/state/catalogue.svelte";
import { Draft, drafting } from "../../src/state/drafting.svelte";
import { sendKeyboardBy, type KeyboardPlace } from "../../src/state/keyboard";
import { list } from "../../src/state/list.svelte";
import { reading } from "../../src/state/reading.svelte";
import { views } from "../../src/state/view.svelte";
import type { Written } from "../../src/types";
import { article, mention, pages, party, version, written } from "./records";
import { api, later, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

const text = version("v", { title: "Тақырып", body: "Бірінші сөз" });
const draftOf = (of = text) => new Draft(of, "a", () => "person");
/** What the hand saw of the text. */
const seen = (field: "title" | "body", value: string) => ({ noun: "version", id: "v", field, value });
const clash = (field: "title" | "body", now: string, mine: string) => ({
  code: "edit_conflict",
  data: { noun: "version", id: "v", field, seen: "", now, mine },
});
const sent: KeyboardPlace[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  sendKeyboardBy((place) => {
    sent.push(place);
    return Promise.resolve();
  });
  reading.clear();
  drafting.draft = null;
  drafting.compared = null;
  api.editVersion.mockResolvedValue(written(null));
  api.listArticles.mockImplementation(pages(0));
});

afterEach(() => void vi.useRealTimers());

describe("typing", () => {
  it("is written after a pause, and only what differs", async () => {
    const draft = draftOf();
    draft.typeBody("Бірінші сөздер");
    expect(draft.settled).toBe(false);
    await vi.advanceTimersByTimeAsync(499);
    expect(api.editVersion).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(api.editVersion.mock.calls).toEqual([["v", { body: "Бірінші сөздер" }, [seen("body", text.body)]]]);
    expect(draft.settled).toBe(true);
  });

  it("that never pauses is written all the same", async () => {
    const draft = draftOf();
    for (let key = 1; key <= 30; key++) {
      draft.typeBody(text.body + "а".repeat(key));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(api.editVersion).toHaveBeenCalled();
  });

  it("keeps a title in one line", () => {
    const draft = draftOf();
    draft.typeTitle("Бір\n екі");
    expect(draft.title).toBe("Бір екі");
  });

  it("while a write is on its way is written after it, never at once", async () => {
    const first = later<Written<null>>();
    api.editVersion.mockReturnValueOnce(first.promise);
    const draft = draftOf();
    draft.typeBody("бір");
    const writing = draft.write();
    await turns();
    draft.typeBody("бір екі");
    const again = draft.write();
    await turns();
    expect(api.editVersion).toHaveBeenCalledTimes(1);
    first.answer(written(null));
    await Promise.all([writing, again]);
    expect(api.editVersion.mock.calls.map(([, fields]) => fields)).toEqual([{ body: "бір" }, { body: "бір екі" }]);
    expect(draft.settled).toBe(true);
  });

  it("moves the marks along, and shows one that is cut through as stale", () => {
    const draft = draftOf(version("v", { body: "Асан келді", mentions: [mention("m", "p", 0, 4)] }));
    draft.typeBody("Кеше Асан келді");
    expect(draft.marks).toMatchObject([{ id: "m", start: 5, end: 9, stale: false }]);
    draft.typeBody("Кеше Аcсан келді");
    expect(draft.marks).toMatchObject([{ start: 5, end: 10, stale: true }]);
  });
});

describe("words that could not be written", () => {
  it("stay, say why, and are tried again", async () => {
    api.editVersion.mockRejectedValueOnce({ code: "disk_full", data: null });
    const draft = draftOf();
    draft.typeBody("сақталмаған");
    await draft.write();
    expect(draft.body).toBe("сақталмаған");
    expect(draft.settled).toBe(false);
    expect(draft.problem?.code).toBe("disk_full");
    await vi.advanceTimersByTimeAsync(3000);
    expect(api.editVersion).toHaveBeenCalledTimes(2);
    expect(draft.problem).toBeNull();
    expect(draft.settled).toBe(true);
  });

  it("are not overwritten by what the archive holds", async () => {
    api.editVersion.mockRejectedValue({ code: "busy", data: null });
    const draft = draftOf();
    draft.typeBody("менің сөзім");
    await draft.write();
    draft.take(version("v", { title: text.title, body: "басқаның сөзі" }), () => "person");
    expect(draft.body).toBe("менің сөзім");
  });

  it("are not overwritten while their write is on its way", async () => {
    const answer = later<Written<null>>();
    api.editVersion.mockReturnValueOnce(answer.promise);
    const draft = draftOf();
    draft.typeBody("жаңа");
    const writing = draft.write();
    await turns();
    draft.take(text, () => "person");
    expect(draft.body).toBe("жаңа");
    answer.answer(written(null));
    await writing;
  });

  it("keep the text open, and the window", async () => {
    api.editVersion.mockRejectedValue({ code: "busy", data: null });
    api.article.mockResolvedValue(article("a", { versions: [text] }));
    await reading.open("a");
    await drafting.edit();
    drafting.draft?.typeBody("жаңа");
    await drafting.leave();
    expect(drafting.draft?.body).toBe("жаңа");
    expect(await catalogue.settle()).toBe(false);
    api.editVersion.mockResolvedValue(written(null));
    expect(await catalogue.settle()).toBe(true);
    await drafting.leave();
    expect(drafting.draft).toBeNull();
  });
});

describe("what a write was made from", () => {
  const bases = () => api.editVersion.mock.calls.map(([, , seen]) => seen?.map(({ value }) => value));

  it("is what the window wrote last, while typing goes on", async () => {
    const draft = draftOf();
    draft.typeBody("бір");
    await draft.write();
    draft.typeBody("бір екі");
    await draft.write();
    expect(bases()).toEqual([[text.body], ["бір"]]);
  });

  it("is what the archive holds, once the screen has taken it", async () => {
    const draft = draftOf();
    draft.typeBody("бір");
    await draft.write();
    draft.take(version("v", { title: text.title, body: "бір және басқаның сөзі" }), () => "person");
    expect(draft.body).toBe("бір және басқаның сөзі");
    draft.typeBody("бір және басқаның сөзі!");
    await draft.write();
    expect(bases()[1]).toEqual(["бір және басқаның сөзі"]);
  });

  it("stays what was written last where the archive's answer comes amid the typing", async () => {
    const draft = draftOf();
    draft.typeBody("бір");
    await draft.write();
    draft.typeBody("бір екі");
    draft.take(version("v", { title: text.title, body: "бір және басқаның сөзі" }), () => "person");
    expect(draft.body).toBe("бір екі");
    await draft.write();
    expect(bases()[1]).toEqual(["бір"]);
  });

  it("is a title as the archive folds it, and the space behind it stays under the hand", async () => {
    const draft = draftOf();
    draft.typeTitle("Жаңа ");
    await draft.write();
    draft.typeTitle("Жаңа т");
    await draft.write();
    expect(bases()).toEqual([[text.title], ["Жаңа"]]);
    draft.typeTitle("Жаңа ");
    await draft.write();
    draft.take(version("v", { title: "Жаңа", body: text.body }), () => "person");
    expect(draft.title).toBe("Жаңа ");
    expect(draft.settled).toBe(true);
  });
});

describe("words that somebody else changed too", () => {
  async function clashing(field: "title" | "body"): Promise<Draft> {
    api.editVersion.mockRejectedValueOnce(clash(field, "олардікі", "менікі"));
    const draft = draftOf();
    if (field === "body") draft.typeBody("менікі");
    else draft.typeTitle("менікі");
    await draft.write();
    return draft;
  }

  it("wait for the choice: nothing tries again, and what is typed stays", async () => {
    const draft = await clashing("body");
    draft.typeBody("менікі тағы");
    await vi.advanceTimersByTimeAsync(20_000);
    await draft.write();
    expect(api.editVersion).toHaveBeenCalledTimes(1);
    expect(draft.conflict).toMatchObject({ now: "олардікі", mine: "менікі" });
    expect(draft.body).toBe("менікі тағы");
    expect(draft.settled).toBe(false);
  });

  it.each(["mine", "theirs"] as const)("are written again saying whose stand: %s", async (prefer) => {
    const draft = await clashing("body");
    await draft.choose(prefer);
    expect(api.editVersion.mock.lastCall).toEqual(["v", { body: "менікі" }, [{ ...seen("body", text.body), prefer }]]);
    expect(draft.conflict).toBeNull();
    expect(draft.settled).toBe(true);
  });

  it("are asked for again where they clash at the next write", async () => {
    const draft = await clashing("body");
    api.editVersion.mockRejectedValueOnce(clash("title", "олардікі", "менікі"));
    draft.typeTitle("Жаңа тақырып");
    await draft.choose("mine");
    expect(draft.conflict?.field).toBe("title");
  });

  it("of a title: mine overwrites what one has seen by now", async () => {
    const draft = await clashing("title");
    await draft.choose("mine");
    expect(api.editVersion.mock.lastCall).toEqual(["v", { title: "менікі" }, [seen("title", "олардікі")]]);
    expect(draft.title).toBe("менікі");
  });

  it("of a title: theirs is shown, and nothing is written", async () => {
    const draft = await clashing("title");
    await draft.choose("theirs");
    expect(api.editVersion).toHaveBeenCalledTimes(1);
    expect(draft.title).toBe("олардікі");
    expect(draft.settled).toBe(true);
  });

  it("are no conflict once they are typed back", async () => {
    const draft = await clashing("body");
    draft.typeBody(text.body);
    expect(draft.conflict).toBeNull();
  });

  it.each(["not_found", "text_registered"])("stay where the text is no longer to be written: %s", async (code) => {
    api.editVersion.mockRejectedValue({ code, data: null });
    const draft = draftOf();
    draft.typeBody("менікі");
    await draft.write();
    draft.typeBody("менікі тағы");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(api.editVersion).toHaveBeenCalledTimes(1);
    expect(draft.problem?.code).toBe(code);
    expect(draft.body).toBe("менікі тағы");
  });

  it("come back to the screen where one went on to another text", async () => {
    api.article.mockImplementation((id) =>
      Promise.resolve(article(id, { versions: [id === "a" ? text : version("w")] })),
    );
    await reading.open("a");
    await drafting.edit();
    const { draft } = drafting;
    api.editVersion.mockRejectedValueOnce(clash("body", "олардікі", "менікі"));
    draft?.typeBody("менікі");
    await reading.open("b");
    if (draft !== null) await drafting.leaveBehind(draft);
    expect(reading.record?.id).toBe("a");
    expect(drafting.draft).toBe(draft);
  });
});

describe("another text", () => {
  it("is not opened over words that could not be written", async () => {
    api.article.mockResolvedValue(article("a", { versions: [text, version("w")] }));
    await reading.open("a");
    reading.showVersion("v");
    await drafting.edit();
    const { draft } = drafting;
    api.editVersion.mockRejectedValueOnce(clash("body", "олардікі", "менікі"));
    draft?.typeBody("менікі");
    reading.showVersion("w");
    await drafting.edit();
    expect(drafting.draft).toBe(draft);
    expect(reading.version?.id).toBe("v");
  });
});

describe("a draft", () => {
  it("takes what an undo brought back, where all is written", async () => {
    const draft = draftOf();
    draft.typeBody("жаңа");
    await draft.write();
    draft.take(text, () => "person");
    expect(draft.body).toBe(text.body);
    expect(draft.settled).toBe(true);
    // There is nothing left to write.
    await draft.write();
    expect(api.editVersion).toHaveBeenCalledTimes(1);
  });

  it("is opened with the keyboard where one asks, and left for the document", async () => {
    api.article.mockResolvedValue(article("a", { versions: [text] }));
    await reading.open("a");
    await drafting.edit("title");
    await drafting.leave();
    expect(sent).toEqual([{ draft: "title" }, { pane: "document" }]);
  });

  it("is not opened of a fixed text", async () => {
    const fixed = version("v", { fixed_at: "2026-01-01T00:00:00Z" });
    api.article.mockResolvedValue(article("a", { versions: [fixed] }));
    await reading.open("a");
    await drafting.edit();
    expect(drafting.possible).toBe(false);
    expect(drafting.draft).toBeNull();
  });

  it("begins in the unit that the list shows, and is shown", async () => {
    views.go({ kind: "events" });
    await list.ask({ place: { kind: "unit", id: "u" } });
    api.newArticle.mockResolvedValue(written("n", { nouns: ["article"], articles: ["n"] }));
    api.article.mockResolvedValue(article("n", { parties: [party("p", "Асан")] }));
    await drafting.newArticle(null);
    expect(api.newArticle).toHaveBeenCalledWith({ text: null, unit: "u", event: null, again: false });
    expect(reading.record?.id).toBe("n");
    expect(views.now.kind).toBe("articles");
    expect(sent.at(-1)).toEqual({ draft: "title" });
    list.reset();
  });

  it("begun and left without a word is taken back", async () => {
    api.newArticle.mockResolvedValue(written("n", { op: 7, nouns: ["article"], articles: ["n"] }));
    api.undoOp.mockResolvedValue(written({ op: 8, kind: "add_article", shown: null } as never, { op: 8 }));
    api.article.mockImplementation((id) => Promise.resolve(article(id)));
    await drafting.newArticle(null);
    expect(drafting.leftBlank).toBe(false);
    await reading.open("a");
    expect(drafting.leftBlank).toBe(true);
    await drafting.leaveBlank();
    expect(api.undoOp).toHaveBeenCalledWith(7);
    // Once only.
    await drafting.leaveBlank();
    expect(api.undoOp.mock.calls.filter(([op]) => op === 7)).toHaveLength(1);
  });

  it("blank takes a release that is pasted as if it had begun with it", async () => {
    api.newArticle.mockResolvedValue(written("n", { op: 7, nouns: ["article"], articles: ["n"] }));
    api.undoOp.mockResolvedValue(written({ op: 8, kind: "add_article", shown: null } as never, { op: 8 }));
    api.article.mockImplementation((id) =>
      Promise.resolve(article(id, { versions: [version("v", { title: "", body: "" })] })),
    );
    await drafting.newArticle(null);
    expect(drafting.draft?.empty).toBe(true);
    await drafting.fill("Тақырып\n\nМәтін");
    expect(api.undoOp).toHaveBeenCalledWith(7);
    expect(api.newArticle).toHaveBeenLastCalledWith({
      text: "Тақырып\n\nМәтін",
      unit: null,
      event: null,
      again: false,
    });
    expect(drafting.draft).toBeNull();
  });

  it("empty, but not just begun, is filled by the archive at once, so that undo takes the paste back", async () => {
    api.article.mockResolvedValue(article("a", { versions: [version("v", { title: "", body: "" })] }));
    await reading.open("a");
    await drafting.edit("title");
    api.fillVersion.mockImplementation(() => {
      api.article.mockResolvedValue(article("a", { versions: [version("v", { title: "Тақырып", body: "Мәтін" })] }));
      return Promise.resolve(written(null, { op: 9, articles: ["a"] }));
    });
    await drafting.fill("27 ақпан 2026\nТақырып\n\nМәтін");
    expect(api.fillVersion.mock.calls.at(-1)?.slice(0, 3)).toEqual(["v", "27 ақпан 2026\nТақырып\n\nМәтін", false]);
    expect(drafting.draft).toMatchObject({ title: "Тақырып", body: "Мәтін", settled: true, justFilled: true });
    expect(sent.at(-1)).toEqual({ draft: "body" });
    drafting.draft?.typeBody("Мәтіні");
    expect(drafting.draft?.justFilled).toBe(false);
  });

  it("stays under edit where what is pasted is here already, whether it was just begun or not", async () => {
    const known = { code: "duplicate_release", data: { id: "old" } };
    api.article.mockResolvedValue(article("a", { versions: [version("v", { title: "", body: "" })] }));
    await reading.open("a");
    await drafting.edit("title");
    api.fillVersion.mockRejectedValueOnce(known);
    await drafting.fill("Тақырып\n\nМәтін");
    expect(drafting.draft).toMatchObject({ version: "v", empty: true });
    expect(catalogue.problem).toEqual(known);
    api.fillVersion.mockResolvedValue(written(null));
    catalogue.again?.run();
    await turns();
    expect(api.fillVersion.mock.calls.at(-1)?.[2]).toBe(true);
    drafting.draft = null;

    api.article.mockImplementation((id) =>
      Promise.resolve(article(id, { versions: [version("w", { title: "", body: "" })] })),
    );
    api.newArticle.mockResolvedValueOnce(written("n", { op: 7, nouns: ["article"], articles: ["n"] }));
    await drafting.newArticle(null);
    const begun = drafting.draft;
    api.newArticle.mockRejectedValueOnce(known);
    api.undoOp.mockReset();
    await drafting.fill("Тақырып\n\nМәтін");
    expect(drafting.draft).toBe(begun);
    expect(catalogue.problem).toEqual(known);
    expect(api.undoOp).not.toHaveBeenCalled();
    drafting.draft = null;
    api.undoOp.mockResolvedValue(written({ op: 8, kind: "add_article", shown: null } as never, { op: 8 }));
    await drafting.leaveBlank();
  });

  it("of a text that the library has is added all the same where one says so", async () => {
    api.newArticle.mockRejectedValueOnce({ code: "duplicate_release", data: { id: "old" } });
    await drafting.newArticle("Мәтін");
    expect(catalogue.problem?.code).toBe("duplicate_release");
    api.newArticle.mockResolvedValue(written("n", { nouns: ["article"], articles: ["n"] }));
    api.article.mockImplementation((id) => Promise.resolve(article(id)));
    catalogue.again?.run();
    await turns();
    expect(api.newArticle).toHaveBeenLastCalledWith({ text: "Мәтін", unit: null, event: null, again: true });
    expect(catalogue.problem).toBeNull();
    expect(reading.record?.id).toBe("n");
  });

  it("is set beside the text that it translates", async () => {
    const other = version("w", { of: "v", relation: "translates" });
    api.article.mockResolvedValue(article("a", { versions: [text, other] }));
    await reading.open("a");
    await drafting.compare();
    expect(drafting.compared).toBe("w");
    await drafting.compare();
    expect(drafting.compared).toBeNull();
  });
});
