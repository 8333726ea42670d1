import { describe, expect, it, vi } from "vitest";

import { Listing, type Page } from "../../src/logic/listing";

/** A listing over the numbers below `total`. */
function numbers(total: number, kept = 24) {
  const fetch = vi.fn(async (offset: number, limit: number): Promise<Page<number>> => ({
    total,
    rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => offset + at),
  }));
  const ports = { fetch, changed: vi.fn(), failed: vi.fn() };
  return { listing: new Listing<number>(ports, 100, kept), ports };
}

describe("Listing", () => {
  it("knows the total and the first rows once opened", async () => {
    const { listing, ports } = numbers(50_000);
    await listing.open();
    expect(listing.total).toBe(50_000);
    expect(listing.row(99)).toBe(99);
    expect(listing.row(100)).toBeUndefined();
    expect(ports.changed).toHaveBeenCalledOnce();
  });

  it("fetches the pages in sight, each once", async () => {
    const { listing, ports } = numbers(50_000);
    await listing.open();
    void listing.need(31_290, 31_310);
    void listing.need(31_291, 31_311);
    await vi.waitFor(() => expect(listing.row(31_305)).toBe(31_305));
    expect(ports.fetch.mock.calls).toEqual([
      [0, 100],
      [31_200, 100],
      [31_300, 100],
    ]);
  });

  it("asks for nothing beyond the end", async () => {
    const { listing, ports } = numbers(120);
    await listing.open();
    void listing.need(90, 400);
    await vi.waitFor(() => expect(listing.row(119)).toBe(119));
    expect(ports.fetch).toHaveBeenCalledTimes(2);
  });

  it("has its rows though one looked at more than there are, or at none", async () => {
    for (const [first, last] of [
      [206, 240],
      [206, 6],
      [0, -1],
    ] as const) {
      const { listing } = numbers(7);
      await listing.open(first, last);
      expect([first, listing.total, listing.row(6)]).toEqual([first, 7, 6]);
    }
  });

  it("forgets the rows that were needed longest ago", async () => {
    const { listing } = numbers(50_000, 3);
    await listing.open();
    for (const page of [1, 2, 3]) {
      void listing.need(page * 100, page * 100);
      await vi.waitFor(() => expect(listing.row(page * 100)).toBe(page * 100));
    }
    expect(listing.row(0)).toBeUndefined();
    expect(listing.row(100)).toBe(100);
  });

  it("tells a failure and asks again when needed again", async () => {
    const { listing, ports } = numbers(300);
    await listing.open();
    ports.fetch.mockRejectedValueOnce(new Error("no disk"));
    void listing.need(200, 200);
    await vi.waitFor(() => expect(ports.failed).toHaveBeenCalledOnce());
    void listing.need(200, 200);
    await vi.waitFor(() => expect(listing.row(200)).toBe(200));
  });

  it("drops old pages when another program changed the library", async () => {
    const { listing, ports } = numbers(300);
    await listing.open();
    ports.fetch.mockResolvedValueOnce({ total: 299, rows: [-1] });
    void listing.need(100, 100);
    await vi.waitFor(() => expect(listing.row(100)).toBe(-1));
    expect(listing.total).toBe(299);
    expect(listing.row(0)).toBeUndefined();
  });

  it("finds a row among those fetched", async () => {
    const { listing } = numbers(300);
    await listing.open();
    expect(listing.find((row) => row === 42)).toBe(42);
    expect(listing.find((row) => row === 250)).toBe(-1);
  });
});
