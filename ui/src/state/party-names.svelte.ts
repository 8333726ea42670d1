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

/** These parties may be called otherwise by now (null: any): they are asked for anew when they are next shown. */
export function forgetNames(parties: readonly string[] | null): void {
  for (const id of parties ?? [...asked]) {
    asked.delete(id);
    known.delete(id);
  }
}
