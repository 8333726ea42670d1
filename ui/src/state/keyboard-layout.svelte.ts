/**
 * The user's keyboard layout, learned from what is typed: the web view has no way to ask for it.
 * Under the Kazakh layout KeyF is shown as «А», because that is what the key cap says.
 */

import { SvelteMap } from "svelte/reactivity";

/** Cyrillic letters by their keys, where the Kazakh and the Russian layout have the same. */
const cyrillic: Record<string, string> = Object.fromEntries(
  [
    ["QWERTYUIOP", "йцукенгшщз"],
    ["ASDFGHJKL", "фывапролд"],
    ["ZXCVBNM", "ячсмить"],
  ].flatMap(([keys = "", letters = ""]) => [...keys].map((key, at) => [`Key${key}`, letters.charAt(at)])),
);

const letters = new SvelteMap<string, string>();
const isCyrillic = (letter: string) => /\p{Script=Cyrillic}/u.test(letter);
/** Whether the letter typed last was Cyrillic: then all keys are named so, those not yet pressed too. */
let inCyrillic = $state(false);

/** Notes which letter a key gave. Under Ctrl some systems give the Latin one, whatever the layout is. */
export function learn(event: Pick<KeyboardEvent, "code" | "key" | "altKey" | "ctrlKey">): void {
  if (!event.code.startsWith("Key") || event.altKey || event.ctrlKey || !/^\p{L}$/u.test(event.key)) return;
  const letter = event.key.toLowerCase();
  if (letters.get(event.code) !== letter) letters.set(event.code, letter);
  inCyrillic = isCyrillic(letter);
}

/** The letter on a key, in the script that one types; as far as that is known. */
export function letterOf(code: string): string | undefined {
  const learned = letters.get(code);
  if (learned !== undefined && isCyrillic(learned) === inCyrillic) return learned;
  return inCyrillic ? cyrillic[code] : undefined;
}
