import { beforeEach, describe, expect, it, vi } from "vitest";

import { hush, told } from "../../src/state/announce.svelte";
import { dialogs } from "../../src/state/dialogs.svelte";
import { library } from "../../src/state/library.svelte";
import { list } from "../../src/state/list.svelte";
import { leaveGone, showRecord } from "../../src/state/open-record";
import { reading } from "../../src/state/reading.svelte";
import { views } from "../../src/state/view.svelte";
import { article, pages } from "./records";
import { api, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

beforeEach(() => {
  hush();
  views.reset();
  reading.clear();
  list.reset();
  api.article.mockImplementation((id) => Promise.resolve(article(id)));
  api.listArticles.mockImplementation(pages(3));
});

describe("the way back", () => {
  it("leads through what was shown, and forward again", () => {
    views.go({ kind: "events" });
    views.go({ kind: "event", id: "e" });
    views.back();
    expect(views.now).toEqual({ kind: "events" });
    views.back();
    views.back();
    expect(views.now).toEqual({ kind: "articles" });
    expect(views.canGoBack).toBe(false);
    views.forward();
    expect(views.now).toEqual({ kind: "events" });
    expect(views.canGoForward).toBe(true);
  });

  it("has no step for what is shown already", () => {
    views.go({ kind: "articles" });
    expect(views.canGoBack).toBe(false);
  });

  it("is cut where one goes elsewhere from the middle of it", () => {
    views.go({ kind: "events" });
    views.go({ kind: "party", id: "p" });
    views.back();
    views.go({ kind: "photos", lacking: null });
    expect(views.canGoForward).toBe(false);
    views.back();
    expect(views.now).toEqual({ kind: "events" });
  });

  it("leads past what is gone, to where one was before", () => {
    views.go({ kind: "events" });
    views.go({ kind: "event", id: "e" });
    views.go({ kind: "events" });
    views.back();
    views.gone({ kind: "event", id: "e" });
    expect(views.now).toEqual({ kind: "events" });
    expect(views.canGoForward).toBe(false);
    views.back();
    expect(views.now).toEqual({ kind: "articles" });
    views.forward();
    expect(views.now).toEqual({ kind: "events" });
  });

  it("stays where one is when something else is gone", () => {
    views.go({ kind: "party", id: "p" });
    views.go({ kind: "events" });
    views.gone({ kind: "party", id: "p" });
    expect(views.now).toEqual({ kind: "events" });
    views.back();
    expect(views.now).toEqual({ kind: "articles" });
  });

  it("leads to the row and the words that one left a page's list at, past what is gone too", () => {
    views.go({ kind: "parties", of: "person" });
    views.keepPlace("parties", { text: "асан", at: 3 });
    views.go({ kind: "party", id: "p" });
    // What is drawn of the list that one left tells nothing of the page that is shown now.
    views.keepPlace("parties", { text: "", at: 0 });
    expect(views.place).toEqual({ text: "", at: 0 });
    views.gone({ kind: "party", id: "p" });
    expect([views.now.kind, views.place]).toEqual(["parties", { text: "асан", at: 3 }]);
    views.go({ kind: "events" });
    views.go({ kind: "parties", of: "person" });
    expect(views.place).toEqual({ text: "", at: 0 });
    views.back();
    views.back();
    expect(views.place).toEqual({ text: "асан", at: 3 });
  });

  it("is long, but not endless", () => {
    for (let at = 0; at < 80; at++) views.go({ kind: "party", id: String(at) });
    let steps = 0;
    for (; views.canGoBack; steps++) views.back();
    expect(steps).toBe(49);
  });
});

it("a page that is found to be gone after one went on from it takes nobody away", () => {
  views.go({ kind: "parties", of: "person" });
  views.go({ kind: "party", id: "gone" });
  views.go({ kind: "party", id: "stays" });
  leaveGone({ kind: "party", id: "gone" });
  expect([views.now, told()]).toEqual([{ kind: "party", id: "stays" }, ""]);
  views.back();
  expect(views.now.kind).toBe("parties");
});

describe("showing a record", () => {
  it("goes to its page", () => {
    showRecord({ party: "p" });
    expect(views.now).toEqual({ kind: "party", id: "p" });
    showRecord({ event: "e" });
    expect(views.now).toEqual({ kind: "event", id: "e" });
  });

  it("goes to a unit, a saved search, a transfer", async () => {
    views.go({ kind: "events" });
    showRecord({ unit: "u" });
    await turns();
    expect([views.now.kind, list.question.place]).toEqual(["articles", { kind: "unit", id: "u" }]);
    const query = { ...list.query, unit: null, text: "ерлік" };
    library.saved = [{ id: "s", name: "S", query, articles: 1 }];
    showRecord({ saved_search: "s" });
    await turns();
    expect([list.question.text, list.saved]).toEqual(["ерлік", "s"]);
    showRecord({ transfer: "t" });
    expect(dialogs.now).toEqual({ kind: "transfers", id: "t" });
    dialogs.now = null;
  });

  it("shows an article with its row, and leaves one on the screen as it is", async () => {
    await list.ask();
    views.go({ kind: "events" });
    showRecord({ article: "a2" });
    await turns();
    expect([views.now.kind, list.chosen, reading.record?.id]).toEqual(["articles", 2, "a2"]);
    api.article.mockClear();
    showRecord({ article: "a2" });
    await turns();
    expect(api.article).not.toHaveBeenCalled();
  });
});
