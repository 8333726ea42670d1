//! What all pages share: the head with its policy, the bar on top, labels in three languages.

use crate::formats::datings::Told;
use crate::viewer::messages::{LANGUAGES, Messages};
use crate::xml::Element;

/// Nothing but the bundle's own files; no request leaves the disk.
const POLICY: &str = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file:; \
     font-src data:; base-uri 'none'; form-action 'none'";

/// The frame of one page.
pub(crate) struct Page<'a> {
    /// The words that it is written with, Kazakh.
    pub words: &'a Messages,
    /// From the page up to data/: empty, or `../` some times.
    pub top: &'a str,
    /// What the page is: `list`, `article`, `party`, `authorities`, `verify`.
    pub kind: &'static str,
    /// Its title; data.
    pub title: &'a str,
    /// Where the title is a message, its id.
    pub title_id: Option<&'a str>,
}

impl Page<'_> {
    /// The page around its content.
    pub fn around(&self, content: Vec<Element>) -> Element {
        let style = |name: &str| {
            Element::new("link")
                .with("rel", "stylesheet")
                .with("href", format!("{}viewer/{name}", self.top))
        };
        let script = |name: &str| {
            Element::new("script")
                .with("src", format!("{}viewer/{name}", self.top))
                .with("defer", "")
        };
        let scripts: &[&str] = match self.kind {
            "list" => &["page.js", "words.js", "search.js", "list.js", "units.js"],
            _ => &["page.js", "words.js"],
        };
        let title = Element::of(
            "title",
            format!("{} · {}", self.title, self.say("viewer-brand")),
        );
        let head = Element::new("head")
            .child(Element::new("meta").with("charset", "utf-8"))
            .child(
                Element::new("meta")
                    .with("http-equiv", "Content-Security-Policy")
                    .with("content", POLICY),
            )
            .child(
                Element::new("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"),
            )
            .child(
                Element::new("meta")
                    .with("name", "color-scheme")
                    .with("content", "light dark"),
            )
            .child(title)
            .child(style("fonts.css"))
            .child(style("viewer.css"))
            .children(scripts.iter().map(|name| script(name)));
        let body = Element::new("body")
            .with("data-page", self.kind)
            .with("data-top", self.top)
            .with("data-title", self.title_id.unwrap_or_default())
            .child(
                self.label("a", "viewer-skip")
                    .with("class", "skip")
                    .with("href", "#main"),
            )
            .child(self.bar())
            .children(content);
        Element::new("html")
            .with("lang", LANGUAGES[0])
            .child(head)
            .child(body)
    }

    fn bar(&self) -> Element {
        let link = |id: &str, file: &str, kinds: &[&str]| {
            self.label("a", id)
                .with("href", format!("{}{file}", self.top))
                .with_some("aria-current", kinds.contains(&self.kind).then_some("page"))
        };
        let sections = Element::new("nav")
            .with("class", "sections")
            .with("aria-label", self.say("viewer-sections"))
            .with("data-l10n-label", "viewer-sections")
            .child(link("viewer-articles", "index.html", &["list"]))
            .child(link(
                "viewer-authorities",
                "authorities.html",
                &["authorities"],
            ))
            .child(link("viewer-verify", "verify.html", &["verify"]));
        let languages = Element::new("div")
            .with("class", "languages")
            .with("role", "group")
            .with("aria-label", self.say("viewer-language"))
            .with("data-l10n-label", "viewer-language")
            .children(LANGUAGES.into_iter().map(|code| {
                Element::of("button", self.say(&format!("viewer-{code}")))
                    .with("type", "button")
                    .with("lang", code)
                    .with("data-language", code)
                    .with(
                        "aria-pressed",
                        if code == LANGUAGES[0] {
                            "true"
                        } else {
                            "false"
                        },
                    )
            }));
        Element::new("header")
            .with("class", "bar")
            .child(
                self.label("a", "viewer-brand")
                    .with("class", "brand")
                    .with("href", format!("{}index.html", self.top)),
            )
            .child(sections)
            .child(languages)
    }

    /// A message in Kazakh.
    pub fn say(&self, id: &str) -> &str {
        self.words.get(id).map_or("", String::as_str)
    }

    /// An element that holds a message; the page's script puts another language in.
    pub fn label(&self, element: &'static str, id: &str) -> Element {
        Element::of(element, self.say(id)).with("data-l10n", id)
    }

    /// A term and what it is, where it is anything, for a `dl`.
    pub fn term(&self, id: &str, value: Option<&str>) -> Vec<Element> {
        let value = value.map(|value| Element::of("dd", value));
        self.term_of(id, value.into_iter().collect())
    }

    /// A term and a date, which the page's script writes as one does here.
    pub fn date(&self, id: &str, date: Option<&str>) -> Vec<Element> {
        let date = date.map(|date| Element::new("dd").child(dated(date)));
        self.term_of(id, date.into_iter().collect())
    }

    /// A term and what it is.
    pub fn term_of(&self, id: &str, values: Vec<Element>) -> Vec<Element> {
        match values.is_empty() {
            true => Vec::new(),
            false => std::iter::once(self.label("dt", id))
                .chain(values)
                .collect(),
        }
    }
}

/// A date, which the page's script writes in words. Only what HTML knows is an element of time.
pub(crate) fn dated(date: &str) -> Element {
    // a season is written like a month that no calendar has
    let element = match Told::of(date).iso.as_deref() == Some(date) {
        true => Element::of("time", date).with("datetime", date),
        false => Element::of("span", date),
    };
    element.with("data-dating", date)
}

/// What stands in pages under another script than theirs: `lang`, where it is known.
pub(crate) fn language(element: Element, language: &str) -> Element {
    match language {
        "" | "und" => element,
        language => element.with("lang", language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viewer::html;

    #[test]
    fn only_what_html_knows_is_an_element_of_time() {
        let is_time = |date: &str| html::part(&dated(date)).starts_with("<time ");
        for date in ["2026", "2026-02", "2026-02-27"] {
            assert!(is_time(date), "{date}");
        }
        for date in ["2026-21", "199X", "1998~", "1998/1999", "[..1950]"] {
            assert!(!is_time(date), "{date}");
        }
    }
}
