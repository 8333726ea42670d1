/** What a row is called that is known by its UUID alone, as far as the window has it at hand. */

import { unitPath } from "../logic/tree";
import { library } from "./library.svelte";
import { partyName } from "./party-names.svelte";
import { reading } from "./reading.svelte";

/** The name; empty where it is not at hand (a party's comes by and by). */
export function rowName(kind: "unit" | "party" | "event", id: string): string {
  if (kind === "party") return partyName(id);
  if (kind === "unit") return library.units.some((unit) => unit.id === id) ? unitPath(library.units, id) : "";
  return reading.record?.events.find((event) => event.id === id)?.name ?? "";
}
