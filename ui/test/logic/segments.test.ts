import { describe, expect, it } from "vitest";

import { drawnLines, marksOf, paragraphs, type Bar, type Paragraph } from "../../src/logic/segments";
import { ScalarText } from "../../src/wire/spans";
import type { MentionRecord, TagKind } from "../../src/types";

function mention(id: string, start: number, end: number, target: string): MentionRecord {
  return { id, party: target, place: null, start, end, text: "", state: "fresh" };
}

function quote(start: number, end: number): Bar {
  return { id: `q${start}`, start, end, speaker: "p", suggested: false };
}

function laid(
  body: string,
  mentions: MentionRecord[],
  bars: Bar[],
  kindOf: (mention: MentionRecord) => TagKind | undefined,
): Paragraph[] {
  return paragraphs(body, marksOf(new ScalarText(body), mentions, kindOf), bars);
}

const person = (): TagKind => "person";

describe("paragraphs", () => {
  it("cuts at the borders of overlapping mentions, the outer one first", () => {
    const body = "Б. Римова атындағы театр";
    const [line] = laid(body, [mention("in", 0, 9, "r"), mention("out", 0, 24, "t")], [], person);
    expect(line?.segments.map(({ text }) => text)).toEqual(["Б. Римова", " атындағы театр"]);
    expect(line?.segments[0]?.marks.map(({ id }) => id)).toEqual(["out", "in"]);
    expect(line?.segments[0]?.marks.map(({ lane }) => lane)).toEqual([1, 0]);
    expect(line?.segments[1]?.marks.map(({ lane }) => lane)).toEqual([1]);
  });

  it("keeps every letter", () => {
    const body = "бір 😀 екі\n\nүш төрт";
    const found = laid(body, [mention("a", 2, 7, "x"), mention("b", 6, 14, "y")], [], person);
    expect(found.map((line) => line.segments.map(({ text }) => text).join(""))).toEqual(["бір 😀 екі", "үш төрт"]);
  });

  it("counts scalar values, not UTF-16 units", () => {
    const [line] = laid("😀😀 Роза", [mention("a", 3, 7, "x")], [], person);
    expect(line?.segments.at(-1)?.text).toBe("Роза");
  });

  it("bars a quote in each paragraph that it runs through", () => {
    const found = laid("бір\nекі\nүш", [], [quote(1, 6)], person);
    expect(found.map((line) => line.quotes.map(({ continued }) => continued))).toEqual([[false], [true], []]);
  });

  it("draws no mention that is empty, outside the text or of nobody", () => {
    const found = laid("бір", [mention("a", 2, 2, "x"), mention("b", 9, 12, "x")], [], person);
    expect(found[0]?.segments).toEqual([{ text: "бір", marks: [] }]);
    const nobody = laid("бір", [mention("a", 0, 3, "x")], [], () => undefined);
    expect(nobody[0]?.segments[0]?.marks).toEqual([]);
  });

  it("keeps a paragraph that nothing changed in", () => {
    const body = "бір екі\nүш төрт";
    const marks = (mentions: MentionRecord[]) => marksOf(new ScalarText(body), mentions, person);
    const before = paragraphs(body, marks([mention("a", 0, 3, "x")]), []);
    const after = paragraphs(body, marks([mention("a", 0, 3, "x"), mention("b", 8, 10, "y")]), [], before);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});

describe("lines under edit", () => {
  const mark = { id: "m", kind: "person", target: "p", stale: false, lane: 0 } as const;

  it("stay the same objects where a key does not touch them, whatever stands before them", () => {
    const first = drawnLines("бір\nекі Асан\n\nүш", [{ ...mark, start: 8, end: 12 }]);
    const typed = drawnLines("бірде\nекі Асан\n\nүш", [{ ...mark, start: 10, end: 14 }], first);
    expect(typed.map((line, index) => line === first[index])).toEqual([false, true, true, true]);
    expect(typed[0]?.id).toBe(first[0]?.id);
    const broken = drawnLines("бір\nде\nекі Асан\n\nүш", [{ ...mark, start: 11, end: 15 }], typed);
    expect(broken.map(({ text }) => text)).toEqual(["бір", "де", "екі Асан", "", "үш"]);
    expect(broken.slice(2)).toEqual(typed.slice(1));
    expect(new Set(broken.map(({ id }) => id)).size).toBe(5);
  });

  it("are drawn anew where a mark on them looks different", () => {
    const first = drawnLines("бір Асан", [{ ...mark, start: 4, end: 8 }]);
    const [stale] = drawnLines("бір Асан", [{ ...mark, start: 4, end: 8, stale: true }], first);
    expect(stale).not.toBe(first[0]);
    expect(stale?.segments.at(-1)?.marks[0]?.stale).toBe(true);
  });
});
