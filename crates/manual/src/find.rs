//! Where the manual says something about what is looked for.

use muragat_language::{Query, Typing, indexed, read_query, snippet};
use serde::Serialize;
use ts_rs::TS;

use crate::page::{Block, words_of};
use crate::sources::pages;

/// How much is shown of a section that was found, in chars.
const SHOWN_CHARS: usize = 140;

/// A section in which something was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundSection {
    /// The page's name.
    pub page: String,
    /// The page's heading.
    pub title: String,
    /// The heading of the section; empty for what stands before the first.
    pub heading: String,
    /// Which heading of the page it is, from 0; `None` for what stands before the first.
    pub section: Option<usize>,
    /// What it says there, as far as there is room.
    pub text: String,
    /// What was looked for in it: chars of the text before and to the end of each.
    pub matches: Vec<(usize, usize)>,
}

/// A part of a page with one heading at most.
struct Section {
    heading: String,
    place: Option<usize>,
    lines: Vec<String>,
}

/// Finds words in the manual as the library's search finds them: in any ending, without the letters that only Kazakh
/// has, half typed. Sections whose headings have all words come first, then all others in the order of the pages; where
/// no section has all words, those of which the page has. Takes time linear in the manual.
#[must_use]
pub fn find_in_manual(language: &str, looked_for: &str) -> Vec<FoundSection> {
    let query = read_query(looked_for, Typing::Names);
    if query.is_empty() {
        return Vec::new();
    }
    let mut headed = Vec::new();
    let mut others = Vec::new();
    let mut scattered = Vec::new();
    for page in pages(language) {
        let sections = sections_of(&page.blocks);
        let mut found_here = false;
        for section in &sections {
            let own = if section.place.is_none() {
                &page.title
            } else {
                &section.heading
            };
            let text = section.lines.join(" ");
            let found = || found(&page.name, &page.title, section, &text, &query);
            if has(&query, &[own]) {
                headed.push(found());
            } else if has(&query, &[own, &text]) {
                others.push(found());
            } else {
                continue;
            }
            found_here = true;
        }
        let whole: Vec<String> = sections
            .iter()
            .flat_map(|section| section.lines.clone())
            .collect();
        if !found_here && has(&query, &[&page.title, &whole.join(" ")]) {
            let section = Section {
                heading: String::new(),
                place: None,
                lines: Vec::new(),
            };
            scattered.push(found(
                &page.name,
                &page.title,
                &section,
                &whole.join(" "),
                &query,
            ));
        }
    }
    headed.append(&mut others);
    headed.append(&mut scattered);
    headed
}

fn has(query: &Query, texts: &[&str]) -> bool {
    let told: Vec<_> = texts.iter().map(|text| indexed(text)).collect();
    query.is_met(&told)
}

fn found(page: &str, title: &str, section: &Section, text: &str, query: &Query) -> FoundSection {
    let shown = snippet(text, &query.wanted, SHOWN_CHARS);
    FoundSection {
        page: page.to_owned(),
        title: title.to_owned(),
        heading: section.heading.clone(),
        section: section.place,
        text: shown.text,
        matches: shown.matches,
    }
}

fn sections_of(blocks: &[Block]) -> Vec<Section> {
    let mut sections = vec![Section {
        heading: String::new(),
        place: None,
        lines: Vec::new(),
    }];
    for block in blocks {
        if let Block::Heading { text } = block {
            sections.push(Section {
                heading: words_of(text),
                place: Some(sections.len() - 1),
                lines: vec![words_of(text)],
            });
        } else if let Some(section) = sections.last_mut() {
            section.lines.extend(block.lines());
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_ending_and_without_kazakh_letters() {
        let pages = |language, words| -> Vec<String> {
            find_in_manual(language, words)
                .into_iter()
                .map(|found| found.page)
                .collect()
        };
        assert!(pages("kk", "суреттердің").contains(&"photos".to_owned()));
        assert!(pages("kk", "дайексоз").contains(&"tagging".to_owned()));
        assert!(pages("ru", "резервную").contains(&"care".to_owned()));
        assert!(pages("en", "embarg").contains(&"access".to_owned()));
        assert_eq!(pages("ru", "щщщ"), Vec::<String>::new());
        assert_eq!(pages("ru", "…"), Vec::<String>::new());
    }

    #[test]
    fn a_page_that_is_called_so_comes_first() {
        let found = find_in_manual("en", "photos");
        assert_eq!((found[0].page.as_str(), found[0].section), ("photos", None));
    }
}
