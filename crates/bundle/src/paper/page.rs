//! A document as a page for any browser, made to be printed.

use crate::paper::document::{Block, Document, Holds, Signature, Table, TableRow};
use crate::viewer::html;
use crate::xml::Element;

/// How it looks. No quotation marks and no `>`: it stands in the tree as text.
const STYLE: &str = include_str!("page.css");

/// Nothing is fetched, nothing runs.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page, UTF-8.
pub(crate) fn page(document: &Document) -> Vec<u8> {
    let main = Element::new("main").children(document.blocks.iter().map(block));
    html::document(
        &Element::new("html")
            .with("lang", document.language)
            .child(head(&document.title, &document.author))
            .child(Element::new("body").child(main)),
    )
}

/// The head of a page that is made to be printed.
pub(crate) fn head(title: &str, author: &str) -> Element {
    let meta = |name, content| {
        Element::new("meta")
            .with("name", name)
            .with("content", content)
    };
    Element::new("head")
        .child(Element::new("meta").with("charset", "utf-8"))
        .child(
            Element::new("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", POLICY),
        )
        .child(meta("viewport", "width=device-width, initial-scale=1"))
        .child(meta("author", author))
        .child(Element::of("title", title))
        .child(Element::of("style", STYLE))
}

fn block(block: &Block) -> Element {
    match block {
        Block::Title(text) => Element::of("h1", text),
        Block::Subtitle(text) => Element::of("p", text).with("class", "subtitle"),
        Block::Annex(text) => Element::of("p", text).with("class", "annex"),
        Block::Heading(text) => Element::of("h2", text),
        Block::Text(text) => Element::of("p", text),
        Block::Fields(fields) => {
            let fields = fields.iter().map(|(label, value)| {
                Element::new("div")
                    .child(Element::of("dt", label))
                    .child(Element::of("dd", value))
            });
            Element::new("dl").children(fields)
        }
        Block::Table(given) => table(given),
        Block::Lead(text) => Element::of("h1", text).with("class", "lead"),
        Block::Picture(picture) => {
            Element::new("figure").children(picture.lines.iter().map(|line| Element::of("p", line)))
        }
        Block::NewSheet => Element::new("hr"),
        Block::Signatures(given) => Element::new("div")
            .with("class", "signatures")
            .children(given.iter().map(signature)),
    }
}

fn table(table: &Table) -> Element {
    let class = |at: usize| match table.columns.get(at).map(|column| column.holds) {
        Some(Holds::Numbers) => Some("number"),
        Some(Holds::Codes) => Some("code"),
        _ => None,
    };
    let head = table.columns.iter().enumerate().map(|(at, column)| {
        Element::of("th", &column.heading)
            .with("scope", "col")
            .with_some("class", class(at))
    });
    let cells = |cells: &[String]| -> Vec<Element> {
        let cells = cells.iter().enumerate();
        cells
            .map(|(at, text)| Element::of("td", text).with_some("class", class(at)))
            .collect()
    };
    let rows = table.rows.iter().map(|row| match row {
        TableRow::Group(text) => Element::new("tr").with("class", "group").child(
            Element::of("th", text)
                .with("scope", "colgroup")
                .with("colspan", table.columns.len().to_string()),
        ),
        TableRow::Cells(texts) => Element::new("tr").children(cells(texts)),
        TableRow::Total(texts) => Element::new("tr")
            .with("class", "total")
            .children(cells(texts)),
    });
    Element::new("table")
        .child(Element::new("thead").child(Element::new("tr").children(head)))
        .child(Element::new("tbody").children(rows))
}

fn signature(signature: &Signature) -> Element {
    let lines = signature.lines.iter().map(|line| Element::of("p", line));
    Element::new("section")
        .child(Element::of("h2", &signature.heading))
        .children(lines)
        .child(
            Element::new("div")
                .with("class", "sign")
                .child(Element::of("span", &signature.under))
                .child(Element::of("b", &signature.name)),
        )
}
