//! Styles of Word: which paragraphs are headings, items or captions, and which words are hidden.

use std::collections::HashMap;
use std::rc::Rc;

use crate::piece::{is_caption_style, read_level};
use crate::xml::Element;

/// A chain of styles is followed so far; a longer one turns in a circle.
const LONGEST_CHAIN: usize = 30;

/// A longer id of a numbering or name of a font is none.
pub(super) const LONGEST_ID: usize = 64;

/// What a style says, its own bases followed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Style {
    /// The level as a heading: 0 the title.
    pub heading: Option<u8>,
    /// Numbering and level, where it numbers.
    pub list: Option<(String, Option<u8>)>,
    /// Whether words in it are hidden.
    pub hidden: Option<bool>,
    /// Whether it is that of captions.
    pub caption: bool,
    /// The font of its words.
    pub font: Option<Rc<str>>,
}

#[derive(Debug, Default)]
struct Own {
    name: String,
    base: Option<String>,
    outline: Option<u8>,
    list: Option<(String, Option<u8>)>,
    hidden: Option<bool>,
    font: Option<Rc<str>>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Style,
    /// The font of words of which nothing else says one.
    pub default_font: Option<Rc<str>>,
}

/// Whether a property that is on or off is on; none where it is not said.
pub(crate) fn read_switch(properties: Option<Element>, name: &str) -> Option<bool> {
    let switch = properties?.child(name)?;
    let value = switch.attribute("val");
    Some(!matches!(value.as_deref(), Some("0" | "false" | "off")))
}

/// The font that properties of words name, that of Cyrillic letters first.
pub(crate) fn read_font(properties: Option<Element>) -> Option<Rc<str>> {
    let fonts = properties?.child("rFonts")?;
    let font = fonts
        .attribute("hAnsi")
        .or_else(|| fonts.attribute("h-ansi"))
        .or_else(|| fonts.attribute("ascii"))?;
    (font.len() <= LONGEST_ID).then(|| Rc::from(font.as_ref()))
}

/// Reads an attribute `val` of a child as a number.
pub(crate) fn read_number<T: std::str::FromStr>(parent: Element, name: &str) -> Option<T> {
    parent
        .child(name)?
        .attribute("val")?
        .trim()
        .parse::<T>()
        .ok()
}

/// Reads the numbering that properties of a paragraph name.
pub(crate) fn read_list(properties: Element) -> Option<(String, Option<u8>)> {
    if let Some(list) = properties.child("listPr") {
        let id = list.child("ilfo").and_then(|ilfo| ilfo.attribute("val"))?;
        if id.len() > LONGEST_ID {
            return None;
        }
        return Some((id.into_owned(), read_number(list, "ilvl")));
    }
    let list = properties.child("numPr")?;
    let id = list.child("numId")?.attribute("val")?;
    if id.len() > LONGEST_ID {
        return None;
    }
    Some((id.into_owned(), read_number(list, "ilvl")))
}

impl Styles {
    /// Reads the styles below an element.
    pub fn read(root: Element) -> Styles {
        let mut own = HashMap::new();
        let mut default = None;
        for style in root.children().filter(|it| it.name() == "style") {
            let (id, style, is_default) = read_own(style);
            if is_default && default.is_none() {
                default = Some(id.clone());
            }
            own.insert(id, style);
        }
        let styles: HashMap<String, Style> = own
            .keys()
            .map(|id| (id.clone(), resolve(&own, id)))
            .collect();
        let default = default
            .and_then(|id| styles.get(&id).cloned())
            .unwrap_or_default();
        let default_font = root
            .child("docDefaults")
            .and_then(|it| it.child("rPrDefault"))
            .and_then(|it| read_font(it.child("rPr")));
        Styles {
            styles,
            default,
            default_font,
        }
    }

    /// The style of an id; where there is none of that id, what its name says.
    pub fn find(&self, id: Option<&str>) -> Style {
        let Some(id) = id else {
            return self.default.clone();
        };
        self.styles.get(id).cloned().unwrap_or_else(|| Style {
            heading: read_level(id),
            caption: is_caption_style(id),
            ..Style::default()
        })
    }
}

fn read_own(style: Element) -> (String, Own, bool) {
    let value = |name: &str| {
        let value = style.child(name)?.attribute("val")?;
        Some(value.into_owned())
    };
    let id = style.attribute("styleId").unwrap_or_default().into_owned();
    let paragraph = style.child("pPr");
    let own = Own {
        name: value("name").unwrap_or_else(|| id.clone()),
        base: value("basedOn"),
        outline: paragraph.and_then(|properties| read_number(properties, "outlineLvl")),
        list: paragraph.and_then(read_list),
        hidden: read_switch(style.child("rPr"), "vanish"),
        font: read_font(style.child("rPr")),
    };
    let is_default = matches!(
        style.attribute("default").as_deref(),
        Some("1" | "true" | "on")
    ) && style.attribute("type").as_deref() == Some("paragraph");
    (id, own, is_default)
}

fn resolve(own: &HashMap<String, Own>, id: &str) -> Style {
    let mut style = Style::default();
    let mut heading_said = false;
    let mut next = Some(id);
    for _ in 0..LONGEST_CHAIN {
        let Some(found) = next.and_then(|id| own.get(id)) else {
            break;
        };
        if !heading_said {
            let by_name = read_level(&found.name);
            heading_said = found.outline.is_some() || by_name.is_some();
            style.heading = match found.outline {
                Some(outline @ 0..=8) => Some(by_name.unwrap_or(outline + 1)),
                Some(_) => None,
                None => by_name,
            };
        }
        if style.list.is_none() {
            style.list.clone_from(&found.list);
        } else if let Some((_, level @ None)) = &mut style.list
            && let Some((_, Some(found))) = &found.list
        {
            *level = Some(*found);
        }
        style.hidden = style.hidden.or(found.hidden);
        if style.font.is_none() {
            style.font.clone_from(&found.font);
        }
        style.caption |= is_caption_style(&found.name);
        next = found.base.as_deref();
    }
    style
}
