/** The words of what is pasted, or of what is dragged in. */

import { isPageSource, textOfMarkup } from "../logic/pasted";

/** Words without marks: those that came as such, else those of a page. No script in it runs, and nothing is fetched. */
export function wordsOf(data: DataTransfer | null): string {
  const plain = data?.getData("text/plain") ?? "";
  const html = data?.getData("text/html") ?? "";
  if (plain.trim() !== "" && !isPageSource(plain)) return plain;
  const source = plain.trim() === "" ? html : plain;
  return source.trim() === "" ? "" : textOfMarkup(new DOMParser().parseFromString(source, "text/html"));
}
