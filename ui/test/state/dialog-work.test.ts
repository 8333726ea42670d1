import { beforeEach, describe, expect, it, vi } from "vitest";

import { told } from "../../src/state/announce.svelte";
import { DialogWork } from "../../src/state/dialog-work.svelte";
import { dialogs } from "../../src/state/dialogs.svelte";
import { jobs } from "../../src/state/jobs.svelte";
import { t } from "../../src/words/language.svelte";
import { job } from "./records";
import { turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

interface Results {
  check: { sound: boolean };
}

/** Each test's jobs have numbers of their own. */
let next = 1000;

function opened(): DialogWork<Results> {
  return new DialogWork<Results>("told-stopped");
}

beforeEach(() => {
  next++;
  dialogs.now = { kind: "check" };
  dialogs.kept = null;
});

describe("the work of a dialog", () => {
  it("gives what it made, and an earlier result holds no longer once it is under way", async () => {
    const work = opened();
    work.results = { check: { sound: true } };
    const run = work.run("check", () => Promise.resolve(next));
    await turns();
    jobs.took(job(next));
    expect([work.running?.id, work.results]).toEqual([next, {}]);
    jobs.took(job(next, { state: "done", result: { sound: false } }));
    expect(await run).toEqual({ sound: false });
    expect([work.running, work.results]).toEqual([undefined, { check: { sound: false } }]);
    expect(dialogs.kept).toBe(null);
  });

  it("leaves all as it is where nobody chose a place for it", async () => {
    const work = opened();
    work.results = { check: { sound: true } };
    expect(await work.run("check", () => Promise.resolve(undefined))).toBe(undefined);
    expect(work.results).toEqual({ check: { sound: true } });
  });

  it("is kept for a dialog that was closed before its end, and is had once when that is opened again", async () => {
    const work = opened();
    const run = work.run("check", () => Promise.resolve(next));
    await turns();
    dialogs.now = null;
    expect(work.shown).toBe(false);
    jobs.took(job(next, { state: "done", result: { sound: true } }));
    await run;
    dialogs.reopen();
    const again = opened();
    expect([again.reopened, again.results]).toEqual([true, { check: { sound: true } }]);
    expect([opened().reopened, dialogs.kept]).toEqual([false, null]);
  });

  it("that fails or cannot begin has a problem, and one that is stopped says so", async () => {
    const work = opened();
    await work.run("check", () => Promise.reject({ code: "busy", data: null }));
    expect(work.problem?.code).toBe("busy");
    const run = work.run("check", () => Promise.resolve(next));
    await turns();
    expect(work.problem).toBe(null);
    jobs.took(job(next, { state: "cancelled" }));
    expect(await run).toBe(undefined);
    expect([work.problem, told()]).toEqual([null, t("told-stopped")]);
  });
});
