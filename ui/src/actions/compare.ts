/** Versions of an article, and two of them side by side. */

import { drafting } from "../state/drafting.svelte";
import { reading } from "../state/reading.svelte";
import type { Action } from "./registry";

/** Shows the next of the article's texts, or the one before. */
function turn(by: 1 | -1): void {
  const versions = reading.record?.versions ?? [];
  const here = versions.findIndex(({ id }) => id === reading.version?.id);
  const next = versions[(here + by + versions.length) % versions.length];
  if (next !== undefined) reading.showVersion(next.id);
}

const several = () => (reading.record?.versions.length ?? 0) > 1;
const comparing = () => drafting.compared !== null;

export const compareActions: readonly Action[] = [
  {
    id: "version.next",
    title: "action-version-next",
    menu: "document",
    section: "section-versions",
    keys: ["Ctrl+Shift+PageDown"],
    enabled: several,
    run: () => turn(1),
  },
  {
    id: "version.previous",
    title: "action-version-previous",
    menu: "document",
    section: "section-versions",
    keys: ["Ctrl+Shift+PageUp"],
    enabled: several,
    run: () => turn(-1),
  },
  {
    id: "version.compare",
    title: "action-version-compare",
    menu: "document",
    section: "section-versions",
    keys: ["Ctrl+KeyD"],
    enabled: several,
    checked: comparing,
    run: () => void drafting.compare(),
  },
  {
    id: "compare.next",
    title: "action-compare-next",
    menu: "document",
    section: "section-versions",
    keys: ["KeyN"],
    enabled: comparing,
    run: () => drafting.jump(1),
  },
  {
    id: "compare.previous",
    title: "action-compare-previous",
    menu: "document",
    section: "section-versions",
    keys: ["KeyB"],
    enabled: comparing,
    run: () => drafting.jump(-1),
  },
  {
    id: "compare.close",
    title: "action-compare-close",
    menu: "document",
    section: "section-versions",
    keys: ["Escape"],
    enabled: comparing,
    run: () => (drafting.compared = null),
  },
];
