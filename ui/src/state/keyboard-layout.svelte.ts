/**
 * The user's keyboard layout, learned from what is typed: the web view has no way to ask for it.
 * Under the Kazakh layout KeyF is shown as «А», because that is what the key cap says.
 */

import { SvelteMap } from "svelte/reactivity";

/** Letters by their keys, where the Kazakh and the Russian layout have the same: «йцукен», «фывапр», «ячсмит» and on. */
const cyrillic: Record<string, string> = Object.fromEntries(
  [
    ["QWERTYUIOP", "\u0439\u0446\u0443\u043a\u0435\u043d\u0433\u0448\u0449\u0437"],
    ["ASDFGHJKL", "\u0444\u044b\u0432\u0430\u043f\u0440\u043e\u043b\u0434"],
    ["ZXCVBNM", "\u044f\u0447\u0441\u043c\u0438\u0442\u044c"],
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
