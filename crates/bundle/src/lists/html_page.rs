//! A list as a page for any browser: nothing is fetched, nothing runs.

use std::fs::File;
use std::io::{BufWriter, Write};

use muragat_files::TemporaryFile;

use crate::lists::cell::Cell;
use crate::lists::row_writer::{Failure, Heading, RowWriter};
use crate::paper::document::Holds;
use crate::paper::page;
use crate::viewer::html;
use crate::xml::Element;

/// Writes a page. What data says goes through the tree, row by row, where it can only be text.
pub(crate) struct HtmlPage {
    out: BufWriter<File>,
    classes: Vec<Option<&'static str>>,
}

impl HtmlPage {
    /// Writes all that stands over the first row.
    pub fn begin(heading: &Heading<'_>, file: &TemporaryFile) -> Result<HtmlPage, Failure> {
        let mut out = BufWriter::new(file.as_file().try_clone()?);
        let classes = heading.columns.iter().map(|column| match column.holds() {
            Holds::Numbers => Some("number"),
            Holds::Codes => Some("code"),
            Holds::Words => None,
        });
        let classes: Vec<_> = classes.collect();
        let lines = crate::lists::paper_list::told(heading);
        let head = heading.columns.iter().zip(&classes);
        let head = head.map(|(column, class)| {
            Element::of("th", column.heading(heading.messages))
                .with("scope", "col")
                .with_some("class", *class)
        });
        let language = heading.messages.language;
        write!(out, "<!doctype html>\n<html lang=\"{language}\">\n")?;
        out.write_all(html::part(&page::head(heading.title, "")).as_bytes())?;
        out.write_all(b"\n<body class=\"list\">\n<main>\n")?;
        let title = Element::of("h1", heading.title);
        for element in std::iter::once(title).chain(
            lines
                .iter()
                .map(|line| Element::of("p", line).with("class", "subtitle")),
        ) {
            writeln!(out, "{}", html::part(&element))?;
        }
        let head = html::part(&Element::new("tr").children(head));
        write!(out, "<table>\n<thead>{head}</thead>\n<tbody>\n")?;
        Ok(HtmlPage { out, classes })
    }
}

impl RowWriter for HtmlPage {
    fn row(&mut self, cells: &[Cell]) -> Result<(), Failure> {
        let cells = cells.iter().zip(&self.classes);
        let cells =
            cells.map(|(cell, class)| Element::of("td", cell.words()).with_some("class", *class));
        let row = html::part(&Element::new("tr").children(cells));
        Ok(writeln!(self.out, "{row}")?)
    }

    fn finish(mut self: Box<Self>, _: &mut TemporaryFile) -> Result<(), Failure> {
        self.out
            .write_all(b"</tbody>\n</table>\n</main>\n</body>\n</html>\n")?;
        Ok(self.out.flush()?)
    }
}
