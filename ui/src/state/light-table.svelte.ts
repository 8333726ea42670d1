/** The light table: photos rated, picked, told to be published, turned upright. Each is one step that undo takes back. */

import { api } from "../wire/api";
import type { PhotoFields, PhotoRecord } from "../types";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";

type Photos = readonly PhotoRecord[];

const idsOf = (photos: Photos): string[] => photos.map(({ id }) => id);

/** Sets fields of photos; whether it was done. */
async function set(photos: Photos, fields: PhotoFields): Promise<boolean> {
  if (photos.length === 0) return false;
  const done = catalogue.attempt(
    api.editPhotos(idsOf(photos), fields).then((written) => ({ ...written, value: true })),
  );
  return (await done) === true;
}

export const lightTable = {
  /** Gives photos so many stars, 1 to 5, or −1: turned down; what all have already is taken from them. */
  async rate(photos: Photos, rating: number): Promise<void> {
    const next = photos.every((photo) => photo.rating === rating) ? 0 : rating;
    if (!(await set(photos, { rating: next }))) return;
    if (next === 0) tell("told-photos-unrated", { count: photos.length });
    else if (next === -1) tell("told-photos-turned-down", { count: photos.length });
    else tell("told-photos-rated", { count: photos.length, stars: next });
  },

  /** Picks photos, or no longer where all are. */
  async pick(photos: Photos): Promise<void> {
    const picked = !photos.every((photo) => photo.picked);
    if (!(await set(photos, { picked }))) return;
    tell(picked ? "told-photos-picked" : "told-photos-unpicked", { count: photos.length });
  },

  /** Says that photos were published, or no longer where all were. */
  async publish(photos: Photos): Promise<void> {
    const published = !photos.every((photo) => photo.published);
    if (!(await set(photos, { published }))) return;
    tell(published ? "told-photos-published" : "told-photos-unpublished", { count: photos.length });
  },

  /** Turns photos by quarters of a turn, clockwise. */
  async turn(photos: Photos, quarters: number): Promise<void> {
    const drawn = photos.filter(({ undrawable }) => undrawable === null);
    if (drawn.length === 0) return;
    const turned = api.turnPhotos(idsOf(drawn), quarters).then((written) => ({ ...written, value: true }));
    if ((await catalogue.attempt(turned)) === true) tell("told-photos-turned", { count: drawn.length });
  },
};
