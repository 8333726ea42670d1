import { beforeEach, describe, expect, it, vi } from "vitest";

import { told } from "../../src/state/announce.svelte";
import { t } from "../../src/words/language.svelte";
import { catalogue } from "../../src/state/catalogue.svelte";
import { intake } from "../../src/state/intake.svelte";
import { intakeReport } from "../../src/state/intake-report.svelte";
import { jobs } from "../../src/state/jobs.svelte";
import { list } from "../../src/state/list.svelte";
import { reading } from "../../src/state/reading.svelte";
import type { Job } from "../../src/types/shell";
import { article, changed, job, pages } from "./records";
import { api, turns } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

/** Each test's jobs have numbers of their own, as those of a library have. */
let next = 1;

beforeEach(() => {
  next++;
  reading.clear();
  list.reset();
  catalogue.forget();
  intakeReport.close();
  api.article.mockImplementation((id) => Promise.resolve(article(id)));
  api.listArticles.mockImplementation(pages(2));
});

describe("a job", () => {
  it("is waited for to its end, through all that it tells before", async () => {
    const ended = vi.fn();
    const run = jobs.run(Promise.resolve(next)).then(ended);
    await turns();
    jobs.took(job(next));
    jobs.took(job(next, { done: 1 }));
    await turns();
    expect(ended).not.toHaveBeenCalled();
    expect(jobs.running.map(({ id }) => id)).toEqual([next]);
    const last = job(next, { state: "cancelled" });
    jobs.took(last);
    await run;
    expect(ended).toHaveBeenCalledWith(last);
    expect(jobs.running).toEqual([]);
  });

  it("that ended before its number was known is not waited for in vain", async () => {
    const done: Job = job(next, { state: "done" });
    jobs.took(done);
    expect(await jobs.run(Promise.resolve(next))).toEqual(done);
  });

  it("that could not begin says so", async () => {
    await expect(jobs.run(Promise.reject({ code: "busy", data: null }))).rejects.toMatchObject({ code: "busy" });
  });

  it("counts its files on while the pages of one are counted beside them", () => {
    const counted = () => {
      const { done, total, pages } = jobs.underway(next) ?? {};
      return { done, total, pages };
    };
    jobs.took(job(next, { kind: "intake", stage: "reading", done: 10, total: 19 }));
    expect(counted()).toEqual({ done: 10, total: 19, pages: undefined });
    jobs.took(job(next, { kind: "intake", stage: "recognising", done: 0, total: 1 }));
    expect(counted()).toEqual({ done: 10, total: 19, pages: { done: 0, total: 1 } });
    jobs.took(job(next, { kind: "intake", stage: "recognising", done: 1, total: 3 }));
    expect(counted()).toEqual({ done: 10, total: 19, pages: { done: 1, total: 3 } });
    jobs.took(job(next, { kind: "intake", stage: "reading", done: 11, total: 19 }));
    expect(counted()).toEqual({ done: 11, total: 19, pages: undefined });
    jobs.took(job(next, { kind: "intake", state: "cancelled" }));
  });

  it("tells what it changed at its end, once", () => {
    const before = catalogue.stamp("photo");
    jobs.took(job(next, { changed: changed({ nouns: ["photo"] }) }));
    expect(catalogue.stamp("photo")).toBe(before);
    jobs.took(job(next, { state: "done", changed: changed({ nouns: ["photo"] }) }));
    expect(catalogue.stamp("photo")).toBeGreaterThan(before);
  });
});

describe("taking files in", () => {
  const nothing = { added: [], photos: 0, forms: [], alike: [], unplaced: [], refused: [], files: [] };

  const imported = (id: string) => ({ id, reference: id, title: id });

  /** Takes a file in, with what comes of it. */
  async function take(end: Partial<Job>): Promise<void> {
    api.takeIn.mockResolvedValue(++next);
    const taking = intake.take(["/a.docx"]);
    await turns();
    jobs.took(job(next, { kind: "intake", ...end }));
    await taking;
  }

  it("shows the first article that came", async () => {
    await take({ state: "done", result: { ...nothing, added: [imported("a1"), imported("a0")] } });
    expect(reading.record?.id).toBe("a1");
    expect(list.chosen).toBe(1);
    expect(intakeReport.now).toBeNull();
  });

  it("tells which files were refused", async () => {
    const refused = [{ code: "format_unknown", data: { file: "a.docx" } }];
    await take({ state: "done", result: { ...nothing, refused } });
    expect(intakeReport.now?.refusals.map(({ problem }) => problem)).toEqual(refused);
  });

  it("adds what comes while a report is open to it", async () => {
    const refused = [{ code: "format_unknown", data: { file: "a.docx" } }];
    await take({ state: "done", result: { ...nothing, refused } });
    await take({ state: "done", result: { ...nothing, added: [imported("a1")] } });
    expect(intakeReport.now?.refusals.length).toBe(1);
    expect(intakeReport.now?.documents.map(({ id }) => id)).toEqual(["a1"]);
  });

  it("that failed tells why; that was stopped tells that nothing came in", async () => {
    await take({ state: "cancelled" });
    expect(catalogue.problem).toBeNull();
    expect(told()).toBe(t("told-intake-stopped"));
    await take({ state: "failed", problem: { code: "disk_full", data: null } });
    expect(catalogue.problem?.code).toBe("disk_full");
  });
});
