/** What the list can be narrowed by: counts over all that it shows. */

import { api } from "../wire/api";
import { queryOf, type Question } from "../logic/filters";
import { asProblem } from "../wire/problem";
import type { Facets, ListQuery, PartyKind } from "../types";
import type { Problem } from "../types/shell";

type Kind = PartyKind | "event";

class FacetState {
  now = $state.raw<Facets | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** Names of parties and events that filters name. */
  #names = $state.raw<ReadonlyMap<string, { name: string; kind: Kind }>>(new Map());
  #asked = 0;

  /** Counts anew. */
  async ask(question: Question): Promise<void> {
    const turn = ++this.#asked;
    try {
      const facets = await api.facets(queryOf(question, 0, 0));
      if (turn !== this.#asked) return;
      this.now = facets;
      this.problem = null;
    } catch (reason) {
      if (turn === this.#asked) this.problem = asProblem(reason);
    }
  }

  /** The name of a party or event, as far as it is known. */
  named(id: string): { name: string; kind: Kind } {
    return this.#names.get(id) ?? { name: "…", kind: "person" };
  }

  /** Asks for the names that a kept query needs. */
  async learn(query: ListQuery): Promise<void> {
    const names = new Map(this.#names);
    const asked = [
      ...query.parties.map(async (id) => {
        const { record } = await api.party(id);
        names.set(id, { name: record.name, kind: record.kind });
      }),
      ...(query.event === null ? [] : [query.event]).map(async (id) => {
        const { record } = await api.event(id);
        names.set(id, { name: record.name, kind: "event" });
      }),
    ];
    await Promise.allSettled(asked);
    this.#names = names;
  }
}

export const facets = new FacetState();
