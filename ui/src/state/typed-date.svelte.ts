/** What typed dates mean: the archive reads them, as it does for the command line and releases. */

import { SvelteMap } from "svelte/reactivity";

import { api } from "../wire/api";
import type { DateReading } from "../types";

/** As many texts as are remembered: a field asks for each key. */
const most = 500;

const readings = new SvelteMap<string, DateReading>();
const asked = new Map<string, Promise<DateReading>>();

/** What the archive said of a text; undefined until it did. */
export function readingOf(text: string): DateReading | undefined {
  return readings.get(text.trim());
}

/** Asks the archive what a text means, once. */
export async function readDate(text: string): Promise<DateReading> {
  const key = text.trim();
  const known = readings.get(key);
  if (known !== undefined) return known;
  const asking = asked.get(key) ?? api.readDate(key);
  asked.set(key, asking);
  try {
    const reading = await asking;
    if (readings.size >= most) readings.clear();
    readings.set(key, reading);
    return reading;
  } finally {
    asked.delete(key);
  }
}

/** What a reading means for a record: EDTF, or where a field takes a time, a day with its time. Null where it is not one date. */
export function valueOf(reading: DateReading | undefined, time: boolean): string | null {
  const [dating, other] = reading?.datings ?? [];
  if (dating === undefined || other !== undefined) return null;
  return time && reading?.time != null ? `${dating}T${reading.time}` : dating;
}

/** Whether a dating is one day, surely. */
export function isDay(dating: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(dating);
}
