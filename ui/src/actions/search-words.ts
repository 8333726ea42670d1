/** What else one may call an action or a group of actions, so that the palette finds it by the noun one has in mind. */

import { t } from "../words/language.svelte";
import type { MessageId } from "../types/messages";
import type { Action } from "./registry";

/** By an action's id, or by the section that it stands in. */
const otherWords: Partial<Record<string, MessageId>> = {
  "section-new": "find-new",
  "section-theme": "find-theme",
  "section-language": "find-language",
  "section-size": "find-size",
  "section-order": "find-order",
  "section-keys": "find-keys",
  "section-window": "find-window",
  "section-unit": "find-unit",
  "section-search": "find-search",
  "section-history": "find-history",
  "section-places": "find-places",
  "about.show": "find-about",
  "edit.undo": "find-undo",
  "edit.redo": "find-redo",
  "article.register": "find-register",
  "article.delete": "find-delete",
  "articles.move": "find-move",
  "version.compare": "find-compare",
  "text.edit": "find-edit",
  "transfer.export": "find-export",
  "transfer.import": "find-import",
  "transfer.verify": "find-verify",
  "transfer.backup": "find-backup",
  "transfer.check": "find-check",
  "transfer.begin": "find-transfer",
  "section-library": "find-library",
  "actor.change": "find-actor",
  "party.merge": "find-merge",
  "party.officials": "find-officials",
  "party.refused": "find-refused",
  "section-photo": "find-photo",
  "section-tag": "find-tag",
};

/** The words that lead to an action besides its title. */
export function searchWords(action: Pick<Action, "id" | "section">): string {
  return [action.section, action.id]
    .flatMap((key) => otherWords[key] ?? [])
    .map((id) => t(id))
    .join(" ");
}
