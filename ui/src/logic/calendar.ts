/** Days of a month in weeks that begin on Monday, and the steps of a calendar's keys. */

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const utc = ({ year, month, day }: Day): Date => {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date;
};

const from = (date: Date): Day => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
});

/** `YYYY-MM-DD`. */
export function isoOf({ year, month, day }: Day): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** The day of `YYYY-MM-DD`, or the first of a shorter or doubted date; null for none. */
export function dayIn(text: string): Day | null {
  const parts = /(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text);
  if (parts === null) return null;
  const month = Number(parts[2] ?? 1);
  return { year: Number(parts[1]), month: month > 12 ? 1 : month, day: Number(parts[3] ?? 1) };
}

/** So many days later. */
export function plusDays(day: Day, days: number): Day {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return within(from(date), day);
}

/** So many months later, on the same day or the month's last. */
export function plusMonths(day: Day, months: number): Day {
  const counted = day.year * 12 + day.month - 1 + months;
  const year = Math.floor(counted / 12);
  const month = counted - year * 12 + 1;
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(year, month, 0);
  return within({ year, month, day: Math.min(day.day, last.getUTCDate()) }, day);
}

/** Four digits write every year that there is. */
const within = (day: Day, otherwise: Day): Day => (day.year < 1 || day.year > 9999 ? otherwise : day);

/** 0 for Monday … 6 for Sunday. */
export function weekday(day: Day): number {
  return (utc(day).getUTCDay() + 6) % 7;
}

/** The weeks that a month has days in, whole. */
export function weeksOf({ year, month }: Day): Day[][] {
  const first: Day = { year, month, day: 1 };
  const start = utc(first);
  start.setUTCDate(1 - weekday(first));
  const weeks: Day[][] = [];
  do {
    weeks.push(
      Array.from({ length: 7 }, () => {
        const day = from(start);
        start.setUTCDate(start.getUTCDate() + 1);
        return day;
      }),
    );
  } while (start.getUTCMonth() === month - 1 && start.getUTCFullYear() === year);
  return weeks;
}

/** Where a key goes from a day; null for a key that goes nowhere. */
export function stepOf(code: string, shift: boolean, day: Day): Day | null {
  switch (code) {
    case "ArrowLeft":
      return plusDays(day, -1);
    case "ArrowRight":
      return plusDays(day, 1);
    case "ArrowUp":
      return plusDays(day, -7);
    case "ArrowDown":
      return plusDays(day, 7);
    case "Home":
      return plusDays(day, -weekday(day));
    case "End":
      return plusDays(day, 6 - weekday(day));
    case "PageUp":
      return plusMonths(day, shift ? -12 : -1);
    case "PageDown":
      return plusMonths(day, shift ? 12 : 1);
    default:
      return null;
  }
}

/** The first day of a day, month or year; null for any other date. */
export function firstDay(date: string): string | null {
  const parts = /^(\d{4})(?:-(0\d|1[0-2])(?:-(\d{2}))?)?$/.exec(date);
  return parts === null ? null : [parts[1], parts[2] ?? "01", parts[3] ?? "01"].join("-");
}

/** The last day of a day, month or year; null for any other date. */
export function lastDay(date: string): string | null {
  const first = firstDay(date);
  const day = first === null ? null : dayIn(first);
  if (first === null || day === null || date.length === 10) return first;
  return isoOf(plusDays(plusMonths(day, date.length === 4 ? 12 : 1), -1));
}
