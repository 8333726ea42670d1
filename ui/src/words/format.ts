/** Dates and sizes as people write them. */

import { language, localeOf, formatNumber, t } from "./language.svelte";

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as people write it; anything else stays as it is. */
export function date(value: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (parts === null) return value;
  const [, year, month, day] = parts;
  if (month === undefined) return value;
  if (day === undefined) return `${month}.${year}`;
  if (language() !== "en") return `${day}.${month}.${year}`;
  // Day and month change places between English-speaking countries: the month is written out.
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(
    Date.UTC(Number(year), Number(month) - 1, Number(day)),
  );
}

/** The same with the month written out, so that one sees whether day and month were meant so. */
export function longDate(value: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  const [, year, month, day] = parts ?? [];
  if (year === undefined || month === undefined) return value;
  const style: Intl.DateTimeFormatOptions =
    day === undefined ? { year: "numeric", month: "long" } : { dateStyle: "long" };
  return new Intl.DateTimeFormat(localeOf(language()), { ...style, timeZone: "UTC" }).format(
    Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)),
  );
}

/** A moment (RFC 3339) on this computer's clock, to the minute. */
export function moment(value: string): string {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) return value;
  const two = (part: number) => String(part).padStart(2, "0");
  const day = date(`${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`);
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The time of day of a moment (RFC 3339) on this computer's clock; with the day, where that is not today. */
export function timeOfDay(value: string, now = new Date()): string {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) return value;
  if (time.toDateString() !== now.toDateString()) return moment(value);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** How much the bytes are. */
export function size(bytes: number): string {
  const one = (value: number) =>
    new Intl.NumberFormat(localeOf(language()), { maximumFractionDigits: 1 }).format(value);
  if (bytes < 1024) return t("size-bytes", { size: formatNumber(bytes) });
  if (bytes < 1024 ** 2) return t("size-kilobytes", { size: one(bytes / 1024) });
  return t("size-megabytes", { size: one(bytes / 1024 ** 2) });
}
