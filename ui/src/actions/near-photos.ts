/** What one does with pairs of photos that are one picture. */

import { library } from "../state/library.svelte";
import { nearPhotos } from "../state/near-photos.svelte";
import { photos } from "../state/photos.svelte";
import { views } from "../state/view.svelte";
import type { Action } from "./registry";

const onPairs = () => library.phase === "open" && views.now.kind === "near_photos" && nearPhotos.pair !== undefined;
const writable = () => onPairs() && library.info?.read_only !== true;

const common = { menu: "photo", unlisted: true, section: "section-near" } as const;

export const nearPhotoActions: readonly Action[] = [
  {
    id: "photo.near",
    title: "action-photo-near",
    menu: "photo",
    section: "section-near",
    keys: ["Ctrl+Alt+KeyD"],
    enabled: () => library.phase === "open",
    run: () => {
      const [first, ...others] = photos.haveKeyboard && views.now.kind !== "near_photos" ? photos.meantIds : [];
      if (first !== undefined && others.length === 0) nearPhotos.beginAt(first);
      views.go({ kind: "near_photos" });
    },
  },
  {
    ...common,
    id: "near.version",
    title: "action-near-version",
    keys: ["Enter", "NumpadEnter"],
    enabled: writable,
    run: () => nearPhotos.relate("version"),
  },
  {
    ...common,
    id: "near.different",
    title: "action-near-different",
    keys: ["KeyX"],
    enabled: writable,
    run: () => nearPhotos.relate("different"),
  },
  {
    ...common,
    id: "near.remove-left",
    title: "action-near-remove-left",
    keys: ["Shift+Delete"],
    enabled: writable,
    run: () => nearPhotos.remove("one"),
  },
  {
    ...common,
    id: "near.remove-right",
    title: "action-near-remove-right",
    keys: ["Delete"],
    enabled: writable,
    run: () => nearPhotos.remove("other"),
  },
  {
    ...common,
    id: "near.later",
    title: "action-doubles-later",
    keys: ["KeyL"],
    enabled: onPairs,
    run: () => nearPhotos.later(),
  },
  {
    ...common,
    id: "near.next",
    title: "action-doubles-next",
    keys: ["KeyJ", "ArrowRight", "PageDown"],
    enabled: onPairs,
    run: () => nearPhotos.step(1),
  },
  {
    ...common,
    id: "near.previous",
    title: "action-doubles-previous",
    keys: ["KeyK", "ArrowLeft", "PageUp"],
    enabled: onPairs,
    run: () => nearPhotos.step(-1),
  },
];
