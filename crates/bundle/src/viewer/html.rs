//! HTML from the same tree as XML: what data says is text, and can be nothing else.

use crate::xml::{Element, Node};

/// Elements that have no end tag.
const VOID: [&str; 6] = ["meta", "link", "img", "input", "br", "hr"];
/// Elements whose children each stand on a line.
const BLOCKS: [&str; 22] = [
    "html", "head", "body", "header", "main", "nav", "aside", "section", "article", "ul", "ol",
    "dl", "div", "form", "figure", "footer", "dialog", "fieldset", "noscript", "table", "tbody",
    "search",
];

/// The page, UTF-8.
pub(crate) fn document(root: &Element) -> Vec<u8> {
    let mut text = String::from("<!doctype html>\n");
    write(root, &mut text);
    text.push('\n');
    text.into_bytes()
}

/// One element of a page, where a page is too long to stand whole in memory.
pub(crate) fn part(element: &Element) -> String {
    let mut text = String::new();
    write(element, &mut text);
    text
}

fn write(element: &Element, text: &mut String) {
    text.push('<');
    text.push_str(element.name);
    for (name, value) in &element.attributes {
        text.push(' ');
        text.push_str(name);
        if !value.is_empty() || !matches!(*name, "hidden" | "defer" | "controls") {
            text.push_str("=\"");
            escape(value, text);
            text.push('"');
        }
    }
    text.push('>');
    if VOID.contains(&element.name) {
        return;
    }
    let mixed = element
        .children
        .iter()
        .any(|child| matches!(child, Node::Text(_)));
    let lines = !mixed && BLOCKS.contains(&element.name);
    for child in &element.children {
        if lines {
            text.push('\n');
        }
        match child {
            Node::Element(child) => write(child, text),
            Node::Text(data) => escape(data, text),
        }
    }
    if lines && !element.children.is_empty() {
        text.push('\n');
    }
    text.push_str("</");
    text.push_str(element.name);
    text.push('>');
}

fn escape(data: &str, text: &mut String) {
    for c in data.chars() {
        match c {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            '\'' => text.push_str("&#39;"),
            // HTML 13.2.3.5: controls and non-characters are errors
            c if c.is_control() && !matches!(c, '\n' | '\t') => text.push('\u{fffd}'),
            '\u{fdd0}'..='\u{fdef}' => text.push('\u{fffd}'),
            c if u32::from(c) & 0xfffe == 0xfffe => text.push('\u{fffd}'),
            c => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_text() {
        let evil = "</p><script>alert('x')</script><img src=x onerror=\"alert(1)\">";
        let page = document(
            &Element::new("p")
                .with("title", evil)
                .text(evil)
                .child(Element::new("br")),
        );
        let page = String::from_utf8(page).unwrap();
        assert_eq!(page.matches('<').count(), 4, "{page}");
        assert_eq!(page.matches('"').count(), 2, "{page}");
    }
}
