/**
 * Where the keyboard is sent. State decides that, and knows nothing of the page: the screen says once,
 * when the window starts, how it is done.
 */

/** The panes of the window, as F6 goes through them. */
export const panes = ["units", "list", "document", "inspector"] as const;
export type Pane = (typeof panes)[number];

/** Something that can have the keyboard. */
export type KeyboardPlace =
  | { readonly pane: Pane }
  /** A field of the text under edit. */
  | { readonly draft: "title" | "body" }
  /** An entry of the cast list: the UUID of its party or place. */
  | { readonly castEntry: string }
  /** The entry of the cast list after one that is about to go, else the one before it, else the inspector. */
  | { readonly besideCastEntry: string };

/** Gives the keyboard to a place, where that is to be seen. */
export type KeyboardSender = (place: KeyboardPlace) => Promise<void>;

let send: KeyboardSender = () => Promise.resolve();

/** Says how the keyboard is sent from now on. */
export function sendKeyboardBy(sender: KeyboardSender): void {
  send = sender;
}

/** Gives the keyboard to a place; resolves when it is there. */
export function sendKeyboard(place: KeyboardPlace): Promise<void> {
  return send(place);
}
