/** What the window says aloud: a live region for screen readers, shown in the status bar too. */

import { t, type Args } from "../words/language.svelte";
import type { MessageId } from "../types/messages";

interface Announcement {
  readonly id: MessageId;
  readonly args: Args;
}

/** How long a message stands, in ms: a while, and what it takes to read its letters. */
const stands = 5000;
const perLetter = 60;

let latest = $state.raw<Announcement | null>(null);
let leaving: ReturnType<typeof setTimeout> | undefined;

/**
 * Says a message; it leaves by itself, as it is about what was done just now. `stays`: until one does something
 * else, for what must not be overlooked.
 */
export function tell(id: MessageId, args: Args = {}, stays = false): void {
  latest = { id, args };
  clearTimeout(leaving);
  if (stays) return;
  leaving = setTimeout(hush, stands + perLetter * t(id, args).length);
}

/** Nothing to say any more. */
export function hush(): void {
  clearTimeout(leaving);
  latest = null;
}

/** The words last said, in the language of now. */
export function told(): string {
  return latest === null ? "" : t(latest.id, latest.args);
}
