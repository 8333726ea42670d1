/** Tagging: parties, places, quotes and suggestions in the text. */

import { markEverywhere, move, openEntry, openPage, removeEntry } from "../state/casting.svelte";
import { castEntry, inText, inTextOrCast } from "../state/focus";
import { library } from "../state/library.svelte";
import { picker } from "../state/picker.svelte";
import { reading } from "../state/reading.svelte";
import * as steps from "../state/steps";
import { tagging } from "../state/tagging.svelte";
import type { Action } from "./registry";

const writable = () => library.info?.read_only === false && reading.version !== undefined;
const onText = () => inText() && writable();
const onWords = () => onText() && tagging.target.start < tagging.target.end;
const onSuggestion = () => inText() && writable() && tagging.suggestion !== undefined;
const onStale = () => onText() && tagging.mention?.state === "stale";
const onEntry = () => castEntry() !== undefined;
const writableEntry = () => onEntry() && writable();

/** A step of the caret. */
function step(
  id: string,
  title: Action["title"],
  key: string,
  run: (extend: boolean) => void,
): Action[] {
  const common = { menu: "tag", section: "section-caret", enabled: inText } as const;
  return [
    { ...common, id, title, keys: [key], run: () => run(false) },
    { ...common, id: `${id}.select`, title: selecting[title] ?? title, keys: [shifted(key)], run: () => run(true) },
  ];
}

function shifted(key: string): string {
  const parts = key.split("+");
  return [...parts.slice(0, -1), "Shift", parts.at(-1)].join("+");
}

/** The same step while one selects. */
const selecting: Partial<Record<Action["title"], Action["title"]>> = {
  "action-word-next": "action-word-next-select",
  "action-word-previous": "action-word-previous-select",
  "action-letter-next": "action-letter-next-select",
  "action-letter-previous": "action-letter-previous-select",
  "action-line-next": "action-line-next-select",
  "action-line-previous": "action-line-previous-select",
  "action-line-start": "action-line-start-select",
  "action-line-end": "action-line-end-select",
  "action-text-start": "action-text-start-select",
  "action-text-end": "action-text-end-select",
};

