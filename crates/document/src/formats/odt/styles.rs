//! Styles of OpenDocument: which paragraphs are titles or captions, which words are hidden, which lists show a sign.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::piece::{is_caption_style, read_level};
use crate::xml::Element;

/// A chain of styles is followed so far; a longer one turns in a circle.
const LONGEST_CHAIN: usize = 30;

/// A longer name of a style is none; each paragraph that has it would cost its length.
const LONGEST_NAME: usize = 500;

#[derive(Debug)]
struct Style {
    name: String,
    parent: Option<String>,
    hidden: Option<bool>,
    font: Option<String>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By family and name.
    styles: HashMap<(String, String), Style>,
    /// Levels of lists, from 1, that show neither a bullet nor a number.
    bare_levels: HashSet<(String, usize)>,
}

/// What the styles of a paragraph say.
#[derive(Debug, Default)]
pub(super) struct Look {
    pub heading: Option<u8>,
    pub hidden: bool,
    pub caption: bool,
    pub font: Option<String>,
}

impl Styles {
    /// Reads a section of styles.
    pub fn add(&mut self, section: Element) {
        for element in section.children() {
            let value = |name: &str| element.attribute(name).map(Cow::into_owned);
            let Some(name) = value("name").filter(|name| name.len() <= LONGEST_NAME) else {
                continue;
            };
            match element.name() {
                "style" => {
                    let family = value("family").unwrap_or_default();
                    let find = |name: &str| {
                        element
                            .children()
                            .filter(|it| matches!(it.name(), "text-properties" | "properties"))
                            .find_map(|it| it.attribute(name))
                    };
                    let display = find("display");
                    let font = find("font-family").or_else(|| find("font-name"));
                    let font = font.filter(|font| font.len() <= LONGEST_NAME);
                    let style = Style {
                        name: name.replace("_20_", " "),
                        parent: value("parent-style-name"),
                        hidden: display.map(|display| display == "none"),
                        font: font.map(|font| font.trim_matches('\'').to_owned()),
                    };
                    self.styles.insert((family, name), style);
                }
                "list-style" => self.add_list(&name, element),
                _ => {}
            }
        }
    }

    fn add_list(&mut self, name: &str, list: Element) {
        for level in list.children() {
            let number = level.attribute("level").and_then(|it| it.parse().ok());
            let is_empty = |name: &str| level.attribute(name).is_none_or(|it| it.is_empty());
            let bare = match level.name() {
                "list-level-style-number" => ["num-format", "num-prefix", "num-suffix"]
                    .iter()
                    .all(|name| is_empty(name)),
                "list-level-style-bullet" => {
                    let bullet = level.attribute("bullet-char");
                    bullet.is_some_and(|it| it.trim().is_empty())
                }
                _ => false,
            };
            if let (Some(number), true) = (number, bare) {
                self.bare_levels.insert((name.to_owned(), number));
            }
        }
    }

    /// Whether a list shows a bullet or number at a level, from 0.
    pub fn shows(&self, list: Option<&str>, level: usize) -> bool {
        let key = list.map(|list| (list.to_owned(), level + 1));
        key.is_none_or(|key| !self.bare_levels.contains(&key))
    }

    fn chain(&self, family: &str, name: &str) -> Vec<&Style> {
        let mut chain = Vec::new();
        let mut next = Some(name.to_owned());
        while let Some(style) = next
            .take()
            .and_then(|name| self.styles.get(&(family.to_owned(), name)))
        {
            chain.push(style);
            if chain.len() >= LONGEST_CHAIN {
                break;
            }
            next.clone_from(&style.parent);
        }
        chain
    }

    /// What the style of a paragraph says.
    pub fn find_look(&self, name: Option<&str>) -> Look {
        let Some(name) = name else {
            return Look::default();
        };
        let chain = self.chain("paragraph", name);
        // the last of the chain may name a style that the file leaves to the program
        let last = chain.last().and_then(|style| style.parent.as_deref());
        let own = [Some(name), last].map(|name| name.unwrap_or_default().replace("_20_", " "));
        let names = || {
            let of_chain = chain.iter().map(|style| style.name.as_str());
            own.iter().map(String::as_str).chain(of_chain)
        };
        Look {
            heading: names().find_map(read_level),
            hidden: chain.iter().find_map(|style| style.hidden) == Some(true),
            font: chain.iter().find_map(|style| style.font.clone()),
            caption: names().any(is_caption_style),
        }
    }

    /// Whether the style of words hides them, and their font; none where it does not say.
    pub fn find_words(&self, name: &str) -> (Option<bool>, Option<String>) {
        let chain = self.chain("text", name);
        let hidden = chain.iter().find_map(|style| style.hidden);
        let font = chain.iter().find_map(|style| style.font.clone());
        (hidden, font)
    }
}
