/**
 * The user's keyboard layout, learned from what is typed: the web view has no way to ask for it.
 * Under the Kazakh layout KeyF is shown as «А», because that is what the key cap says.
 */

import { SvelteMap } from "svelte/reactivity";

const letters = new SvelteMap<string, string>();

/** Notes which letter a key gave. */
export function learn(event: KeyboardEvent): void {
  if (!event.code.startsWith("Key") || event.altKey) return;
  if (/^\p{L}$/u.test(event.key) && letters.get(event.code) !== event.key.toLowerCase()) {
    letters.set(event.code, event.key.toLowerCase());
  }
}

/** The letter on a key, as far as it is known. */
export function letterOf(code: string): string | undefined {
  return letters.get(code);
}
