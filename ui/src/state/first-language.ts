/** The language that the window begins with. */

import { isLanguage, speak } from "../words/language.svelte";
import { settings } from "./settings.svelte";

/** The language the program was started in, else the one chosen before, else Kazakh. */
export function speakFirst(started: string | null): void {
  const word = started ?? settings.language;
  speak(isLanguage(word) ? word : "kk");
}
