import { beforeEach, expect, it, vi } from "vitest";

import { told } from "../../src/state/announce.svelte";
import { watched } from "../../src/state/watched.svelte";
import { t } from "../../src/words/language.svelte";
import { api } from "./wire";

vi.mock("../../src/wire/api", () => import("./wire"));

const nothing = { folder: "/келгендер", documents: 0, photos: 0, problem: null, is_too_full: false, closed: 0 };

beforeEach(() => api.offeredFiles.mockResolvedValue([]));

it("a watched folder with nothing new says so, and so does none at all", async () => {
  watched.now = nothing;
  await watched.show();
  expect(told()).toBe(t("told-nothing-new"));
  watched.now = { ...nothing, folder: null };
  await watched.show();
  expect(told()).toBe(t("told-no-watched"));
});
