/** Moving about: pages, lists, panes, tabs, search. */

import { enterSearchField, paneWithKeyboard, selectedWords } from "../screen/keyboard";
import { hits } from "../state/hits.svelte";
import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { overlays } from "../state/overlays.svelte";
import { enter, enterNext, showLeft } from "../state/panes.svelte";
import { reading } from "../state/reading.svelte";
import { inspectorTabs, settings } from "../state/settings.svelte";
import { views } from "../state/view.svelte";
import type { Action } from "./registry";

const isOpen = () => library.phase === "open";
const onArticles = () => isOpen() && views.now.kind === "articles";

/** Shows the next tab of the inspector, or the one before. */
function turnTab(by: 1 | -1): void {
  const here = inspectorTabs.indexOf(settings.tab);
  const tab = inspectorTabs[(here + by + inspectorTabs.length) % inspectorTabs.length];
  if (tab !== undefined) settings.tab = tab;
}

/** Shows a list or a page, and goes there. */
function show(go: () => void): void {
  go();
  void enter("list");
}

export const goActions: readonly Action[] = [
  {
    id: "palette.show",
    title: "action-palette",
    menu: "go",
    section: "section-go",
    keys: ["Ctrl+KeyK"],
    run: () => (overlays.palette = true),
  },
  {
    id: "search.focus",
    title: "action-search",
    menu: "go",
    section: "section-go",
    keys: ["Ctrl+KeyF"],
    enabled: isOpen,
    run: enterSearchField,
  },
  {
    id: "search.everywhere",
    title: "action-search-everywhere",
    menu: "go",
    section: "section-go",
    keys: ["Ctrl+Shift+KeyG"],
    enabled: () => onArticles() && list.confined,
    run: () => list.searchEverywhere(),
  },
  {
    id: "text.find",
    title: "action-text-find",
    menu: "go",
    section: "section-go",
    keys: ["Ctrl+KeyG"],
    enabled: () => onArticles() && reading.version !== undefined,
    run: () => hits.open(selectedWords()),
  },
  {
    id: "hit.next",
    title: "action-hit-next",
    menu: "go",
    section: "section-go",
    keys: ["F3"],
    enabled: () => onArticles() && reading.version !== undefined,
    run: () => hits.step(1),
  },
  {
    id: "hit.previous",
    title: "action-hit-previous",
    menu: "go",
    section: "section-go",
    keys: ["Shift+F3"],
    enabled: () => onArticles() && reading.version !== undefined,
    run: () => hits.step(-1),
  },
  {
    id: "go.back",
    title: "action-back",
    menu: "go",
    section: "section-go",
    keys: ["Ctrl+BracketLeft", "Alt+ArrowLeft"],
    enabled: () => isOpen() && views.canGoBack,
    run: () => views.back(),
  },
  {
    id: "go.forward",
    title: "action-forward",
    menu: "go",
    section: "section-go",
    keys: ["Ctrl+BracketRight", "Alt+ArrowRight"],
    enabled: () => isOpen() && views.canGoForward,
    run: () => views.forward(),
  },
  {
    id: "article.next",
    title: "action-article-next",
    menu: "go",
    section: "section-list",
    keys: ["KeyJ", "Alt+ArrowDown"],
    enabled: () => onArticles() && list.chosen < list.total - 1,
    run: () => list.move(1),
  },
  {
    id: "article.previous",
    title: "action-article-previous",
    menu: "go",
    section: "section-list",
    keys: ["KeyK", "Alt+ArrowUp"],
    enabled: () => onArticles() && list.chosen !== 0 && list.total > 0,
    run: () => list.move(-1),
  },
  {
    id: "go.all",
    title: "action-go-all",
    menu: "go",
    section: "section-places",
    keys: [],
    enabled: isOpen,
    run: () => show(() => list.goTo({ kind: "all" })),
  },
  {
    id: "go.tray",
    title: "action-go-tray",
    menu: "go",
    section: "section-places",
    keys: [],
    enabled: isOpen,
    run: () => show(() => list.goTo({ kind: "tray" })),
  },
  {
    id: "go.drafts",
    title: "action-go-drafts",
    menu: "go",
    section: "section-places",
    keys: [],
    enabled: isOpen,
    run: () => show(() => list.goTo({ kind: "drafts" })),
  },
  {
    id: "go.suggested",
    title: "action-go-suggested",
    menu: "go",
    section: "section-places",
    keys: [],
    enabled: isOpen,
    run: () => show(() => list.goTo({ kind: "suggested" })),
  },
  {
    id: "go.people",
    title: "action-go-people",
    menu: "go",
    section: "section-places",
    keys: [],
    enabled: isOpen,
    run: () => show(() => views.go({ kind: "parties", of: "person" })),
  },
  {
    id: "go.organisations",
    title: "action-go-organisations",
    menu: "go",
    section: "section-places",
    keys: [],
    enabled: isOpen,
    run: () => show(() => views.go({ kind: "parties", of: "organisation" })),
  },
  {
    id: "go.events",
    title: "action-go-events",
    menu: "go",
    section: "section-places",
    keys: [],
    enabled: isOpen,
    run: () => show(() => views.go({ kind: "events" })),
  },
  {
    id: "go.photos",
    title: "action-go-photos",
    menu: "go",
    section: "section-places",
    keys: [],
    enabled: isOpen,
    run: () => show(() => views.go({ kind: "photos", lacking: null })),
  },
  {
    id: "pane.next",
    title: "action-pane-next",
    menu: "go",
    section: "section-panes",
    keys: ["F6"],
    enabled: isOpen,
    run: () => enterNext(1, paneWithKeyboard()),
  },
  {
    id: "pane.previous",
    title: "action-pane-previous",
    menu: "go",
    section: "section-panes",
    keys: ["Shift+F6"],
    enabled: isOpen,
    run: () => enterNext(-1, paneWithKeyboard()),
  },
  {
    id: "list.focus",
    title: "action-list-focus",
    menu: "go",
    section: "section-panes",
    keys: ["Ctrl+KeyL"],
    // On a page it is the list of that page.
    enabled: isOpen,
    run: () => void enter("list"),
  },
  {
    id: "list.show-document",
    title: "action-list-show-document",
    menu: "go",
    section: "section-panes",
    keys: ["Ctrl+Shift+KeyL"],
    enabled: () => onArticles() && list.absent,
    run: () => {
      list.showAmongAll();
      void enter("list");
    },
  },
  {
    id: "filters.show",
    title: "action-filters",
    menu: "go",
    section: "section-panes",
    keys: ["Ctrl+Shift+KeyF"],
    enabled: onArticles,
    run: () => showLeft("filters"),
  },
  {
    id: "tab.next",
    title: "action-tab-next",
    menu: "go",
    section: "section-panes",
    keys: ["Ctrl+PageDown"],
    enabled: onArticles,
    run: () => turnTab(1),
  },
  {
    id: "tab.previous",
    title: "action-tab-previous",
    menu: "go",
    section: "section-panes",
    keys: ["Ctrl+PageUp"],
    enabled: onArticles,
    run: () => turnTab(-1),
  },
];
