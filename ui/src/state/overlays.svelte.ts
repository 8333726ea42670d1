/** What lies over the window for a while. */

import type { PartyKind } from "../types";

class Overlays {
  /** Whether the list of keys is shown. */
  keys = $state(false);
  palette = $state(false);
  about = $state(false);
  settings = $state(false);
  /** Whether one says who works here. */
  actor = $state(false);
  /** Whether other libraries are offered. */
  libraries = $state(false);
  /** The unit that is added below another (or at the top), or edited. */
  unit = $state.raw<{ readonly below: string | null } | { readonly edit: string } | null>(null);
  /** What a record is made of whose name is asked. */
  record = $state<PartyKind | "event" | null>(null);
  /** Whether one chooses the unit that articles go to. */
  move = $state(false);
  /** The saved search that gets a name: a new one, or by its UUID. */
  search = $state.raw<{ readonly rename: string | null } | null>(null);
}

export const overlays = new Overlays();
