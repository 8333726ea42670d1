import { beforeEach, describe, expect, it, vi } from "vitest";

import { actionById, isEnabled } from "../../src/actions";
import { told } from "../../src/state/announce.svelte";
import { catalogue } from "../../src/state/catalogue.svelte";
import { Draft, drafting } from "../../src/state/drafting.svelte";
import { library } from "../../src/state/library.svelte";
import { list } from "../../src/state/list.svelte";
import { reading } from "../../src/state/reading.svelte";
import { views } from "../../src/state/view.svelte";
import { windowSteps } from "../../src/state/window-steps.svelte";
import { t } from "../../src/words/language.svelte";
import type { Reverted } from "../../src/types";
import { article, changed, libraryInfo, pages, version, written } from "../state/records";
import { api, turns } from "../state/wire";

vi.mock("../../src/wire/api", () => import("../state/wire"));

const undo = () => actionById("edit.undo")?.run();
const reverted: Reverted = { op: 1, kind: "tag", shows: null };

beforeEach(() => {
  vi.stubGlobal("document", { activeElement: null });
  vi.stubGlobal("HTMLElement", class {});
  library.phase = "open";
  library.info = libraryInfo;
  reading.clear();
  list.reset();
  views.reset();
  catalogue.forget();
  drafting.draft = null;
  api.article.mockImplementation((id) => Promise.resolve(article(id)));
  api.listArticles.mockImplementation(pages(2));
});

describe("undo", () => {
  it("writes first what is typed, so that this is what it takes back", async () => {
    const order: string[] = [];
    api.editVersion.mockImplementation(() => {
      order.push("write");
      return Promise.resolve(written(null, { undo: "edit_text" }));
    });
    api.undo.mockImplementation(() => {
      order.push("undo");
      return Promise.resolve(written({ ...reverted, kind: "edit_text" }));
    });
    drafting.draft = new Draft(version("v"), "a", () => undefined);
    drafting.draft.typeBody("жаңа");
    undo();
    await turns();
    expect(order).toEqual(["write", "undo"]);
  });

  it("takes back a release that was pasted into an empty text, though the keyboard is in the field", async () => {
    const field = { closest: () => ({}), tagName: "TEXTAREA" };
    vi.stubGlobal("document", { activeElement: field, queryCommandEnabled: () => false, execCommand: () => false });
    const draft = new Draft(version("v"), "a", () => undefined);
    vi.spyOn(draft, "justFilled", "get").mockReturnValue(true);
    drafting.draft = draft;
    catalogue.undo = "edit_text";
    api.undo.mockResolvedValue(written({ ...reverted, kind: "edit_text" }));
    undo();
    await turns();
    expect(api.undo).toHaveBeenCalledTimes(1);
  });

  it("says which document it is, where that is not the one on the screen", async () => {
    await list.ask();
    list.open("a1");
    await turns();
    expect(reading.record?.id).toBe("a1");
    catalogue.undo = "tag";
    api.undo.mockResolvedValue(written({ ...reverted, shows: { article: "elsewhere" } }));
    undo();
    await turns();
    expect(reading.record?.id).toBe("elsewhere");
    expect(told()).toContain(reading.record?.reference);
  });

  it("says what it took back, and shows where", async () => {
    await list.ask();
    catalogue.undo = "tag";
    api.undo.mockResolvedValue(written({ ...reverted, shows: { article: "a1" } }, { undo: null, redo: "tag" }));
    views.go({ kind: "events" });
    undo();
    await turns();
    expect(views.now.kind).toBe("articles");
    expect(reading.record?.id).toBe("a1");
    expect(told()).not.toBe("");
    expect(catalogue.redo).toBe("tag");
  });

  it("that is refused says why and goes nowhere", async () => {
    catalogue.undo = "tag";
    api.undo.mockRejectedValue({ code: "undo_refused", data: null });
    views.go({ kind: "events" });
    undo();
    await turns();
    expect(catalogue.problem?.code).toBe("undo_refused");
    expect(views.now.kind).toBe("events");
  });

  it("asks nothing of the archive where there is nothing to take back", async () => {
    undo();
    await turns();
    expect(api.undo).not.toHaveBeenCalled();
  });

  it("takes back first what was done last beside the archive, and no op before it", async () => {
    catalogue.undo = "import_articles";
    const offered = vi.fn().mockResolvedValue(undefined);
    const turnedDown = vi.fn().mockResolvedValue(undefined);
    windowSteps.did({ what: "step-turned-down", undo: offered, redo: turnedDown });
    const step = actionById("edit.undo");
    expect(step?.titleNow?.()).toContain(t("step-turned-down"));
    undo();
    await turns();
    expect([offered.mock.calls.length, api.undo.mock.calls.length]).toEqual([1, 0]);
    expect(told()).toBe(t("told-undone", { what: t("step-turned-down") }));
    actionById("edit.redo")?.run();
    await turns();
    expect(turnedDown).toHaveBeenCalledTimes(1);
    // Once something is written, undo is the archive's again.
    catalogue.took(changed({ op: 9, undo: "edit_text" }));
    api.undo.mockResolvedValue(written({ ...reverted, kind: "edit_text" }));
    undo();
    await turns();
    expect([offered.mock.calls.length, api.undo.mock.calls.length]).toEqual([1, 1]);
  });

  it("is there for what can be written alone", () => {
    const step = actionById("edit.undo");
    if (step === undefined) throw new Error("there is no edit.undo");
    expect(isEnabled(step)).toBe(false);
    catalogue.undo = "tag";
    expect(isEnabled(step)).toBe(true);
    library.info = { ...libraryInfo, read_only: true };
    expect(isEnabled(step)).toBe(false);
  });
});
