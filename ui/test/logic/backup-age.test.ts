import { expect, it } from "vitest";

import { backupAge } from "../../src/logic/backup-age";

it("reminds of a backup that is older than two weeks", () => {
  const now = new Date("2026-03-20T12:00:00Z");
  expect(backupAge(undefined, now)).toBe("none");
  expect(backupAge("кеше", now)).toBe("none");
  expect(backupAge("2026-03-07T12:00:00Z", now)).toBe("lately");
  expect(backupAge("2026-03-06T11:59:00Z", now)).toBe("long-ago");
});
