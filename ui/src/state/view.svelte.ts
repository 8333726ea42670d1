/** What the middle of the window shows, and the way back. */

import { fieldsOf } from "../logic/kept-place";
import type { PhotoFilters } from "../logic/photo-filters";
import type { PartyKind, PhotoLack } from "../types";

/** The articles with their list, or a page about something else. */
export type View =
  | { readonly kind: "articles" }
  | { readonly kind: "parties"; readonly of: PartyKind }
  | { readonly kind: "party"; readonly id: string }
  | { readonly kind: "doubles"; readonly of: PartyKind }
  | { readonly kind: "events" }
  | { readonly kind: "event"; readonly id: string }
  | { readonly kind: "photos"; readonly lacking: PhotoLack | null }
  | { readonly kind: "near_photos" };

/** What one typed on a page that lists something, and the row that one was on. */
export interface ListPlace {
  readonly text: string;
  readonly at: number;
  /** Of the page of photos, which are shown. */
  readonly photos?: PhotoFilters;
}

const home: View = { kind: "articles" };

/** A page as it was kept; null for the articles, and for what is not understood. */
export function viewKept(found: unknown): View | null {
  const { kind, of, id } = fieldsOf(found);
  if ((kind === "parties" || kind === "doubles") && (of === "person" || of === "organisation")) return { kind, of };
  if ((kind === "party" || kind === "event") && typeof id === "string") return { kind, id };
  if (kind === "events" || kind === "near_photos") return { kind };
  return kind === "photos" ? { kind, lacking: null } : null;
}

class Views {
  #trail = $state.raw<readonly View[]>([home]);
  #at = $state(0);

  /** What is shown. */
  get now(): View {
    return this.#trail[this.#at] ?? home;
  }

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get canGoForward(): boolean {
    return this.#at < this.#trail.length - 1;
  }

  /** Where one was in the list of each page on the way. */
  readonly #places = new WeakMap<View, ListPlace>();

  /** Where one was in the list of the page shown, when one was here before. */
  get place(): ListPlace {
    return this.#places.get(this.now) ?? { text: "", at: 0 };
  }

  /** Keeps where one is in the list of the page shown, if that is of a kind. */
  keepPlace(kind: View["kind"], place: ListPlace): void {
    if (this.now.kind === kind) this.#places.set(this.now, place);
  }

  /** Shows something else; back leads here again. */
  go(view: View): void {
    if (JSON.stringify(view) === JSON.stringify(this.now)) return;
    // As long a way back as anybody walks.
    this.#trail = [...this.#trail.slice(0, this.#at + 1), view].slice(-50);
    this.#at = this.#trail.length - 1;
  }

  back(): void {
    if (this.canGoBack) this.#at--;
  }

  forward(): void {
    if (this.canGoForward) this.#at++;
  }

  /** A record is gone: no step leads to its page any more, and whoever looks at it is where one was before. */
  gone(page: View): void {
    const gone = JSON.stringify(page);
    const trail: View[] = [];
    let at = 0;
    this.#trail.forEach((view, index) => {
      const kept = JSON.stringify(view);
      if (kept !== gone && kept !== JSON.stringify(trail.at(-1))) trail.push(view);
      if (index === this.#at) at = Math.max(0, trail.length - 1);
    });
    this.#trail = trail.length === 0 ? [home] : trail;
    this.#at = at;
  }

  /** Another library: there is no way back into the one before. */
  reset(): void {
    this.#trail = [home];
    this.#at = 0;
  }
}

export const views = new Views();
