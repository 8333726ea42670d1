/** Keys pressed while something is under way that decides what they mean: they wait, and are pressed in their order. */

import { tick } from "svelte";

import { KeyQueue } from "../logic/key-queue";
import { decisions, keysMustWait, nothingPending, type Decision } from "../state/keyboard";
import { takesText } from "./elements";
import { mayRepeat } from "./held-keys";
import { isLost, settle } from "./keyboard";
import { doAsTheWebView } from "./web-view-keys";

/** Keys of the system's own, which nobody else can press. */
const clipboard = ["KeyC", "KeyX", "KeyV"];

/** Keys that go through the list: where they lead does not depend on what is shown beside it. */
const through = ["KeyJ", "KeyK", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];

/** Where what one types asks for something, these decide on what comes. */
const deciding = ["Enter", "NumpadEnter", "Tab", "ArrowUp", "ArrowDown", "F3"];
const asking = "[data-picker], [role=combobox], [role=searchbox], [role=search]";

/** A dialog that came by itself is about something that one has not seen when one pressed the keys that wait. */
const unasked = "dialog[open] [data-unasked]";

/** What a key depends on, pressed where the keyboard is now. */
function dependsOn({ code, ctrlKey, altKey, metaKey }: KeyboardEvent): readonly Decision[] {
  const target = document.activeElement;
  if (target === null || isLost()) return decisions;
  if (takesText(target)) {
    return target.closest(asking) !== null && deciding.includes(code) ? decisions : ["keyboard"];
  }
  // A dialog has its own answers; it can be left whatever is under way.
  if (target.closest("dialog[open]") !== null) return code === "Escape" ? ["keyboard"] : ["keyboard", "else"];
  if (ctrlKey || altKey || metaKey) return decisions;
  if (target.closest("[data-pane=list]") !== null && through.includes(code)) return ["keyboard", "else", "list"];
  return target.closest("[data-pane=document]") !== null ? ["keyboard", "else", "article"] : decisions;
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
  if (target.dispatchEvent(event)) doAsTheWebView(event, target);
}

/** Lets keys wait from now on; gives what stops that. */
export function letKeysWait(): () => void {
  const queue = new KeyQueue<KeyboardEvent>({
    mustWait: (event) => isLost() || keysMustWait(dependsOn(event)),
    async ready(event) {
      do {
        await nothingPending(dependsOn(event));
        // What the page tells of itself, as that a dialog was closed, comes in a turn of its own.
        await new Promise((resolve) => setTimeout(resolve));
        await tick();
        if (!keysMustWait(dependsOn(event))) settle();
      } while (keysMustWait(dependsOn(event)));
      if (document.querySelector(unasked) !== null) queue.forget();
    },
    press,
  });
  const onkeydown = (event: KeyboardEvent) => {
    if (
      !event.isTrusted ||
      event.defaultPrevented ||
      event.isComposing ||
      /^(Control|Shift|Alt|AltGraph|Meta|CapsLock)$/.test(event.key)
    )
      return;
    if (event.repeat && !mayRepeat(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    // Keys that wait may wait for its answer.
    if (document.querySelector(unasked) !== null) return queue.forget();
    if (event.ctrlKey && clipboard.includes(event.code)) return;
    if (!queue.take(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", onkeydown, true);
  return () => window.removeEventListener("keydown", onkeydown, true);
}
