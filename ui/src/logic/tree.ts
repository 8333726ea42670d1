/** The units as the rows of a tree that can be folded. */

import type { UnitLine } from "../types";

/** A unit where it stands in the tree. */
export interface Branch {
  readonly unit: UnitLine;
  /** 1 for a fonds. */
  readonly depth: number;
  readonly hasChildren: boolean;
}

/** The units that are to be seen, from the top down. A unit whose parent is not there stands at the top. */
export function branches(units: readonly UnitLine[], folded: ReadonlySet<string>): Branch[] {
  const known = new Set(units.map((unit) => unit.id));
  const children = new Map<string | null, UnitLine[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [unit]);
    else siblings.push(unit);
  }
  const found: Branch[] = [];
  const walk = (parent: string | null, depth: number): void => {
    for (const unit of children.get(parent) ?? []) {
      const hasChildren = children.has(unit.id);
      found.push({ unit, depth, hasChildren });
      if (hasChildren && !folded.has(unit.id)) walk(unit.id, depth + 1);
    }
  };
  walk(null, 1);
  return found;
}

/** Code and title; the title alone where it begins with the code, as a year's does: `2026 жыл`. */
export function unitName(unit: Pick<UnitLine, "code" | "title">): string {
  return unit.title === unit.code || unit.title.startsWith(`${unit.code} `)
    ? unit.title
    : `${unit.code} ${unit.title}`.trimStart();
}

/** The codes from the fonds down to the unit, and its name: as on a shelf mark: `ЖО-1 Хабарламалар`, `ЖО-1-2026 жыл`. */
export function unitPath(units: readonly UnitLine[], id: string): string {
  const codes: string[] = [];
  const found = units.find((unit) => unit.id === id);
  // A damaged tree may hold a ring: no unit lies deeper than there are units.
  for (let unit = found; unit !== undefined && codes.length < units.length;) {
    const { parent, code } = unit;
    codes.unshift(unit === found ? unitName(unit) : code);
    unit = parent === null ? undefined : units.find((other) => other.id === parent);
  }
  return codes.join("-");
}

/** The units whose path has each typed word; codes may be typed with a slash, as the command line takes them. */
export function unitOptions(units: readonly UnitLine[], typed: string): { value: string; label: string }[] {
  const words = typed.toLocaleLowerCase().split(/[\s/]+/);
  return units
    .map((unit) => ({ value: unit.id, label: unitPath(units, unit.id) }))
    .filter(({ label }) => words.every((word) => label.toLocaleLowerCase().includes(word)));
}
