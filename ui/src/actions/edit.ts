/** Undo, redo and what else is common to all editing. */

import type { Action } from "./registry";

export const editActions: readonly Action[] = [];
