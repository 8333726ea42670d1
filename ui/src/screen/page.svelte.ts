/** What the page as a whole follows: the theme and the language chosen. */

import { settings } from "../state/settings.svelte";
import { language } from "../words/language.svelte";

/** Sets the page's theme and language, now and when they change; call once, inside an effect root. */
export function dressPage(): void {
  const page = document.documentElement;
  $effect.pre(() => {
    if (settings.theme === "system") delete page.dataset["theme"];
    else page.dataset["theme"] = settings.theme;
  });
  $effect.pre(() => {
    page.lang = language();
  });
}

/** Marks the moment from which on one can work: what `make bench` measures the start by. */
export function markUsable(): void {
  // Once what is now known is drawn.
  requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
}
