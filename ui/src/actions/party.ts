/** What one does with persons, organisations and events. */

import { t } from "../words/language.svelte";
import { doubles } from "../state/doubles.svelte";
import { partyList } from "../state/party-list.svelte";
import { settings } from "../state/settings.svelte";
import { dialogs } from "../state/dialogs.svelte";
import { library } from "../state/library.svelte";
import { overlays } from "../state/overlays.svelte";
import { views } from "../state/view.svelte";
import type { Action } from "./registry";
import type { PartyKind } from "../types";

const writable = () => library.phase === "open" && library.info?.read_only !== true;
const onParties = () => library.phase === "open" && views.now.kind === "parties";
const onDoubles = () => library.phase === "open" && views.now.kind === "doubles" && doubles.pair !== undefined;
const writableDoubles = () => onDoubles() && writable();
const partyShown = () => (views.now.kind === "party" ? views.now.id : null);

/** Whose doubles one wants to see: of the kind that one looks at. */
function kindShown(): PartyKind {
  const view = views.now;
  return view.kind === "parties" || view.kind === "doubles" ? view.of : "person";
}

const onPairs = { menu: "tag", unlisted: true, section: "section-doubles" } as const;

const doublesActions: readonly Action[] = [
  {
    ...onPairs,
    id: "doubles.same",
    title: "action-doubles-same",
    keys: ["Enter", "NumpadEnter"],
    enabled: writableDoubles,
    run: () => doubles.same(),
  },
  {
    ...onPairs,
    id: "doubles.apart",
    title: "action-doubles-apart",
    keys: ["KeyX"],
    enabled: writableDoubles,
    run: () => doubles.apart(),
  },
  {
    ...onPairs,
    id: "doubles.later",
    title: "action-doubles-later",
    keys: ["KeyL"],
    enabled: onDoubles,
    run: () => doubles.later(),
  },
  {
    ...onPairs,
    id: "doubles.turn",
    title: "action-doubles-turn",
    keys: ["KeyS"],
    enabled: writableDoubles,
    run: () => doubles.turn(),
  },
  {
    ...onPairs,
    id: "doubles.next",
    title: "action-doubles-next",
    keys: ["KeyJ", "ArrowRight"],
    enabled: onDoubles,
    run: () => doubles.step(1),
  },
  {
    ...onPairs,
    id: "doubles.previous",
    title: "action-doubles-previous",
    keys: ["KeyK", "ArrowLeft"],
    enabled: onDoubles,
    run: () => doubles.step(-1),
  },
];

export const partyActions: readonly Action[] = [
  {
    id: "party.new-person",
    title: "action-new-person",
    menu: "tag",
    section: "section-records",
    keys: [],
    enabled: writable,
    run: () => (overlays.record = "person"),
  },
  {
    id: "party.new-organisation",
    title: "action-new-organisation",
    menu: "tag",
    section: "section-records",
    keys: [],
    enabled: writable,
    run: () => (overlays.record = "organisation"),
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
    id: "party.refused",
    title: "action-refused",
    menu: "tag",
    section: "section-records",
    keys: [],
    enabled: () => library.phase === "open",
    run: () => (dialogs.now = { kind: "refused" }),
  },
  {
    id: "event.new",
    title: "action-new-event",
    menu: "tag",
    section: "section-records",
    keys: [],
    enabled: writable,
    run: () => (overlays.record = "event"),
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
  {
    id: "party.order",
    title: "action-party-order",
    menu: "view",
    section: "section-records",
    keys: ["Ctrl+Shift+KeyL"],
    enabled: onParties,
    checked: () => settings.partyOrder === "surname",
    run: () => (settings.partyOrder = settings.partyOrder === "surname" ? "name" : "surname"),
  },
  {
    id: "party.delete",
    title: "action-party-delete",
    titleNow: () =>
      onParties() && partyList.meant.length > 1
        ? t("action-party-delete-several", { count: partyList.meant.length })
        : t("action-party-delete"),
    menu: "tag",
    section: "section-records",
    keys: ["Ctrl+Delete"],
    enabled: () => writable() && onParties() && partyList.meant.length > 0,
    run: () => void partyList.remove(),
  },
  {
    id: "doubles.show",
    title: "action-doubles",
    menu: "tag",
    section: "section-records",
    keys: ["Ctrl+Shift+KeyD"],
    enabled: () => library.phase === "open",
    run: () => views.go({ kind: "doubles", of: kindShown() }),
  },
  ...doublesActions,
];
