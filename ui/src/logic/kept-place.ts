/** Where one left off, as it was kept, perhaps by an older program: what of it is not understood is left out. */

import { noFilters, type Filters, type Named, type Place, type Question } from "./filters";
import type { ListOrder } from "../types";

const orders: readonly ListOrder[] = ["relevance", "date_newest", "title", "reference"];

/** A question as it was kept. */
export function questionKept(found: unknown): Question {
  const kept = fieldsOf(found);
  return {
    text: textOf(kept["text"]) ?? "",
    place: placeKept(kept["place"]),
    filters: filtersKept(kept["filters"]),
    order: orders.find((order) => order === kept["order"]) ?? "date_newest",
    foundOrder: orders.find((order) => order === kept["foundOrder"]) ?? "relevance",
  };
}

function placeKept(found: unknown): Place {
  const { kind, id } = fieldsOf(found);
  if (kind === "unit" && typeof id === "string") return { kind, id };
  return kind === "tray" || kind === "drafts" || kind === "suggested" ? { kind } : { kind: "all" };
}

function filtersKept(found: unknown): Filters {
  const kept = fieldsOf(found);
  const states = ["draft", "registered", "withdrawn"] as const;
  return {
    ...noFilters,
    year: typeof kept["year"] === "number" ? kept["year"] : null,
    people: namedKept(kept["people"]),
    organisations: namedKept(kept["organisations"]),
    subject: textOf(kept["subject"]),
    where: textOf(kept["where"]),
    event: namedKept([kept["event"]])[0] ?? null,
    state: states.find((state) => state === kept["state"]) ?? null,
    language: textOf(kept["language"]),
  };
}

function namedKept(found: unknown): Named[] {
  if (!Array.isArray(found)) return [];
  return found.flatMap((one: unknown) => {
    const { id, name } = fieldsOf(one);
    return typeof id === "string" && typeof name === "string" ? [{ id, name }] : [];
  });
}

/** The fields of an object; of anything else, none. */
export function fieldsOf(found: unknown): Record<string, unknown> {
  return typeof found === "object" && found !== null ? { ...found } : {};
}

function textOf(found: unknown): string | null {
  return typeof found === "string" ? found : null;
}
