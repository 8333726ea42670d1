//! Numberings of Word: what stands before which paragraph.

use std::collections::{HashMap, HashSet};

use super::styles::{LONGEST_ID, read_number, read_switch};
use crate::lists::{Counters, Level, MOST_LEVELS, Numeral, Sign};
use crate::xml::Element;

/// What paragraphs of many numberings share: a sequence of numbers, by levels.
#[derive(Debug, Default)]
struct Kind {
    levels: Vec<Level>,
    /// The levels that belong to styles of paragraphs.
    of_styles: HashMap<String, u8>,
    /// The style of lists that it is, or whose numbering it borrows.
    is_style: Option<String>,
    borrows_style: Option<String>,
}

/// A numbering that paragraphs name.
#[derive(Debug, Default)]
struct Numbering {
    kind: String,
    /// Levels that it has instead of those of its kind, and numbers at which it begins.
    levels: HashMap<u8, Level>,
    starts: HashMap<u8, u32>,
}

impl Numbering {
    /// Its levels: those of its kind, but for its own.
    fn find_levels(&self, kind: &Kind) -> Vec<Level> {
        let mut levels = kind.levels.clone();
        for (place, level) in &self.levels {
            if let Some(own) = levels.get_mut(usize::from(*place)) {
                own.clone_from(level);
            }
        }
        levels
    }
}

/// The numberings of a document.
#[derive(Debug, Default)]
pub(crate) struct Numberings {
    kinds: HashMap<String, Kind>,
    numberings: HashMap<String, Numbering>,
    /// Which kind is a style of lists.
    styles: HashMap<String, String>,
}

/// How far the numberings have come in a text.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    /// By kind.
    counters: HashMap<String, Counters>,
    /// Numberings that have begun at the number they give, by level.
    begun: HashSet<(String, u8)>,
}

impl Numberings {
    /// Reads the numberings below an element.
    pub fn read(root: Element) -> Numberings {
        let mut numberings = Numberings::default();
        for element in root.children() {
            match element.name() {
                "abstractNum" | "listDef" => numberings.read_kind(element),
                "num" | "list" => numberings.read_numbering(element),
                _ => {}
            }
        }
        numberings
    }

    fn read_kind(&mut self, element: Element) {
        let id = read_id(element, &["abstractNumId", "listDefId"]);
        let Some(id) = id else { return };
        let style = |name: &str| {
            let name = element.child(name)?.attribute("val")?;
            (name.len() <= LONGEST_ID).then(|| name.into_owned())
        };
        let mut kind = Kind {
            is_style: style("styleLink"),
            borrows_style: style("numStyleLink").or_else(|| style("listStyleLink")),
            ..Kind::default()
        };
        for element in element.children().filter(|it| it.name() == "lvl") {
            let place = read_place(element);
            if usize::from(place) >= MOST_LEVELS {
                continue;
            }
            if kind.levels.len() <= usize::from(place) {
                kind.levels
                    .resize_with(usize::from(place) + 1, Level::default);
            }
            if let Some(level) = kind.levels.get_mut(usize::from(place)) {
                *level = read_level(element);
            }
            let style = element.child("pStyle").and_then(|it| it.attribute("val"));
            if let Some(style) = style.filter(|style| style.len() <= LONGEST_ID) {
                kind.of_styles.insert(style.into_owned(), place);
            }
        }
        if let Some(style) = &kind.is_style {
            self.styles.insert(style.clone(), id.clone());
        }
        self.kinds.insert(id, kind);
    }

    fn read_numbering(&mut self, element: Element) {
        let id = read_id(element, &["numId", "ilfo"]);
        let kind = element
            .child("abstractNumId")
            .or_else(|| element.child("ilst"))
            .and_then(|it| it.attribute("val"));
        let kind = kind.filter(|kind| kind.len() <= LONGEST_ID);
        let (Some(id), Some(kind)) = (id, kind) else {
            return;
        };
        let mut numbering = Numbering {
            kind: kind.into_owned(),
            ..Numbering::default()
        };
        for element in element.children().filter(|it| it.name() == "lvlOverride") {
            let place = read_place(element);
            if let Some(start) = read_number(element, "startOverride") {
                numbering.starts.insert(place, start);
            }
            if let Some(level) = element.child("lvl") {
                numbering.levels.insert(place, read_level(level));
            }
        }
        self.numberings.insert(id, numbering);
    }

