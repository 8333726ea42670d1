/** What one says of photos by a key each, in the grid, beside an article and in the large view. */

import { dialogs } from "../state/dialogs.svelte";
import { library } from "../state/library.svelte";
import { lightTable } from "../state/light-table.svelte";
import { photoForms } from "../state/photo-forms.svelte";
import { photos } from "../state/photos.svelte";
import type { PhotoRecord } from "../types";
import type { MessageId } from "../types/messages";
import type { Action } from "./registry";

const some = () => library.phase === "open" && photos.haveKeyboard && photos.meant.length > 0;
const writable = () => some() && library.info?.read_only === false;

/** Whether something holds of all photos that are meant; of none where none is. */
const allMeant = (holds: (photo: PhotoRecord) => boolean) => photos.meant.length > 0 && photos.meant.every(holds);

const common = { menu: "photo", section: "section-photo-light-table", enabled: writable } as const;

const ratings = [1, 2, 3, 4, 5] as const;
const titles: Readonly<Record<(typeof ratings)[number], MessageId>> = {
  1: "action-photo-rate-1",
  2: "action-photo-rate-2",
  3: "action-photo-rate-3",
  4: "action-photo-rate-4",
  5: "action-photo-rate-5",
};

/** From a field of one photo to the same field of another. */
function leaf(id: string, title: MessageId, key: string, by: number): Action {
  return {
    ...common,
    id,
    title,
    unlisted: true,
    keys: [key],
    enabled: () => photoForms.current?.leaves() === true,
    run: () => photoForms.current?.leaf(by),
  };
}

export const lightTableActions: readonly Action[] = [
  leaf("photo.next-field", "action-photo-next-field", "Alt+PageDown", 1),
  leaf("photo.previous-field", "action-photo-previous-field", "Alt+PageUp", -1),
  ...ratings.map((stars): Action => ({
    ...common,
    id: `photo.rate-${String(stars)}`,
    title: titles[stars],
    // Of five that differ by a number alone, the menu has the first and the last.
    unlisted: stars !== 1 && stars !== 5,
    keys: [`Digit${String(stars)}`, `Numpad${String(stars)}`],
    checked: () => allMeant(({ rating }) => rating === stars),
    run: () => void lightTable.rate(photos.meant, stars),
  })),
  {
    ...common,
    id: "photo.turn-down",
    title: "action-photo-turn-down",
    keys: ["KeyD"],
    checked: () => allMeant(({ rating }) => rating === -1),
    run: () => void lightTable.rate(photos.meant, -1),
  },
  {
    ...common,
    id: "photo.pick",
    title: "action-photo-pick",
    keys: ["KeyF"],
    checked: () => allMeant(({ picked }) => picked),
    run: () => void lightTable.pick(photos.meant),
  },
  {
    ...common,
    id: "photo.published",
    title: "action-photo-published",
    keys: ["KeyU"],
    checked: () => allMeant(({ published }) => published),
    run: () => void lightTable.publish(photos.meant),
  },
  {
    ...common,
    id: "photo.turn-left",
    title: "photo-turn-left",
    keys: ["BracketLeft"],
    run: () => void lightTable.turn(photos.meant, -1),
  },
  {
    ...common,
    id: "photo.turn-right",
    title: "photo-turn-right",
    keys: ["BracketRight"],
    run: () => void lightTable.turn(photos.meant, 1),
  },
  {
    ...common,
    id: "photo.shift-times",
    title: "action-photo-shift-times",
    keys: [],
    enabled: () => writable() && photos.large === null,
    run: () => (dialogs.now = { kind: "shift-times", photos: photos.meant }),
  },
  {
    ...common,
    id: "photo.compare",
    title: "action-photo-compare",
    keys: ["KeyH"],
    enabled: () => some() && photos.large === null && photos.meant.length === 2,
    run: () => (dialogs.now = { kind: "compare-photos", photos: photos.meant }),
  },
];
