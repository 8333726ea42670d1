import { describe, expect, it } from "vitest";

import { castOf } from "../src/cast";
import type { ArticleRecord, PartyRecord, VersionRecord } from "../src/types";

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
