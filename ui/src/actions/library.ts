/** Which library one works in. */

import { overlays } from "../state/overlays.svelte";
import { library } from "../state/library.svelte";
import { session } from "../state/session.svelte";
import type { Action } from "./registry";

const ready = () => library.phase === "open" || library.phase === "none";

export const libraryActions: readonly Action[] = [
  {
    id: "library.choose",
    title: "action-libraries",
    menu: "document",
    section: "section-library",
    keys: ["Ctrl+Shift+KeyO"],
    enabled: ready,
    run: () => (overlays.libraries = true),
  },
  {
    id: "library.open",
    title: "action-library-open",
    menu: "document",
    section: "section-library",
    keys: [],
    enabled: ready,
    run: () => void session.pickAndOpen().then(session.showProblem),
  },
  {
    id: "library.new",
    title: "action-library-new",
    menu: "document",
    section: "section-library",
    keys: [],
    enabled: ready,
    run: () => void session.pickAndCreate().then(session.showProblem),
  },
  {
    id: "library.sample",
    title: "action-library-sample",
    menu: "document",
    section: "section-library",
    keys: [],
    enabled: ready,
    run: () => void session.sample().then(session.showProblem),
  },
  {
    id: "actor.change",
    title: "action-actor",
    menu: "document",
    section: "section-library",
    keys: [],
    enabled: ready,
    run: () => (overlays.actor = true),
  },
];
