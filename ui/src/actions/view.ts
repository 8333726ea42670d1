/** How the window looks, and its help. */

import { language, languages, speak } from "../words/language.svelte";
import { sized, type SizedPane } from "../logic/pane-widths";
import { paneInHand } from "../screen/keyboard";
import { tell } from "../state/announce.svelte";
import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { overlays } from "../state/overlays.svelte";
import { enter, paneState } from "../state/panes.svelte";
import { report } from "../state/report.svelte";
import { inspectorTabs, settings, textSizes, themes } from "../state/settings.svelte";
import { views } from "../state/view.svelte";
import type { ListOrder } from "../types";
import type { MessageId } from "../types/messages";
import { listOrders } from "../words/terms";
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

const paneTitles: Record<SizedPane, MessageId> = {
  units: "action-units",
  list: "action-list",
  inspector: "action-inspector",
};

const orderTitles: Record<ListOrder, MessageId> = {
  relevance: "action-order-relevance",
  date_newest: "action-order-date",
  title: "action-order-title",
  reference: "action-order-reference",
};

const paneKeys: Record<SizedPane, string> = { units: "F9", list: "Ctrl+F9", inspector: "Shift+F9" };

const isOpen = () => library.phase === "open";
const onArticles = () => isOpen() && views.now.kind === "articles";

/** Makes everything larger or smaller by a step. */
function resize(by: 1 | -1): void {
  const size = textSizes[textSizes.indexOf(settings.textSize) + by];
  if (size === undefined) return;
  settings.textSize = size;
  tell("told-size", { size });
}

export const viewActions: readonly Action[] = [
  ...listOrders.map((order): Action => ({
    id: `order.${order}`,
    title: orderTitles[order],
    menu: "view",
    section: "section-order",
    keys: [],
    // without words nothing fits better than anything else
    enabled: () => onArticles() && (order !== "relevance" || list.question.text !== ""),
    checked: () => list.order === order,
    run: () => {
      list.putInOrder(order);
      // One goes on in what one has put in order, not on the button of its menu.
      void enter("list");
    },
  })),
  {
    id: "order.swap",
    title: "action-order-swap",
    menu: "view",
    section: "section-order",
    keys: ["Ctrl+Shift+KeyJ"],
    enabled: () => onArticles() && list.question.text !== "",
    run: () => list.putInOrder(list.order === "relevance" ? "date_newest" : "relevance"),
  },
  ...inspectorTabs.map((tab): Action => ({
    id: `tab.${tab}`,
    title: tabTitles[tab],
    menu: "view",
    section: "section-inspector",
    keys: [],
    enabled: onArticles,
    checked: () => settings.tab === tab,
    run: () => {
      settings.tab = tab;
      paneState.show("inspector");
    },
  })),
  ...sized.map((pane): Action => ({
    id: `${pane}.toggle`,
    title: paneTitles[pane],
    menu: "view",
    section: "section-window",
    keys: [paneKeys[pane]],
    enabled: pane === "units" ? isOpen : onArticles,
    checked: () => paneState.shown(pane),
    run: () => paneState.toggle(pane, paneInHand()),
  })),
  {
    id: "widths.reset",
    title: "action-widths-reset",
    menu: "view",
    section: "section-window",
    keys: [],
    enabled: () => Object.keys(settings.widths).length > 0,
    run: () => (settings.widths = {}),
  },
  {
    id: "text.larger",
    title: "action-text-larger",
    menu: "view",
    section: "section-size",
    keys: ["Ctrl+Equal", "Ctrl+Shift+Equal", "Ctrl+NumpadAdd"],
    enabled: () => settings.textSize !== textSizes.at(-1),
    run: () => resize(1),
  },
  {
    id: "text.smaller",
    title: "action-text-smaller",
    menu: "view",
    section: "section-size",
    keys: ["Ctrl+Minus", "Ctrl+NumpadSubtract"],
    enabled: () => settings.textSize !== textSizes[0],
    run: () => resize(-1),
  },
  {
    id: "text.usual",
    title: "action-text-usual",
    menu: "view",
    section: "section-size",
    keys: ["Ctrl+Digit0", "Ctrl+Numpad0"],
    enabled: () => settings.textSize !== 100,
    run: () => {
      settings.textSize = 100;
      tell("told-size", { size: 100 });
    },
  },
  ...themes.map((theme): Action => ({
    id: `theme.${theme}`,
    title: themeTitles[theme],
    menu: "view",
    section: "section-theme",
    keys: [],
    checked: () => settings.theme === theme,
    run: () => (settings.theme = theme),
  })),
  ...languages.map((word): Action => ({
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
  })),
  {
    id: "settings.show",
    title: "action-settings",
    menu: "view",
    section: "section-settings",
    keys: ["Ctrl+Comma"],
    run: () => (overlays.settings = true),
  },
  {
    id: "keys.show",
    title: "action-keys",
    menu: "help",
    section: "section-keys",
    keys: ["Shift+F1"],
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
  {
    id: "report.save",
    title: "action-report",
    menu: "help",
    section: "section-about-program",
    keys: [],
    run: () => void report.show(),
  },
  {
    id: "about.show",
    title: "action-about",
    menu: "help",
    section: "section-about-program",
    keys: [],
    run: () => (overlays.about = true),
  },
];
