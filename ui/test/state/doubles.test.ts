import { beforeEach, describe, expect, it, vi } from "vitest";

import type { Changed, Double, Written } from "../../src/types";

/** What the search for all pairs finds. */
const search = vi.fn<() => Promise<Double[]>>();
const calls = {
  doubles: vi.fn(() => Promise.resolve(1)),
  doublesOfOneName: vi.fn<() => Promise<Double[]>>(() => Promise.resolve([])),
  party: vi.fn((id: string) => Promise.resolve({ record: { id, name: id } })),
  mergeParties: vi.fn<(into: string, from: string) => Promise<Written<null>>>(),
  tellApart: vi.fn<(one: string, other: string) => Promise<Written<null>>>(),
};
vi.mock("../../src/wire/api", () => ({ api: new Proxy({}, { get: (_, name: keyof typeof calls) => calls[name] }) }));
const cancel = vi.fn<(job: number) => void>();
vi.mock("../../src/state/jobs.svelte", () => ({
  jobs: {
    cancel: (job: number) => cancel(job),
    run: async (start: Promise<number>) => {
      await start;
      return { state: "done", problem: null, result: await search() };
    },
  },
}));
vi.mock("../../src/state/catalogue.svelte", () => ({
  catalogue: { problem: null, write: async (writing: Promise<Written<null>>) => (await writing).value },
}));

const pair = (one: string, other: string): Double => ({ one, other, reasons: [] });
const written = (): Written<null> => ({ value: null, changed: {} as Changed });
const { doubles } = await import("../../src/state/doubles.svelte");
const { catalogue } = await import("../../src/state/catalogue.svelte");

const shown = () => (doubles.pairs ?? []).map(({ one, other }) => one + other);
const settled = () => new Promise((done) => setTimeout(done, 0));

beforeEach(async () => {
  for (const call of Object.values(calls)) call.mockClear();
  calls.mergeParties.mockImplementation(() => Promise.resolve(written()));
  calls.tellApart.mockImplementation(() => Promise.resolve(written()));
  // Another kind: what was put off before is forgotten.
  search.mockResolvedValue([]);
  await doubles.ask("organisation");
  search.mockResolvedValue([pair("a", "b"), pair("b", "c"), pair("d", "e"), pair("f", "g")]);
  await doubles.ask("person");
});

describe("likely doubles", () => {
  it("come with those of one name first, while all are looked for", async () => {
    let all: (found: Double[]) => void = () => undefined;
    search.mockImplementationOnce(() => new Promise((resolve) => (all = resolve)));
    calls.doublesOfOneName.mockResolvedValueOnce([pair("k", "l")]);
    const asked = doubles.ask("organisation");
    await settled();
    expect(shown()).toEqual(["kl"]);
    expect(doubles.searching).toBe(true);
    all([pair("k", "l"), pair("m", "n")]);
    await asked;
    expect(shown()).toEqual(["kl", "mn"]);
    expect(doubles.searching).toBe(false);
    expect(doubles.pair).toEqual(pair("k", "l"));
  });

  it("are not looked for any more once nobody waits for them", async () => {
    search.mockImplementationOnce(() => new Promise(() => undefined));
    void doubles.ask("person");
    await settled();
    cancel.mockClear();
    doubles.stop();
    expect(cancel.mock.calls).toEqual([[1]]);
  });

  it("go one after the other, however quickly keys come", async () => {
    let done: (written: Written<null>) => void = () => undefined;
    calls.mergeParties.mockImplementationOnce(() => new Promise((resolve) => (done = resolve)));
    doubles.same();
    // The pair with the one that goes is no pair any more.
    expect(shown()).toEqual(["de", "fg"]);
    doubles.apart();
    doubles.later();
    expect(shown()).toEqual(["fg"]);
    await settled();
    // What was decided second is written second.
    expect(calls.mergeParties.mock.calls).toEqual([["a", "b"]]);
    expect(calls.tellApart).not.toHaveBeenCalled();
    done(written());
    await settled();
    expect(calls.tellApart.mock.calls).toEqual([["d", "e"]]);
  });

  it("keep the name of the side that one marks", async () => {
    doubles.turn();
    expect(doubles.sides).toEqual(["b", "a"]);
    doubles.same();
    await settled();
    expect(calls.mergeParties.mock.calls).toEqual([["b", "a"]]);
    // The next pair begins unturned.
    expect(doubles.sides).toEqual(["b", "c"]);
  });

  it("come last once they are put off, and stay there when the archive is asked again", async () => {
    doubles.later();
    expect(shown()).toEqual(["bc", "de", "fg", "ab"]);
    await doubles.ask("person");
    expect(shown()).toEqual(["bc", "de", "fg", "ab"]);
  });

  it("stay at the pair that one looks at when others go", async () => {
    doubles.step(1);
    doubles.step(1);
    search.mockResolvedValue([pair("d", "e"), pair("f", "g")]);
    await doubles.ask("person");
    expect(doubles.pair).toEqual(pair("d", "e"));
    doubles.step(-1);
    doubles.step(1);
    doubles.step(1);
    expect(doubles.pair).toEqual(pair("f", "g"));
  });

  it("show the pair again that is taken back", async () => {
    doubles.step(1);
    doubles.step(1);
    doubles.apart();
    await settled();
    search.mockResolvedValue([pair("a", "b"), pair("b", "c"), pair("f", "g")]);
    await doubles.ask("person");
    expect(doubles.pair).toEqual(pair("f", "g"));
    search.mockResolvedValue([pair("a", "b"), pair("b", "c"), pair("d", "e"), pair("f", "g")]);
    await doubles.ask("person");
    expect(doubles.pair).toEqual(pair("d", "e"));
  });

  it("come back where nothing could be written", async () => {
    calls.tellApart.mockRejectedValueOnce({ code: "library_busy", data: null });
    doubles.apart();
    expect(shown()).toEqual(["bc", "de", "fg"]);
    await settled();
    await settled();
    expect(catalogue.problem).not.toBeNull();
    expect(shown()).toEqual(["ab", "bc", "de", "fg"]);
  });
});
