/** Which keys an action has: as shipped, or as the user changed them. */

import type { Chord } from "../logic/keys";
import { settings } from "../state/settings.svelte";
import type { Action } from "./registry";

type Keyed = Pick<Action, "id" | "keys">;

/** The keys of an action now. */
export function keysOf(action: Keyed): readonly Chord[] {
  return settings.keys[action.id] ?? action.keys;
}

/** The key that does the action now, or would if it could be done: none that does another action instead. */
export function keyNow<A extends Pick<Action, "id" | "keys" | "enabled">>(
  all: readonly A[],
  action: A,
): Chord | undefined {
  return keysOf(action).find((chord) => {
    const done = all.find((other) => keysOf(other).includes(chord) && other.enabled?.() !== false);
    return done === undefined || done === action;
  });
}

/** Other actions that have the chord, where that is the user's doing: shipped pairs never act at once. */
export function clashes<A extends Keyed>(all: readonly A[], action: A, chord: Chord): A[] {
  return all.filter(
    (other) =>
      other.id !== action.id &&
      keysOf(other).includes(chord) &&
      !(other.keys.includes(chord) && action.keys.includes(chord)),
  );
}

/** Puts a chord in the place of another; at the end, where there is none to replace. */
export function setKey(action: Keyed, before: Chord | null, chord: Chord): void {
  const keys = keysOf(action).filter((key) => key !== chord || key === before);
  const at = before === null ? -1 : keys.indexOf(before);
  keep(action, at < 0 ? [...keys, chord] : keys.with(at, chord));
}

/** Takes a chord away. */
export function dropKey(action: Keyed, chord: Chord): void {
  keep(
    action,
    keysOf(action).filter((key) => key !== chord),
  );
}

/** As shipped again. */
export function resetKeys(action: Keyed): void {
  const { [action.id]: _, ...others } = settings.keys;
  settings.keys = others;
}

/** Whether the user changed the keys. */
export function isChanged(action: Keyed): boolean {
  return settings.keys[action.id] !== undefined;
}

function keep(action: Keyed, keys: readonly Chord[]): void {
  const same = keys.length === action.keys.length && keys.every((key, at) => key === action.keys[at]);
  if (same) resetKeys(action);
  else settings.keys = { ...settings.keys, [action.id]: [...keys] };
}

/** Keys that move about everywhere, so that no action may have them alone. */
const taken = new Set([
  "Tab",
  "Shift+Tab",
  "Escape",
  "F10",
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Space",
]);

/** Whether an action can have the chord at all. */
export function canBeKey(chord: Chord): boolean {
  const key = chord.split("+").at(-1) ?? "";
  return !taken.has(chord) && !/^(Control|Shift|Alt|Meta|OS|CapsLock|NumLock|Dead)/.test(key) && key !== "";
}
