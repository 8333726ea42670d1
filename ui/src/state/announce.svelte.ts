/** What the window says aloud: a live region for screen readers, shown in the status bar too. */

import { t, type Args } from "../words/language.svelte";
import type { MessageId } from "../types/messages";

interface Announcement {
  readonly id: MessageId;
  readonly args: Args;
}

let latest = $state.raw<Announcement | null>(null);

/** Says a message. */
export function tell(id: MessageId, args: Args = {}): void {
  latest = { id, args };
}

/** Nothing to say any more. */
export function hush(): void {
  latest = null;
}

/** The words last said, in the language of now. */
export function told(): string {
  return latest === null ? "" : t(latest.id, latest.args);
}
