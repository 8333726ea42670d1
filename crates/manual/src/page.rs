//! What a page of the manual is made of.

use serde::Serialize;
use ts_rs::TS;

/// A page of the manual in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Page {
    /// What it is called in links and by whatever leads to it; the same in all languages.
    pub name: String,
    /// Its heading.
    pub title: String,
    /// What stands below the heading, in order.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// The heading of a section.
    Heading {
        /// Its words.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: Vec<Inline>,
    },
    /// What is done one after the other.
    Steps {
        /// The first is 1.
        items: Vec<Vec<Inline>>,
    },
    /// What stands side by side.
    Points {
        /// In order.
        items: Vec<Vec<Inline>>,
    },
    /// A small table.
    Table {
        /// Its columns' headings.
        head: Vec<Vec<Inline>>,
        /// Its rows, each as wide as the head.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A picture of the window. Only pages for a browser have it: whoever reads in the window has that before them.
    Picture {
        /// The view that it is of, by its name among the screenshots.
        view: String,
        /// What it shows.
        text: String,
    },
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Inline {
    /// Words.
    Text {
        /// As they are read.
        text: String,
    },
    /// Words that weigh more.
    Strong {
        /// As they are read.
        text: String,
    },
    /// What is typed or stands in a file, to the letter.
    Code {
        /// As it is typed.
        text: String,
    },
    /// An action by its name, with its key where it has one.
    Action {
        /// Of the registry.
        id: String,
        /// What it is called.
        text: String,
        /// The keys as shipped, written as on a Latin keyboard; empty where it has none.
        keys: String,
    },
    /// The key of an action alone.
    ActionKey {
        /// Of the registry.
        id: String,
        /// As shipped, written as on a Latin keyboard.
        keys: String,
    },
    /// A key that is no action's: it does what it does in every field, list or dialog.
    Press {
        /// As it is printed on keyboards: `Tab`, `Ctrl+Enter`.
        keys: String,
    },
    /// What a control of the window is called.
    Control {
        /// Its words.
        text: String,
    },
    /// A way to another page.
    Page {
        /// Its name.
        page: String,
        /// What is pressed.
        text: String,
    },
}

impl Inline {
    /// What is read of it.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Inline::Text { text }
            | Inline::Strong { text }
            | Inline::Code { text }
            | Inline::Action { text, .. }
            | Inline::Control { text }
            | Inline::Page { text, .. } => text,
            Inline::ActionKey { keys, .. } | Inline::Press { keys } => keys,
        }
    }
}

/// What is read of a line.
pub(crate) fn words_of(line: &[Inline]) -> String {
    line.iter().map(Inline::text).collect()
}

impl Block {
    /// What is read of it, a line each; a picture has nothing.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        match self {
            Block::Heading { text } | Block::Paragraph { text } => vec![words_of(text)],
            Block::Steps { items } | Block::Points { items } => {
                items.iter().map(|item| words_of(item)).collect()
            }
            Block::Table { head, rows } => std::iter::once(head)
                .chain(rows)
                .flatten()
                .map(|cell| words_of(cell))
                .collect(),
            Block::Picture { .. } => Vec::new(),
        }
    }
}
