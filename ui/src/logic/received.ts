/** What came with a text and is not in it. */

/** A kind, and how often it comes. */
export interface KindCount {
  kind: string;
  count: number;
}

/** Kinds with how often each comes, in the order in which they come first. */
export function countKinds(list: readonly { kind: string }[]): KindCount[] {
  const counted = new Map<string, number>();
  for (const { kind } of list) counted.set(kind, (counted.get(kind) ?? 0) + 1);
  return [...counted].map(([kind, count]) => ({ kind, count }));
}

/** A file's name, of its path. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
