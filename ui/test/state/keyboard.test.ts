import { describe, expect, it } from "vitest";

import { AskedAsTyped, keysMustWait, keysWaitFor, nothingPending } from "../../src/state/keyboard";

function work() {
  let end: () => void = () => undefined;
  return { promise: new Promise<void>((resolve) => (end = resolve)), end: () => end() };
}

describe("keys", () => {
  it("wait for what decides what they mean, and for nothing else", async () => {
    const fetching = work();
    void keysWaitFor(fetching.promise, "article");
    expect(keysMustWait()).toBe(true);
    expect(keysMustWait(["keyboard", "else", "list"])).toBe(false);
    await nothingPending(["list"]);
    fetching.end();
    await nothingPending();
    expect(keysMustWait()).toBe(false);
  });

  it("wait for failures too, and for what follows", async () => {
    const [first, next] = [work(), work()];
    const failing = first.promise.then(() => {
      void keysWaitFor(next.promise);
      throw new Error("no");
    });
    keysWaitFor(failing).catch(() => undefined);
    let done = false;
    const waiting = nothingPending().then(() => (done = true));
    first.end();
    await Promise.resolve().then(() => Promise.resolve());
    expect(done).toBe(false);
    next.end();
    await waiting;
  });

  it("wait for the answer to what was typed last, and to nothing before", async () => {
    const typing = new AskedAsTyped();
    const first = typing.begin();
    const second = typing.begin();
    first();
    await Promise.resolve();
    expect(keysMustWait()).toBe(true);
    second();
    await nothingPending();
    expect(keysMustWait()).toBe(false);
  });
});
