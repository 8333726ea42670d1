/** What an action is: the one registry that menus, palette, toolbar, keys and the key sheet read. */

import type { Chord } from "../logic/keys";
import type { MessageId } from "../types/messages";

/** The menus, from left to right. */
export const menus = ["document", "edit", "tag", "photo", "go", "transfer", "view", "help"] as const;
export type MenuName = (typeof menus)[number];

/** Something one can do. */
export interface Action {
  readonly id: string;
  readonly title: MessageId;
  /** The title with what it would do now, as in "Undo: tag"; the title alone, where absent. */
  readonly titleNow?: () => string;
  readonly menu: MenuName;
  /** Whether it is only in the palette and the list of keys, as its menu would be too long with it. */
  readonly unlisted?: boolean;
  /** Actions of one section stand together, apart from the others of the menu. */
  readonly section: MessageId;
  /** As shipped; the user may have others (keymap.ts). Of actions that share a chord, the first that can be done now is done. */
  readonly keys: readonly Chord[];
  /** Whether the system does the same under these keys: where the action cannot, they are left to it. */
  readonly system?: boolean;
  /** Whether it can be done now; always, where absent. */
  readonly enabled?: () => boolean;
  /** For a switch or a choice: whether it is on. */
  readonly checked?: () => boolean;
  readonly run: () => void;
}
