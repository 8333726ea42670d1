//! Which tables are tables, and which only set a page.

use crate::markup::{Node, NodeId, Tree};

/// Whether a table holds data: rows of short cells without tables or headings in them.
pub(super) fn holds_data(tree: &Tree, table: NodeId) -> bool {
    let node = tree.node(table);
    let role = node.and_then(|node| node.attribute("role"));
    if matches!(role, Some("presentation" | "none")) {
        return false;
    }
    let (mut rows, mut cells, mut longest, mut headed) = (0usize, 0usize, 0usize, false);
    for id in tree.within(table).skip(1) {
        match tree.name(id) {
            "table" | "h1" | "h2" | "h3" | "article" | "section" | "form" | "nav" => return false,
            "tr" => rows += 1,
            "th" => {
                cells += 1;
                headed = true;
            }
            "td" => {
                cells += 1;
                longest = longest.max(count_chars(tree, id));
            }
            _ => {}
        }
    }
    if cells <= 1 || cells <= rows && !headed {
        return false;
    }
    headed || longest < 1200 || rows >= 4 && longest < 3000
}

fn count_chars(tree: &Tree, id: NodeId) -> usize {
    tree.within(id)
        .filter_map(|one| tree.node(one).and_then(Node::text))
        .map(|text| text.trim().chars().count())
        .sum()
}
