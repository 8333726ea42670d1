/** Export, verification, import, check and backup. */

import type { Action } from "./registry";

export const transferActions: readonly Action[] = [];
