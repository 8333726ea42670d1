import { beforeEach, describe, expect, it, vi } from "vitest";

import { actionById, isEnabled } from "../../src/actions";
import { hush, told } from "../../src/state/announce.svelte";
import { dialogs } from "../../src/state/dialogs.svelte";
import { library } from "../../src/state/library.svelte";
import { photos } from "../../src/state/photos.svelte";
import { reading } from "../../src/state/reading.svelte";
import { views } from "../../src/state/view.svelte";
import type { PhotoRecord as Photo } from "../../src/types";
import { article, libraryInfo, written } from "./records";
import { api } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

/** An element inside of what these selectors are for. */
const within = (...selectors: string[]): Pick<Element, "closest"> => ({
  closest: (selector: string) => (selectors.includes(selector) ? ({} as Element) : null),
});
const photo = within("[data-pane]", "[data-photos]");
const text = within("[data-pane]");
const menu = within("[role=menubar]");

beforeEach(async () => {
  library.phase = "open";
  library.info = libraryInfo;
  views.reset();
  hush();
  reading.clear();
  const record = article("a");
  api.article.mockResolvedValue({ ...record, photos: [{ id: "p" } as Photo] });
  await reading.open("a");
});

describe("photos taken off", () => {
  it("are told of until one does something else where their document is registered, and not where it failed", async () => {
    vi.useFakeTimers();
    try {
      api.article.mockResolvedValue({ ...article("a"), state: "registered", photos: [{ id: "p" } as Photo] });
      await reading.open("a");
      api.removePhotos.mockRejectedValue({ code: "busy", data: null });
      await photos.remove();
      expect(told()).toBe("");
      api.removePhotos.mockResolvedValue(written(null));
      await photos.remove();
      vi.advanceTimersByTime(600_000);
      expect(told()).toContain(reading.record?.reference);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a key that takes photos away", () => {
  const remove = actionById("photo.remove");
  const possible = () => remove !== undefined && isEnabled(remove);

  it("means the photos while the keyboard is among them, and no longer", () => {
    photos.keyboardCame(photo);
    expect(possible()).toBe(true);
    photos.keyboardCame(text);
    expect(possible()).toBe(false);
  });

  it("means them from a menu that took the keyboard for a moment", () => {
    photos.keyboardCame(photo);
    photos.keyboardCame(menu);
    expect(possible()).toBe(true);
  });
});

describe("photos to be copied", () => {
  const line = (id: string) => ({ photo: { id } as Photo, article: null, reference: null, title: null });
  const series = { total: () => 2, line: (at: number) => line(`s${at}`), need: () => {}, went: () => {} };

  it("are those chosen of the document, or all of it where it has more", async () => {
    api.article.mockResolvedValue({ ...article("a"), photos: ["p", "q"].map((id) => ({ id }) as Photo) });
    await reading.open("a");
    photos.take(["q"]);
    expect(photos.meantIds).toEqual(["q"]);
    actionById("photo.copies")?.run();
    expect(dialogs.now).toEqual({ kind: "copies", chosen: ["q"], all: ["p", "q"] });
    photos.takeAll();
    actionById("photo.copies")?.run();
    expect(dialogs.now).toEqual({ kind: "copies", chosen: ["p", "q"], all: null });
    dialogs.now = null;
  });

  it("are those chosen on a page, else the one that one is on, and the one seen large before all", () => {
    views.go({ kind: "photos", lacking: null });
    photos.grid = { series, at: () => 1, chosen: () => new Set(), held: () => [] };
    expect(photos.meantIds).toEqual(["s1"]);
    photos.grid = {
      series,
      at: () => 1,
      chosen: () => new Set(["x", "y"]),
      held: () => [line("x").photo, line("y").photo],
    };
    expect(photos.meantIds).toEqual(["x", "y"]);
    photos.open(series, 0);
    expect(photos.meantIds).toEqual(["s0"]);
    photos.large = null;
    photos.grid = null;
    expect(photos.meantIds).toEqual([]);
    expect(isEnabled(actionById("photo.copies")!)).toBe(false);
  });
});
