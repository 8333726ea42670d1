/**
 * Everything one can do in the window: the one registry that keys, menus and the list of keys read.
 */

import { isLanguage, language, languages, speak } from "./language.svelte";
import { chordOf, isPlain, takesText, type Chord } from "./keys";
import { tell } from "./state/announce.svelte";
import { library } from "./state/library.svelte";
import { list } from "./state/list.svelte";
import { enterNext, overlays, toggleUnits, unitsShown } from "./state/panes.svelte";
import { reading } from "./state/reading.svelte";
import { inspectorTabs, settings, themes } from "./state/settings.svelte";
import type { MessageId } from "./types/messages";

/** The menus, from left to right. */
export const menus = ["document", "go", "view", "help"] as const;
export type MenuName = (typeof menus)[number];

/** Something one can do. */
export interface Action {
  readonly id: string;
  readonly title: MessageId;
  readonly menu: MenuName;
  /** Actions of one section stand together, apart from the others of the menu. */
  readonly section: MessageId;
  readonly keys: readonly Chord[];
  /** Whether it can be done now; always, where absent. */
  readonly enabled?: () => boolean;
  /** For a switch or a choice: whether it is on. */
  readonly checked?: () => boolean;
  readonly run: () => void;
}

const isOpen = () => library.phase === "open";
const hasArticle = () => reading.record !== null;
const hasPhotos = () => reading.photos.length > 0;

/** The text field for searching. */
function searchField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("[data-search]");
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell("told-copied", { text });
  } catch (reason) {
    console.error("not copied:", reason);
    tell("told-not-copied");
  }
}

const tabTitles = {
  description: "action-tab-description",
  cast: "action-tab-cast",
  photos: "action-tab-photos",
  history: "action-tab-history",
} as const;

const themeTitles = {
  system: "action-theme-system",
  light: "action-theme-light",
  dark: "action-theme-dark",
} as const;

const languageTitles = {
  kk: "action-language-kk",
  ru: "action-language-ru",
  en: "action-language-en",
} as const;

/** All actions, in the order of the menus. */
export const actions: readonly Action[] = [
  {
    id: "reference.copy",
    title: "action-reference-copy",
    menu: "document",
    section: "section-document",
    keys: ["Ctrl+Shift+KeyC"],
    enabled: hasArticle,
    run: () => void copy(reading.record?.reference ?? ""),
  },
  {
    id: "photo.open",
    title: "action-photo-open",
    menu: "document",
    section: "section-document",
    keys: ["KeyV"],
    enabled: hasPhotos,
    run: () => (reading.largePhoto = reading.photo),
  },
  {
    id: "library.refresh",
    title: "action-refresh",
    menu: "document",
    section: "section-library",
    keys: ["F5"],
    run: () => {
      void library.open().then(() => (library.phase === "open" ? list.ask() : undefined));
      reading.refresh();
    },
  },
  {
    id: "article.next",
    title: "action-article-next",
    menu: "go",
    section: "section-list",
    keys: ["KeyJ", "Alt+ArrowDown"],
    enabled: () => list.chosen < list.total - 1,
    run: () => list.move(1),
  },
  {
    id: "article.previous",
    title: "action-article-previous",
    menu: "go",
    section: "section-list",
    keys: ["KeyK", "Alt+ArrowUp"],
    enabled: () => list.chosen !== 0 && list.total > 0,
    run: () => list.move(-1),
  },
  {
    id: "search.focus",
    title: "action-search",
    menu: "go",
    section: "section-panes",
    keys: ["Ctrl+KeyF"],
    enabled: isOpen,
    run: () => {
      searchField()?.focus();
      searchField()?.select();
    },
  },
  {
    id: "pane.next",
    title: "action-pane-next",
    menu: "go",
    section: "section-panes",
    keys: ["F6"],
    enabled: isOpen,
    run: () => enterNext(1),
  },
  {
    id: "pane.previous",
    title: "action-pane-previous",
    menu: "go",
    section: "section-panes",
    keys: ["Shift+F6"],
    enabled: isOpen,
    run: () => enterNext(-1),
  },
  ...inspectorTabs.map(
    (tab): Action => ({
      id: `tab.${tab}`,
      title: tabTitles[tab],
      menu: "view",
      section: "section-inspector",
      keys: [],
      checked: () => settings.tab === tab,
      run: () => (settings.tab = tab),
    }),
  ),
  {
    id: "tab.next",
    title: "action-tab-next",
    menu: "go",
    section: "section-panes",
    keys: ["Ctrl+PageDown"],
    run: () => turnTab(1),
  },
  {
    id: "tab.previous",
    title: "action-tab-previous",
    menu: "go",
    section: "section-panes",
    keys: ["Ctrl+PageUp"],
    run: () => turnTab(-1),
  },
  {
    id: "units.toggle",
    title: "action-units",
    menu: "view",
    section: "section-window",
    keys: ["F9"],
    checked: unitsShown,
    run: toggleUnits,
  },
  ...themes.map(
    (theme): Action => ({
      id: `theme.${theme}`,
      title: themeTitles[theme],
      menu: "view",
      section: "section-theme",
      keys: [],
      checked: () => settings.theme === theme,
      run: () => (settings.theme = theme),
    }),
  ),
  ...languages.map(
    (word): Action => ({
      id: `language.${word}`,
      title: languageTitles[word],
      menu: "view",
      section: "section-language",
      keys: [],
      checked: () => language() === word,
      run: () => {
        settings.language = word;
        speak(word);
      },
    }),
  ),
  {
    id: "keys.show",
    title: "action-keys",
    menu: "help",
    section: "section-keys",
    keys: ["F1"],
    run: () => (overlays.keys = true),
  },
  {
    id: "keys.plain",
    title: "action-plain-keys",
    menu: "help",
    section: "section-keys",
    keys: [],
    checked: () => settings.plainKeys,
    run: () => (settings.plainKeys = !settings.plainKeys),
  },
];

/** Shows the next tab of the inspector, or the one before. */
function turnTab(by: 1 | -1): void {
  const here = inspectorTabs.indexOf(settings.tab);
  const tab = inspectorTabs[(here + by + inspectorTabs.length) % inspectorTabs.length];
  if (tab !== undefined) settings.tab = tab;
}

/** The actions of a menu, section by section. */
export function sectionsOf(menu: MenuName): { section: MessageId; actions: Action[] }[] {
  const sections: { section: MessageId; actions: Action[] }[] = [];
  for (const action of actions.filter((action) => action.menu === menu)) {
    const section = sections.find((section) => section.section === action.section);
    if (section === undefined) sections.push({ section: action.section, actions: [action] });
    else section.actions.push(action);
  }
  return sections;
}

/** Does what a key stands for. True where it stood for something. */
export function press(event: KeyboardEvent): boolean {
  const chord = chordOf(event);
  if (isPlain(chord) && (!settings.plainKeys || takesText(event.target))) return false;
  const action = actions.find((action) => action.keys.includes(chord));
  if (action === undefined) return false;
  if (action.enabled?.() !== false) action.run();
  return true;
}

/** The language the program was started in, else the one chosen before, else Kazakh. */
export function speakFirst(started: string | null): void {
  const word = started ?? settings.language;
  speak(isLanguage(word) ? word : "kk");
}
