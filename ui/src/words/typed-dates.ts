/** Dates whose day, or month and day, may be unknown: how people type them. */

const shapes: readonly [RegExp, "day-first" | "year-first"][] = [
  [/^(?:(?:(\d{1,2})[./\- ])?(\d{1,2})[./\- ])?(\d{4})$/, "day-first"],
  [/^(\d{4})(?:[./\- ](\d{1,2})(?:[./\- ](\d{1,2}))?)?$/, "year-first"],
];

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD` for what was typed (`27.02.2026`, `2.2026`, `2026-02`); an empty text
 * for an empty one; null for what is no day of the calendar.
 */
export function readDate(typed: string): string | null {
  const text = typed.trim().replace(/[.,\s]+$/, "");
  if (text === "") return "";
  for (const [shape, order] of shapes) {
    const found = shape.exec(text);
    if (found === null) continue;
    const [, one, two, three] = found;
    const [year, month, day] = order === "day-first" ? [three, two, one] : [one, two, three];
    return written(Number(year), month === undefined ? null : Number(month), day === undefined ? null : Number(day));
  }
  return null;
}

function written(year: number, month: number | null, day: number | null): string | null {
  if (year < 1000) return null;
  if (month === null) return String(year);
  if (month < 1 || month > 12) return null;
  const two = (part: number) => String(part).padStart(2, "0");
  if (day === null) return `${year}-${two(month)}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 || day > last ? null : `${year}-${two(month)}-${two(day)}`;
}

/** A date of a record as one would type it; what is none stays as it is. */
export function typedDate(value: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (parts === null) return value;
  return [parts[3], parts[2], parts[1]].filter((part) => part !== undefined).join(".");
}

const withTime = /^(.*?)(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)$/;

/** A date with a time of day, if one is given: ISO 8601, or a date as `readDate` reads it. */
export function readMoment(typed: string): string | null {
  const text = typed.trim();
  const parts = withTime.exec(text);
  if (parts === null) return readDate(text);
  const [, day = "", hour = "", minute = "", second, zone = ""] = parts;
  const date = readDate(day);
  if (date === null || date.length < 10) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return `${date}T${hour.padStart(2, "0")}:${minute}${second === undefined ? "" : `:${second}`}${zone}`;
}

/** A moment of a record as one would type it. */
export function typedMoment(value: string): string {
  const [day = "", time] = value.split("T");
  return time === undefined ? typedDate(day) : `${typedDate(day)} ${time}`;
}
