/** Keys by their place on the keyboard, so that they work under every layout. */

/** A key with what is held with it: `Ctrl+KeyF`, `Shift+F6`, `KeyJ`. */
export type Chord = string;

/** What of a keyboard event a chord is about. */
export interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The chord that was pressed. */
export function chordOf(press: KeyPress): Chord {
  const held: string[] = [];
  if (press.ctrlKey || press.metaKey) held.push("Ctrl");
  if (press.altKey) held.push("Alt");
  if (press.shiftKey) held.push("Shift");
  return [...held, press.code].join("+");
}

/** Whether the chord types a letter or a sign, alone: such keys can be switched off (WCAG 2.1.4). */
export function isPlain(chord: Chord): boolean {
  return /^(Shift\+)?(Key[A-Z]|Digit\d|Numpad[\dA-Z]\w*|Comma|Period|Slash|Semicolon|Quote|Backquote|Bracket\w+|Backslash|Intl\w+|Minus|Equal)$/.test(
    chord,
  );
}

/** What a field does by itself with Ctrl: it goes by words, and takes them away. */
const byWords = /^Ctrl\+(Shift\+)?(Delete|Backspace|Home|End|Arrow\w+)$/;

/** Whether the chord means something to a field that is typed into: all but function keys and what is held with Ctrl or Alt. */
export function isTyping(chord: Chord): boolean {
  return byWords.test(chord) || (!/^(Ctrl|Alt)\+/.test(chord) && !/(^|\+)F\d+$/.test(chord));
}

/** Names of keys that carry no letter; the same in every language, as printed on keyboards here. */
const names: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Delete: "Del",
  Equal: "=",
  Minus: "−",
  Comma: ",",
  Period: ".",
  Slash: "/",
  Semicolon: ";",
  Quote: "'",
  Backquote: "`",
  Backslash: "\\",
  BracketLeft: "[",
  BracketRight: "]",
  NumpadAdd: "Num +",
  NumpadSubtract: "Num −",
  NumpadEnter: "Num Enter",
};

/** The chord as shown to people, a key cap each. `letterOf` gives the letter that the user's layout has there. */
export function caps(chord: Chord, letterOf: (code: string) => string | undefined): string[] {
  return chord.split("+").map((part) => {
    if (part.startsWith("Digit")) return part.slice(5);
    if (!part.startsWith("Key")) return names[part] ?? part;
    return (letterOf(part) ?? part.slice(3)).toLocaleUpperCase();
  });
}
