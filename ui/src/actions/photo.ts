/** What one does with photos. */

import { api } from "../wire/api";
import { catalogue } from "../state/catalogue.svelte";
import { dialogs } from "../state/dialogs.svelte";
import { library } from "../state/library.svelte";
import { homeNow, photos, pickAndAttach } from "../state/photos.svelte";
import { photoChecks } from "../state/photo-checks.svelte";
import { photoForms } from "../state/photo-forms.svelte";
import { photoStatements } from "../state/photo-statements.svelte";
import { photoTemplates } from "../state/photo-templates.svelte";
import { printedCredits } from "../state/printed-credits.svelte";
import { reading } from "../state/reading.svelte";
import { views } from "../state/view.svelte";
import type { MessageId } from "../types/messages";
import type { Action } from "./registry";

const writable = () => library.phase === "open" && library.info?.read_only !== true;
const some = () => views.now.kind === "articles" && reading.photos.length > 0;
/** Whether the keyboard is, or just was, among the article's photos. */
const here = () => some() && photos.here;

const large = () => photos.large !== null && photos.tools !== null;

const magnified = () => large() && photos.tools?.magnified() === true;
const region = () => (large() ? (photos.tools?.region() ?? null) : null);
const last = () => (photos.large?.total() ?? 0) - 1;

/** How far a key moves a magnified picture, in pixels. */
const stride = 60;

/** What all actions of the large view have in common. */
const common = { menu: "photo", unlisted: true, section: "section-photo-large" } as const;

function shift(way: string, title: MessageId, key: string, dx: number, dy: number): Action {
  return {
    ...common,
    id: `picture.${way}`,
    title,
    keys: [key],
    enabled: magnified,
    run: () => void photos.tools?.shift(dx, dy),
  };
}

function leaf(id: string, title: MessageId, keys: readonly string[], to: () => number): Action {
  return {
    ...common,
    id: `picture.${id}`,
    title,
    keys,
    enabled: () => large() && to() !== photos.largeAt && to() >= 0 && to() <= last(),
    run: () => photos.tools?.go(to()),
  };
}

