import { beforeEach, expect, it, vi } from "vitest";

import { catalogue } from "../../src/state/catalogue.svelte";
import { closing } from "../../src/state/closing.svelte";
import { jobs } from "../../src/state/jobs.svelte";
import { job } from "./records";
import { turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

/** Each test's jobs have numbers of their own, as those of a library have. */
let next = 700;

beforeEach(() => {
  vi.restoreAllMocks();
  next++;
});

/** Asks for the window to close, and gives what is answered once that is known. */
function close(): { answer: () => boolean | undefined } {
  let answered: boolean | undefined;
  void closing.mayClose().then((may) => (answered = may));
  return { answer: () => answered };
}

it("the window closes at once where nothing is under way, or only what makes nothing", async () => {
  expect(await closing.mayClose()).toBe(true);
  jobs.took(job(next, { kind: "doubles" }));
  expect(await closing.mayClose()).toBe(true);
  jobs.took(job(next, { kind: "doubles", state: "done" }));
});

it("amid an intake one is asked first: it goes on, or is stopped with the window", async () => {
  jobs.took(job(next, { kind: "intake", done: 2, total: 150 }));
  const first = close();
  await turns();
  expect([closing.asked, first.answer()]).toEqual([true, undefined]);
  closing.decide(false);
  await turns();
  expect([closing.asked, first.answer()]).toEqual([false, false]);
  const second = close();
  await turns();
  // Whoever asks for it again is asked once.
  const third = close();
  await turns();
  expect([closing.asked, second.answer(), third.answer()]).toEqual([true, false, undefined]);
  closing.decide(true);
  await turns();
  expect(third.answer()).toBe(true);
  jobs.took(job(next, { kind: "intake", state: "cancelled" }));
  expect(closing.atStake).toEqual([]);
});

it("words that could not be written hold the window after that too", async () => {
  const mayClose = vi.spyOn(catalogue, "mayClose").mockResolvedValue(false);
  jobs.took(job(next, { kind: "backup" }));
  const closed = close();
  await turns();
  expect(mayClose).not.toHaveBeenCalled();
  closing.decide(true);
  await turns();
  expect(closed.answer()).toBe(false);
  jobs.took(job(next, { kind: "backup", state: "done" }));
});
