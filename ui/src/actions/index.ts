/** Everything one can do in the window, and how keys reach it. */

import { chordOf, isPlain, takesText } from "../keys";
import { isLanguage, speak } from "../language.svelte";
import { settings } from "../state/settings.svelte";
import type { MessageId } from "../types/messages";
import { articleActions } from "./article";
import { editActions } from "./edit";
import { goActions } from "./go";
import { partyActions } from "./party";
import { historyActions } from "./history";
import { photoActions } from "./photo";
import { menus as allMenus, type Action, type MenuName } from "./registry";
import { tagActions } from "./tag";
import { transferActions } from "./transfer";
import { viewActions } from "./view";

export type { Action, MenuName } from "./registry";

/** All actions, in the order of the menus. */
export const actions: readonly Action[] = [
  ...articleActions,
  ...editActions,
  ...historyActions,
  ...tagActions,
  ...photoActions,
  ...partyActions,
  ...goActions,
  ...transferActions,
  ...viewActions,
];

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

/** Does what a key stands for. True where it stood for something. */
export function press(event: KeyboardEvent): boolean {
  const chord = chordOf(event);
  if (isPlain(chord) && (!settings.plainKeys || takesText(event.target))) return false;
  const meant = actions.filter((action) => action.keys.includes(chord));
  if (meant.length === 0) return false;
  meant.find((action) => action.enabled?.() !== false)?.run();
  return true;
}

/** The language the program was started in, else the one chosen before, else Kazakh. */
export function speakFirst(started: string | null): void {
  const word = started ?? settings.language;
  speak(isLanguage(word) ? word : "kk");
}
