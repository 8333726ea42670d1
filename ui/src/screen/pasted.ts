/** The words of what is pasted, or of what is dragged in. */

import { isPageSource, textOfMarkup } from "../logic/pasted";
import { tell } from "../state/announce.svelte";
import { dropping } from "../state/dropping.svelte";

/** Words without marks: those that came as such, else those of a page. No script in it runs, and nothing is fetched. */
export function wordsOf(data: DataTransfer | null): string {
  const plain = data?.getData("text/plain") ?? "";
  const html = data?.getData("text/html") ?? "";
  if (plain.trim() !== "" && !isPageSource(plain)) return plain;
  const source = plain.trim() === "" ? html : plain;
  return source.trim() === "" ? "" : textOfMarkup(new DOMParser().parseFromString(source, "text/html"));
}

/** Pastes files or a picture over a field, which can take neither; where there are none, the field has its words. */
export function pasteFilesOver(event: ClipboardEvent): void {
  const words = event.clipboardData?.getData("text/plain") ?? "";
  event.preventDefault();
  void dropping.pasteFiles(words).then((taken) => {
    if (taken) return;
    if (words === "") tell("told-nothing-to-paste");
    else document.execCommand("insertText", false, words);
  });
}
