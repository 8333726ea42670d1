/** What an action is: the one registry that menus, palette, toolbar, keys and the key sheet read. */

import type { Chord } from "../keys";
import type { MessageId } from "../types/messages";

/** The menus, from left to right. */
export const menus = ["document", "edit", "tag", "photo", "go", "transfer", "view", "help"] as const;
export type MenuName = (typeof menus)[number];

/** Something one can do. */
export interface Action {
  readonly id: string;
  readonly title: MessageId;
  readonly menu: MenuName;
  /** Whether it is only in the palette and the list of keys, as its menu would be too long with it. */
  readonly unlisted?: boolean;
  /** Actions of one section stand together, apart from the others of the menu. */
  readonly section: MessageId;
  /** Of actions that share a chord, the first that can be done now is done. */
  readonly keys: readonly Chord[];
  /** Whether it can be done now; always, where absent. */
  readonly enabled?: () => boolean;
  /** For a switch or a choice: whether it is on. */
  readonly checked?: () => boolean;
  readonly run: () => void;
}
