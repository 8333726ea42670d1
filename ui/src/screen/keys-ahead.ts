/** Keys pressed while something is under way that decides what they mean: they wait, and are pressed in their order. */

import { tick } from "svelte";

import { KeyQueue } from "../logic/key-queue";
import { keysMustWait, nothingPending } from "../state/pending";
import { isPressed, takesText } from "./elements";

/** Keys of the system's own, which nobody else can press. */
const clipboard = ["KeyC", "KeyX", "KeyV"];

/** Keys that go through the list: where they lead does not depend on what is shown beside it. */
const through = ["KeyJ", "KeyK", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];

/** In a picker these decide, and what they decide on may be on its way. */
const deciding = ["Enter", "NumpadEnter", "Tab", "ArrowUp", "ArrowDown"];

/** Whether a key means the same whatever is under way. */
function isFree(event: KeyboardEvent): boolean {
  const { target, code } = event;
  if (!(target instanceof Element)) return false;
  if (takesText(target)) return target.closest("[data-picker]") === null || !deciding.includes(code);
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
  return plain && through.includes(code) && target.closest("[data-pane=list]") !== null;
}

/** Presses a key again, where the keyboard is now. */
function press(before: KeyboardEvent): void {
  const { key, code, ctrlKey, shiftKey, altKey, metaKey } = before;
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent("keydown", {
    ...{ key, code, ctrlKey, shiftKey, altKey, metaKey },
    bubbles: true,
    cancelable: true,
  });
  if (!target.dispatchEvent(event) || ctrlKey || altKey || metaKey) return;
  if (takesText(target)) type(key, target instanceof HTMLTextAreaElement);
  else if (["Enter", "Space"].includes(code) && isPressed(target) && target instanceof HTMLElement) target.click();
}

/** What the web view does with a key in a field, done here, as it does it for its own events only. */
function type(key: string, lines: boolean): void {
  if ([...key].length === 1) document.execCommand("insertText", false, key);
  else if (key === "Enter" && lines) document.execCommand("insertText", false, "\n");
  else if (key === "Backspace") document.execCommand("delete");
  else if (key === "Delete") document.execCommand("forwardDelete");
}

/** Lets keys wait from now on; gives what stops that. */
export function letKeysWait(): () => void {
  const queue = new KeyQueue<KeyboardEvent>({
    mustWait: keysMustWait,
    settled: async () => {
      await nothingPending();
      await tick();
    },
    press,
  });
  const onkeydown = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing || /^(Control|Shift|Alt|AltGraph|Meta|CapsLock)$/.test(event.key)) return;
    // A dialog is about something that one has not seen when one pressed the keys that wait.
    if (document.querySelector("dialog[open]") !== null) return queue.forget();
    if (event.ctrlKey && clipboard.includes(event.code)) return;
    if (!queue.take(event, isFree(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", onkeydown, true);
  return () => window.removeEventListener("keydown", onkeydown, true);
}
