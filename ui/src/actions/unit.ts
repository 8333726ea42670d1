/** Units of the tree, which unit articles lie in, and saved searches. */

import { api } from "../wire/api";
import { severalTitle } from "./several";
import { t } from "../words/language.svelte";
import { tell } from "../state/announce.svelte";
import { catalogue } from "../state/catalogue.svelte";
import { library } from "../state/library.svelte";
import { list } from "../state/list.svelte";
import { overlays } from "../state/overlays.svelte";
import { reading } from "../state/reading.svelte";
import { views } from "../state/view.svelte";
import type { Action } from "./registry";

const writable = () => library.phase === "open" && library.info?.read_only === false;
const hasArticles = () => writable() && views.now.kind === "articles" && (list.several || reading.wanted !== null);

/** The unit that the list shows. */
function shown(): string | null {
  const { place } = list.question;
  return views.now.kind === "articles" && place.kind === "unit" ? place.id : null;
}

const levelOf = (id: string | null) => library.units.find((unit) => unit.id === id)?.level;

/** Deletes the unit that the list shows, and shows the one above. */
async function deleteUnit(): Promise<void> {
  const unit = library.units.find(({ id }) => id === shown());
  if (unit === undefined) return;
  const done = await catalogue.attempt(api.deleteUnit(unit.id));
  if (done === undefined) return;
  list.goTo(unit.parent === null ? { kind: "all" } : { kind: "unit", id: unit.parent });
  tell("told-unit-deleted", { title: unit.title });
}

async function deleteSearch(): Promise<void> {
  const id = list.saved;
  const name = library.saved.find((search) => search.id === id)?.name;
  if (id === null || name === undefined) return;
  if ((await catalogue.attempt(api.deleteSearch(id))) === undefined) return;
  list.saved = null;
  tell("told-search-deleted", { name });
}

export const unitActions: readonly Action[] = [
  {
    id: "articles.move",
    title: "action-move",
    titleNow: () => (list.several ? severalTitle("action-move-several") : t("action-move")),
    menu: "edit",
    section: "section-move",
    keys: ["Ctrl+Shift+KeyM"],
    enabled: hasArticles,
    run: () => (overlays.move = true),
  },
  {
    id: "unit.add-fonds",
    title: "action-unit-fonds",
    menu: "edit",
    section: "section-unit",
    keys: [],
    enabled: writable,
    run: () => (overlays.unit = { below: null }),
  },
  {
    id: "unit.add",
    title: "action-unit-add",
    menu: "edit",
    section: "section-unit",
    keys: [],
    enabled: () => writable() && shown() !== null && levelOf(shown()) !== "file",
    run: () => (overlays.unit = { below: shown() }),
  },
  {
    id: "unit.edit",
    title: "action-unit-edit",
    menu: "edit",
    section: "section-unit",
    keys: ["Alt+Enter"],
    enabled: () => writable() && shown() !== null,
    run: () => {
      const id = shown();
      if (id !== null) overlays.unit = { edit: id };
    },
  },
  {
    id: "unit.delete",
    title: "action-unit-delete",
    menu: "edit",
    section: "section-unit",
    keys: [],
    enabled: () => writable() && shown() !== null,
    run: () => void deleteUnit(),
  },
  {
    id: "search.save",
    title: "action-search-save",
    menu: "edit",
    section: "section-search",
    keys: ["Ctrl+KeyS"],
    enabled: () => writable() && views.now.kind === "articles" && list.saved === null && list.narrowed,
    run: () => (overlays.search = { rename: null }),
  },
  {
    id: "search.rename",
    title: "action-search-rename",
    menu: "edit",
    section: "section-search",
    keys: [],
    enabled: () => writable() && list.saved !== null,
    run: () => (overlays.search = { rename: list.saved }),
  },
  {
    id: "search.delete",
    title: "action-search-delete",
    menu: "edit",
    section: "section-search",
    keys: [],
    enabled: () => writable() && list.saved !== null,
    run: () => void deleteSearch(),
  },
];
