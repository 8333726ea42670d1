/** What one does with photos. */

import { library } from "../state/library.svelte";
import { homeNow, photos, pickAndAttach } from "../state/photos.svelte";
import { reading } from "../state/reading.svelte";
import { views } from "../state/view.svelte";
import type { Action } from "./registry";

const writable = () => library.phase === "open" && library.info?.read_only !== true;
const some = () => views.now.kind === "articles" && reading.photos.length > 0;
/** Whether the keyboard is, or just was, among the article's photos. */
const here = () => some() && photos.here;

const large = () => photos.large !== null && photos.tools !== null;

/** Of the large view: before all others, as it lies over them. */
export const pictureActions: readonly Action[] = [
  {
    id: "picture.larger",
    title: "zoom-in",
    menu: "photo",
    unlisted: true,
    section: "section-photo-large",
    keys: ["Equal", "Shift+Equal", "NumpadAdd", "Ctrl+Equal", "Ctrl+Shift+Equal", "Ctrl+NumpadAdd"],
    enabled: large,
    run: () => photos.tools?.magnify(1.3),
  },
  {
    id: "picture.smaller",
    title: "zoom-out",
    menu: "photo",
    unlisted: true,
    section: "section-photo-large",
    keys: ["Minus", "NumpadSubtract", "Ctrl+Minus", "Ctrl+NumpadSubtract"],
    enabled: large,
    run: () => photos.tools?.magnify(1 / 1.3),
  },
  {
    id: "picture.whole",
    title: "zoom-whole",
    menu: "photo",
    unlisted: true,
    section: "section-photo-large",
    keys: ["Digit0", "Numpad0", "Ctrl+Digit0", "Ctrl+Numpad0"],
    enabled: large,
    run: () => photos.tools?.reset(),
  },
  {
    id: "picture.names",
    title: "region-names",
    menu: "photo",
    unlisted: true,
    section: "section-photo-large",
    keys: ["KeyN"],
    enabled: large,
    checked: () => photos.names,
    run: () => (photos.names = !photos.names),
  },
  {
    id: "picture.mark",
    title: "region-mark",
    menu: "photo",
    unlisted: true,
    section: "section-photo-large",
    keys: ["KeyR"],
    enabled: () => writable() && large(),
    run: () => photos.tools?.mark(),
  },
];

export const photoActions: readonly Action[] = [
  {
    id: "photo.attach",
    title: "action-photo-attach",
    menu: "photo",
    section: "section-photo",
    keys: ["Ctrl+Shift+KeyP"],
    enabled: () => writable() && homeNow() !== null,
    run: () => void pickAndAttach(),
  },
  {
    id: "photo.open",
    title: "action-photo-open",
    menu: "photo",
    section: "section-photo",
    keys: ["KeyV"],
    enabled: () => some() && photos.large === null,
    run: () => photos.openHere(reading.photo),
  },
  {
    id: "photo.all",
    title: "action-photo-all",
    menu: "photo",
    section: "section-photo",
    keys: [],
    enabled: some,
    run: () => photos.takeAll(),
  },
  {
    id: "photo.earlier",
    title: "action-photo-earlier",
    menu: "photo",
    section: "section-photo-order",
    keys: ["Alt+ArrowLeft"],
    enabled: () => writable() && here() && reading.photo > 0,
    run: () => void photos.move(reading.photo, reading.photo - 1),
  },
  {
    id: "photo.later",
    title: "action-photo-later",
    menu: "photo",
    section: "section-photo-order",
    keys: ["Alt+ArrowRight"],
    enabled: () => writable() && here() && reading.photo < reading.photos.length - 1,
    run: () => void photos.move(reading.photo, reading.photo + 1),
  },
  {
    id: "photo.remove",
    title: "action-photo-remove",
    menu: "photo",
    section: "section-photo-order",
    keys: ["Delete"],
    enabled: () => writable() && here(),
    run: () => void photos.remove(),
  },
];
