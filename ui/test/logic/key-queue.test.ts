import { describe, expect, it } from "vitest";

import { KeyQueue } from "../../src/logic/key-queue";

/** A window where each decision takes as long as the test says, and J means what the decision before left. */
function desk() {
  let open = ["бір", "екі", "үш", "төрт"];
  let working: (() => void) | undefined;
  const done: string[] = [];
  const queue = new KeyQueue<string>({
    mustWait: (key) => key !== "free" && working !== undefined,
    ready: async () => {
      for (let turn = 0; turn < 50 && working !== undefined; turn++) await Promise.resolve();
    },
    press: (key) => press(key),
  });
  function press(key: string): void {
    const [here, ...rest] = open;
    if (here === undefined) return;
    if (key === "J") open = [...rest, here];
    else {
      done.push(`${key} ${here}`);
      // The list is as it was until the archive has answered.
      working = () => (open = rest);
      void Promise.resolve()
        .then(() => undefined)
        .then(() => {
          working?.();
          working = undefined;
        });
    }
  }
  return { queue, press, done, idle: () => working === undefined && !queue.waits };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 400; turn++) await Promise.resolve();
}

const keys = "J Enter Enter J X Enter J".split(" ");

describe("keys faster than the machine", () => {
  it("do what the same keys do slowly", async () => {
    const slow = desk();
    for (const key of keys) {
      slow.press(key);
      await turns();
    }
    const fast = desk();
    for (const key of keys) if (!fast.queue.take(key)) fast.press(key);
    await turns();
    expect(fast.idle()).toBe(true);
    expect(fast.done).toEqual(slow.done);
    expect(fast.done).toEqual(["Enter екі", "Enter үш", "X бір", "Enter төрт"]);
  });

  it("wait behind others that wait, even where they mean the same anyway", async () => {
    const { queue, press, done } = desk();
    press("Enter");
    expect(queue.take("free")).toBe(false);
    expect(queue.take("X")).toBe(true);
    expect(queue.take("free")).toBe(true);
    await turns();
    expect(done).toEqual(["Enter бір", "X екі", "free үш"]);
  });

  it("are forgotten where something unseen came up", async () => {
    const { queue, press, done } = desk();
    press("Enter");
    expect(queue.take("X")).toBe(true);
    queue.forget();
    await turns();
    expect(done).toEqual(["Enter бір"]);
    expect(queue.take("X")).toBe(false);
  });
});
