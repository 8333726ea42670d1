/** Arrow keys that walk over elements, each of which takes the keyboard: menus, tabs, switches. */

import { stepFrom, type StepRules } from "../../logic/stepping";

/**
 * Gives the keyboard to the element that a key leads to from the one that has it. False where the key leads
 * nowhere.
 */
export function walk(event: KeyboardEvent, over: readonly HTMLElement[], rules: Omit<StepRules, "count">): boolean {
  const here = over.findIndex((element) => element === document.activeElement);
  const to = stepFrom(here, event.code, { ends: true, ...rules, count: over.length });
  if (to === undefined) return false;
  over[to]?.focus();
  return true;
}
