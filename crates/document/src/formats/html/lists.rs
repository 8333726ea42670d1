//! Lists of a page: what stands before their items.

use crate::lists::Numeral;
use crate::markup::{Node, NodeId, Tree};

/// What a list shows before its items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Nothing,
    Bullet,
    Numbers(Numeral),
}

/// A list that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenList {
    look: Look,
    next: i64,
    step: i64,
}

impl OpenList {
    /// A list of a page.
    pub fn of(tree: &Tree, id: NodeId, node: &Node) -> OpenList {
        let is_ordered = node.name() == "ol";
        let usual = match is_ordered {
            true => Look::Numbers(Numeral::Digits(1)),
            false => Look::Bullet,
        };
        let is_reversed = is_ordered && node.attribute("reversed").is_some();
        let items = || {
            let is_item = |child: &NodeId| tree.node(*child).is_some_and(|it| it.name() == "li");
            tree.children(id).filter(is_item).count() as i64
        };
        let start = node.attribute("start").and_then(read_number);
        OpenList {
            look: find_look(node).unwrap_or(usual),
            next: start.unwrap_or_else(|| if is_reversed { items() } else { 1 }),
            step: if is_reversed { -1 } else { 1 },
        }
    }

    /// What stands before the next item.
    pub fn count(&mut self, item: &Node) -> Option<String> {
        if let Some(value) = item.attribute("value").and_then(read_number) {
            self.next = value;
        }
        let number = self.next;
        self.next = number.saturating_add(self.step);
        write(find_look(item).unwrap_or(self.look), number)
    }
}

/// What stands before an item that stands in no list.
pub(super) fn mark_lone(item: &Node) -> Option<String> {
    write(find_look(item).unwrap_or(Look::Bullet), 1)
}

fn write(look: Look, number: i64) -> Option<String> {
    match look {
        Look::Nothing => None,
        Look::Bullet => Some("•".to_owned()),
        Look::Numbers(numeral) => Some(match u32::try_from(number) {
            Ok(number) => format!("{}.", numeral.write(number)),
            Err(_) => format!("{number}."),
        }),
    }
}

fn read_number(written: &str) -> Option<i64> {
    written.trim().parse::<i32>().ok().map(i64::from)
}

/// What an element says of the marks, by its style first.
fn find_look(node: &Node) -> Option<Look> {
    let style = node.attribute("style").unwrap_or_default();
    let of_style = style.split(';').take(64).find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let name = name.trim().to_ascii_lowercase();
        matches!(name.as_str(), "list-style" | "list-style-type").then_some(value)
    });
    let of_style = of_style.and_then(|value| {
        let value = value.to_ascii_lowercase();
        value.split_ascii_whitespace().find_map(read_look)
    });
    of_style.or_else(|| {
        let kind = node.attribute("type")?.trim();
        match kind {
            "1" | "a" | "A" | "i" | "I" => Numeral::of_style_sheet(kind).map(Look::Numbers),
            _ => read_look(&kind.to_ascii_lowercase()),
        }
    })
}

fn read_look(name: &str) -> Option<Look> {
    match name {
        "none" => Some(Look::Nothing),
        "disc" | "circle" | "square" => Some(Look::Bullet),
        _ if name.len() > 2 => Numeral::of_style_sheet(name).map(Look::Numbers),
        _ => None,
    }
}
