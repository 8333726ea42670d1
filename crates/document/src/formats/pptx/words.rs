//! Words on slides.

use crate::xml::Element;

/// The paragraphs below an element, a line each.
pub(super) fn list_words(root: Element) -> String {
    let paragraphs = root.find_outermost(|name| name == "p");
    let lines: Vec<String> = paragraphs
        .into_iter()
        .map(read_words)
        .filter(|words| !words.trim().is_empty())
        .collect();
    lines.join("\n")
}

/// The words of a paragraph.
pub(super) fn read_words(paragraph: Element) -> String {
    let mut words = String::new();
    for element in paragraph.find_outermost(|name| matches!(name, "t" | "br" | "tab")) {
        match element.name() {
            "t" => words.push_str(&element.text()),
            "br" => words.push('\n'),
            "tab" => words.push('\t'),
            _ => {}
        }
    }
    words.retain(|c| !c.is_control() || matches!(c, '\t' | '\n'));
    words
}
