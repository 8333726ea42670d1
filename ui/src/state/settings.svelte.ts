/** What the user chose about the window; kept in the web view's storage. */

import { isLanguage, type Language } from "../language.svelte";
import { tell } from "./announce.svelte";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const inspectorTabs = ["description", "cast", "photos", "history"] as const;
export type InspectorTab = (typeof inspectorTabs)[number];

interface Settings {
  theme: Theme;
  /** None: as the program was started. */
  language: Language | null;
  /** Whether plain letters act as keys (WCAG 2.1.4). */
  plainKeys: boolean;
  units: boolean;
  tab: InspectorTab;
  /** The article last read in each library, by the library's path. */
  lastRead: Record<string, string>;
}

const key = "muragat.settings";

export const settings = $state<Settings>(stored());

/** Applies and keeps the settings from now on; call once, inside an effect root. */
export function keepSettings(): void {
  $effect.pre(() => {
    if (settings.theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = settings.theme;
  });
  $effect(() => {
    const words = JSON.stringify(settings);
    try {
      localStorage.setItem(key, words);
    } catch (reason) {
      // The window works without; the choice is gone at the next start.
      console.error("settings not kept:", reason);
      tell("settings-not-kept");
    }
  });
}

/** What was stored, as far as it is sound. */
function stored(): Settings {
  const found = read();
  return {
    theme: themes.find((theme) => theme === found["theme"]) ?? "system",
    language: isLanguage(found["language"]) ? found["language"] : null,
    plainKeys: found["plainKeys"] !== false,
    units: found["units"] !== false,
    tab: inspectorTabs.find((tab) => tab === found["tab"]) ?? "cast",
    lastRead: strings(found["lastRead"]),
  };
}

function read(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    if (typeof value === "object" && value !== null) return { ...value };
  } catch (reason) {
    console.error("settings not read:", reason);
  }
  return {};
}

function strings(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
