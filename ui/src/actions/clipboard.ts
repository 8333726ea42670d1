/** Cut, copy, paste, select all: in the field, the text or the list that has the keyboard. */

import * as clipboard from "../screen/clipboard";
import { inText } from "../screen/keyboard";
import { noFilters } from "../logic/filters";
import { list } from "../state/list.svelte";
import { tagging } from "../state/tagging.svelte";
import { views } from "../state/view.svelte";
import type { Action } from "./registry";

const inTextBody = () => inText() && tagging.text.text !== "";
const words = () => (inText() ? tagging.words(tagging.selection) : "");
/** What is selected in the text, else the name or word that one stands on. */
const target = () => (inText() ? tagging.words(tagging.target).trim() : "");

export const clipboardActions: readonly Action[] = [
  {
    id: "edit.cut",
    title: "action-cut",
    menu: "edit",
    section: "section-edit",
    keys: ["Ctrl+KeyX", "Shift+Delete"],
    system: true,
    enabled: clipboard.canCut,
    run: clipboard.cut,
  },
  {
    id: "edit.copy",
    title: "action-copy",
    menu: "edit",
    section: "section-edit",
    keys: ["Ctrl+KeyC", "Ctrl+Insert"],
    system: true,
    enabled: () => words() !== "" || clipboard.canCopy(),
    // Of the text its own letters, not what the page makes of its paragraphs.
    run: () => (words() === "" ? clipboard.copy() : void clipboard.copyText(words())),
  },
  {
    id: "edit.paste",
    title: "action-paste",
    menu: "edit",
    section: "section-edit",
    keys: ["Ctrl+KeyV", "Shift+Insert"],
    system: true,
    enabled: clipboard.canPaste,
    run: clipboard.paste,
  },
  {
    id: "field.select-all",
    title: "action-select-field",
    menu: "edit",
    unlisted: true,
    section: "section-selection",
    keys: ["Ctrl+KeyA"],
    system: true,
    enabled: clipboard.inField,
    run: clipboard.selectField,
  },
  {
    id: "text.select-all",
    title: "action-select-text",
    menu: "edit",
    section: "section-selection",
    keys: ["Ctrl+KeyA"],
    enabled: inTextBody,
    run: () => tagging.stand({ anchor: 0, focus: tagging.text.text.length }),
  },
  {
    id: "text.find-in-library",
    title: "action-find-in-library",
    menu: "edit",
    unlisted: true,
    section: "section-selection",
    keys: [],
    enabled: () => target() !== "",
    run: () => {
      const text = target();
      views.go({ kind: "articles" });
      void list.ask({ text, place: { kind: "all" }, filters: noFilters });
    },
  },
];
