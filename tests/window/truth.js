// What a window shows, and where the one in front of it is: for truth.rs. Gives the tools that it asks for by name.

const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** What comes and goes by itself, or is only about what was done last. */
const passing =
  "[data-tool^='go.'], [data-card], [data-picker], [popover], .told, .saved, .hints, .job, footer kbd, .spoken, .ruler, .overlay > :not(.bar):not(.speaker), .drawn-by-pointer, script, style, option, .grows > :not(textarea)";

function paneOf(element) {
  const dialog = element.closest("dialog[open]");
  if (dialog !== null) return "dialog";
  const pane = element.closest("[data-pane]");
  if (pane !== null) return pane.dataset.pane;
  if (element.closest(".page") !== null) return "page";
  return element.closest("footer") !== null ? "status" : "frame";
}

function ownWords(element) {
  return clean([...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(" "));
}

/** What is said of an element beside its words. */
function said(element) {
  const words = [];
  const entry = element.matches("[data-entry], .tokens *");
  for (const name of ["aria-label", "aria-selected", "aria-expanded", "aria-checked", "aria-invalid", "aria-current", "title"]) {
    const value = element.getAttribute(name);
    if (value !== null && value !== "") words.push(`${name}=${clean(value)}`);
  }
  // Which entry one has just pointed at is not in the library.
  if (!entry && element.hasAttribute("aria-pressed")) words.push(`pressed=${element.getAttribute("aria-pressed")}`);
  if (element.matches("input[type=checkbox], input[type=radio]")) words.push(`checked=${element.checked}`);
  else if (element.matches("input, textarea, select")) words.push(`value=${clean(element.value)}`);
  if (element.disabled === true || element.getAttribute("aria-disabled") === "true") words.push("off");
  if (element.matches("img")) words.push(`picture=${element.getAttribute("src")}`);
  if (element.matches("mark")) words.push(`mark=${[...element.classList].filter((name) => !/^(svelte-|lane|lit|pointed|chosen|changed)/.test(name)).sort().join(".")}`);
  return words.join(" ");
}

/** Whether it is a row that a list holds ready above or below what is in sight. */
function isBesideSight(element) {
  if (!element.matches("[data-pane=list] [role=option]")) return false;
  const box = element.getBoundingClientRect();
  const sight = element.closest("[role=listbox]").getBoundingClientRect();
  return box.bottom <= sight.top || box.top >= sight.bottom;
}

const tools = {
  /** All that is drawn, line by line, by pane. */
  drawn() {
    const panes = {};
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT, (element) =>
      element.matches(passing) || !element.checkVisibility({ visibilityProperty: true }) || isBesideSight(element)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    for (let element = walk.nextNode(); element !== null; element = walk.nextNode()) {
      const pane = paneOf(element);
      // The keys that the bar names follow the keyboard.
      const own = pane === "status" ? ownWords(element).split(" ·")[0] : ownWords(element);
      const words = [own, said(element)].filter((part) => part !== "").join(" | ");
      if (words !== "") (panes[pane] ??= []).push(`${element.localName} ${words}`);
    }
    return panes;
  },

  /** Where one is: what has the keyboard, the caret, what is selected, how far each pane is scrolled. */
  place() {
    const place = {};
    const focus = document.activeElement;
    const name = clean(focus.getAttribute("aria-label") ?? focus.labels?.[0]?.textContent ?? focus.textContent).slice(0, 60);
    place.focus = `${paneOf(focus)}: ${focus.localName} ${focus.getAttribute("role") ?? ""} ${focus.dataset.party ?? name}`;
    const types = focus.matches("input, textarea") && focus.selectionStart !== null;
    if (types) place.caret = `${focus.selectionStart}-${focus.selectionEnd}`;
    const caret = document.querySelector(".overlay .caret");
    place.standing = caret === null ? "" : `${caret.style.left} ${caret.style.top}`;
    place.selection = types ? "" : clean(document.getSelection().toString());
    place.row = clean(document.querySelector("[data-pane=list] [aria-selected=true] b")?.textContent);
    place.document = clean(document.querySelector("[data-pane=document] h1")?.textContent);
    for (const [key, box] of tools.scrollers()) place[`scroll:${key}`] = Math.round(box.scrollTop);
    return place;
  },

  scrollers() {
    const seen = {};
    return [...document.querySelectorAll("[data-pane] *, .page *, dialog[open] *")]
      .filter((box) => {
        if (box.clientHeight < 40 || box.scrollHeight <= box.clientHeight || !box.checkVisibility()) return false;
        return ["auto", "scroll"].includes(getComputedStyle(box).overflowY) && !box.matches("[popover], [popover] *, textarea");
      })
      .map((box) => {
        const key = `${paneOf(box)}/${box.getAttribute("role") ?? box.classList[0]}`;
        seen[key] = (seen[key] ?? -1) + 1;
        return [seen[key] === 0 ? key : `${key}/${seen[key]}`, box];
      });
  },

  scrollTo(places) {
    for (const [key, box] of tools.scrollers()) if (places[`scroll:${key}`] !== undefined) box.scrollTop = places[`scroll:${key}`];
  },

  /** What lies at a point, but for a card: it stands beside the suggestion that one has just gone to. */
  at(x, y) {
    const there = document.elementsFromPoint(x, y).find((one) => one.closest("[data-card]") === null);
    if (there === undefined) return "outside";
    const unit = there.closest("p, [role=option], [role=treeitem], li, button, input, textarea, select, label") ?? there;
    return `${paneOf(there)}: ${unit.localName} ${clean(unit.value ?? unit.textContent).slice(0, 80)}`;
  },

  /** What one works at, each with its point: the chosen suggestion, the caret, the keyboard. Tells what of it cannot be seen. */
  points() {
    const found = [];
    const hidden = [];
    const look = (name, element, belongs) => {
      const box = element.getBoundingClientRect();
      const inside = { left: Math.max(box.left, 0), right: Math.min(box.right, innerWidth), top: Math.max(box.top, 0), bottom: Math.min(box.bottom, innerHeight) };
      const x = (inside.left + inside.right) / 2;
      const y = (inside.top + inside.bottom) / 2;
      const there = inside.right < inside.left || inside.bottom < inside.top ? null : document.elementFromPoint(x, y);
      if (there === null || !belongs(there)) hidden.push(`${name} cannot be seen: at ${Math.round(x)}, ${Math.round(y)} lies ${there === null ? "nothing" : tools.at(x, y)}`);
      else if (!element.matches("[data-card]")) found.push({ name, x, y, what: tools.at(x, y) });
    };
    const inText = (there) => there.closest("[data-reading]") !== null && there.closest("[data-card], [data-picker]") === null;
    const focus = document.activeElement;
    const reads = focus.matches("[data-pane=document] [data-pane-entry]");
    if (reads) {
      const chosen = document.querySelector(".overlay .selected, .overlay .word");
      const caret = document.querySelector(".overlay .caret");
      if (chosen !== null) look("what is chosen", chosen, inText);
      if (caret !== null) look("the caret", caret, inText);
      const card = document.querySelector("[data-card]");
      if (card !== null) look("the card", card, (there) => there.closest("[data-card]") !== null);
    }
    const row = focus.getAttribute("aria-activedescendant");
    const here = (row === null ? null : document.getElementById(row)) ?? focus;
    if (here !== document.body && !reads) look("the keyboard", here, (there) => here.contains(there) || there.contains(here));
    return { found, hidden };
  },

  /** The middle of the first word of a phrase of the text, brought into sight, and how many words it has. */
  phrase(words) {
    const root = document.querySelector("[data-reading]");
    const nodes = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches(`${passing}, .overlay`) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) if (node.nodeType === Node.TEXT_NODE) nodes.push(node);
    const text = nodes.map((node) => node.data).join("");
    const start = text.indexOf(words);
    if (start < 0) return null;
    let before = 0;
    const node = nodes.find((node) => (before += node.data.length) > start);
    const from = start - (before - node.data.length);
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, Math.min(from + 2, node.data.length));
    const scroller = root.closest("[data-pane-entry]");
    const outer = scroller.getBoundingClientRect();
    const y = range.getBoundingClientRect().top - outer.top;
    if (y < 60 || y > outer.height - 140) scroller.scrollTop += y - outer.height / 3;
    // Where a line begins with the words, the first box is the place behind the line before.
    const boxes = [...range.getClientRects()];
    const box = boxes.find(({ width }) => width > 1) ?? boxes[0];
    const count = [...words.matchAll(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)].length;
    return { x: Math.round(box.left + 3), y: Math.round(box.top + box.height / 2), count };
  },

  /** The control under a label; the `nth` of them. */
  field(label, nth) {
    const fits = [...document.querySelectorAll("label")].filter((one) => clean(one.textContent).startsWith(label) && one.checkVisibility());
    const one = fits[nth];
    return one === undefined ? null : (one.control ?? one.querySelector("input, textarea, select") ?? null);
  },

  /** What one can press or go to whose words begin so; in the front: in a dialog, where one is open. */
  pressable(words, nth, where) {
    const root = document.querySelector(where);
    if (root === null) return null;
    const all = [...root.querySelectorAll("button, [role=option], [role=treeitem], [role=tab], label, a, summary")];
    const fits = all.filter((one) => one.checkVisibility() && [one.getAttribute("aria-label"), one.textContent].some((text) => clean(text).includes(words)));
    return fits[nth] ?? null;
  },

  /** What opens the entry of the cast with that name; nothing where it stands open. */
  closedEntry(name) {
    const line = [...document.querySelectorAll("[data-cast] li")].find((one) => one.querySelector("[data-party] b")?.textContent.includes(name));
    return line?.querySelector("[aria-expanded=false]") ?? null;
  },
};
return tools;
