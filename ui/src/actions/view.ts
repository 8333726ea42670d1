/** How the window looks, and its help. */

import { language, languages, speak } from "../language.svelte";
import { overlays, toggleUnits, unitsShown } from "../state/panes.svelte";
import { inspectorTabs, settings, themes } from "../state/settings.svelte";
import type { Action } from "./registry";

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

export const viewActions: readonly Action[] = [
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
