/** Photos: which are chosen, which is seen large, and how more come in. */

import { api } from "../wire/api";
import { choose, moveItem, type Choice } from "../logic/photo-order";
import { asProblem } from "../wire/problem";
import type { PhotoHome, PhotoLine, PhotoRecord } from "../types";
import type { AttachResult, Job, Problem } from "../types/shell";
import { tell } from "./announce.svelte";
import { pick } from "./picking";
import { catalogue } from "./catalogue.svelte";
import { jobs } from "./jobs.svelte";
import { reading } from "./reading.svelte";
import { settings } from "./settings.svelte";
import { views } from "./view.svelte";

/** Photos that the large view leafs through. */
export interface Series {
  total(): number;
  /** The photo, if it has come. */
  line(index: number): PhotoLine | undefined;
  /** Fetches what is missing around it. */
  need(index: number): void;
  /** The series went on to this one. */
  went(index: number): void;
}

/** What the large view can do with the picture it shows. */
export interface PictureTools {
  magnify(by: number): void;
  /** The whole picture, or its actual size. */
  reset(): void;
  /** Begins to mark a person, by keys. */
  mark(): void;
  /** Shows another photo of the series, by its index. */
  go(index: number): void;
  /** Moves what is seen of a magnified picture, in pixels; false where all of it is seen. */
  shift(dx: number, dy: number): boolean;
  /** Whether the picture is magnified, so that there is more to see. */
  magnified(): boolean;
  /** The part that has the keyboard, a UUID. */
  region(): string | null;
}

/** The photos of the page on the screen. */
export interface GridNow {
  readonly series: Series;
  /** The one that the keyboard is on. */
  readonly at: () => number;
  /** Those chosen, by UUID. */
  readonly chosen: () => ReadonlySet<string>;
  /** Those chosen, with what their records say. */
  readonly held: () => readonly PhotoRecord[];
}

/** What came of adding photos, where there is something to say. */
export interface AttachReport {
  readonly attached: number;
  readonly undrawable: AttachResult["attached"];
  /** Those that can be drawn, but whose file is cut short. */
  readonly brokenOff: AttachResult["attached"];
  /** Those of several pages or frames, of which the first is shown. */
  readonly inParts: AttachResult["attached"];
  /** Those that are pictures which the library had before. */
  readonly near: AttachResult["attached"];
  readonly refused: readonly Problem[];
}

class Photos {
  /** The chosen photos of the article, by UUID; the one that the keyboard is on is `reading.photo`. */
  #choice = $state.raw<Choice>({ chosen: new Set(), anchor: 0 });
  /** Whether the keyboard is among photos, or was before a menu took it for a moment. */
  here = $state(false);
  large = $state.raw<Series | null>(null);
  largeAt = $state(0);
  /** The large view's, while it is open. */
  tools = $state.raw<PictureTools | null>(null);
  /** The photos of the page on the screen, and the one that the keyboard is on; none where a page has none. */
  grid = $state.raw<GridNow | null>(null);
  /** Of two that are compared, the one that the keyboard is on. */
  compared = $state.raw<PhotoRecord | null>(null);
  /** Whether names stay on the faces. */
  names = $state(false);
  report = $state.raw<AttachReport | null>(null);

