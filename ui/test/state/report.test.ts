import { expect, it, vi } from "vitest";

vi.mock("../../src/wire/api", () => import("./wire"));

const { api } = await import("./wire");
const { report } = await import("../../src/state/report.svelte");

const parts = [{ name: "about.json", text: "{}" }];

it("shows what is in the report before it asks where to save it", async () => {
  api.prepareReport.mockResolvedValue(parts);
  await report.show();
  expect(report.parts).toEqual(parts);
  expect(api.pick).not.toHaveBeenCalled();
});

it("is offered no more once it is saved, and still is where saving failed or was dismissed", async () => {
  report.offered = true;
  api.pick.mockResolvedValue([]);
  expect(await report.save()).toBe(false);
  expect(report.offered).toBe(true);
  api.pick.mockResolvedValue(["/reports/muragat.zip"]);
  api.saveReport.mockRejectedValue({ code: "disk_full", data: { path: "/reports" } });
  expect(await report.save()).toBe(false);
  expect([report.offered, report.problem?.code]).toEqual([true, "disk_full"]);
  api.saveReport.mockResolvedValue(undefined);
  expect(await report.save()).toBe(true);
  expect([report.offered, report.problem]).toEqual([false, null]);
  expect(api.saveReport).toHaveBeenLastCalledWith("/reports/muragat.zip");
});

it("is put away for good", async () => {
  report.offered = true;
  api.dismissTraces.mockResolvedValue(undefined);
  await report.dismiss();
  expect(report.offered).toBe(false);
  expect(api.dismissTraces).toHaveBeenCalledOnce();
});
