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
  ["../../../assets/locales/*/*.ftl", "!../../../assets/locales/*/{cli,documents,viewer}.ftl"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

const bundles: Record<Language, FluentBundle> = {
  kk: bundleOf("kk"),
  ru: bundleOf("ru"),
  en: bundleOf("en"),
};

function bundleOf(language: Language): FluentBundle {
  // Every language here is written from left to right: no isolation marks that would be copied along.
  const bundle = new FluentBundle(localeOf(language), { useIsolating: false });
  for (const [path, words] of Object.entries(files)) {
    if (path.includes(`/locales/${language}/`)) bundle.addResource(new FluentResource(words));
  }
  return bundle;
}

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
  const bundle = bundles[current];
  const [name = "", attribute] = id.split(".");
  const message = bundle.getMessage(name);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  if (pattern === undefined || pattern === null) return undefined;
  const errors: Error[] = [];
  const words = bundle.formatPattern(pattern, args, errors);
  for (const error of errors) console.error(`message ${id} in ${current}:`, error);
  return words;
}

/** A number with its digits grouped as the language does. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(localeOf(current)).format(value);
}

/** The locale for Intl. */
export function localeOf(language: Language): string {
  return language === "en" ? "en-GB" : language;
}
