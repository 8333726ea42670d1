/** What one does with all selected documents at once. */

import { api } from "../wire/api";
import { asProblem } from "../wire/problem";
import { formatNumber, t } from "../words/language.svelte";
import { tell } from "../state/announce.svelte";
import { batching } from "../state/batching.svelte";
import { catalogue } from "../state/catalogue.svelte";
import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { enter } from "../state/panes.svelte";
import { selection } from "../state/selection.svelte";
import { views } from "../state/view.svelte";
import type { MessageId } from "../types/messages";
import type { Action } from "./registry";

/** Whether several documents are selected: then no action is about one of them alone. */
export const onSeveral = () => views.now.kind === "articles" && list.several;

/** Whether they can be written to. */
export const mayChangeSeveral = () => onSeveral() && library.phase === "open" && library.info?.read_only === false;

/** A title with how many documents are selected. */
export function severalTitle(id: MessageId): string {
  const count = list.selectedCount;
  return t(id, { count, shown: formatNumber(count) });
}

/** A title with how many drafts are among the selected: what is registered is not touched by it. */
export function draftsTitle(id: MessageId): string {
  const count = selection.common?.drafts ?? list.selectedCount;
  return t(id, { count, shown: formatNumber(count) });
}

/** Whether there may be drafts among the selected documents, and they can be written to. */
export const mayChangeDrafts = () => mayChangeSeveral() && selection.common?.drafts !== 0;

/** Copies the references of the selected documents, a line each. */
export async function copyReferences(): Promise<void> {
  try {
    const ids = await list.selectedIds();
    const references = await api.references(ids);
    await navigator.clipboard.writeText(references.join("\n"));
    tell("told-references-copied", { shown: formatNumber(references.length) });
  } catch (reason) {
    catalogue.problem = asProblem(reason);
  }
}

export const severalActions: readonly Action[] = [
  {
    id: "articles.describe",
    title: "action-describe-selected",
    menu: "edit",
    section: "section-several",
    keys: [],
    enabled: mayChangeSeveral,
    run: () => void enter("inspector"),
  },
  {
    id: "articles.tag",
    title: "action-tag-selected",
    titleNow: () => (list.several ? severalTitle("action-tag-several") : t("action-tag-selected")),
    menu: "tag",
    section: "section-several",
    keys: [],
    enabled: mayChangeSeveral,
    run: () => (batching.choosesParty = true),
  },
  {
    id: "articles.accept",
    title: "action-accept-certain",
    titleNow: () => (list.several ? severalTitle("action-accept-several") : t("action-accept-certain")),
    menu: "tag",
    section: "section-several",
    keys: [],
    enabled: mayChangeSeveral,
    run: () => void batching.ask("accept"),
  },
];
