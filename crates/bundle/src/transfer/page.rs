//! A document as a page for any browser, made to be printed.

use crate::transfer::document::{Block, Document, Signature, Table, TableRow};
use crate::viewer::html;
use crate::xml::Element;

/// How it looks. No quotation marks and no `>`: it stands in the tree as text.
const STYLE: &str = include_str!("page.css");

/// Nothing is fetched, nothing runs.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page, UTF-8.
pub(crate) fn page(document: &Document) -> Vec<u8> {
    let meta = |name, content| {
        Element::new("meta")
            .with("name", name)
            .with("content", content)
    };
    let head = Element::new("head")
        .child(Element::new("meta").with("charset", "utf-8"))
        .child(
            Element::new("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", POLICY),
        )
        .child(meta("viewport", "width=device-width, initial-scale=1"))
        .child(meta("author", document.author.as_str()))
        .child(Element::of("title", &document.title))
        .child(Element::of("style", STYLE));
    let main = Element::new("main").children(document.blocks.iter().map(block));
    html::document(
        &Element::new("html")
            .with("lang", document.language)
            .child(head)
            .child(Element::new("body").child(main)),
    )
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
        Block::Signatures(given) => Element::new("div")
            .with("class", "signatures")
            .children(given.iter().map(signature)),
    }
}

fn table(table: &Table) -> Element {
    let class = |at: usize| {
        let numbers = table.columns.get(at).is_some_and(|column| column.numbers);
        numbers.then_some("number")
    };
    let head = table.columns.iter().enumerate().map(|(at, column)| {
        Element::of("th", &column.heading)
            .with("scope", "col")
            .with_some("class", class(at))
            .with(
                "style",
                format!("width: {}%", (column.share * 100.0).round()),
            )
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
