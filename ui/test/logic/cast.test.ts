import { describe, expect, it } from "vitest";

import { castOf, nearestFirst, withPosition } from "../../src/logic/cast";
import { checksOf } from "../../src/logic/article-checks";
import type { ArticleRecord, MentionRecord, PartyRecord, PhotoCheck, VersionRecord } from "../../src/types";

const party = (id: string, kind: PartyRecord["kind"]) => ({ id, kind, name: id }) as PartyRecord;
const version = (id: string) =>
  ({
    id,
    mentions: [
      { id: "m1", party: "роза", place: null },
      { id: "m2", party: "ерлік", place: null },
      { id: "m3", party: "роза", place: null },
    ],
    quotes: [{ id: "q", speaker: "роза" }],
  }) as VersionRecord;

const record = {
  parties: [party("роза", "person"), party("ерлік", "organisation")],
  cast: [
    { id: "1", party: "ерлік", roles: ["mentioned"], on_behalf_of: null, positions: [] },
    {
      id: "2",
      party: "роза",
      roles: ["speaker"],
      on_behalf_of: "ерлік",
      positions: [
        { id: "p1", version: "kk", text: "жетекшісі", post: null },
        { id: "p2", version: "ru", text: "руководитель", post: null },
        { id: "p3", version: "kk-corrected", text: "жетекшісі", post: null },
      ],
    },
  ],
} as unknown as ArticleRecord;

describe("the cast", () => {
  it("has each kind by itself, with what its text says", () => {
    const people = castOf(record, version("ru"), "person");
    expect(people.map(({ name }) => name)).toEqual(["роза"]);
    expect(people[0]?.positions.map(({ text }) => text)).toEqual(["руководитель"]);
    expect(people[0]?.onBehalfOf).toBe("ерлік");
    expect(people[0]?.mentions).toEqual(["m1", "m3"]);
    expect(people[0]?.quotes).toBe(1);
    expect(castOf(record, version("ru"), "organisation").map(({ name }) => name)).toEqual(["ерлік"]);
  });

  it("shows the other texts' positions where this one prints none", () => {
    const people = castOf(record, version("en"), "person");
    expect(people[0]?.positions.map(({ text }) => text)).toEqual(["жетекшісі", "руководитель"]);
  });
});

describe("positions", () => {
  it("keep their order; one more comes where the text has it, else last", () => {
    expect(withPosition("бір екі үш", ["төрт", "үш"], "екі")).toEqual(["төрт", "екі", "үш"]);
    expect(withPosition("бір екі үш", ["үш", "бір"], "бес")).toEqual(["үш", "бір", "бес"]);
    expect(withPosition("бір екі үш", ["үш", "төрт"], "төрт")).toEqual(["үш", "төрт"]);
  });

  it("are offered first to whom the text names nearest, before or after", () => {
    const mention = (party: string, start: number, end: number) => ({ party, start, end }) as MentionRecord;
    const mentions = [mention("far", 0, 4), mention("after", 31, 36), mention("before", 5, 15), mention("far", 90, 95)];
    const found = nearestFirst(
      ["nowhere", "far", "before", "after"],
      mentions,
      { start: 20, end: 30 },
      (party) => party,
    );
    expect(found).toEqual(["after", "before", "far", "nowhere"]);
  });
});

describe("checks", () => {
  const whole = {
    ...record,
    photos: [
      { id: "f1", credit: "роза" },
      { id: "f2", credit: " " },
    ],
    versions: [version("kk")],
  } as unknown as ArticleRecord;

  it("name what is stale, who says a quote, whom no text names, which photo has no credit", () => {
    const missing = { kind: "credit_missing", photos: ["f2"], number: 2, name: null } as unknown as PhotoCheck;
    const shown = {
      ...version("kk"),
      mentions: [{ id: "m1", party: "роза", state: "stale" }],
      quotes: [
        { id: "q", speaker: null },
        { id: "r", speaker: "роза" },
      ],
    } as unknown as VersionRecord;
    const checks = checksOf({ ...whole, versions: [{ ...shown, mentions: [] }] }, shown, [missing]);
    expect(checks.map(({ kind, key }) => [kind, key])).toEqual([
      ["stale", "m1"],
      ["quote", "q"],
      ["person", "роза"],
      ["photo", "credit_missing f2 "],
    ]);
    expect(checks.at(-1)).toMatchObject({ photo: { number: 2 } });
  });

  it("ask for no mention of who took the photos, nor of one whom another text names", () => {
    expect(checksOf(whole, version("kk"), []).map(({ kind }) => kind)).toEqual([]);
    const photographer = { ...record.cast[1], roles: ["photographer"] };
    const unnamed = { ...whole, cast: [photographer], versions: [] } as unknown as ArticleRecord;
    expect(checksOf(unnamed, undefined, []).map(({ kind }) => kind)).toEqual([]);
  });
});
