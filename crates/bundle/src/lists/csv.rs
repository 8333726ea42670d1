//! A list as CSV, as a spreadsheet opens it at a double click.
//!
//! With a byte order mark, else Excel takes UTF-8 for the system's old encoding. With semicolons: Excel parts cells by
//! the list separator of Windows, and that is `;` wherever numbers have a decimal comma, in Kazakh and Russian both.
//! LibreOffice takes either.

use std::fs::File;
use std::io::{BufWriter, Write};

use muragat_files::TemporaryFile;

use crate::lists::cell::Cell;
use crate::lists::row_writer::{Failure, Heading, RowWriter};

/// Writes CSV.
pub(crate) struct Csv {
    out: BufWriter<File>,
}

impl Csv {
    /// Writes the head.
    pub fn begin(heading: &Heading<'_>, file: &TemporaryFile) -> Result<Csv, Failure> {
        let mut csv = Csv {
            out: BufWriter::new(file.as_file().try_clone()?),
        };
        csv.out.write_all("\u{feff}".as_bytes())?;
        let head = heading
            .columns
            .iter()
            .map(|column| column.heading(heading.messages));
        csv.line(head)?;
        Ok(csv)
    }

    fn line(&mut self, cells: impl Iterator<Item = String>) -> Result<(), Failure> {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                self.out.write_all(b";")?;
            }
            self.out.write_all(quoted(&cell).as_bytes())?;
        }
        self.out.write_all(b"\r\n")?;
        Ok(())
    }
}

impl RowWriter for Csv {
    fn row(&mut self, cells: &[Cell]) -> Result<(), Failure> {
        self.line(cells.iter().map(|cell| match cell {
            Cell::Text(text) => harmless(text),
            other => other.words(),
        }))
    }

    fn finish(mut self: Box<Self>, _: &mut TemporaryFile) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }
}

/// A text that no spreadsheet takes for a formula: where it would, an apostrophe stands before it.
fn harmless(text: &str) -> String {
    let first = text
        .trim_start_matches([' ', '\u{a0}', '\u{feff}'])
        .chars()
        .next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            format!("'{text}")
        }
        _ => text.to_owned(),
    }
}

/// A field as RFC 4180 has it: in quotation marks where it must be.
fn quoted(text: &str) -> String {
    match text.contains(['"', ';', ',', '\t', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_formula_runs_and_no_cell_breaks_out() {
        for formula in [
            "=1+1",
            "+7 727",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "  =HYPERLINK(\"x\")",
        ] {
            assert!(harmless(formula).starts_with('\''), "{formula:?}");
        }
        for plain in ["Алматы", "5-қаулы", "a=b", ""] {
            assert_eq!(harmless(plain), plain);
        }
        assert_eq!(quoted("а;б \"в\""), "\"а;б \"\"в\"\"\"");
        assert_eq!(quoted("екі\nжол"), "\"екі\nжол\"");
        assert_eq!(quoted("бір жол"), "бір жол");
    }
}
