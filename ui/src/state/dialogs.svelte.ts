/** Which of the dialogs about records and bundles is open. */

import type { PhotoRecord } from "../types";
import type { Problem } from "../types/shell";

export type DialogName =
  | { readonly kind: "history" }
  | { readonly kind: "export"; readonly what: "chosen" | "search" | "unit" | "all" }
  | { readonly kind: "verify"; readonly path: string | null }
  | { readonly kind: "import"; readonly path: string | null }
  | { readonly kind: "transfer" }
  | { readonly kind: "transfers"; readonly id: string | null }
  | { readonly kind: "restore"; readonly path?: string }
  /** Copies of photos: those chosen, and all of the document that has more. */
  | { readonly kind: "copies"; readonly chosen: readonly string[]; readonly all: readonly string[] | null }
  | { readonly kind: "print" }
  | { readonly kind: "list-out" }
  | { readonly kind: "check" }
  | { readonly kind: "backup" }
  | { readonly kind: "officials" }
  | { readonly kind: "refused" }
  | { readonly kind: "shift-times" | "compare-photos"; readonly photos: readonly PhotoRecord[] }
  | { readonly kind: "merge"; readonly party: string; readonly other: string | null }
  | { readonly kind: "split"; readonly party: string };

/** How work that a dialog began has ended: its results, as the jobs gave them, or its problem. */
export interface Outcome {
  readonly results: Readonly<Partial<Record<string, unknown>>>;
  readonly problem: Problem | null;
}

class Dialogs {
  now = $state.raw<DialogName | null>(null);
  /** What ended after its dialog was closed, and nobody has seen. */
  kept = $state.raw<{ readonly dialog: DialogName; readonly outcome: Outcome } | null>(null);
  #reopened: Outcome | null = null;

  /** Keeps how work has ended, where its dialog is no longer open. */
  ended(dialog: DialogName | null, outcome: Outcome): void {
    if (dialog !== null && dialog !== this.now) this.kept = { dialog, outcome };
  }

  /** Opens a dialog again with what came of its work. */
  reopen(): void {
    if (this.kept === null) return;
    this.#reopened = this.kept.outcome;
    this.now = this.kept.dialog;
    this.kept = null;
  }

  /** What a dialog is reopened with; it can be had once. */
  outcome(): Outcome | null {
    const outcome = this.#reopened;
    this.#reopened = null;
    return outcome;
  }
}

export const dialogs = new Dialogs();
