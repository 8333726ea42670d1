/** What one does with persons, organisations and events. */

import { api } from "../wire/api";
import { t } from "../words/language.svelte";
import { catalogue } from "../state/catalogue.svelte";
import { dialogs } from "../state/dialogs.svelte";
import { library } from "../state/library.svelte";
import { openEvent, openParty } from "../state/open-record";
import { views } from "../state/view.svelte";
import type { Action } from "./registry";
import type { PartyKind } from "../types";

const writable = () => library.phase === "open" && library.info?.read_only !== true;
const partyShown = () => (views.now.kind === "party" ? views.now.id : null);

async function add(kind: PartyKind): Promise<void> {
  const name = kind === "person" ? t("party-unnamed-person") : t("party-unnamed-organisation");
  const id = await catalogue.attempt(api.addParty(kind, name));
  if (id !== undefined) openParty(id);
}

async function addEvent(): Promise<void> {
  const id = await catalogue.attempt(api.addEvent({ name: t("event-unnamed") }, null));
  if (id !== undefined) openEvent(id);
}

export const partyActions: readonly Action[] = [
  {
    id: "party.new-person",
    title: "action-new-person",
    menu: "tag",
    section: "section-records",
    keys: [],
    enabled: writable,
    run: () => void add("person"),
  },
  {
    id: "party.new-organisation",
    title: "action-new-organisation",
    menu: "tag",
    section: "section-records",
    keys: [],
    enabled: writable,
    run: () => void add("organisation"),
  },
  {
    id: "party.officials",
    title: "action-officials",
    menu: "tag",
    section: "section-records",
    keys: [],
    enabled: writable,
    run: () => (dialogs.now = { kind: "officials" }),
  },
  {
    id: "event.new",
    title: "action-new-event",
    menu: "tag",
    section: "section-records",
    keys: [],
    enabled: writable,
    run: () => void addEvent(),
  },
  {
    id: "party.merge",
    title: "action-merge",
    menu: "tag",
    section: "section-records",
    keys: ["Ctrl+Shift+KeyM"],
    enabled: () => writable() && partyShown() !== null,
    run: () => {
      const party = partyShown();
      if (party !== null) dialogs.now = { kind: "merge", party, other: null };
    },
  },
  {
    id: "party.split",
    title: "action-split",
    menu: "tag",
    section: "section-records",
    keys: [],
    enabled: () => writable() && partyShown() !== null,
    run: () => {
      const party = partyShown();
      if (party !== null) dialogs.now = { kind: "split", party };
    },
  },
];
