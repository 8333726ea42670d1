/** What one does with persons, organisations and events. */

import type { Action } from "./registry";

export const partyActions: readonly Action[] = [];
