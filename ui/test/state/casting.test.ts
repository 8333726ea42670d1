import { beforeEach, describe, expect, it, vi } from "vitest";

import { casting, removeEntry } from "../../src/state/casting.svelte";
import { sendKeyboardBy, type KeyboardPlace } from "../../src/state/keyboard";
import { reading } from "../../src/state/reading.svelte";
import { tagging } from "../../src/state/tagging.svelte";
import type { ParticipationRecord, PlaceRecord } from "../../src/types";
import { article, mention, party, version, written } from "./records";
import { api, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

const body = "Асан мен Үсен Алматыда";
const cast = (id: string) => ({ id: `in-${id}`, party: id, roles: [], positions: [], on_behalf_of: null });

let sent: KeyboardPlace[] = [];

beforeEach(async () => {
  sent = [];
  sendKeyboardBy((place) => {
    sent.push(place);
    return Promise.resolve();
  });
  const text = version("v", {
    body,
    mentions: [mention("m-asan", "asan", 0, 4), mention("m-usen", "usen", 9, 13)],
  });
  api.article.mockResolvedValue(
    article("a", {
      versions: [text],
      parties: [party("asan", "Асан"), party("usen", "Үсен")],
      cast: [cast("asan"), cast("usen")] as unknown as ParticipationRecord[],
      places: [{ id: "almaty", name: "Алматы" }] as unknown as PlaceRecord[],
    }),
  );
  api.suggestions.mockResolvedValue({ suggestions: [], recounted: false });
  api.untag.mockResolvedValue(written(null));
  api.removePlace.mockResolvedValue(written(null));
  reading.clear();
  await reading.open("a");
  tagging.goTo(mention("m-asan", "asan", 0, 4));
});

describe("who is taken out of the list", () => {
  it("leaves the keyboard and the light to the next, of whom the text shows the words", async () => {
    void removeEntry("asan");
    expect(sent).toEqual([{ castEntry: "usen" }]);
    expect(reading.pointed).toBe("usen");
    expect(tagging.words(tagging.selection)).toBe("Үсен");
    await turns();
  });

  it("leaves no words selected where the next has none, and goes back from the last", async () => {
    void removeEntry("usen");
    expect([sent[0], reading.pointed]).toEqual([{ castEntry: "almaty" }, "almaty"]);
    expect(tagging.words(tagging.selection)).toBe("");
    void removeEntry("almaty");
    expect([sent[1], reading.pointed]).toEqual([{ castEntry: "asan" }, "asan"]);
    await turns();
  });

  it("leaves the keyboard to the pane where nobody is left, and nothing lit up", async () => {
    for (const one of ["usen", "almaty", "asan"]) void removeEntry(one);
    expect(casting.groups.flatMap(({ lines }) => lines)).toEqual([]);
    expect([sent.at(-1), reading.pointed]).toEqual([{ pane: "inspector" }, null]);
    expect(tagging.words(tagging.selection)).toBe("");
    await turns();
  });
});
