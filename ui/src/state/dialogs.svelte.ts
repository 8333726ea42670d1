/** Which of the dialogs about records and bundles is open. */

export type DialogName =
  | { readonly kind: "history" }
  | { readonly kind: "export"; readonly what: "chosen" | "search" | "unit" | "all" }
  | { readonly kind: "verify"; readonly path: string | null }
  | { readonly kind: "import"; readonly path: string | null }
  | { readonly kind: "check" }
  | { readonly kind: "backup" }
  | { readonly kind: "merge"; readonly party: string; readonly other: string | null }
  | { readonly kind: "split"; readonly party: string };

class Dialogs {
  now = $state.raw<DialogName | null>(null);
}

export const dialogs = new Dialogs();
