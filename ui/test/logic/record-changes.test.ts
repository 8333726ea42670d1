import { describe, expect, it } from "vitest";

import { changesBetween } from "../../src/logic/record-changes";
import { article, mention, party, version } from "../state/records";

const body = "Асан келді\nҮсен кетті";
const before = article("a", {
  parties: [party("p", "Асан")],
  versions: [version("v", { title: "Хабар", body, mentions: [mention("m", "p", 0, 4)] })],
});

function now(more: Parameters<typeof version>[1], parties = before.parties) {
  return article("a", { parties, versions: [version("v", { ...before.versions[0], ...more })] });
}

describe("what somebody else changed", () => {
  it("is nothing where the record is the same", () => {
    expect([...changesBetween(before, now({}))]).toEqual([]);
  });

  it("is the title, a tag, a name", () => {
    expect([...changesBetween(before, now({ title: "Хабарлама" }))]).toEqual(["title v"]);
    const tagged = now({ mentions: [mention("m", "p", 0, 4), mention("n", "p", 11, 15)] });
    expect([...changesBetween(before, tagged)]).toEqual(["n"]);
    expect([...changesBetween(before, now({}, [party("p", "Асан Омаров")]))]).toEqual(["p"]);
  });

  it("is the paragraph whose words are new, and not the tags that it moved", () => {
    const typed = now({ body: "Асан келді\nҮсен тез кетті", mentions: [mention("m", "p", 0, 4)] });
    expect([...changesBetween(before, typed)]).toEqual(["paragraph v 11"]);
  });
});
