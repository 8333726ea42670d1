import { describe, expect, it } from "vitest";

import { bounds, fitPanes, hasRoom, leastDocument, sized } from "../../src/logic/pane-widths";

describe("the panes", () => {
  it("stand as designed in a window 1280 wide", () => {
    expect(fitPanes(1280, sized, {})).toEqual({ units: 200, list: 288, inspector: 324 });
  });

  it("are as wide as wished, within bounds", () => {
    expect(fitPanes(1920, sized, { units: 300, list: 9000, inspector: 10 })).toEqual({
      units: 300,
      list: bounds.list.most,
      inspector: bounds.inspector.least,
    });
  });

  it("leave the document its least width, and never go below their own", () => {
    for (let window = 1100; window < 2000; window += 37) {
      const widths = fitPanes(window, sized, { units: 420, list: 640, inspector: 640 });
      for (const pane of sized) expect(widths[pane]).toBeGreaterThanOrEqual(bounds[pane].least);
      expect(window - widths.units - widths.list - widths.inspector).toBeGreaterThanOrEqual(leastDocument);
    }
  });

  it("give way one after the other where the window is narrow, as at twice the size of letters", () => {
    expect(sized.filter((pane) => hasRoom(pane, 1280))).toEqual(["units", "list", "inspector"]);
    expect(sized.filter((pane) => hasRoom(pane, 960))).toEqual(["list", "inspector"]);
    expect(sized.filter((pane) => hasRoom(pane, 640))).toEqual(["list"]);
  });

  it("gives two texts that are compared the inspector's place, unless the window is wide", () => {
    expect(sized.filter((pane) => hasRoom(pane, 1280, true))).toEqual(["units", "list"]);
    expect(sized.filter((pane) => hasRoom(pane, 1920, true))).toEqual(["units", "list", "inspector"]);
    expect(fitPanes(640, ["list"], {}).list).toBeLessThanOrEqual(640 - leastDocument);
  });
});
