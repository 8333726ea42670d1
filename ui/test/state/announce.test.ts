import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { tell, told } from "../../src/state/announce.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("says what was done for as long as it takes to read it, and no longer", () => {
  tell("told-not-copied");
  expect(told()).not.toBe("");
  vi.advanceTimersByTime(4000);
  expect(told()).not.toBe("");
  vi.advanceTimersByTime(16_000);
  expect(told()).toBe("");
});

it("gives each message its own time", () => {
  tell("told-not-copied");
  vi.advanceTimersByTime(5000);
  tell("told-title-not-set");
  vi.advanceTimersByTime(4900);
  expect(told()).not.toBe("");
});
