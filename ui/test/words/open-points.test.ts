import { describe, expect, it } from "vitest";
import type { VersionRecord } from "../../src/types";
import { openPoints } from "../../src/words/open-points";
import { article, version } from "../state/records";

/** A text of a file of which its reader was not sure. */
function received(doubt: string, fixed: string | null = null): VersionRecord {
  const files = [{ derivation: { doubts: [{ kind: doubt }] } }] as unknown as VersionRecord["files"];
  return version("text", { title: "Тақырып", body: "Мәтін", files, fixed_at: fixed });
}

const ids = (text: VersionRecord) => openPoints(article("a", { versions: [text] })).map(({ id }) => id);

describe("before a text is registered", () => {
  it("a damaged file is named, and one that is cut off", () => {
    expect(ids(received("damaged"))).toContain("open-damaged");
    expect(ids(received("cut_off"))).toContain("open-damaged");
    expect(ids(received("old_font"))).not.toContain("open-damaged");
  });

  it("what a program read in a picture is named", () => {
    expect(ids(received("machine_read"))).toContain("open-machine-read");
  });

  it("what is registered already is not asked about", () => {
    expect(ids(received("damaged", "2026-01-01T00:00:00Z"))).not.toContain("open-damaged");
  });
});
