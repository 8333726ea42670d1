import { beforeEach, describe, expect, it, vi } from "vitest";

import { list } from "../../src/state/list.svelte";
import { reading } from "../../src/state/reading.svelte";
import { views } from "../../src/state/view.svelte";
import type { ListPage } from "../../src/types";
import { article, line, page, pages } from "./records";
import { api, later, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

beforeEach(async () => {
  api.article.mockImplementation((id) => Promise.resolve(article(id)));
  api.listArticles.mockImplementation(pages(1000));
  reading.clear();
  list.reset();
  views.reset();
  await list.ask();
});

describe("the list's question", () => {
  it("is answered by the first page; the rest comes as it is looked at", async () => {
    expect(list.total).toBe(1000);
    expect(list.row(0)?.id).toBe("a0");
    expect(list.row(500)).toBeUndefined();
    list.need(490, 510);
    await turns();
    expect(list.row(500)?.id).toBe("a500");
    expect(api.listArticles).toHaveBeenCalledTimes(3);
  });

  it("drops an answer that a later question overtook", async () => {
    const slow = later<ListPage>();
    api.listArticles.mockReturnValueOnce(slow.promise);
    const first = list.ask({ text: "ерлік" });
    api.listArticles.mockImplementation(pages(7));
    await list.ask({ text: "ерліктер" });
    slow.answer(page(99, [line("late")]));
    await first;
    expect(list.total).toBe(7);
    expect(list.row(0)?.id).toBe("a0");
  });

  it("leaves the rows where they are when it fails, and says why", async () => {
    api.listArticles.mockRejectedValueOnce({ code: "library_missing", data: null });
    await list.ask({ text: "ерлік" });
    expect(list.lost).toBe(true);
    expect(list.row(0)?.id).toBe("a0");
    await list.ask();
    expect(list.lost).toBe(false);
  });

  it("asked again fetches what is in sight, so that nothing jumps", async () => {
    list.need(400, 420);
    await turns();
    api.listArticles.mockClear();
    await list.ask();
    expect(api.listArticles.mock.calls.map(([query]) => query.offset)).toEqual([400]);
    expect(list.row(410)?.id).toBe("a410");
  });

  it("narrowed further is asked among the articles", async () => {
    views.go({ kind: "events" });
    list.narrow({ year: 2026 });
    await turns();
    expect(views.now.kind).toBe("articles");
    expect(list.narrowed).toBe(true);
    expect(api.listArticles.mock.calls.at(-1)?.[0].year).toBe(2026);
    // from one part of the library to another what is asked stays
    list.goTo({ kind: "tray" });
    await turns();
    expect(list.question.filters.year).toBe(2026);
    expect(api.listArticles.mock.calls.at(-1)?.[0]).toMatchObject({ in_tray: true, year: 2026 });
  });

  it("searched in a part of the library is counted in the whole, and asked there by one action", async () => {
    await list.ask({ text: "ерлік", place: { kind: "drafts" } });
    await turns();
    const [counted] = api.listArticles.mock.calls.at(-1) ?? [];
    expect(counted).toMatchObject({ text: "ерлік", state: null, limit: 0 });
    expect(list.everywhere).toBe(1000);
    list.searchEverywhere();
    await turns();
    expect(list.question).toMatchObject({ text: "ерлік", place: { kind: "all" } });
    expect(list.everywhere).toBeNull();
  });

  it("puts what words find by relevance, and the list as it was", async () => {
    expect(list.order).toBe("date_newest");
    await list.ask({ text: "ерлік" });
    expect(api.listArticles.mock.calls.at(-1)?.[0]).toMatchObject({ order: "relevance", similar: true });
    list.putInOrder("title");
    await turns();
    expect(list.order).toBe("title");
    await list.ask({ text: "" });
    expect(list.order).toBe("date_newest");
  });

  it("is that of a saved search until something of it is changed", async () => {
    await list.ask({ text: "ерлік" }, "s1");
    expect(list.saved).toBe("s1");
    await list.ask();
    expect(list.saved).toBe("s1");
    await list.ask({ order: "title" });
    expect(list.saved).toBeNull();
  });
});

describe("the list's place", () => {
  it("has the cursor on the article on the screen, however far down its row is", async () => {
    reading.show("a700");
    api.listPosition.mockResolvedValue(700);
    await list.follow();
    expect(list.chosen).toBe(700);
    await list.ask({ order: "title" });
    await turns();
    expect(list.chosen).toBe(700);
  });

  it("has no cursor where the list does not hold the article on the screen", async () => {
    list.choose(3);
    api.listArticles.mockImplementation((query) =>
      Promise.resolve(page(2, query.offset > 0 ? [] : [line("x"), line("y")])),
    );
    list.goTo({ kind: "tray" });
    await turns();
    expect(list.chosen).toBe(-1);
  });

  it("says by how many rows what is in sight moved when somebody adds some above", async () => {
    list.need(0, 30, 10);
    list.choose(12);
    api.listArticles.mockImplementation((query) =>
      Promise.resolve({
        total: 1002,
        exact: 1002,
        numbered: false,
        similar: [],
        rows: Array.from({ length: query.limit }, (_, at) =>
          line(query.offset + at < 2 ? `new${at}` : `a${query.offset + at - 2}`),
        ),
      }),
    );
    await list.ask();
    expect(list.shift.by).toBe(2);
    expect(list.chosen).toBe(14);
    expect(list.row(list.chosen)?.id).toBe("a12");
  });
});

describe("the list's cursor", () => {
  it("shows the article that it is on, within the ends", async () => {
    list.choose(2);
    await turns();
    expect(reading.record?.id).toBe("a2");
    list.move(-5);
    await turns();
    expect([list.chosen, reading.wanted]).toEqual([0, "a0"]);
    list.choose(5000);
    expect(list.chosen).toBe(999);
  });

  it("on a row that has not come shows its article once it is here", async () => {
    list.choose(700);
    expect(reading.wanted).toBeNull();
    await turns();
    expect(reading.wanted).toBe("a700");
  });

  it("is back where it was when a search is given up", async () => {
    list.choose(3);
    await turns();
    api.listArticles.mockImplementation(({ offset }) => Promise.resolve(page(1, offset > 0 ? [] : [line("x")])));
    await list.ask({ text: "ерлік" });
    expect(list.chosen).toBe(-1);
    api.listArticles.mockImplementation(pages(1000));
    await list.ask({ text: "" });
    expect(list.chosen).toBe(3);
  });

  it("goes on from its place when its article went", async () => {
    list.choose(2);
    await turns();
    const rows = ["a0", "a1", "a3", "a4"].map(line);
    list.need(0, 10);
    api.listArticles.mockResolvedValue(page(4, rows));
    await list.ask();
    expect(list.chosen).toBe(-1);
    list.move(1);
    await turns();
    expect(reading.wanted).toBe("a3");
  });

  it("goes back by one from its place when its article went", async () => {
    list.choose(2);
    await turns();
    list.need(0, 10);
    api.listArticles.mockResolvedValue(page(4, ["a0", "a1", "a3", "a4"].map(line)));
    await list.ask();
    list.move(-1);
    await turns();
    expect(reading.wanted).toBe("a1");
  });
});

describe("the list's selection", () => {
  it("is the article on the screen, where no more are chosen", async () => {
    list.choose(1);
    expect(list.several).toBe(false);
    expect(list.selectedCount).toBe(1);
    expect(await list.selectedIds()).toEqual(["a1"]);
  });

  it("reaches from where it began to the cursor, over rows that have not come", async () => {
    list.choose(10);
    list.extend(1);
    await turns();
    expect(list.selectedCount).toBe(10);
    list.extend(250);
    await turns();
    const ids = await list.selectedIds();
    expect(ids.length).toBe(241);
    expect([ids[0], ids.at(-1)]).toEqual(["a10", "a250"]);
    expect(list.isSelected(9)).toBe(false);
  });

  it("takes rows in and out one by one, the one with the cursor first", async () => {
    list.choose(4);
    list.toggle(6);
    expect(await list.selectedIds()).toEqual(["a4", "a6"]);
    list.toggle(4);
    expect(await list.selectedIds()).toEqual(["a6"]);
    list.choose(0);
    expect(list.several).toBe(false);
  });

  it("of all is of all, also of those that have not come", async () => {
    const all = Array.from({ length: 1000 }, (_, at) => `a${at}`);
    api.articleIds.mockResolvedValue(all);
    list.selectAll();
    expect(list.selectedCount).toBe(1000);
    expect(list.isSelected(999)).toBe(true);
    expect(await list.selectedIds()).toEqual(all);
    expect(api.articleIds).toHaveBeenCalledWith(list.query);
  });

  it("stays while the cursor wanders, and goes with another question", async () => {
    list.choose(1);
    list.toggle(2);
    list.wander(5);
    expect(list.selectedCount).toBe(2);
    await list.ask();
    expect(list.selectedCount).toBe(2);
    await list.ask({ text: "ерлік" });
    expect(list.several).toBe(false);
  });
});
