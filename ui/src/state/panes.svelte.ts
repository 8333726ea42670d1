/** The panes of the window: which are to be seen, how wide they are, which one has the keyboard. */

import { fitPanes, hasRoom, sized, type SizedPane } from "../logic/pane-widths";
import { drafting } from "./drafting.svelte";
import { panes, sendKeyboard, type Pane } from "./keyboard";
import { settings, type LeftPane } from "./settings.svelte";
import { views } from "./view.svelte";

class Panes {
  /** The pane that lies over the others, where there is no room for it beside them. */
  over = $state<SizedPane | null>(null);

  /** The window's width in CSS pixels; the window itself tells it. */
  windowWidth = $state(1280);

  /** Whether the window has room for the pane beside the document. */
  fits(pane: SizedPane): boolean {
    return hasRoom(pane, this.windowWidth, drafting.compared !== null && views.now.kind === "articles");
  }

  /** The panes that one wants and that have no room now: they come by their keys, over the others. */
  readonly crowded: readonly SizedPane[] = $derived(
    sized.filter((pane) => settings[pane] && !this.fits(pane) && (pane === "units" || views.now.kind === "articles")),
  );

  /** Whether the pane is to be seen. */
  shown(pane: Pane): boolean {
    // A page about something else fills the place of list, document and inspector.
    const articles = views.now.kind === "articles";
    if (pane === "document") return articles;
    if (pane === "page") return !articles;
    if (pane !== "units" && !articles) return false;
    return this.fits(pane) ? settings[pane] : this.over === pane;
  }

  /** The widths of the panes. */
  readonly widths = $derived(
    fitPanes(
      this.windowWidth,
      sized.filter((pane) => this.fits(pane) && this.shown(pane)),
      settings.widths,
    ),
  );

  /**
   * Shows a pane or puts it away. The keyboard stays `here`, where it is, but for a pane that is gone, or that lies over
   * the others and is left by its own keys.
   */
  toggle(pane: SizedPane, here: Pane | undefined): void {
    const lies = !this.fits(pane);
    if (lies) this.over = this.over === pane ? null : pane;
    else settings[pane] = !settings[pane];
    if (!this.shown(pane)) {
      if (here === pane || here === undefined) void enter(pane === "list" ? "document" : "list");
    } else if (lies) void enter(pane);
  }

  /** Shows a pane. */
  show(pane: SizedPane): void {
    if (this.shown(pane)) return;
    if (this.fits(pane)) settings[pane] = true;
    else this.over = pane;
  }

  /** Puts away what lies over the other panes. */
  leaveOver(): void {
    this.over = null;
  }
}

export const paneState = new Panes();

/**
 * Gives the keyboard to a pane; to the document, or to the page in its place, where the pane is not to be seen. What lies
 * over the panes goes, unless that is entered: it would cover what the keys do.
 */
export function enter(pane: Pane): Promise<void> {
  if (paneState.over !== pane) paneState.leaveOver();
  const instead = paneState.shown("page") ? "page" : "document";
  return sendKeyboard({ pane: paneState.shown(pane) ? pane : instead });
}

/** Gives the keyboard to the next pane that is shown, or the one before; `here` has it now. */
export function enterNext(by: 1 | -1, here: Pane | undefined): void {
  const shown = panes.filter((pane) => paneState.shown(pane));
  const index = shown.findIndex((pane) => pane === here);
  const next = index < 0 ? (by > 0 ? 0 : shown.length - 1) : (index + by + shown.length) % shown.length;
  const pane = shown[next];
  if (pane !== undefined) void enter(pane);
}

/** Shows the tree of holdings or the filters, and gives them the keyboard. */
export function showLeft(left: LeftPane): void {
  settings.left = left;
  paneState.show("units");
  void enter("units");
}

/** Puts the left pane away where it hides the list, and gives the list the keyboard. */
export function leaveUnits(): void {
  paneState.leaveOver();
  void enter("list");
}
