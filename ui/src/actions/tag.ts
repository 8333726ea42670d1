/** Tagging: parties, places, quotes and suggestions in the text. */

import type { Action } from "./registry";

export const tagActions: readonly Action[] = [];
