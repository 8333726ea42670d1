//! A list as an Excel workbook: text is always text, whatever it begins with; whole dates are dates, counts numbers.

use muragat_files::TemporaryFile;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::lists::cell::Cell;
use crate::lists::row_writer::{Failure, Heading, RowWriter};

/// The longest text that a cell takes, in characters of UTF-16.
const LONGEST: usize = 32_767;
/// How many rows a sheet takes, with the head.
const ROWS: u32 = 1_048_576;

impl From<XlsxError> for Failure {
    fn from(error: XlsxError) -> Failure {
        match error {
            XlsxError::IoError(error) => Failure::Disk(error),
            other => Failure::Format(other.to_string()),
        }
    }
}

/// Writes a workbook.
pub(crate) struct Sheet {
    workbook: Workbook,
    day: Format,
    head: Vec<String>,
    next: u32,
    /// How many sheets are there; a list too long for one goes on on the next.
    sheets: usize,
    widths: Vec<f64>,
    bold: Format,
}

impl Sheet {
    /// Writes the head.
    pub fn begin(heading: &Heading<'_>) -> Result<Sheet, Failure> {
        let mut workbook = Workbook::new();
        let properties = DocProperties::new()
            .set_title(heading.title)
            .set_comment(heading.scope.join("\n"));
        workbook.set_properties(&properties);
        let columns = heading.columns.iter();
        let mut sheet = Sheet {
            workbook,
            day: Format::new().set_num_format("dd.mm.yyyy"),
            head: columns
                .clone()
                .map(|column| column.heading(heading.messages))
                .collect(),
            next: 0,
            sheets: 0,
            widths: columns.map(|column| column.letters()).collect(),
            bold: Format::new().set_bold().set_text_wrap(),
        };
        sheet.begin_sheet()?;
        Ok(sheet)
    }

    fn begin_sheet(&mut self) -> Result<(), Failure> {
        let bold = self.bold.clone();
        let (head, widths) = (self.head.clone(), self.widths.clone());
        let worksheet = self.workbook.add_worksheet_with_constant_memory()?;
        for ((at, title), width) in (0u16..).zip(&head).zip(&widths) {
            worksheet.set_column_width(at, *width)?;
            worksheet.write_string_with_format(0, at, title, &bold)?;
        }
        worksheet.set_freeze_panes(1, 0)?;
        worksheet.set_landscape();
        worksheet.set_paper_size(9);
        worksheet.set_print_fit_to_pages(1, 0);
        worksheet.set_repeat_rows(0, 0)?;
        (self.next, self.sheets) = (1, self.sheets + 1);
        Ok(())
    }

    fn sheet(&mut self) -> Result<&mut Worksheet, Failure> {
        Ok(self.workbook.worksheet_from_index(self.sheets - 1)?)
    }
}

impl RowWriter for Sheet {
    fn row(&mut self, cells: &[Cell]) -> Result<(), Failure> {
        if self.next == ROWS {
            self.begin_sheet()?;
        }
        let (row, day) = (self.next, self.day.clone());
        let sheet = self.sheet()?;
        for (at, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    sheet.write_string(row, at, fitting(text))?;
                }
                // counts are far below 2^53
                Cell::Number(number) => {
                    sheet.write_number(row, at, *number as f64)?;
                }
                Cell::Date { edtf, words } => match whole_day(edtf) {
                    Some(date) => {
                        sheet.write_datetime_with_format(row, at, &date, &day)?;
                    }
                    None => {
                        sheet.write_string(row, at, words)?;
                    }
                },
            }
        }
        self.next += 1;
        Ok(())
    }

    fn finish(mut self: Box<Self>, file: &mut TemporaryFile) -> Result<(), Failure> {
        let last = self.next.saturating_sub(1);
        let columns = u16::try_from(self.head.len()).unwrap_or(u16::MAX);
        if columns > 0 && last > 0 {
            self.sheet()?.autofilter(0, 0, last, columns - 1)?;
        }
        Ok(self.workbook.save_to_writer(file)?)
    }
}

/// A day of the calendar that Excel knows: none before 1900.
fn whole_day(text: &str) -> Option<ExcelDateTime> {
    let parts: Vec<u16> = text
        .split('-')
        .map_while(|part| part.parse().ok())
        .collect();
    match parts.as_slice() {
        [year, month, day] if text.len() == 10 => {
            ExcelDateTime::from_ymd(*year, u8::try_from(*month).ok()?, u8::try_from(*day).ok()?)
                .ok()
        }
        _ => None,
    }
}

/// As much of a text as a cell takes; that some is missing is seen at its end.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let mut left = LONGEST - 1;
    let mut short: String = text
        .chars()
        .take_while(|c| match left.checked_sub(c.len_utf16()) {
            Some(rest) => {
                left = rest;
                true
            }
            None => false,
        })
        .collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_date_only_where_it_is_whole_and_excel_knows_it() {
        assert!(whole_day("2026-02-27").is_some());
        for text in ["2026-02", "2026", "1869-05-01", "2026-02-30", ""] {
            assert!(whole_day(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_cell_takes_no_more_than_excel_does() {
        let long = "😀".repeat(20_000);
        assert!(fitting(&long).encode_utf16().count() <= LONGEST);
        assert!(fitting(&long).ends_with('…'));
        assert_eq!(fitting("қысқа"), "қысқа");
    }
}
