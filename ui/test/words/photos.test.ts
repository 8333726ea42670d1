import { describe, expect, it } from "vitest";

import { choose, moveItem, placeFor, slotAt } from "../../src/logic/photo-order";
import { boxBetween, isMeant, moveBox, most, pan, settle, sizeBox, whole, zoom } from "../../src/logic/picture-zoom";

const picture = { w: 3000, h: 2000 };
const box = { w: 900, h: 900 };

describe("the large view", () => {
  it("shows the whole picture in the middle first", () => {
    expect(whole(picture, box)).toEqual({ scale: 1, x: 0, y: 150 });
  });

  it("keeps the point under the pointer where it is", () => {
    const before = zoom(whole(picture, box), 3, { x: 450, y: 450 }, picture, box);
    const at = { x: 300, y: 500 };
    const after = zoom(before, 1.25, at, picture, box);
    const part = (view: typeof before) => ({
      x: (at.x - view.x) / view.scale,
      y: (at.y - view.y) / view.scale,
    });
    expect(part(after).x).toBeCloseTo(part(before).x);
    expect(part(after).y).toBeCloseTo(part(before).y);
  });

  it("goes no further in than two pixels a pixel, and no further out than whole", () => {
    expect(zoom(whole(picture, box), 1000, { x: 0, y: 0 }, picture, box).scale).toBeCloseTo(most(picture, box));
    expect(most(picture, box)).toBeCloseTo(2 / 0.3);
    expect(most({ w: 100, h: 100 }, box)).toBe(4);
    expect(zoom(whole(picture, box), 0.1, { x: 0, y: 0 }, picture, box)).toEqual(whole(picture, box));
  });

  it("never shows a gap where there is picture", () => {
    const near = zoom(whole(picture, box), 2, { x: 450, y: 450 }, picture, box);
    expect(pan(near, 10_000, 10_000, picture, box)).toMatchObject({ x: 0, y: 0 });
    expect(pan(near, -10_000, -10_000, picture, box)).toMatchObject({ x: 900 - 1800, y: 900 - 1200 });
    expect(settle({ scale: 1, x: 55, y: 55 }, picture, box)).toEqual(whole(picture, box));
  });
});

describe("a part of a photo", () => {
  it("is drawn in any direction, inside the picture", () => {
    expect(boxBetween({ x: 0.5, y: 0.75 }, { x: 0.25, y: 1.5 })).toEqual({ x: 0.25, y: 0.75, w: 0.25, h: 0.25 });
    expect(isMeant(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.9 }))).toBe(false);
  });

  it("moves and grows no further than the edge", () => {
    const part = { x: 0.7, y: 0.1, w: 0.25, h: 0.25 };
    expect(moveBox(part, 0.2, -0.2)).toEqual({ x: 0.75, y: 0, w: 0.25, h: 0.25 });
    expect(sizeBox(part, 0.2, -0.9)).toEqual({ x: 0.7, y: 0.1, w: 1 - 0.7, h: 0.01 });
  });
});

describe("the order of photos", () => {
  it("moves one and keeps the others' order", () => {
    expect(moveItem(["a", "b", "c", "d"], 0, 2)).toEqual(["b", "c", "a", "d"]);
    expect(moveItem(["a", "b", "c", "d"], 3, -5)).toEqual(["d", "a", "b", "c"]);
    expect(moveItem(["a"], 5, 0)).toEqual(["a"]);
  });

  it("drops between those that the pointer is between, line by line", () => {
    const places = [0, 1, 2, 3].map((at) => ({
      left: (at % 2) * 100,
      top: Math.floor(at / 2) * 80,
      width: 90,
      height: 70,
    }));
    expect(slotAt(places, 10, 30)).toBe(0);
    expect(slotAt(places, 60, 30)).toBe(1);
    expect(slotAt(places, 180, 30)).toBe(2);
    expect(slotAt(places, 10, 100)).toBe(2);
    expect(slotAt(places, 500, 500)).toBe(4);
    expect([0, 1, 2, 3, 4].map((slot) => placeFor(1, slot))).toEqual([0, 1, 1, 2, 3]);
  });

  it("chooses one, more, or a range", () => {
    const ids = ["a", "b", "c", "d"];
    const plain = { ctrlKey: false, shiftKey: false };
    const one = choose({ chosen: new Set(), anchor: 0 }, ids, 1, plain);
    expect([...one.chosen]).toEqual(["b"]);
    const range = choose(one, ids, 3, { ...plain, shiftKey: true });
    expect([...range.chosen]).toEqual(["b", "c", "d"]);
    expect([...choose(range, ids, 0, { ...plain, shiftKey: true }).chosen]).toEqual(["a", "b"]);
    expect([...choose(range, ids, 2, { ...plain, ctrlKey: true }).chosen]).toEqual(["b", "d"]);
  });
});