    /// The kind of a numbering, by its id; the one that it borrows.
    fn find_kind(&self, numbering: &Numbering) -> Option<(&str, &Kind)> {
        let (id, kind) = self.kinds.get_key_value(&numbering.kind)?;
        let lent = kind.borrows_style.as_ref().and_then(|style| {
            let id = self.styles.get(style)?;
            self.kinds.get_key_value(id)
        });
        let (id, kind) = lent.unwrap_or((id, kind));
        Some((id, kind))
    }

    /// The level of a paragraph's number or bullet, if it has one; whether it shows is another question.
    fn place(&self, id: &str, level: Option<u8>, style: Option<&str>) -> Option<u8> {
        if id == "0" {
            return None;
        }
        let kind = self.numberings.get(id).and_then(|it| self.find_kind(it));
        let of_style = || kind?.1.of_styles.get(style?).copied();
        Some(level.or_else(of_style).unwrap_or(0))
    }

    /// Counts a paragraph of a numbering: its level, if it shows a number or bullet, and what that is, if it is known.
    pub fn count(
        &self,
        progress: &mut Progress,
        id: &str,
        level: Option<u8>,
        style: Option<&str>,
    ) -> Option<(u8, Option<String>)> {
        let place = self.place(id, level, style)?;
        let Some(numbering) = self.numberings.get(id) else {
            return Some((place, None));
        };
        let Some((kind_id, kind)) = self.find_kind(numbering) else {
            return Some((place, None));
        };
        let levels = numbering.find_levels(kind);
        let Some(own) = levels.get(usize::from(place)) else {
            return Some((place, None));
        };
        let counters = progress.counters.entry(kind_id.to_owned()).or_default();
        if let Some(start) = numbering.starts.get(&place)
            && progress.begun.insert((id.to_owned(), place))
        {
            counters.restart(usize::from(place), Some(*start));
        }
        counters.count(usize::from(place), &levels);
        let mark = counters.write(usize::from(place), &levels);
        own.shows().then_some((place, mark))
    }
}

fn read_id(element: Element, names: &[&str]) -> Option<String> {
    let id = names.iter().find_map(|name| element.attribute(name))?;
    (id.len() <= LONGEST_ID).then(|| id.into_owned())
}

fn read_place(level: Element) -> u8 {
    let place = level.attribute("ilvl").and_then(|it| it.parse().ok());
    place.unwrap_or(0)
}

fn read_level(element: Element) -> Level {
    let value = |name: &str| element.child(name).and_then(|it| it.attribute("val"));
    let pattern = value("lvlText").unwrap_or_default();
    let format = element
        .child("numFmt")
        .or_else(|| element.find(&["AlternateContent", "Choice", "numFmt"]));
    let name = format.and_then(|it| it.attribute("val"));
    let code = read_number::<u8>(element, "nfc");
    let is_bullet = name.as_deref() == Some("bullet") || code == Some(23);
    let numeral = match (name.as_deref(), code) {
        (Some("custom"), _) => {
            let pattern = format.and_then(|it| it.attribute("format"));
            Numeral::of_pattern(&pattern.unwrap_or_default())
        }
        (Some(name), _) => Numeral::of_word(name),
        (None, Some(code)) => Numeral::of_code(code),
        (None, None) => Numeral::Digits(1),
    };
    let sign = match (is_bullet, element.child("lvlPicBulletId").is_some()) {
        (_, true) => Sign::bullet("•"),
        (true, _) => Sign::bullet(&pattern),
        (false, _) => Sign::numbers(&pattern),
    };
    Level {
        start: read_number(element, "start").unwrap_or(1),
        numeral,
        sign,
        is_in_digits: read_switch(Some(element), "isLgl") == Some(true),
        restart: read_number(element, "lvlRestart"),
    }
}
