import { describe, expect, it } from "vitest";

import { actions } from "../../src/actions";
import { searchWords } from "../../src/actions/search-words";
import { ranked } from "../../src/logic/fitness";
import { languages, speak, t } from "../../src/words/language.svelte";

/** What the palette finds for what is typed, by ids. */
function found(typed: string): string[] {
  return ranked(
    actions,
    typed,
    (action) => ({ id: action.id, title: t(action.title), about: `${t(action.section)} ${searchWords(action)}` }),
    [],
  ).map(({ id }) => id);
}

/** A noun that people look for, in each language, and an action that it leads to. */
const nouns: Record<(typeof languages)[number], readonly (readonly [string, string])[]> = {
  kk: [
    ["тақырып", "theme.dark"],
    ["көрініс", "theme.light"],
    ["баптау", "theme.system"],
    ["шрифт", "text.larger"],
    ["қаріп", "text.smaller"],
    ["анықтама", "keys.show"],
    ["көмек", "about.show"],
    ["тіл", "language.ru"],
    ["қор", "unit.add-fonds"],
    ["сұрыптау", "order.title"],
    ["сақтық көшірме", "transfer.backup"],
    ["жою", "article.delete"],
    ["дубль", "party.merge"],
  ],
  ru: [
    ["тема", "theme.dark"],
    ["настройки", "theme.light"],
    ["шрифт", "text.larger"],
    ["помощь", "keys.show"],
    ["справка", "about.show"],
    ["язык", "language.kk"],
    ["опись", "unit.add"],
    ["сортировка", "order.reference"],
    ["резервная копия", "transfer.backup"],
    ["бэкап", "transfer.backup"],
    ["отмена", "edit.undo"],
    ["дубликаты", "party.merge"],
    ["выгрузка", "transfer.export"],
  ],
  en: [
    ["theme", "theme.dark"],
    ["settings", "theme.light"],
    ["font", "text.larger"],
    ["help", "keys.show"],
    ["shortcuts", "keys.show"],
    ["language", "language.kk"],
    ["folder", "unit.add"],
    ["sort", "order.title"],
    ["trash", "article.delete"],
  ],
};

describe.each(languages)("in %s the palette", (language) => {
  it.each(nouns[language])("finds by the noun %s", (noun, action) => {
    speak(language);
    expect(found(noun)).toContain(action);
  });
});
