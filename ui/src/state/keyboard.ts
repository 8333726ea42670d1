/**
 * Where the keyboard is sent, and what keys have to wait for. State decides that, and knows nothing of the page: the
 * screen says once, when the window starts, how it is done.
 */

/** The panes of the window, as F6 goes through them; a page stands in the place of all but the first. */
export const panes = ["units", "list", "document", "inspector", "page"] as const;
export type Pane = (typeof panes)[number];

/** Something that can have the keyboard. */
export type KeyboardPlace =
  | { readonly pane: Pane }
  /** A field of the text under edit. */
  | { readonly draft: "title" | "body" }
  /** The first field of the record on the page that waits to be filled in. */
  | { readonly emptyField: "page" }
  /** An entry of the cast list: the UUID of its party or place. */
  | { readonly castEntry: string };

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

/**
 * What work under way decides: where the keyboard will be, so that every key waits; which article is on the screen
 * and what is suggested in it; which rows the list has; or anything else that a key may be about, but for letters
 * typed into a field.
 */
export const decisions = ["keyboard", "article", "list", "else"] as const;
export type Decision = (typeof decisions)[number];

const works = new Map<Promise<unknown>, Decision>();

let atRest: () => void = () => undefined;

/** Says what is done whenever nothing is under way any more. */
export function whenAtRest(tell: () => void): void {
  atRest = tell;
}

/** Lets keys wait for work that decides what they mean; gives it back. */
export function keysWaitFor<T>(work: Promise<T>, decides: Decision = "else"): Promise<T> {
  works.set(work, decides);
  const done = () => {
    works.delete(work);
    if (works.size === 0) atRest();
  };
  work.then(done, done);
  return work;
}

/** What is under way that decides one of these. */
function underWay(about: readonly Decision[]): Promise<unknown>[] {
  return [...works].filter(([, decides]) => about.includes(decides)).map(([work]) => work);
}

/** Whether a key that depends on these has to wait. */
export function keysMustWait(about: readonly Decision[] = decisions): boolean {
  return underWay(about).length > 0;
}

/** Resolves once nothing is under way that decides one of these; failures count as ends. */
export async function nothingPending(about: readonly Decision[] = decisions): Promise<void> {
  for (let left = underWay(about); left.length > 0; left = underWay(about)) await Promise.allSettled(left);
}

/** What is asked for as one types: a key that decides on the answer waits for that to the latest words. */
export class AskedAsTyped {
  #answered: () => void = () => undefined;

  /** Something is about to be asked; gives what says that it is answered. What was asked before matters no more. */
  begin(): () => void {
    this.end();
    let answered: () => void = () => undefined;
    void keysWaitFor(new Promise<void>((resolve) => (answered = resolve)));
    this.#answered = answered;
    return answered;
  }

  /** Nothing is asked any more. */
  end(): void {
    this.#answered();
  }
}
