/** What one does with photos. */

import { reading } from "../state/reading.svelte";
import type { Action } from "./registry";

export const photoActions: readonly Action[] = [
  {
    id: "photo.open",
    title: "action-photo-open",
    menu: "photo",
    section: "section-photo",
    keys: ["KeyV"],
    enabled: () => reading.photos.length > 0,
    run: () => (reading.largePhoto = reading.photo),
  },
];
