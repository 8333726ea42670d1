/** Units of the tree, and which unit articles lie in. */

import type { Action } from "./registry";

export const unitActions: readonly Action[] = [];