/** Of the large view: before all others, as it lies over them. Arrows move a magnified picture, and else leaf through. */
export const pictureActions: readonly Action[] = [
  shift("right", "picture-right", "ArrowRight", -stride, 0),
  shift("left", "picture-left", "ArrowLeft", stride, 0),
  shift("up", "picture-up", "ArrowUp", 0, stride),
  shift("down", "picture-down", "ArrowDown", 0, -stride),
  leaf("next", "picture-next", ["KeyJ", "ArrowRight", "PageDown"], () => photos.largeAt + 1),
  leaf("previous", "picture-previous", ["KeyK", "ArrowLeft", "PageUp"], () => photos.largeAt - 1),
  leaf("first", "picture-first", ["Home"], () => 0),
  leaf("last", "picture-last", ["End"], last),
  {
    ...common,
    id: "picture.unmark",
    title: "picture-unmark",
    keys: ["Delete", "Backspace"],
    enabled: () => writable() && region() !== null,
    run: () => {
      const id = region();
      if (id !== null) void catalogue.attempt(api.removeRegion(id));
    },
  },
  {
    ...common,
    id: "picture.larger",
    title: "zoom-in",
    keys: ["Equal", "Shift+Equal", "NumpadAdd", "Ctrl+Equal", "Ctrl+Shift+Equal", "Ctrl+NumpadAdd"],
    enabled: large,
    run: () => photos.tools?.magnify(1.3),
  },
  {
    ...common,
    id: "picture.smaller",
    title: "zoom-out",
    keys: ["Minus", "NumpadSubtract", "Ctrl+Minus", "Ctrl+NumpadSubtract"],
    enabled: large,
    run: () => photos.tools?.magnify(1 / 1.3),
  },
  {
    ...common,
    id: "picture.whole",
    title: "zoom-whole",
    keys: ["Digit0", "Numpad0", "Ctrl+Digit0", "Ctrl+Numpad0"],
    enabled: large,
    run: () => photos.tools?.reset(),
  },
  {
    ...common,
    id: "picture.names",
    title: "region-names",
    keys: ["KeyN"],
    enabled: large,
    checked: () => photos.names,
    run: () => (photos.names = !photos.names),
  },
  {
    ...common,
    id: "picture.mark",
    title: "region-mark",
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
    enabled: () => photos.some && photos.large === null,
    run: () => photos.openNow(),
  },
  {
    id: "photo.copies",
    title: "action-photo-copies",
    menu: "photo",
    section: "section-photo",
    keys: ["KeyG"],
    enabled: () => library.phase === "open" && photos.meant.length > 0,
    run: () => {
      const chosen = photos.meantIds;
      const all = views.now.kind === "articles" ? reading.photos.map((photo) => photo.id) : [];
      dialogs.now = { kind: "copies", chosen, all: all.length > chosen.length ? all : null };
    },
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
    id: "photo.credit",
    title: "action-photo-credit",
    menu: "photo",
    section: "section-photo-credit",
    keys: ["KeyC"],
    enabled: () => writable() && some() && photos.large === null && printedCredits.possible(false),
    run: () => void printedCredits.give(false),
  },
  {
    id: "photo.credit-all",
    title: "action-photo-credit-all",
    menu: "photo",
    section: "section-photo-credit",
    keys: ["Shift+KeyC"],
    enabled: () => writable() && some() && photos.large === null && printedCredits.possible(true),
    run: () => void printedCredits.give(true),
  },
  {
    id: "photo.take-statements",
    title: "action-photo-take-statements",
    menu: "photo",
    section: "section-photo-credit",
    keys: ["KeyI"],
    enabled: () => writable() && photoStatements.current?.takeable === true,
    run: () => void photoStatements.current?.takeAll(),
  },
  {
    id: "photo.mend",
    title: "action-photo-mend",
    menu: "photo",
    section: "section-photo-credit",
    keys: ["KeyY"],
    enabled: () => writable() && some() && photos.large === null && photoChecks.next !== undefined,
    run: () => {
      const { next } = photoChecks;
      if (next !== undefined) void photoChecks.mend(next);
    },
  },
  {
    id: "photo.caption",
    title: "action-photo-caption",
    menu: "photo",
    section: "section-photo-credit",
    keys: ["KeyA"],
    enabled: () => writable() && photoForms.current !== undefined,
    run: () => photoForms.current?.enterCaption(),
  },
  {
    id: "photo.people",
    title: "action-photo-people",
    menu: "photo",
    section: "section-photo-credit",
    keys: ["KeyW"],
    enabled: () => writable() && photoForms.current !== undefined,
    run: () => photoForms.current?.enterPeople(),
  },
  {
    id: "photo.copy-fields",
    title: "action-photo-copy-fields",
    menu: "photo",
    section: "section-photo-template",
    keys: ["Ctrl+Alt+KeyC"],
    enabled: () => photoForms.current !== undefined && photoTemplates.describes,
    run: () => void photoTemplates.copy(),
  },
  {
    id: "photo.paste-fields",
    title: "action-photo-paste-fields",
    menu: "photo",
    section: "section-photo-template",
    keys: ["Ctrl+Alt+KeyV"],
    enabled: () => writable() && photoForms.current !== undefined && photoTemplates.copied !== null,
    run: () => void photoTemplates.paste(),
  },
  {
    id: "photo.apply-template",
    title: "action-photo-apply-template",
    menu: "photo",
    section: "section-photo-template",
    keys: ["Ctrl+Alt+KeyT"],
    enabled: () => writable() && photoForms.current !== undefined,
    run: () => (photoTemplates.dialog = "apply"),
  },
  {
    id: "photo.save-template",
    title: "action-photo-save-template",
    menu: "photo",
    section: "section-photo-template",
    keys: [],
    enabled: () => writable() && photoForms.current !== undefined && photoTemplates.describes,
    run: () => (photoTemplates.dialog = "save"),
  },
  {
    id: "photo.earlier",
    title: "action-photo-earlier",
    menu: "photo",
    section: "section-photo-order",
    keys: ["Ctrl+Shift+ArrowLeft"],
    enabled: () => writable() && here() && reading.photo > 0,
    run: () => void photos.move(reading.photo, reading.photo - 1),
  },
  {
    id: "photo.later",
    title: "action-photo-later",
    menu: "photo",
    section: "section-photo-order",
    keys: ["Ctrl+Shift+ArrowRight"],
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