  /** The photos of the article that a form is about: those chosen, else the one that one is on. */
  readonly chosen: readonly PhotoRecord[] = $derived.by(() => {
    const found = reading.photos.filter((photo) => this.#choice.chosen.has(photo.id));
    if (found.length > 0) return found;
    const one = reading.photos[reading.photo];
    return one === undefined ? [] : [one];
  });

  /** The keyboard came to something. Only panes count: what a menu does is still about the photos. */
  keyboardCame(to: Pick<Element, "closest">): void {
    if (to.closest("[data-pane]") !== null) this.here = to.closest("[data-photos]") !== null;
  }

  /** Whether a photo is among those chosen. */
  has(id: string): boolean {
    return this.chosen.some((photo) => photo.id === id);
  }

  /** Goes to a photo of the article; with Ctrl or Shift more are chosen. */
  go(index: number, held: { ctrlKey: boolean; shiftKey: boolean } = { ctrlKey: false, shiftKey: false }): void {
    const at = Math.min(Math.max(index, 0), reading.photos.length - 1);
    if (at < 0) return;
    const ids = reading.photos.map((photo) => photo.id);
    const first = this.#choice.chosen.size === 0 ? { ...this.#choice, anchor: reading.photo } : this.#choice;
    this.#choice = choose(first, ids, at, held);
    reading.photo = at;
  }

  /** Chooses these alone. */
  take(ids: readonly string[]): void {
    this.#choice = { chosen: new Set(ids), anchor: 0 };
    const at = reading.photos.findIndex((photo) => ids.includes(photo.id));
    if (at >= 0) reading.photo = at;
  }

  takeAll(): void {
    this.take(reading.photos.map((photo) => photo.id));
  }

  /** Moves the photo that one is on to another place of the article's order. */
  async move(from: number, to: number): Promise<void> {
    const ids = reading.photos.map((photo) => photo.id);
    const place = Math.min(Math.max(to, 0), ids.length - 1);
    if (place === from || ids[from] === undefined) return;
    const id = ids[from];
    const order = moveItem(ids, from, place);
    // Seen at once; what the archive says comes after.
    const record = reading.record;
    if (record !== null) {
      const photos = order.flatMap((one) => record.photos.find((photo) => photo.id === one) ?? []);
      reading.record = { ...record, photos };
      reading.photo = place;
    }
    if ((await catalogue.attempt(api.orderPhotos(order))) === undefined && catalogue.problem !== null) {
      reading.refresh();
      return;
    }
    const at = reading.photos.findIndex((photo) => photo.id === id);
    tell("told-photo-moved", { number: at + 1, count: reading.photos.length });
  }

  /** Takes the chosen photos off the article. Undo brings them back. */
  async remove(): Promise<void> {
    const ids = this.chosen.map((photo) => photo.id);
    if (ids.length === 0) return;
    const at = reading.photo;
    const { record } = reading;
    this.#choice = { chosen: new Set(), anchor: 0 };
    const done = catalogue.attempt(api.removePhotos(ids).then((written) => ({ ...written, value: true })));
    if ((await done) === undefined) return;
    reading.photo = Math.max(0, Math.min(at, reading.photos.length - 1 - ids.length));
    // What is registered is evidence, and may be on its way to another archive: that is not to be overlooked.
    if (record !== null && record.state !== "draft") {
      tell("told-photos-removed-registered", { count: ids.length, reference: record.reference }, true);
    } else tell("told-photos-removed", { count: ids.length });
  }

  /** Shows a photo of a series large. */
  open(series: Series, index: number): void {
    this.large = series;
    this.largeAt = index;
  }

  /** Whose place is to be marked next in the large view. */
  placing = $state<string | null>(null);

  /** Goes to mark where in a photo a party is seen: in the large view, which opens for it. */
  markPlace(photo: string, party: string): void {
    this.placing = party;
    if (this.large !== null) return this.tools?.mark();
    const at = reading.photos.findIndex((one) => one.id === photo);
    if (views.now.kind === "articles" && at >= 0) this.openHere(at);
    else this.openNow();
  }

  /** Shows a photo of the article large. */
  openHere(index: number): void {
    this.open(ofArticle, index);
  }

  /**
   * The photos that are meant, by all that is done with photos: the one that is compared or seen large, else those chosen,
   * else the one that one is on.
   */
  get meant(): readonly PhotoRecord[] {
    if (this.compared !== null) return [this.compared];
    const one = (series: Series, at: number): PhotoRecord[] => {
      const line = series.line(at);
      return line === undefined ? [] : [line.photo];
    };
    if (this.large !== null) return one(this.large, this.largeAt);
    if (views.now.kind === "articles") return this.chosen;
    if (this.grid === null) return [];
    const chosen = this.grid.chosen();
    if (chosen.size === 0) return one(this.grid.series, this.grid.at());
    return this.grid.held().filter(({ id }) => chosen.has(id));
  }

  /** Those that are meant, by UUID. */
  get meantIds(): string[] {
    return this.meant.map(({ id }) => id);
  }

  /** Whether the keyboard is among photos, so that a single letter is about them. */
  get haveKeyboard(): boolean {
    return this.compared !== null || this.large !== null || views.now.kind !== "articles" || this.here;
  }

  /** Whether there is a photo on the screen to be shown large. */
  get some(): boolean {
    return views.now.kind === "articles" ? reading.photos.length > 0 : (this.grid?.series.total() ?? 0) > 0;
  }

  /** Shows the photo large that one is on: of the article, or of the page. */
  openNow(): void {
    if (views.now.kind === "articles") this.openHere(reading.photo);
    else if (this.grid !== null) this.open(this.grid.series, this.grid.at());
  }

  /** The job that adds photos, while it runs. */
  get adding(): Job | undefined {
    return jobs.running.find((job) => job.kind === "attach");
  }
}

export const photos = new Photos();

/** The photos of the article on the screen. */
const ofArticle: Series = {
  total: () => reading.photos.length,
  line: (index) => {
    const photo = reading.photos[index];
    const record = reading.record;
    if (photo === undefined || record === null) return undefined;
    return { photo, article: record.id, reference: record.reference, title: reading.version?.title ?? null };
  },
  need: () => {},
  went: (index) => photos.go(index),
};

/** What photos would be added to now: the event on the screen, else the article. */
export function homeNow(): PhotoHome | null {
  const view = views.now;
  if (view.kind === "event") return { event: view.id };
  if (view.kind === "articles" && reading.record !== null) return { article: reading.record.id };
  return null;
}

/**
 * Adds photos to what is on the screen, and tells what came of it. `reference`: of a document that may be none of the
 * screen, so that one is told where they went.
 */
export async function attach(
  paths: readonly string[],
  home: PhotoHome | null = homeNow(),
  reference: string | null = null,
): Promise<void> {
  if (home === null || paths.length === 0) return;
  try {
    const job = await jobs.run(api.attach([...paths], home, null));
    if (job.state === "failed" && job.problem !== null) catalogue.problem = job.problem;
    else if (job.state === "cancelled") tell("told-attach-stopped");
    else if (job.state === "done") await tellAttached(job.result as AttachResult, home, reference);
  } catch (reason) {
    catalogue.problem = asProblem(reason);
  }
}

async function tellAttached(
  { attached, refused }: AttachResult,
  home: PhotoHome,
  reference: string | null,
): Promise<void> {
  const undrawable = attached.filter((photo) => photo.undrawable !== null);
  const brokenOff = attached.filter((photo) => photo.breaks_off && photo.undrawable === null);
  const inParts = attached.filter((photo) => photo.parts !== null);
  const near = attached.filter((photo) => photo.near !== null);
  if ([refused, undrawable, brokenOff, inParts, near].some((some) => some.length > 0)) {
    photos.report = { attached: attached.length, undrawable, brokenOff, inParts, near, refused };
  } else if (reference === null) tell("told-photos-attached", { count: attached.length });
  else tell("told-photos-attached-to", { count: attached.length, reference });
  if ("article" in home && reading.record?.id === home.article && attached.length > 0) {
    // What one wants to say of them next stands beside them.
    settings.tab = "photos";
    photos.take(attached.map((photo) => photo.id));
  }
}

/** Asks for photos by the system's dialog and adds them. */
export async function pickAndAttach(): Promise<void> {
  const home = homeNow();
  if (home === null) return;
  try {
    await attach(await pick({ kind: "photos" }), home);
  } catch (reason) {
    catalogue.problem = asProblem(reason);
  }
}
