// Generated from Rust by crates/manual/tests/wire_types.rs: do not edit.

/**
 * The pages of the manual by their names, in order.
 */
export type PageName = "ten-minutes" | "desk" | "receiving" | "tagging" | "photos" | "finding" | "holdings" | "bundles" | "access" | "history" | "care" | "settings" | "command-line" | "kept";

/**
 * A part of a line.
 */
export type Inline = { "kind": "text", 
/**
 * As they are read.
 */
text: string, } | { "kind": "strong", 
/**
 * As they are read.
 */
text: string, } | { "kind": "code", 
/**
 * As it is typed.
 */
text: string, } | { "kind": "action", 
/**
 * Of the registry.
 */
id: string, 
/**
 * What it is called.
 */
text: string, 
/**
 * The keys as shipped, written as on a Latin keyboard; empty where it has none.
 */
keys: string, } | { "kind": "action_key", 
/**
 * Of the registry.
 */
id: string, 
/**
 * As shipped, written as on a Latin keyboard.
 */
keys: string, } | { "kind": "press", 
/**
 * As it is printed on keyboards: `Tab`, `Ctrl+Enter`.
 */
keys: string, } | { "kind": "control", 
/**
 * Its words.
 */
text: string, } | { "kind": "page", 
/**
 * Its name.
 */
page: string, 
/**
 * What is pressed.
 */
text: string, };

/**
 * A part of a page.
 */
export type Block = { "kind": "heading", 
/**
 * Its words.
 */
text: Array<Inline>, } | { "kind": "paragraph", 
/**
 * Its words.
 */
text: Array<Inline>, } | { "kind": "steps", 
/**
 * The first is 1.
 */
items: Array<Array<Inline>>, } | { "kind": "points", 
/**
 * In order.
 */
items: Array<Array<Inline>>, } | { "kind": "table", 
/**
 * Its columns' headings.
 */
head: Array<Array<Inline>>, 
/**
 * Its rows, each as wide as the head.
 */
rows: Array<Array<Array<Inline>>>, } | { "kind": "picture", 
/**
 * The view that it is of, by its name among the screenshots.
 */
view: string, 
/**
 * What it shows.
 */
text: string, };

/**
 * A page of the manual in one language.
 */
export type Page = { 
/**
 * What it is called in links and by whatever leads to it; the same in all languages.
 */
name: string, 
/**
 * Its heading.
 */
title: string, 
/**
 * What stands below the heading, in order.
 */
blocks: Array<Block>, };

/**
 * A section in which something was found.
 */
export type FoundSection = { 
/**
 * The page's name.
 */
page: string, 
/**
 * The page's heading.
 */
title: string, 
/**
 * The heading of the section; empty for what stands before the first.
 */
heading: string, 
/**
 * Which heading of the page it is, from 0; `None` for what stands before the first.
 */
section: number | null, 
/**
 * What it says there, as far as there is room.
 */
text: string, 
/**
 * What was looked for in it: chars of the text before and to the end of each.
 */
matches: Array<[number, number]>, };
