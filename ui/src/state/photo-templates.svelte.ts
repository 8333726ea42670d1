/** What photos are described by alike: copied from one to others, kept as templates, applied. */

import { api } from "../wire/api";
import { countValues, descriptionOf, isDescribed } from "../logic/photo-description";
import type { PhotoFields } from "../types";
import { tell } from "./announce.svelte";
import { catalogue } from "./catalogue.svelte";
import { photos } from "./photos.svelte";

class PhotoTemplates {
  /** What was copied last. */
  copied = $state.raw<PhotoFields | null>(null);
  /** Which dialog is open: one asks for the name of a new template, one has those that are kept. */
  dialog = $state<"save" | "apply" | null>(null);

  /** What the photos that are meant are described by, as a template would keep it. */
  get description(): PhotoFields {
    return descriptionOf(photos.meant);
  }

  /** Whether that is anything. */
  get describes(): boolean {
    return isDescribed(photos.meant);
  }

  /** Copies what the photo that one is on, or all that are chosen, are described by. */
  async copy(): Promise<void> {
    // What is typed and not yet written is meant too.
    if (!(await catalogue.settle())) return;
    this.copied = this.description;
    tell("told-photo-fields-copied", { count: countValues(this.copied) });
  }

  /** Describes the chosen photos by what was copied: one action. */
  async paste(): Promise<void> {
    if (this.copied !== null) await this.apply(this.copied);
  }

  /** Describes the chosen photos by fields; gives whether it was done. */
  async apply(fields: PhotoFields): Promise<boolean> {
    if (!(await catalogue.settle())) return false;
    const ids = photos.meantIds;
    const done = catalogue.attempt(api.describePhotos(ids, fields).then((written) => ({ ...written, value: true })));
    if ((await done) !== true) return false;
    tell("told-photo-fields-applied", { count: ids.length });
    return true;
  }

  /** Keeps what the photos that are meant are described by under a name. */
  async save(name: string): Promise<void> {
    await catalogue.settle();
    await catalogue.write(api.savePhotoTemplate(name, this.description));
    tell("told-photo-template-saved", { name });
  }
}

export const photoTemplates = new PhotoTemplates();
