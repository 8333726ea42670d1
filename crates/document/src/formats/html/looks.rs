//! What an element is by its looks and names: hidden, a block, the mark of an item, a note.

use crate::document::LeftOutKind;
use crate::markup::Node;

/// What the style of an element says that matters to its words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    pub left_out: Option<LeftOutKind>,
    pub is_block: bool,
    pub is_set: Option<bool>,
    pub is_note: bool,
    /// The bullet or number that Word writes into the text.
    pub is_list_mark: bool,
    pub list_level: Option<u8>,
}

impl Style {
    /// What an element's own style says.
    pub fn of(node: &Node) -> Style {
        let mut style = Style::default();
        let Some(written) = node.attribute("style") else {
            return style;
        };
        for declaration in written.split(';').take(64) {
            let Some((name, value)) = declaration.split_once(':') else {
                continue;
            };
            let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
            let value = value.to_ascii_lowercase();
            match (&*name, &*value) {
                ("display", value) if value.starts_with("none") => {
                    style.left_out = Some(LeftOutKind::Hidden);
                }
                ("visibility", value) if value.starts_with("hidden") => {
                    style.left_out = Some(LeftOutKind::Hidden);
                }
                ("mso-hide", "all") => style.left_out = Some(LeftOutKind::Hidden),
                ("display", "block" | "flex" | "grid" | "list-item") => style.is_block = true,
                ("white-space", value) => style.is_set = Some(value.starts_with("pre")),
                ("mso-list", "ignore") => style.is_list_mark = true,
                ("mso-list", value) => {
                    let level = value
                        .split_ascii_whitespace()
                        .find_map(|word| word.strip_prefix("level")?.parse::<u8>().ok());
                    style.list_level = level.map(|level| level.saturating_sub(1).min(9));
                }
                ("mso-element", "footnote" | "endnote") => style.is_note = true,
                ("mso-element", "header" | "footer") => {
                    style.left_out = Some(LeftOutKind::PageHeader);
                }
                ("mso-element", "comment") => style.left_out = Some(LeftOutKind::Comment),
                _ => {}
            }
        }
        style
    }
}

/// Whether an element is the number of a note, at its words or where they are referred to, as office programs save it.
pub(super) fn is_note_mark(node: &Node) -> bool {
    let href = node.attribute("href").unwrap_or_default();
    ["#_ftn", "#_edn", "#sdfootnote", "#sdendnote"]
        .iter()
        .any(|begin| href.starts_with(begin))
}

/// Whether an element is a note as LibreOffice saves it.
pub(super) fn is_note(node: &Node) -> bool {
    let id = node.attribute("id").unwrap_or_default();
    ["sdfootnote", "sdendnote"].iter().any(|begin| {
        let number = id.strip_prefix(begin);
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// What an element is whose attributes hide it.
pub(super) fn find_hidden(node: &Node) -> Option<LeftOutKind> {
    let hidden = node.attribute("hidden").is_some_and(|v| v != "until-found");
    (hidden && node.name() != "body").then_some(LeftOutKind::Hidden)
}
