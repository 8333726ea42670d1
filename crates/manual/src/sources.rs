//! The files of assets/manual, in the order in which they are read.

use std::sync::OnceLock;

use crate::named::Named;
use crate::page::Page;
use crate::read_page::read_page;

/// The languages of the manual, Kazakh first.
pub const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

macro_rules! manual {
    ($(($name:literal, $file:literal)),+ $(,)?) => {
        /// The pages by their names, in order.
        pub const PAGES: &[&str] = &[$($name),+];

        /// What is written on a page, by the page's place and that of the language.
        const SOURCES: &[[&str; 3]] = &[$([
            include_str!(concat!("../../../assets/manual/kk/", $file)),
            include_str!(concat!("../../../assets/manual/ru/", $file)),
            include_str!(concat!("../../../assets/manual/en/", $file)),
        ]),+];
    };
}

manual!(
    ("ten-minutes", "01-ten-minutes.md"),
    ("desk", "02-desk.md"),
    ("receiving", "03-receiving.md"),
    ("tagging", "04-tagging.md"),
    ("photos", "05-photos.md"),
    ("finding", "06-finding.md"),
    ("holdings", "07-holdings.md"),
    ("bundles", "08-bundles.md"),
    ("access", "09-access.md"),
    ("history", "10-history.md"),
    ("care", "11-care.md"),
    ("settings", "12-settings.md"),
    ("command-line", "13-command-line.md"),
    ("kept", "14-kept.md"),
);

/// Where a language stands among [`LANGUAGES`]; Kazakh for others.
fn place_of(language: &str) -> usize {
    LANGUAGES
        .iter()
        .position(|known| *known == language)
        .unwrap_or(0)
}

/// The Markdown of a page; `None` where no page has that name.
#[must_use]
pub fn source(language: &str, name: &str) -> Option<&'static str> {
    let at = PAGES.iter().position(|page| *page == name)?;
    Some(SOURCES[at][place_of(language)])
}

/// The whole manual in a language, in the order of its pages. It is read once.
#[must_use]
pub fn pages(language: &str) -> &'static [Page] {
    static READ: [OnceLock<Vec<Page>>; 3] = [const { OnceLock::new() }; 3];
    let at = place_of(language);
    READ[at].get_or_init(|| {
        let named = Named::new(LANGUAGES[at]);
        PAGES
            .iter()
            .zip(SOURCES)
            .map(|(name, texts)| read_page(name, texts[at], &named).0)
            .collect()
    })
}
