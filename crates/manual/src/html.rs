//! The manual as pages for a browser: each is whole by itself but for its pictures, and fetches nothing.

use std::fmt::Write;

use crate::named::Named;
use crate::page::{Block, Inline, Page};
use crate::sources::pages;

/// A page for a browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlPage {
    /// Its file's name.
    pub file: String,
    /// What is in the file, in UTF-8.
    pub html: String,
}

const STYLE: &str = include_str!("page.css");

/// All pages of a language; the first is `index.html`. A picture of a view is shown where `picture_of` knows its file.
#[must_use]
pub fn html_pages(language: &str, picture_of: &dyn Fn(&str) -> Option<String>) -> Vec<HtmlPage> {
    let all = pages(language);
    let contents = Named::new(language)
        .control("manual-contents")
        .unwrap_or_default();
    all.iter()
        .map(|page| HtmlPage {
            file: file_of(&page.name, all),
            html: write_page(language, page, all, &contents, picture_of),
        })
        .collect()
}

fn file_of(name: &str, all: &[Page]) -> String {
    if all.first().is_some_and(|first| first.name == name) {
        "index.html".to_owned()
    } else {
        format!("{name}.html")
    }
}

fn write_page(
    language: &str,
    page: &Page,
    all: &[Page],
    contents: &str,
    picture_of: &dyn Fn(&str) -> Option<String>,
) -> String {
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<nav aria-label=\"{contents}\">\n<ol>\n",
        title = escape(&page.title),
        contents = escape(contents),
    );
    for other in all {
        let here = if other.name == page.name {
            " aria-current=\"page\""
        } else {
            ""
        };
        let (file, title) = (file_of(&other.name, all), escape(&other.title));
        // Writing into a string cannot fail.
        let _ = writeln!(html, "<li><a href=\"{file}\"{here}>{title}</a></li>");
    }
    let _ = writeln!(
        html,
        "</ol>\n</nav>\n<main>\n<h1>{}</h1>",
        escape(&page.title)
    );
    for block in &page.blocks {
        write_block(&mut html, block, all, picture_of);
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn write_block(
    html: &mut String,
    block: &Block,
    all: &[Page],
    picture_of: &dyn Fn(&str) -> Option<String>,
) {
    let line = |text: &[Inline]| -> String {
        text.iter()
            .map(|inline| write_inline(inline, all))
            .collect()
    };
    let items = |items: &[Vec<Inline>]| -> String {
        items
            .iter()
            .map(|item| format!("<li>{}</li>\n", line(item)))
            .collect()
    };
    let cells = |cells: &[Vec<Inline>], of: &str| -> String {
        let cells: String = cells
            .iter()
            .map(|cell| format!("<{of}>{}</{of}>", line(cell)))
            .collect();
        format!("<tr>{cells}</tr>\n")
    };
    match block {
        Block::Heading { text } => html.push_str(&format!("<h2>{}</h2>\n", line(text))),
        Block::Paragraph { text } => html.push_str(&format!("<p>{}</p>\n", line(text))),
        Block::Steps { items: steps } => html.push_str(&format!("<ol>\n{}</ol>\n", items(steps))),
        Block::Points { items: points } => {
            html.push_str(&format!("<ul>\n{}</ul>\n", items(points)));
        }
        Block::Table { head, rows } => {
            let rows: String = rows.iter().map(|row| cells(row, "td")).collect();
            html.push_str(&format!("<table>\n{}{rows}</table>\n", cells(head, "th")));
        }
        Block::Picture { view, text } => {
            if let Some(file) = picture_of(view) {
                let (file, text) = (escape(&file), escape(text));
                html.push_str(&format!(
                    "<figure><img src=\"{file}\" alt=\"{text}\"></figure>\n"
                ));
            }
        }
    }
}

fn write_inline(inline: &Inline, all: &[Page]) -> String {
    match inline {
        Inline::Text { text } => escape(text),
        Inline::Strong { text } => format!("<strong>{}</strong>", escape(text)),
        Inline::Code { text } => format!("<code>{}</code>", escape(text)),
        Inline::Control { text } => format!("<b>{}</b>", escape(text)),
        Inline::Action { text, keys, .. } if keys.is_empty() => format!("<b>{}</b>", escape(text)),
        Inline::Action { text, keys, .. } => {
            format!("<b>{}</b> ({})", escape(text), write_keys(keys))
        }
        Inline::ActionKey { keys, .. } | Inline::Press { keys } => write_keys(keys),
        Inline::Page { page, text } => {
            format!("<a href=\"{}\">{}</a>", file_of(page, all), escape(text))
        }
    }
}

fn write_keys(keys: &str) -> String {
    let caps: Vec<String> = keys
        .split('+')
        .map(|cap| format!("<kbd>{}</kbd>", escape(cap)))
        .collect();
    caps.join("+")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::{LANGUAGES, PAGES};

    #[test]
    fn every_page_is_written_and_every_link_leads_to_one() {
        for language in LANGUAGES {
            let written = html_pages(language, &|view| Some(format!("{view}.png")));
            assert_eq!(written.len(), PAGES.len());
            for page in &written {
                for link in page.html.split("href=\"").skip(1) {
                    let file = link.split('"').next().unwrap_or_default();
                    assert!(
                        written.iter().any(|other| other.file == file),
                        "{}: {file}",
                        page.file
                    );
                }
                assert!(
                    !page.html.contains("<script") && !page.html.contains("://"),
                    "{}",
                    page.file
                );
            }
        }
    }

    #[test]
    fn what_stands_in_a_text_stays_text() {
        let text = Inline::Text {
            text: "<b>\"&".to_owned(),
        };
        assert_eq!(write_inline(&text, &[]), "&lt;b&gt;&quot;&amp;");
    }
}
