/** Dates and sizes as people write them. */

import { datingWords, untilWords } from "./dating";
import { language, localeOf, formatNumber, t } from "./language.svelte";

/** A date of a record (EDTF) as people write it; anything else stays as it is. */
export const date = datingWords;

/** A date of a record where there is little room: a day in digits, 27.02.2026; anything else in words. */
export function short(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year === undefined ? datingWords(value) : `${day}.${month}.${year}`;
}

/** The day until which something holds, as it stands beside that word. */
export const until = untilWords;

/** The same where there is little room: a day in digits. */
export function shortUntil(value: string): string {
  const digits = short(value);
  return /^\d/.test(digits) && digits.length === 10 ? digits : untilWords(value);
}

/** A date, or a day with its time of day (ISO 8601), as people write it and as they may type it again. */
export function momentWords(value: string): string {
  const [day = "", time] = value.split("T");
  return time === undefined ? datingWords(day) : `${datingWords(day)} ${time}`;
}

/** A moment (RFC 3339) on this computer's clock, to the minute. */
export function moment(value: string): string {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) return value;
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day(value)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** A moment as its source has it (RFC 3339, also without an offset): its own time of day, and its offset. */
export function sourceMoment(value: string): string {
  const [, day, time, offset] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(value) ?? [];
  if (day === undefined || time === undefined) return momentWords(value);
  const words = `${datingWords(day)} ${time}`;
  if (offset === undefined) return words;
  return `${words} (UTC${offset === "Z" ? "" : offset})`;
}

/** The day of a moment (RFC 3339) on this computer's clock. */
export function day(value: string): string {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) return value;
  const two = (part: number) => String(part).padStart(2, "0");
  return date(`${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`);
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

/** A day in digits, as short as it can be: 27.02.2026. */
export function shortDay(day: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(day.getDate())}.${two(day.getMonth() + 1)}.${day.getFullYear()}`;
}

/** Words as the name of a file, which no system refuses: without the signs of paths, and not too long. */
export function fileName(words: string): string {
  const name = words.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, "-").slice(0, 120);
  return name.replace(/[\s.]+$/, "");
}
