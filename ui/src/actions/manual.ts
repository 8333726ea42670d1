/** The manual, opened at the page about where one stands. */

import { paneInHand } from "../screen/keyboard";
import { drafting } from "../state/drafting.svelte";
import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { manual } from "../state/manual.svelte";
import { settings, type InspectorTab } from "../state/settings.svelte";
import { views, type View } from "../state/view.svelte";
import type { PageName } from "../types/manual";
import type { Action } from "./registry";

/** The pages about what the middle of the window shows. */
const pageOfView: Record<Exclude<View["kind"], "articles">, PageName> = {
  parties: "tagging",
  party: "tagging",
  doubles: "tagging",
  events: "tagging",
  event: "tagging",
  photos: "photos",
  near_photos: "photos",
};

const pageOfTab: Record<InspectorTab, PageName> = {
  description: "access",
  cast: "tagging",
  photos: "photos",
  history: "history",
};

/** The page about where one stands in the window. */
export function pageHere(): PageName {
  if (library.phase !== "open" || library.articles === 0) return "ten-minutes";
  const { kind } = views.now;
  if (kind !== "articles") return pageOfView[kind];
  const pane = paneInHand();
  if (pane === "units") return "holdings";
  if (pane === "inspector") return list.several ? "finding" : pageOfTab[settings.tab];
  if (pane === "document") return drafting.draft === null ? "tagging" : "receiving";
  return pane === "list" ? "finding" : "desk";
}

export const manualActions: readonly Action[] = [
  {
    id: "manual.show",
    title: "action-manual",
    menu: "help",
    section: "section-manual",
    keys: ["F1"],
    run: () => manual.show(manual.ofDialog ?? pageHere()),
  },
];
