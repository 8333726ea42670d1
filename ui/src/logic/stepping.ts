/** Where the keys that move in a list lead. */

/** How a list is laid out, as far as its keys go. */
export interface StepRules {
  /** How many things the list has. */
  readonly count: number;
  /** How far up and down lead: 1 in a list, a line in a grid; 0 where they lead nowhere. */
  readonly down: number;
  /** How far left and right lead; nowhere, where absent. */
  readonly right?: number;
  /** How far PageUp and PageDown lead; nowhere, where absent. */
  readonly page?: number;
  /** Whether Home and End lead to the ends. Not below a field, where they belong to the text. */
  readonly ends?: boolean;
  /** Whether an arrow leads from the last to the first, and back. */
  readonly rings?: boolean;
}

/**
 * The index that a key (`event.code`) leads to from `at`, which is -1 where one is on none. Undefined for a
 * key that leads nowhere here, and in an empty list.
 */
export function stepFrom(at: number, code: string, rules: StepRules): number | undefined {
  const { count, down, right = 0, page = 0, ends = false, rings = false } = rules;
  if (count === 0) return undefined;
  const within = (index: number) => Math.min(Math.max(index, 0), count - 1);
  const arrow = (by: number): number | undefined => {
    if (by === 0) return undefined;
    // From nowhere one comes in at the near end.
    if (at < 0) return by > 0 ? 0 : count - 1;
    return rings ? (at + by + count) % count : within(at + by);
  };
  switch (code) {
    case "ArrowDown":
      return arrow(down);
    case "ArrowUp":
      return arrow(-down);
    case "ArrowRight":
      return arrow(right);
    case "ArrowLeft":
      return arrow(-right);
    case "PageDown":
      return page === 0 ? undefined : within(at + page);
    case "PageUp":
      return page === 0 ? undefined : within(at - page);
    case "Home":
      return ends ? 0 : undefined;
    case "End":
      return ends ? count - 1 : undefined;
    default:
      return undefined;
  }
}
