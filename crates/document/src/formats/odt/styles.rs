//! Styles of OpenDocument: which paragraphs are titles or captions, which words are hidden, which lists show a sign.

use std::borrow::Cow;
use std::collections::HashMap;

use super::lists::read_levels;
use crate::lists::Level;
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
    /// The levels of lists by the names of their styles.
    lists: HashMap<String, Vec<Level>>,
    /// The levels of headings.
    pub headings: Vec<Level>,
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
            if element.name() == "outline-style" {
                self.headings = read_levels(element);
                continue;
            }
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
                "list-style" => {
                    self.lists.insert(name, read_levels(element));
                }
                _ => {}
            }
        }
    }

    /// The levels of a list by the name of its style; none where the file says nothing of it.
    pub fn find_levels(&self, list: Option<&str>) -> Option<&[Level]> {
        self.lists.get(list?).map(Vec::as_slice)
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
