/** Tagging: parties, places, quotes and suggestions in the text. */

import { markEverywhere, moveEntry, openEntry, openPage, removeEntry } from "../state/casting.svelte";
import { castEntry, inText, inTextOrCast } from "../screen/keyboard";
import { library } from "../state/library.svelte";
import { picker } from "../state/picker.svelte";
import { reading } from "../state/reading.svelte";
import * as textCommands from "../state/text-commands";
import { tagging } from "../state/tagging.svelte";
import { views } from "../state/view.svelte";
import type { MessageId } from "../types/messages";
import type { Action } from "./registry";

const writable = () => library.info?.read_only === false && reading.version !== undefined;
const onText = () => inText() && writable();
const onWords = () => onText() && tagging.target.start < tagging.target.end;
const onSuggestion = () => inText() && writable() && tagging.suggestion !== undefined;
const onStale = () => onText() && tagging.mention?.state === "stale";
const onEntry = () => castEntry() !== undefined;
const writableEntry = () => onEntry() && writable();

/** A step of the caret, and the same with Shift, which selects. */
function step(
  id: string,
  key: string,
  titles: readonly [MessageId, MessageId],
  run: (extend: boolean) => void,
): Action[] {
  const common = { menu: "tag", unlisted: true, section: "section-caret", enabled: inText } as const;
  const keys = key.split("+");
  const shifted = [...keys.slice(0, -1), "Shift", keys.at(-1)].join("+");
  return [
    { ...common, id, title: titles[0], keys: [key], run: () => run(false) },
    { ...common, id: `${id}-select`, title: titles[1], keys: [shifted], run: () => run(true) },
  ];
}

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
    enabled: () => onText() && tagging.caret !== null,
    run: textCommands.quote,
  },
  {
    id: "tag.speaker",
    title: "action-tag-speaker",
    menu: "tag",
    section: "section-tag",
    keys: ["KeyS"],
    enabled: onText,
    run: textCommands.speaker,
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
    run: () => textCommands.whenSeen(textCommands.remove),
  },
  {
    id: "mention.confirm",
    title: "action-mention-confirm",
    menu: "tag",
    section: "section-tag",
    keys: ["Enter"],
    enabled: onStale,
    run: () => textCommands.whenSeen(textCommands.confirm),
  },
  {
    id: "mention.move",
    title: "action-mention-move",
    menu: "tag",
    section: "section-tag",
    keys: ["KeyM"],
    enabled: () => onText() && textCommands.movable() !== undefined,
    run: () => textCommands.whenSeen(textCommands.moveHere),
  },
  {
    id: "mention.everywhere",
    title: "action-mention-everywhere",
    menu: "tag",
    section: "section-tag",
    keys: ["Shift+Enter"],
    enabled: () => onText() && tagging.suggestion === undefined && textCommands.tagged() !== undefined,
    run: () => void markEverywhere(textCommands.tagged()),
  },
  {
    id: "suggestion.next",
    title: "action-suggestion-next",
    menu: "tag",
    section: "section-suggestions",
    keys: ["KeyJ"],
    enabled: inTextOrCast,
    run: () => textCommands.goSuggestion(1),
  },
  {
    id: "suggestion.previous",
    title: "action-suggestion-previous",
    menu: "tag",
    section: "section-suggestions",
    keys: ["KeyK"],
    enabled: inTextOrCast,
    run: () => textCommands.goSuggestion(-1),
  },
  {
    id: "suggestion.next-doubtful",
    title: "action-suggestion-next-doubtful",
    menu: "tag",
    unlisted: true,
    section: "section-suggestions",
    keys: ["Shift+KeyJ"],
    enabled: inTextOrCast,
    run: () => textCommands.goDoubtful(1),
  },
  {
    id: "suggestion.previous-doubtful",
    title: "action-suggestion-previous-doubtful",
    menu: "tag",
    unlisted: true,
    section: "section-suggestions",
    keys: ["Shift+KeyK"],
    enabled: inTextOrCast,
    run: () => textCommands.goDoubtful(-1),
  },
  {
    id: "suggestion.accept",
    title: "action-suggestion-accept",
    menu: "tag",
    section: "section-suggestions",
    keys: ["Enter", "NumpadEnter"],
    enabled: onSuggestion,
    run: () => textCommands.whenSeen(textCommands.accept),
  },
  {
    id: "suggestion.accept-alike",
    title: "action-suggestion-accept-alike",
    menu: "tag",
    section: "section-suggestions",
    keys: ["Shift+Enter"],
    enabled: onSuggestion,
    run: () => textCommands.whenSeen(textCommands.acceptAlike),
  },
  {
    id: "suggestion.accept-certain",
    title: "action-suggestion-accept-certain",
    menu: "tag",
    section: "section-suggestions",
    keys: ["Ctrl+Shift+Enter"],
    enabled: onText,
    run: () => textCommands.whenUncovered(textCommands.acceptCertain),
  },
  {
    id: "suggestion.reject",
    title: "action-suggestion-reject",
    menu: "tag",
    section: "section-suggestions",
    keys: ["KeyX"],
    enabled: onSuggestion,
    run: () => textCommands.whenSeen(textCommands.reject),
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
    enabled: () => views.now.kind === "articles" && reading.record !== null,
    run: textCommands.nextCheck,
  },
  {
    id: "cast.edit",
    title: "action-cast-edit",
    menu: "tag",
    section: "section-cast",
    keys: ["F4"],
    enabled: onEntry,
    run: () => openEntry(castEntry()),
  },
  {
    id: "cast.page",
    title: "action-cast-page",
    menu: "tag",
    section: "section-cast",
    keys: ["Ctrl+Enter"],
    enabled: onEntry,
    run: () => openPage(castEntry()),
  },
  {
    id: "cast.everywhere",
    title: "action-cast-everywhere",
    menu: "tag",
    unlisted: true,
    section: "section-cast",
    keys: ["Shift+Enter"],
    enabled: writableEntry,
    run: () => void markEverywhere(castEntry()),
  },
  {
    id: "cast.up",
    title: "action-cast-up",
    menu: "tag",
    unlisted: true,
    section: "section-cast",
    keys: ["Alt+ArrowUp"],
    enabled: writableEntry,
    run: () => void moveEntry(castEntry(), -1),
  },
  {
    id: "cast.down",
    title: "action-cast-down",
    menu: "tag",
    unlisted: true,
    section: "section-cast",
    keys: ["Alt+ArrowDown"],
    enabled: writableEntry,
    run: () => void moveEntry(castEntry(), 1),
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
  ...step("caret.word-next", "ArrowRight", ["action-word-next", "action-word-next-select"], (extend) =>
    textCommands.word(1, extend),
  ),
  ...step("caret.word-previous", "ArrowLeft", ["action-word-previous", "action-word-previous-select"], (extend) =>
    textCommands.word(-1, extend),
  ),
  ...step("caret.letter-next", "Alt+ArrowRight", ["action-letter-next", "action-letter-next-select"], (extend) =>
    textCommands.letter(1, extend),
  ),
  ...step(
    "caret.letter-previous",
    "Alt+ArrowLeft",
    ["action-letter-previous", "action-letter-previous-select"],
    (extend) => textCommands.letter(-1, extend),
  ),
  ...step("caret.line-next", "ArrowDown", ["action-line-next", "action-line-next-select"], (extend) =>
    textCommands.line(1, extend),
  ),
  ...step("caret.line-previous", "ArrowUp", ["action-line-previous", "action-line-previous-select"], (extend) =>
    textCommands.line(-1, extend),
  ),
  ...step("caret.line-start", "Home", ["action-line-start", "action-line-start-select"], (extend) =>
    textCommands.lineEnd(-1, extend),
  ),
  ...step("caret.line-end", "End", ["action-line-end", "action-line-end-select"], (extend) =>
    textCommands.lineEnd(1, extend),
  ),
  ...step("caret.text-start", "Ctrl+Home", ["action-text-start", "action-text-start-select"], (extend) =>
    textCommands.textEnd(-1, extend),
  ),
  ...step("caret.text-end", "Ctrl+End", ["action-text-end", "action-text-end-select"], (extend) =>
    textCommands.textEnd(1, extend),
  ),
  {
    id: "caret.leave",
    title: "action-caret-leave",
    menu: "tag",
    unlisted: true,
    section: "section-caret",
    keys: ["Escape"],
    enabled: () => inText() && (tagging.selection.start < tagging.selection.end || reading.pointed !== null),
    run: textCommands.leave,
  },
];
