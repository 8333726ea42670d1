/** Moving about: lists, panes, tabs, search. */

import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { enterNext } from "../state/panes.svelte";
import { inspectorTabs, settings } from "../state/settings.svelte";
import type { Action } from "./registry";

const isOpen = () => library.phase === "open";

/** The text field for searching. */
function searchField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("[data-search]");
}

/** Shows the next tab of the inspector, or the one before. */
function turnTab(by: 1 | -1): void {
  const here = inspectorTabs.indexOf(settings.tab);
  const tab = inspectorTabs[(here + by + inspectorTabs.length) % inspectorTabs.length];
  if (tab !== undefined) settings.tab = tab;
}

export const goActions: readonly Action[] = [
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
];
