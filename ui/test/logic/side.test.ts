import { describe, expect, it } from "vitest";

import { sideOf } from "../../src/logic/side";

const question = { sight: 600, height: 200, grows: true };

describe("what is asked about words", () => {
  it("stands below them where it has room for all that comes into it", () => {
    expect(sideOf({ ...question, top: 100, bottom: 120 })).toEqual({ at: "below", room: 460 });
  });

  it("stands above them low in the text, so that the text need not move", () => {
    expect(sideOf({ ...question, top: 480, bottom: 500 })).toEqual({ at: "above", room: 460 });
  });

  it("stands where there is more room, and is no higher, where neither side has enough", () => {
    expect(sideOf({ ...question, top: 320, bottom: 340 })).toEqual({ at: "above", room: 300 });
    expect(sideOf({ ...question, top: 250, bottom: 290 })).toEqual({ at: "below", room: 290 });
  });

  it("that is only told needs no more room than it has", () => {
    expect(sideOf({ ...question, height: 60, grows: false, top: 480, bottom: 500 }).at).toBe("below");
    expect(sideOf({ ...question, height: 60, grows: false, top: 540, bottom: 560 }).at).toBe("above");
  });

  it("lets the text move for words out of sight, and where nothing could be read beside them", () => {
    expect(sideOf({ ...question, top: -40, bottom: -20 })).toEqual({ at: "below", room: Infinity });
    expect(sideOf({ ...question, sight: 160, top: 60, bottom: 90 })).toEqual({ at: "below", room: Infinity });
  });
});
