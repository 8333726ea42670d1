/** What a key that is held down does again: it moves, and types. What decides, writes or takes away is done once. */

import { takesText } from "./elements";

/** Keys that move, or change the size of what one sees. */
const moving =
  /^(Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|Tab|Space|F3|Key[JK]|Equal|Minus|Numpad(Add|Subtract))$/;

/** Whether a key that is held may do what it does once more. */
export function mayRepeat(event: Pick<KeyboardEvent, "code" | "target">): boolean {
  const isEnter = event.code === "Enter" || event.code === "NumpadEnter";
  if (takesText(event.target)) return !isEnter || event.target instanceof HTMLTextAreaElement;
  return moving.test(event.code);
}
