import { beforeEach, describe, expect, it, vi } from "vitest";

vi.mock("../../src/wire/api", () => import("./wire"));

import { manual } from "../../src/state/manual.svelte";
import { speak } from "../../src/words/language.svelte";
import { api, later, turns } from "./wire";

const page = (name: string) => ({ name, title: name, blocks: [] });
const found = (name: string) => ({ page: name, title: name, heading: "", section: null, text: "", matches: [] });

beforeEach(() => {
  api.manual.mockResolvedValue(["ten-minutes", "photos", "care"].map(page));
  manual.close();
  manual.choose("kept");
});

describe("the manual", () => {
  it("opens at the page about where one stands, and where one was left when one stands there still", async () => {
    manual.show("photos");
    await turns();
    expect([manual.open, manual.page?.name]).toEqual([true, "photos"]);
    manual.choose("care");
    manual.close();
    manual.show("photos");
    expect(manual.place?.page).toBe("care");
    manual.show("history");
    expect(manual.place?.page).toBe("history");
  });

  it("keeps the first page open wherever its steps lead, but for a dialog", () => {
    manual.show("ten-minutes");
    manual.top = 300;
    manual.close();
    manual.show("tagging");
    expect([manual.place?.page, manual.top]).toEqual(["ten-minutes", 300]);
    const closed = manual.leadFrom("bundles");
    manual.show("bundles");
    expect([manual.place?.page, manual.top]).toEqual(["bundles", 0]);
    closed();
    expect(manual.ofDialog).toBeUndefined();
  });

  it("leads to the page of the dialog that lies uppermost", () => {
    const below = manual.leadFrom("photos");
    const above = manual.leadFrom("settings");
    expect(manual.ofDialog).toBe("settings");
    above();
    expect(manual.ofDialog).toBe("photos");
    below();
  });

  it("goes back and forward, and forgets what lay ahead once one goes elsewhere", () => {
    manual.choose("photos");
    manual.choose("care", 2);
    manual.back();
    expect(manual.place).toEqual({ page: "photos", section: null });
    manual.forward();
    expect(manual.place).toEqual({ page: "care", section: 2 });
    manual.back();
    manual.choose("access");
    expect(manual.canGoForward).toBe(false);
  });

  it("shows what was asked last, whatever is answered first", async () => {
    const first = later<ReturnType<typeof found>[]>();
    api.findInManual.mockReturnValueOnce(first.promise).mockResolvedValueOnce([found("photos")]);
    void manual.find("сур");
    await manual.find("сурет");
    first.answer([found("care")]);
    await turns();
    expect(manual.found.map((one) => one.page)).toEqual(["photos"]);
  });

  it("is read anew in the language that the window speaks now", async () => {
    manual.show("care");
    await turns();
    speak("ru");
    manual.show("photos");
    await turns();
    expect(api.manual.mock.calls.map(([word]) => word)).toContain("ru");
    speak("kk");
  });
});
