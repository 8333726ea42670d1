/** What the menus are called. */

import type { MenuName } from "../../actions";
import type { MessageId } from "../../types/messages";

export const menuTitles: Record<MenuName, MessageId> = {
  document: "menu-document",
  edit: "menu-edit",
  tag: "menu-tag",
  photo: "menu-photo",
  transfer: "menu-transfer",
  go: "menu-go",
  view: "menu-view",
  help: "menu-help",
};
