/** Whom a photo may show, to choose from: the cast of the article on the screen first, then the whole archive. */

import { api } from "../../wire/api";
import { reading } from "../../state/reading.svelte";

/** A proposal, as fields with proposals take it. */
interface PartyOption {
  readonly value: string;
  readonly label: string;
  readonly note?: string | undefined;
}

/** The article's cast: those who are not on the photo yet, whose name has a word that begins so, and people first. */
function cast(article: string | null, on: ReadonlySet<string>, start: string): PartyOption[] {
  const record = reading.record;
  if (record === null || record.id !== article) return [];
  const words = start.toLocaleLowerCase();
  return record.cast
    .flatMap((one) => {
      const party = reading.parties.get(one.party);
      if (party === undefined || !party.name.toLocaleLowerCase().includes(words)) return [];
      const begins = ` ${party.name.toLocaleLowerCase()}`.includes(` ${words}`);
      return [{ value: party.id, label: party.name, note: one.positions[0]?.text, kind: party.kind, begins }];
    })
    .sort((one, other) => {
      const rank = (option: typeof one) =>
        (on.has(option.value) ? 4 : 0) + (option.begins ? 0 : 2) + (option.kind === "person" ? 0 : 1);
      return rank(one) - rank(other);
    });
}

/** Proposals for what is typed of a name. `article`: of the photo; `on`: who is on it. */
export async function partyOptions(
  article: string | null,
  on: ReadonlySet<string>,
  start: string,
): Promise<PartyOption[]> {
  const here = cast(article, on, start);
  if (start === "" && here.length > 0) return here;
  const text = start === "" ? null : start;
  const { rows } = await api.parties({ kind: null, text, order: "latest", offset: 0, limit: 12 });
  const others = rows
    .filter((row) => !here.some((option) => option.value === row.id))
    .map((row) => ({ value: row.id, label: row.name, note: row.position ?? undefined }));
  return [...here, ...others];
}
