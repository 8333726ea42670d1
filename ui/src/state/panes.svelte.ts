/** The panes of the window, and which one has the keyboard. */

import { tick } from "svelte";
import { MediaQuery } from "svelte/reactivity";

import { settings } from "./settings.svelte";

export const panes = ["units", "list", "document", "inspector"] as const;
export type Pane = (typeof panes)[number];

/** Gives the keyboard to a pane: to the element in it that is marked for it. */
export async function enter(pane: Pane): Promise<void> {
  // A pane may be about to appear.
  await tick();
  document.querySelector<HTMLElement>(`[data-pane="${pane}"] [data-pane-entry]`)?.focus();
}

/** Gives the keyboard to the next pane that is shown, or the one before. */
export function enterNext(by: 1 | -1): void {
  const shown = panes.filter((pane) => pane !== "units" || unitsShown());
  const here = document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset["pane"];
  const index = shown.findIndex((pane) => pane === here);
  const next = index < 0 ? (by > 0 ? 0 : shown.length - 1) : (index + by + shown.length) % shown.length;
  const pane = shown[next];
  if (pane !== undefined) void enter(pane);
}

/** As in App.svelte: narrower than this, the tree of units lies over the list. */
const narrow = new MediaQuery("max-width: 1120px");

class Overlays {
  /** Whether the list of keys is shown. */
  keys = $state(false);
  /** Whether the tree of units is shown where there is no room for it. */
  units = $state(false);
}

export const overlays = new Overlays();

/** Whether the tree of units is to be seen. */
export function unitsShown(): boolean {
  return narrow.current ? overlays.units : settings.units;
}

/** Shows or hides the tree of units, and gives the keyboard to what is there then. */
export function toggleUnits(): void {
  if (narrow.current) overlays.units = !overlays.units;
  else settings.units = !settings.units;
  void enter(unitsShown() ? "units" : "list");
}

/** Puts the tree of units away where it hides the list. */
export function leaveUnits(): void {
  overlays.units = false;
  void enter("list");
}
