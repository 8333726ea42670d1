/** What the user chose about the window. Rust keeps it, in the user's settings. */

import { api } from "../wire/api";
import type { Chord } from "../logic/keys";
import { isLanguage, type Language } from "../words/language.svelte";
import type { ListFormat } from "../types/bundle";
import { tell } from "./announce.svelte";
import type { PartyOrder } from "../types";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const inspectorTabs = ["description", "cast", "photos", "history"] as const;
export type InspectorTab = (typeof inspectorTabs)[number];

/** Sizes of everything, in per cent (WCAG 1.4.4 asks for 200). */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;
export type TextSize = (typeof textSizes)[number];

/** What a list can be written as. */
export const listFormats: readonly ListFormat[] = ["xlsx", "csv", "html", "pdf"];

/** Longer sides of copies of photos, in pixels. */
export const copyEdges = [1000, 2000, 3000] as const;

/** What the left pane shows: the tree of holdings, or what the list can be narrowed by. */
export const leftPanes = ["tree", "filters"] as const;
export type LeftPane = (typeof leftPanes)[number];

/** The orders of persons and organisations. */
export const partyOrders = ["surname", "name", "articles", "latest"] as const satisfies readonly PartyOrder[];

interface Settings {
  theme: Theme;
  /** None: as the program was started. */
  language: Language | null;
  textSize: TextSize;
  /** Whether plain letters act as keys (WCAG 2.1.4). */
  plainKeys: boolean;
  /** Keys of actions, by id, where the user changed them. */
  keys: Record<string, Chord[]>;
  /** Actions that were lately chosen by name, the latest first. */
  recentActions: string[];
  /** Which panes are to be seen, where there is room. */
  units: boolean;
  list: boolean;
  inspector: boolean;
  /** Widths of panes in CSS pixels; none: as the window's width suggests. */
  widths: Record<string, number>;
  left: LeftPane;
  /** UUIDs of units that are folded, those of all libraries. */
  folded: string[];
  tab: InspectorTab;
  /** The article last read in each library, by the library's path. */
  lastRead: Record<string, string>;
  /** Where one left off in each library, by its path: what the list was asked, and the page shown. */
  lastPlace: Record<string, unknown>;
  /** Columns of lists that are printed or written out, by what they list. */
  listColumns: Record<string, string[]>;
  /** What a list was last written as. */
  listFormat: ListFormat;
  /** What is printed with a document. */
  printed: { cast: boolean; photos: boolean };
  /** How photos are copied for newspapers: the longer side in pixels, none as the original. */
  copies: { edge: number | null; name: string; strip: boolean };
  /** Where the system's dialogs for files were last, by what they asked for. */
  folders: Record<string, string>;
  /** Where what is exported or written out goes at first; none: to the documents. */
  exportFolder: string | null;
  /** The name of the office, for lists, prints and transfers. */
  office: string;
  /** The last backup made in the window, by the library's path. */
  backups: Record<string, { path: string; at: string }>;
  /** Hints that were put away for good. */
  hintsSeen: string[];
  /** In which order persons and organisations are listed. */
  partyOrder: PartyOrder;
}

export const settings = $state<Settings>(validSettings({}));

/** How long changes are gathered before they are kept, in ms. */
const pause = 250;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** What Rust has; nothing is kept before it is known what was. */
let kept: string | undefined;
/** One is sent after the other, so that the latest stays. */
let sending: Promise<void> = Promise.resolve();

/** Takes what was kept at the last time; what is not valid in it is as for a new user. */
export function adoptSettings(found: unknown): void {
  if (typeof found === "object" && found !== null) Object.assign(settings, validSettings({ ...found }));
  kept = JSON.stringify(settings);
}

/** Keeps the settings, and the size of everything, from now on; call once, inside an effect root. */
export function keepSettings(): void {
  $effect(() => {
    api.zoom(settings.textSize / 100).catch((reason: unknown) => {
      console.error("size not set:", reason);
      tell("told-size-not-set");
    });
  });
  $effect(() => {
    const words = JSON.stringify(settings);
    if (kept === undefined || words === kept) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      kept = words;
      sending = sending.then(() => keep(words));
    }, pause);
  });
}

async function keep(words: string): Promise<void> {
  try {
    await api.keepSettings(JSON.parse(words) as object);
  } catch (reason) {
    // The window works without; the choice is gone at the next start.
    console.error("settings not kept:", reason);
    tell("settings-not-kept");
  }
}

/** What was kept, as far as it is valid. */
function validSettings(found: Record<string, unknown>): Settings {
  return {
    theme: themes.find((theme) => theme === found["theme"]) ?? "system",
    language: isLanguage(found["language"]) ? found["language"] : null,
    textSize: textSizes.find((size) => size === found["textSize"]) ?? 100,
    plainKeys: found["plainKeys"] !== false,
    keys: Object.fromEntries(entries(found["keys"]).map(([id, keys]) => [id, texts(keys)])),
    recentActions: texts(found["recentActions"]),
    units: found["units"] !== false,
    list: found["list"] !== false,
    inspector: found["inspector"] !== false,
    widths: Object.fromEntries(
      entries(found["widths"]).filter((entry): entry is [string, number] => Number.isFinite(entry[1])),
    ),
    left: leftPanes.find((left) => left === found["left"]) ?? "tree",
    folded: texts(found["folded"]),
    tab: inspectorTabs.find((tab) => tab === found["tab"]) ?? "cast",
    lastPlace: Object.fromEntries(entries(found["lastPlace"])),
    lastRead: paths(found["lastRead"]),
    listColumns: Object.fromEntries(entries(found["listColumns"]).map(([of, columns]) => [of, texts(columns)])),
    listFormat: listFormats.find((format) => format === found["listFormat"]) ?? "xlsx",
    printed: printedOf(found["printed"]),
    copies: copiesOf(found["copies"]),
    folders: paths(found["folders"]),
    exportFolder: typeof found["exportFolder"] === "string" ? found["exportFolder"] : null,
    office: typeof found["office"] === "string" ? found["office"] : "",
    backups: backupsOf(found["backups"]),
    hintsSeen: texts(found["hintsSeen"]),
    partyOrder: partyOrders.find((order) => order === found["partyOrder"]) ?? "surname",
  };
}

function printedOf(found: unknown): Settings["printed"] {
  const kept = new Map(entries(found));
  return { cast: kept.get("cast") !== false, photos: kept.get("photos") !== false };
}

function copiesOf(found: unknown): Settings["copies"] {
  const kept = new Map(entries(found));
  const [edge, name] = [kept.get("edge"), kept.get("name")];
  return {
    edge: edge === null ? null : (copyEdges.find((one) => one === edge) ?? 2000),
    name: typeof name === "string" && name.trim() !== "" ? name : "{reference}_{number}",
    strip: kept.get("strip") === true,
  };
}

function backupsOf(found: unknown): Settings["backups"] {
  const backups: Settings["backups"] = {};
  for (const [library, kept] of entries(found)) {
    const { path, at } = paths(kept);
    if (path !== undefined && at !== undefined) backups[library] = { path, at };
  }
  return backups;
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function paths(value: unknown): Record<string, string> {
  return Object.fromEntries(entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
