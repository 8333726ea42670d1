/**
 * The window's words, in the language chosen: the files of assets/locales/<language>/, of which the
 * command line reads catalogue.ftl and errors.ftl too.
 */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

import type { MessageId } from "../types/messages";

/** The languages of the window, Kazakh first. */
export const languages = ["kk", "ru", "en"] as const;
export type Language = (typeof languages)[number];

/** What fills a message's gaps. */
export type Args = Record<string, FluentVariable>;

/** Whether the window speaks that language. */
export function isLanguage(word: unknown): word is Language {
  return languages.some((language) => language === word);
}

/** Every file of words that the window reads, by its path. */
const files = import.meta.glob<string>(
  ["../../../assets/locales/*/*.ftl", "!../../../assets/locales/*/{cli,documents,viewer,windows}.ftl"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

/** A language's messages as they are written, and those of them that were said already. */
interface Words {
  readonly written: ReadonlyMap<string, string>;
  readonly said: FluentBundle;
}

const known = new Map<Language, Words>();

function wordsOf(language: Language): Words {
  const words = known.get(language) ?? {
    written: writtenIn(language),
    // Every language here is written from left to right: no isolation marks that would be copied along.
    said: new FluentBundle(localeOf(language), { useIsolating: false }),
  };
  known.set(language, words);
  return words;
}

/** The messages in the files of a language. Each begins with its name at the start of a line. */
function writtenIn(language: Language): Map<string, string> {
  const written = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    if (!path.includes(`/locales/${language}/`)) continue;
    const starts = [...text.matchAll(/^[a-z][\w-]*(?= *=)/gim)];
    for (const [at, start] of starts.entries()) written.set(start[0], text.slice(start.index, starts[at + 1]?.index));
  }
  return written;
}

/** A message. It is read when it is first said: reading all of them would hold up the start. */
function messageOf(name: string): Message | undefined {
  const { written, said } = wordsOf(current);
  const text = said.hasMessage(name) ? undefined : written.get(name);
  if (text !== undefined) said.addResource(new FluentResource(text));
  return said.getMessage(name);
}

type Message = NonNullable<ReturnType<FluentBundle["getMessage"]>>;

let current = $state<Language>("kk");

/** The language in use. */
export function language(): Language {
  return current;
}

/** Speaks another language from now on. */
export function speak(language: Language): void {
  current = language;
}

/** The words of a message, or of its attribute (`message.attribute`). */
export function t(id: MessageId, args: Args = {}): string {
  const words = find(id, args);
  if (words === undefined) throw new Error(`no message ${id} in ${current}`);
  return words;
}

/** A message made of a sentence and what to do next: `window` where the command line does it otherwise, else `next`. */
export function tryMessage(id: string, args: Args): { what: string; next: string } | undefined {
  const what = find(id, args);
  return what === undefined ? undefined : { what, next: find(`${id}.window`, args) ?? find(`${id}.next`, args) ?? "" };
}

function find(id: string, args: Args): string | undefined {
  const bundle = wordsOf(current).said;
  const [name = "", attribute] = id.split(".");
  const message = messageOf(name);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  if (pattern === undefined || pattern === null) return undefined;
  const errors: Error[] = [];
  const words = bundle.formatPattern(pattern, args, errors);
  for (const error of errors) console.error(`message ${id} in ${current}:`, error);
  return words;
}

/** Each language's way with numbers, made once: making one takes longer than drawing a row. */
const numbers = new Map<Language, Intl.NumberFormat>();

/** A number with its digits grouped as the language does. */
export function formatNumber(value: number): string {
  const known = numbers.get(current);
  if (known !== undefined) return known.format(value);
  const format = new Intl.NumberFormat(localeOf(current));
  numbers.set(current, format);
  return format.format(value);
}

/** The locale for Intl. */
export function localeOf(language: Language): string {
  return language === "en" ? "en-GB" : language;
}