export const tagActions: readonly Action[] = [
  {
    id: "tag.person",
    title: "action-tag-person",
    menu: "tag",
    section: "section-tag",
    keys: ["KeyP"],
    enabled: onWords,
    run: () => picker.askTag("person"),
  },
  {
    id: "tag.organisation",
    title: "action-tag-organisation",
    menu: "tag",
    section: "section-tag",
    keys: ["KeyO"],
    enabled: onWords,
    run: () => picker.askTag("organisation"),
  },
  {
    id: "tag.place",
    title: "action-tag-place",
    menu: "tag",
    section: "section-tag",
    keys: ["KeyL"],
    enabled: onWords,
    run: () => picker.askTag("place"),
  },
  {
    id: "tag.quote",
    title: "action-tag-quote",
    menu: "tag",
    section: "section-tag",
    keys: ["KeyQ"],
    enabled: onWords,
    run: steps.quote,
  },
  {
    id: "tag.speaker",
    title: "action-tag-speaker",
    menu: "tag",
    section: "section-tag",
    keys: ["KeyS"],
    enabled: onText,
    run: steps.speaker,
  },
  {
    id: "tag.position",
    title: "action-tag-position",
    menu: "tag",
    section: "section-tag",
    keys: ["KeyT"],
    enabled: onWords,
    run: () => picker.askPosition(),
  },
  {
    id: "tag.remove",
    title: "action-tag-remove",
    menu: "tag",
    section: "section-tag",
    keys: ["Delete", "Backspace"],
    enabled: () => onText() && (tagging.mention !== undefined || tagging.quote !== undefined),
    run: steps.remove,
  },
  {
    id: "mention.confirm",
    title: "action-mention-confirm",
    menu: "tag",
    section: "section-tag",
    keys: ["Enter"],
    enabled: onStale,
    run: steps.confirm,
  },
  {
    id: "mention.move",
    title: "action-mention-move",
    menu: "tag",
    section: "section-tag",
    keys: ["KeyM"],
    enabled: () => onText() && steps.movable() !== undefined,
    run: steps.moveHere,
  },
  {
    id: "suggestion.next",
    title: "action-suggestion-next",
    menu: "tag",
    section: "section-suggestions",
    keys: ["KeyJ"],
    enabled: inTextOrCast,
    run: () => steps.goSuggestion(1),
  },
  {
    id: "suggestion.previous",
    title: "action-suggestion-previous",
    menu: "tag",
    section: "section-suggestions",
    keys: ["KeyK"],
    enabled: inTextOrCast,
    run: () => steps.goSuggestion(-1),
  },
  {
    id: "suggestion.accept",
    title: "action-suggestion-accept",
    menu: "tag",
    section: "section-suggestions",
    keys: ["Enter", "NumpadEnter"],
    enabled: onSuggestion,
    run: steps.accept,
  },
  {
    id: "suggestion.accept-alike",
    title: "action-suggestion-accept-alike",
    menu: "tag",
    section: "section-suggestions",
    keys: ["Shift+Enter"],
    enabled: onSuggestion,
    run: steps.acceptAlike,
  },
  {
    id: "suggestion.reject",
    title: "action-suggestion-reject",
    menu: "tag",
    section: "section-suggestions",
    keys: ["KeyX"],
    enabled: onSuggestion,
    run: steps.reject,
  },
  {
    id: "suggestion.edit",
    title: "action-suggestion-edit",
    menu: "tag",
    section: "section-suggestions",
    keys: ["KeyE"],
    enabled: onSuggestion,
    run: () => tagging.suggestion !== undefined && picker.askSuggestion(tagging.suggestion),
  },
  {
    id: "check.next",
    title: "action-check-next",
    menu: "tag",
    section: "section-suggestions",
    keys: ["F8"],
    enabled: () => reading.record !== null,
    run: steps.nextCheck,
  },
  {
    id: "cast.edit",
    title: "action-cast-edit",
    menu: "tag",
    section: "section-cast",
    keys: ["F4"],
    enabled: onEntry,
    run: openEntry,
  },
  {
    id: "cast.page",
    title: "action-cast-page",
    menu: "tag",
    section: "section-cast",
    keys: ["Ctrl+Enter"],
    enabled: onEntry,
    run: openPage,
  },
  {
    id: "cast.everywhere",
    title: "action-cast-everywhere",
    menu: "tag",
    section: "section-cast",
    keys: ["Shift+Enter"],
    enabled: writableEntry,
    run: () => void markEverywhere(castEntry()),
  },
  {
    id: "cast.up",
    title: "action-cast-up",
    menu: "tag",
    section: "section-cast",
    keys: ["Alt+ArrowUp"],
    enabled: writableEntry,
    run: () => void move(castEntry(), -1),
  },
  {
    id: "cast.down",
    title: "action-cast-down",
    menu: "tag",
    section: "section-cast",
    keys: ["Alt+ArrowDown"],
    enabled: writableEntry,
    run: () => void move(castEntry(), 1),
  },
  {
    id: "cast.remove",
    title: "action-cast-remove",
    menu: "tag",
    section: "section-cast",
    keys: ["Delete", "Backspace"],
    enabled: writableEntry,
    run: () => void removeEntry(castEntry()),
  },
  ...step("caret.word-next", "action-word-next", "ArrowRight", (extend) => steps.word(1, extend)),
  ...step("caret.word-previous", "action-word-previous", "ArrowLeft", (extend) => steps.word(-1, extend)),
  ...step("caret.letter-next", "action-letter-next", "Alt+ArrowRight", (extend) => steps.letter(1, extend)),
  ...step("caret.letter-previous", "action-letter-previous", "Alt+ArrowLeft", (extend) => steps.letter(-1, extend)),
  ...step("caret.line-next", "action-line-next", "ArrowDown", (extend) => steps.line(1, extend)),
  ...step("caret.line-previous", "action-line-previous", "ArrowUp", (extend) => steps.line(-1, extend)),
  ...step("caret.line-start", "action-line-start", "Home", (extend) => steps.lineEnd(-1, extend)),
  ...step("caret.line-end", "action-line-end", "End", (extend) => steps.lineEnd(1, extend)),
  ...step("caret.text-start", "action-text-start", "Ctrl+Home", (extend) => steps.textEnd(-1, extend)),
  ...step("caret.text-end", "action-text-end", "Ctrl+End", (extend) => steps.textEnd(1, extend)),
  {
    id: "caret.leave",
    title: "action-caret-leave",
    menu: "tag",
    section: "section-caret",
    keys: ["Escape"],
    enabled: () => inText() && (tagging.selection.start < tagging.selection.end || reading.pointed !== null),
    run: steps.leave,
  },
];
