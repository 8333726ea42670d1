/** What the web view does with a key of itself, done here for keys that had to wait: it does so for its own events only. */

import { isPressed, tabStops, takesText } from "./elements";

/** Does what a key does of itself to what has the keyboard; call where nobody else took it. */
export function doAsTheWebView(event: KeyboardEvent, target: Element): void {
  const { code } = event;
  if (code === "Tab" && !event.ctrlKey && !event.altKey) return goToNext(event.shiftKey ? -1 : 1);
  if (code === "Escape") return leaveDialog();
  if (target instanceof HTMLInputElement && ["checkbox", "radio"].includes(target.type)) return turn(event, target);
  if (takesText(target)) return edit(event, target);
  if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof HTMLElement)) return;
  if (["Enter", "NumpadEnter", "Space"].includes(code) && isPressed(target)) target.click();
}

function goToNext(by: 1 | -1): void {
  const root = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
  const all = tabStops(root);
  const here = all.findIndex((one) => one === document.activeElement);
  const next = all[(here + by + all.length) % all.length];
  next?.focus();
  if (next instanceof HTMLInputElement && takesText(next)) next.select();
}

function leaveDialog(): void {
  const dialog = [...document.querySelectorAll<HTMLDialogElement>("dialog[open]")].at(-1);
  if (dialog?.dispatchEvent(new Event("cancel", { cancelable: true })) === true) dialog.close();
}

function turn(event: KeyboardEvent, target: HTMLInputElement): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.code];
  if (event.code === "Space") target.click();
  else if (event.code === "Enter") target.form?.requestSubmit();
  else if (by !== undefined && target.type === "radio") {
    const group = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(
      (one) => one.name === target.name && one.form === target.form && !one.disabled,
    );
    const next = group[(group.indexOf(target) + by + group.length) % group.length];
    next?.focus();
    next?.click();
  }
}

/** Keys that move the caret in a field: which way, and by how much, alone and with Ctrl. */
const moves: Record<string, readonly [way: "backward" | "forward", by: string, withCtrl: string]> = {
  ArrowLeft: ["backward", "character", "word"],
  ArrowRight: ["forward", "character", "word"],
  ArrowUp: ["backward", "line", "paragraph"],
  ArrowDown: ["forward", "line", "paragraph"],
  Home: ["backward", "lineboundary", "documentboundary"],
  End: ["forward", "lineboundary", "documentboundary"],
};

function edit(event: KeyboardEvent, target: Element): void {
  const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
  if (altKey || metaKey) return;
  const move = moves[code];
  const selection = document.getSelection();
  if (move !== undefined) selection?.modify(shiftKey ? "extend" : "move", move[0], move[ctrlKey ? 2 : 1]);
  else if (code === "Backspace" || code === "Delete") {
    const caret = target as HTMLInputElement | HTMLTextAreaElement;
    if (ctrlKey && caret.selectionStart === caret.selectionEnd)
      selection?.modify("extend", code === "Delete" ? "forward" : "backward", "word");
    document.execCommand(code === "Delete" ? "forwardDelete" : "delete");
  } else if (ctrlKey) return;
  else if ([...key].length === 1) document.execCommand("insertText", false, key);
  else if (key === "Enter" && target instanceof HTMLTextAreaElement) document.execCommand("insertText", false, "\n");
  else if (key === "Enter" && target instanceof HTMLInputElement) target.form?.requestSubmit();
}
