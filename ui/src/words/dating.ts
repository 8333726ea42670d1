/** Datings (EDTF) in words: one way of writing for the list, the fields and history. */

import type { MessageId } from "../types/messages";
import { t } from "./language.svelte";

/** One date of a dating, with what is doubted of it. */
interface Point {
  readonly kind: "day" | "month" | "season" | "year" | "decade" | "century";
  readonly year: string;
  readonly month: number;
  readonly day: number;
  readonly sign: string;
}

const shape = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/;

function point(text: string): Point | null {
  const found = shape.exec(text);
  if (found === null) return null;
  const [, year = "", second, third, sign = ""] = found;
  const month = Number(second ?? 0);
  const day = Number(third ?? 0);
  const kind = year.endsWith("XX")
    ? "century"
    : year.endsWith("X")
      ? "decade"
      : month === 0
        ? "year"
        : month > 20
          ? "season"
          : day === 0
            ? "month"
            : "day";
  return { kind, year: year.replaceAll("X", "0"), month, day, sign };
}

const months: readonly MessageId[] = [
  "dating-month-1",
  "dating-month-2",
  "dating-month-3",
  "dating-month-4",
  "dating-month-5",
  "dating-month-6",
  "dating-month-7",
  "dating-month-8",
  "dating-month-9",
  "dating-month-10",
  "dating-month-11",
  "dating-month-12",
];
/** As they stand behind a day: in Russian in another case. */
const monthsOfDays: readonly MessageId[] = [
  "dating-month-of-day-1",
  "dating-month-of-day-2",
  "dating-month-of-day-3",
  "dating-month-of-day-4",
  "dating-month-of-day-5",
  "dating-month-of-day-6",
  "dating-month-of-day-7",
  "dating-month-of-day-8",
  "dating-month-of-day-9",
  "dating-month-of-day-10",
  "dating-month-of-day-11",
  "dating-month-of-day-12",
];
const seasons: readonly MessageId[] = ["dating-season-21", "dating-season-22", "dating-season-23", "dating-season-24"];

const named = (ids: readonly MessageId[], number: number) => ids[number - 1] ?? "dating-year";
const monthWords = (month: number) => t(named(months, month));
const monthOfDay = (month: number) => t(named(monthsOfDays, month));

const dayOfMonth = ({ day, month }: Point) => t("dating-day-of-month", { day: String(day), month: monthOfDay(month) });

/** A date without its doubts. */
function bare({ kind, year, month, day }: Point): string {
  switch (kind) {
    case "day":
      return t("dating-day", { day: String(day), month: monthOfDay(month), year });
    case "month":
      return t("dating-month", { month: monthWords(month), year });
    case "season":
      return t(named(seasons, month - 20), { year });
    case "year":
      return t("dating-year", { year });
    case "decade":
      return t("dating-decade", { year });
    case "century":
      return t("dating-century", { from: year, to: String(Number(year) + 99) });
  }
}

function doubted(words: string, sign: string, kind: Point["kind"]): string {
  const circa = kind === "day" || kind === "year" ? "dating-circa" : "dating-circa-other";
  const about = sign === "~" || sign === "%" ? t(circa, { date: words }) : words;
  return sign === "?" || sign === "%" ? t("dating-uncertain", { date: about }) : about;
}

const single = (one: Point) => doubted(bare(one), one.sign, one.kind);

/** The first of two by itself: what is doubted of it stands behind it, as before it it would be of both. */
function first(one: Point): string {
  const about = one.sign === "~" || one.sign === "%" ? t("dating-circa-behind", { date: bare(one) }) : bare(one);
  return one.sign === "?" || one.sign === "%" ? t("dating-uncertain", { date: about }) : about;
}

/** Two dates, of which what is the same is said once. */
function joined(from: Point, to: Point): string {
  const apart = () => t("dating-range", { from: first(from), to: single(to) });
  if (from.sign !== to.sign || from.kind !== to.kind) return apart();
  const sameYear = from.year === to.year;
  let words: string;
  if (from.kind === "year") words = t("dating-years", { from: from.year, to: to.year });
  else if (from.kind === "month" && sameYear)
    words = t("dating-months", { from: monthWords(from.month), to: monthWords(to.month), year: to.year });
  else if (from.kind === "day" && sameYear && from.month === to.month)
    words = t("dating-days", {
      from: String(from.day),
      to: String(to.day),
      month: monthOfDay(to.month),
      year: to.year,
    });
  else if (from.kind === "day" && sameYear)
    words = t("dating-days-of-months", { from: dayOfMonth(from), to: dayOfMonth(to), year: to.year });
  else return apart();
  return doubted(words, from.sign, from.kind);
}

/** Some time before or after. */
function side(text: string, way: "before" | "after"): string | null {
  const one = point(text);
  if (one === null) return null;
  const before = way === "before";
  return one.kind === "year" && one.sign === ""
    ? t(before ? "dating-before-year" : "dating-after-year", { year: one.year })
    : t(before ? "dating-before" : "dating-after", { date: single(one) });
}

/** A dating as people write it; what is none stays as it is. */
export function datingWords(value: string): string {
  const sided = /^\[(\.\.)?([^.\]]+)(\.\.)?\]$/.exec(value);
  if (sided !== null) return side(sided[2] ?? "", sided[1] === undefined ? "after" : "before") ?? value;
  const [first = "", second] = value.split("/");
  const from = point(first);
  if (second === undefined) return from === null ? value : single(from);
  const to = point(second);
  if (from !== null && to !== null) return joined(from, to);
  if (from !== null && second === "..") return t("dating-open-end", { date: single(from) });
  return to !== null && first === ".." ? t("dating-open-start", { date: single(to) }) : value;
}

/** A day as it stands beside a word that means "until": in Kazakh in another case. */
export function untilWords(value: string): string {
  const one = point(value);
  return one?.kind === "day"
    ? t("until-day", { day: String(one.day), month: one.month, year: one.year })
    : datingWords(value);
}
