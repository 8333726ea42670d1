/** What was pasted or dragged in as words: their lines, without the mark-up that they came in; paths of files. */

/** What of a page's node the words are taken from; a DOM node fits. */
export interface MarkupNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<MarkupNode>;
}

/** Elements whose words are not read. */
const silent = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "head",
  "title",
  "svg",
  "iframe",
  "object",
  "select",
]);

/** Elements that stand apart from what is before and after them, as a paragraph does. */
const apart = new Set([
  ..."address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form".split(
    " ",
  ),
  ..."h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split(" "),
]);

/** Elements that begin a line of their own. */
const lines = new Set(["li", "tr", "caption", "option", "summary", "dt", "dd"]);

/** The words of a page: a blank line between paragraphs, a line for each item and row, and no marks. */
export function textOfMarkup(root: MarkupNode): string {
  let text = "";
  // How many line breaks stand before the next word.
  let breaks = 0;
  const add = (words: string): void => {
    if (words.trim() === "" && (text === "" || breaks > 0)) return;
    if (breaks > 0 && text !== "") text = `${text.trimEnd()}${"\n".repeat(breaks)}${words.trimStart()}`;
    else text += text === "" || /\s$/.test(text) ? words.trimStart() : words;
    breaks = 0;
  };
  const walk = (node: MarkupNode): void => {
    if (node.nodeType === 3) return add((node.nodeValue ?? "").replaceAll(/[\s\u00a0]+/g, " "));
    const name = node.nodeName.toLowerCase();
    if (silent.has(name) || (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11)) return;
    if (name === "br") {
      breaks = Math.min(breaks + 1, 2);
      return;
    }
    // A cell goes on in the line of its row.
    if (name === "td" || name === "th") add(" ");
    const before = apart.has(name) ? 2 : lines.has(name) ? 1 : 0;
    breaks = Math.max(breaks, before);
    for (const child of node.childNodes) walk(child);
    breaks = Math.max(breaks, before);
  };
  walk(root);
  return text.trim();
}

/** Whether plain words are a page's source, so that they are read as one. */
export function isPageSource(text: string): boolean {
  return /^\s*(<!doctype html|<html[\s>])/i.test(text);
}

/** A title is no longer than so many letters. */
const longestTitle = 300;

/** Whether words are more than a title. */
export function isRelease(words: string): boolean {
  return words.length > longestTitle || /\S\s*\n\s*\S/.test(words);
}

/** Whether words are nothing but links: where a text is, and no text. */
export function isBareLink(words: string): boolean {
  const all = words.split(/\s+/).filter((word) => word !== "");
  // An address has a point in its first part, as no word before a colon has.
  return all.length > 0 && all.every((word) => /^<?(https?:\/{2}|www\.)[^\s/]*\.[^\s]+$/i.test(word));
}

/** The paths that a text consists of, a line each, as a file manager copies files; none where it has other words. */
export function pathsIn(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split(/[\r\n]+/).map((one) => one.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const path = pathOf(line);
    if (path === undefined) return [];
    found.push(path);
  }
  return found;
}

/** Whether what was pasted may be files or a picture: it has no words, or these are paths. */
export function mayBeFiles(words: string): boolean {
  return words.trim() === "" || pathsIn(words).length > 0;
}

function pathOf(line: string): string | undefined {
  if (/^file:\/\//i.test(line)) {
    try {
      const path = decodeURIComponent(new URL(line).pathname);
      return /^\/[a-z]:\//i.test(path) ? path.slice(1) : path;
    } catch {
      return undefined;
    }
  }
  return /^(\/[^/\s]|[a-z]:[\\/])/i.test(line) ? line : undefined;
}
