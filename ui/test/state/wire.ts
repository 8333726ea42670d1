/**
 * Stands for src/wire/api.ts: `vi.mock("../../src/wire/api", () => import("./wire"))`. A command that a test
 * expects says what it answers; any other fails by its name.
 */

import { beforeEach, vi, type Mock } from "vitest";

import type { api as real } from "../../src/wire/api";

type Wire = typeof real;

const commands = new Map<string, Mock>();

export const api = new Proxy({} as { [Name in keyof Wire]: Mock<Wire[Name]> }, {
  get(_, name: string) {
    let command = commands.get(name);
    if (command === undefined) commands.set(name, (command = vi.fn()));
    if (command.getMockImplementation() === undefined) {
      command.mockImplementation(() => Promise.reject(new Error(`the test expects no ${name}`)));
    }
    return command;
  },
});

beforeEach(() => {
  for (const command of commands.values()) command.mockReset();
  // What is asked for beside everything else.
  api.units.mockResolvedValue([]);
  api.savedSearches.mockResolvedValue([]);
  api.transfers.mockResolvedValue([]);
  api.listPosition.mockResolvedValue(null);
  api.overview.mockResolvedValue({
    articles: 0,
    in_tray: 0,
    drafts: 0,
    suggested: 0,
    photos: 0,
    photos_without_credit: 0,
    people: 0,
    organisations: 0,
    events: 0,
  });
});

/** An answer that comes when the test says so. */
export function later<T>(): { promise: Promise<T>; answer: (value: T) => void; fail: (reason: unknown) => void } {
  let answer!: (value: T) => void;
  let fail!: (reason: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { promise, answer, fail };
}

/** Lets all that waits for nothing but its turn go on. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
