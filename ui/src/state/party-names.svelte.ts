/** Names of parties that a record names by UUID alone. */

import { SvelteMap } from "svelte/reactivity";

import { api } from "../wire/api";
import { reading } from "./reading.svelte";

const known = new SvelteMap<string, string>();
const asked = new Set<string>();

/** A party's name: from the article on the screen, else from the archive; empty until it is here. */
export function partyName(id: string): string {
  const here = reading.parties.get(id)?.name ?? known.get(id);
  if (here === undefined && !asked.has(id)) {
    asked.add(id);
    api.party(id).then(
      ({ record }) => known.set(id, record.name),
      (reason: unknown) => {
        asked.delete(id);
        console.error("party not read:", reason);
      },
    );
  }
  return here ?? "";
}

/** A name changed: it is asked for anew when it is next shown. */
export function forgetNames(): void {
  known.clear();
  asked.clear();
}
