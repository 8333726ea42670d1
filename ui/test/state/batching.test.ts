import { beforeEach, describe, expect, it, vi } from "vitest";

import { actionById, isEnabled, titleOf } from "../../src/actions";
import { batching } from "../../src/state/batching.svelte";
import { jobs } from "../../src/state/jobs.svelte";
import { library } from "../../src/state/library.svelte";
import { list } from "../../src/state/list.svelte";
import { reading } from "../../src/state/reading.svelte";
import { selection } from "../../src/state/selection.svelte";
import { views } from "../../src/state/view.svelte";
import { speak } from "../../src/words/language.svelte";
import type { BatchResult } from "../../src/types";
import type { Job, LibraryInfo } from "../../src/types/shell";
import { article, line, page, pages } from "./records";
import { api, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

const result: BatchResult = { changed: 2, same: 0, lines: [], hindered: [], open: [] };

const job = (state: Job["state"]): Job => ({
  id: 7,
  kind: "batch",
  state,
  stage: "",
  done: 0,
  total: 0,
  problem: null,
  result,
  changed: null,
});

beforeEach(async () => {
  api.article.mockImplementation((id) => Promise.resolve(article(id)));
  api.listArticles.mockImplementation(pages(10));
  reading.clear();
  list.reset();
  views.reset();
  batching.end(null);
  library.phase = "open";
  library.info = { read_only: false } as unknown as LibraryInfo;
  await list.ask();
});

describe("what is done to several", () => {
  beforeEach(() => {
    list.choose(1);
    list.toggle(3);
  });

  it("is asked for all that are selected, and says so", async () => {
    speak("en");
    const register = actionById("article.register");
    if (register === undefined) throw new Error("no action");
    expect(isEnabled(register)).toBe(true);
    expect(titleOf(register)).toContain("2 documents");
    register.run();
    await turns();
    expect(batching.wish).toEqual({ act: "register", ids: ["a1", "a3"] });
    batching.end(null);
    actionById("article.delete")?.run();
    await turns();
    expect(batching.wish).toEqual({ act: "delete", ids: ["a1", "a3"] });
  });

  it("leaves nothing that is about one of them", () => {
    for (const id of ["version.add", "version.delete"]) {
      const action = actionById(id);
      expect(action !== undefined && isEnabled(action), id).toBe(false);
    }
  });

  it("is answered by what was done, or by nothing", async () => {
    const asked = batching.ask({ move: null });
    await turns();
    batching.end(result);
    expect(await asked).toEqual(result);
    const left = batching.ask("accept");
    await turns();
    batching.end(null);
    expect(await left).toBeNull();
    expect(batching.wish).toBeNull();
  });

  it("once deleted is selected no more, and its neighbour is on the screen", async () => {
    api.runBatch.mockResolvedValue(7);
    list.need(0, 9);
    const running = batching.run({ act: "delete", ids: ["a1", "a3"] });
    await turns();
    api.listArticles.mockImplementation((query) =>
      pages(10)(query).then((page) => ({
        total: 8,
        exact: 8,
        numbered: false,
        similar: [],
        rows: page.rows.filter(({ id }) => id !== "a1" && id !== "a3"),
      })),
    );
    jobs.took(job("done"));
    await running;
    expect(api.runBatch).toHaveBeenCalledWith({ act: "delete", articles: ["a1", "a3"] });
    expect(list.several).toBe(false);
    // Two rows went, the upper one from above the cursor: what stood below it is where one goes on.
    expect(reading.wanted).toBe("a4");
    expect(list.row(list.chosen)?.id).toBe("a4");
  });

  it("leaves one where it stood also where it was known first that the document is gone", async () => {
    list.need(0, 9);
    const left = ["a0", "a2", "a4", "a5"].map((id) => line(id));
    api.listArticles.mockResolvedValue(page(left.length, left));
    reading.clear();
    await list.ask();
    list.chooseNear();
    expect(reading.wanted).toBe("a4");
  });

  it("is nothing where nothing is selected", async () => {
    list.reset();
    reading.clear();
    expect(await batching.ask("register")).toBeNull();
    expect(batching.wish).toBeNull();
  });
});

describe("what is filled in for several", () => {
  it("is only what was touched, and an empty list is nothing", () => {
    selection.reset();
    expect(selection.filled).toBe(false);
    selection.set({ add_subjects: [] });
    expect(selection.filled).toBe(false);
    selection.set({ kind: "" });
    expect(selection.filled).toBe(true);
    selection.leave();
    expect(selection.filled).toBe(false);
  });
});
