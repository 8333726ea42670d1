/** Everything one can do in the window, and how keys reach it. */

import { chordOf, isPlain, isTyping, type Chord } from "../logic/keys";
import { isPressed, takesText } from "../screen/elements";
import { t } from "../words/language.svelte";
import { hush } from "../state/announce.svelte";
import { settings } from "../state/settings.svelte";
import type { MessageId } from "../types/messages";
import { articleActions, intakeActions } from "./article";
import { clipboardActions } from "./clipboard";
import { editActions } from "./edit";
import { goActions } from "./go";
import { keyNow, keysOf } from "./keymap";
import { lightTableActions } from "./light-table";
import { libraryActions } from "./library";
import { manualActions } from "./manual";
import { nearPhotoActions } from "./near-photos";
import { paperActions } from "./paper";
import { partyActions } from "./party";
import { historyActions } from "./history";
import { photoActions, pictureActions } from "./photo";
import { menus as allMenus, type Action, type MenuName } from "./registry";
import { severalActions } from "./several";
import { tagActions } from "./tag";
import { transferActions } from "./transfer";
import { unitActions } from "./unit";
import { viewActions } from "./view";

export { keysOf } from "./keymap";
export type { Action, MenuName } from "./registry";

/** All actions, in the order of the menus. */
export const actions: readonly Action[] = [
  ...pictureActions,
  ...articleActions,
  ...paperActions,
  ...libraryActions,
  ...editActions,
  ...clipboardActions,
  ...unitActions,
  ...severalActions,
  ...historyActions,
  ...tagActions,
  ...photoActions,
  ...lightTableActions,
  ...nearPhotoActions,
  ...partyActions,
  ...goActions,
  ...transferActions,
  ...manualActions,
  ...viewActions,
  ...intakeActions,
];

/** What is done with the words in a field, in a dialog too. */
export const fieldActions: readonly Action[] = ["edit.cut", "edit.copy", "edit.paste", "field.select-all"]
  .map(actionById)
  .filter((action) => action !== undefined);

/** What leads to the manual, from a dialog too. */
export const helpActions = manualActions;

/** The menus that have something in them. */
export const menus: readonly MenuName[] = allMenus.filter((menu) => actions.some((action) => action.menu === menu));

/** The actions of a menu, section by section. */
export function sectionsOf(menu: MenuName): { section: MessageId; actions: Action[] }[] {
  const sections: { section: MessageId; actions: Action[] }[] = [];
  for (const action of actions.filter((action) => action.menu === menu)) {
    const section = sections.find((section) => section.section === action.section);
    if (section === undefined) sections.push({ section: action.section, actions: [action] });
    else section.actions.push(action);
  }
  return sections;
}

/** The action of that name. */
export function actionById(id: string): Action | undefined {
  return actions.find((action) => action.id === id);
}

/** The key that does the action where the keyboard is now, to be shown beside it. */
export function keyShown(action: Action): Chord | undefined {
  return keyNow(actions, action);
}

/** The first key of an action, if it has one. */
export function keyOf(id: string): Chord | undefined {
  const found = actionById(id);
  return found === undefined ? undefined : keysOf(found)[0];
}

/** What the action is called, with what it would do now. */
export function titleOf(action: Action): string {
  return action.titleNow?.() ?? t(action.title);
}

/** Whether the action can be done now. */
export function isEnabled(action: Action): boolean {
  return action.enabled?.() !== false;
}

/** Does an action, where it can be done now. */
export function runAction(action: Action): void {
  if (!isEnabled(action)) return;
  hush();
  action.run();
}

/** Does what a key stands for, of some actions. True where it stood for something. */
export function pressKey(event: KeyboardEvent, among: readonly Action[] = actions): boolean {
  const chord = chordOf(event);
  if (isPlain(chord) && !settings.plainKeys) return false;
  if (isTyping(chord) && takesText(event.target)) return false;
  if (["Enter", "Space"].includes(event.code) && isTyping(chord) && isPressed(event.target)) return false;
  const meant = among.filter((action) => keysOf(action).includes(chord));
  if (meant.length === 0) return false;
  const now = meant.find(isEnabled);
  if (now !== undefined) {
    // What was said is about what was done before.
    hush();
    now.run();
  } else if (meant.every(({ system }) => system === true)) return false;
  // A key that means nothing here is left to what it does of itself: to scroll, to close, to press, to edit a field.
  return now !== undefined || !(isTyping(chord) || takesText(event.target));
}
