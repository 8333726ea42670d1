//! A document on sheets of A4: where each line of text and each rule stands.

use crate::paper::document::{Block, Document, Holds, Picture, Signature, Table, TableRow};
use crate::paper::font::Fonts;
use crate::paper::widths::{self, CELL_PAD};

/// A4 upright, in points.
pub(crate) const SHEET: (f32, f32) = (595.28, 841.89);
/// Margins in points: a wide one at the left, where the sheets are bound.
const LEFT: f32 = 70.0;
const TOP: f32 = 56.0;

/// The sheet of a document, in points, and what of it is written on.
#[derive(Debug, Clone, Copy)]
struct Frame {
    width: f32,
    height: f32,
}

impl Frame {
    fn of(document: &Document) -> Frame {
        let (width, height) = sheet_size(document);
        Frame { width, height }
    }

    fn right(self) -> f32 {
        self.width - 42.0
    }

    fn bottom(self) -> f32 {
        self.height - 62.0
    }

    /// How wide a line is.
    fn line(self) -> f32 {
        self.right() - LEFT
    }
}

/// How wide and high a document's sheets are, in points.
pub(crate) fn sheet_size(document: &Document) -> (f32, f32) {
    match document.landscape {
        true => (SHEET.1, SHEET.0),
        false => SHEET,
    }
}
/// From line to line, in sizes of the font.
const LEADING: f32 = 1.36;
/// From the top of a line to where its letters stand, in sizes of the font.
const ASCENT: f32 = 1.02;
/// Of a picture, at most, in points.
const PICTURE_HEIGHT: f32 = 195.0;

const TITLE: f32 = 14.0;
const LEAD: f32 = 13.0;
const TEXT: f32 = 10.5;
const CELL: f32 = 9.0;
const SMALL: f32 = 8.0;

/// Something on a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SheetMark {
    /// A line of text; `y` is where its letters stand.
    Text {
        x: f32,
        y: f32,
        size: f32,
        bold: bool,
        text: String,
    },
    /// A rule from one point to another.
    Rule { from: (f32, f32), to: (f32, f32) },
    /// A picture, by its place among the document's.
    Picture {
        at: (f32, f32),
        size: (f32, f32),
        picture: usize,
    },
}

/// A sheet.
pub(crate) type Sheet = Vec<SheetMark>;

#[derive(Clone, Copy)]
enum Align {
    Left,
    Centre,
    Right,
}

/// Lays a document out; each sheet with its number.
pub(crate) fn sheets(document: &Document, fonts: &Fonts) -> Vec<Sheet> {
    let mut press = Press {
        fonts,
        frame: Frame::of(document),
        sheets: vec![Vec::new()],
        pictures: 0,
        y: TOP,
    };
    for block in &document.blocks {
        press.block(block);
    }
    let total = press.sheets.len();
    let frame = press.frame;
    for (at, sheet) in press.sheets.iter_mut().enumerate() {
        let text = document
            .footer
            .replace("{page}", &(at + 1).to_string())
            .replace("{pages}", &total.to_string());
        let width = fonts.regular.width(&fonts.regular.writable(&text), SMALL);
        sheet.push(SheetMark::Text {
            x: LEFT + (frame.line() - width) / 2.0,
            y: frame.height - 34.0,
            size: SMALL,
            bold: false,
            text: fonts.regular.writable(&text),
        });
    }
    press.sheets
}

struct Press<'a> {
    fonts: &'a Fonts,
    frame: Frame,
    sheets: Vec<Sheet>,
    /// How many of the document's pictures are drawn.
    pictures: usize,
    y: f32,
}

/// A table's row ready to be drawn: the lines of each cell.
struct Ready {
    cells: Vec<Vec<String>>,
    bold: bool,
    /// Whether it is one cell over the whole width.
    whole: bool,
}

/// The columns of a table, from left to right.
struct Columns<'a> {
    /// In points.
    widths: &'a [f32],
    /// Whether each holds numbers.
    numbers: Vec<bool>,
}

impl Press<'_> {
    fn turn(&mut self) {
        self.sheets.push(Vec::new());
        self.y = TOP;
    }

    /// Turns to a new sheet where this one has not so much room left.
    fn room(&mut self, height: f32) {
        if self.y + height > self.frame.bottom() && self.y > TOP {
            self.turn();
        }
    }

    fn draw(&mut self, mark: SheetMark) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.push(mark);
        }
    }

    fn rule(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.draw(SheetMark::Rule { from, to });
    }

    /// A line of writable text in a box; its top is at `y`.
    fn line(
        &mut self,
        (x, y, width): (f32, f32, f32),
        size: f32,
        bold: bool,
        align: Align,
        text: &str,
    ) {
        let own = self.fonts.weight(bold).width(text, size);
        let x = match align {
            Align::Left => x,
            Align::Centre => x + (width - own) / 2.0,
            Align::Right => x + width - own,
        };
        self.draw(SheetMark::Text {
            x,
            y: y + size * ASCENT,
            size,
            bold,
            text: text.to_owned(),
        });
    }

    fn paragraph(&mut self, text: &str, size: f32, bold: bool, align: Align, after: f32) {
        for line in self.fonts.weight(bold).lines(text, size, self.frame.line()) {
            self.room(size * LEADING);
            self.line((LEFT, self.y, self.frame.line()), size, bold, align, &line);
            self.y += size * LEADING;
        }
        self.y += after;
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(text) => self.paragraph(text, TITLE, true, Align::Centre, 4.0),
            Block::Subtitle(text) => self.paragraph(text, TEXT, false, Align::Centre, 14.0),
            Block::Annex(text) => self.paragraph(text, CELL, false, Align::Right, 12.0),
            Block::Heading(text) => {
                self.y += 6.0;
                // not alone at the foot of a sheet
                self.room(TEXT * LEADING * 4.0);
                self.paragraph(text, TEXT, true, Align::Left, 3.0);
            }
            Block::Text(text) => self.paragraph(text, TEXT, false, Align::Left, 8.0),
            Block::Fields(fields) => self.fields(fields),
            Block::Table(table) => self.table(table),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::Lead(text) => self.paragraph(text, LEAD, true, Align::Left, 8.0),
            Block::Picture(picture) => self.picture(picture),
            Block::NewSheet => {
                if self.y > TOP {
                    self.turn();
                }
            }
        }
    }

    /// A picture with its lines below it, all on one sheet.
    fn picture(&mut self, picture: &Picture) {
        let (width, height) = (picture.width as f32, picture.height as f32);
        let fitting = (self.frame.line() / width).min(PICTURE_HEIGHT / height);
        // what is small stays small: 150 dots an inch at least
        let scale = fitting.min(72.0 / 150.0);
        let size = (width * scale, height * scale);
        let lines = picture.lines.iter();
        let lines: Vec<String> = lines
            .flat_map(|line| self.fonts.regular.lines(line, CELL, self.frame.line()))
            .collect();
        let step = CELL * LEADING;
        self.room(size.1 + 4.0 + lines.len() as f32 * step);
        let at = (LEFT, self.y);
        self.draw(SheetMark::Picture {
            at,
            size,
            picture: self.pictures,
        });
        self.pictures += 1;
        self.y += size.1 + 4.0;
        for line in &lines {
            self.room(step);
            self.line(
                (LEFT, self.y, self.frame.line()),
                CELL,
                false,
                Align::Left,
                line,
            );
            self.y += step;
        }
        self.y += 12.0;
    }

    fn fields(&mut self, fields: &[(String, String)]) {
        let label_width = self.frame.line() * 0.31;
        let value_width = self.frame.line() - label_width - 8.0;
        for (label, value) in fields {
            let labels = self.fonts.regular.lines(label, CELL, label_width);
            let values = self.fonts.regular.lines(value, TEXT, value_width);
            for at in 0..labels.len().max(values.len()) {
                self.room(TEXT * LEADING);
                // both stand on one line, though their sizes differ
                if let Some(label) = labels.get(at) {
                    let y = self.y + (TEXT - CELL) * ASCENT;
                    self.line((LEFT, y, label_width), CELL, false, Align::Left, label);
                }
                if let Some(value) = values.get(at) {
                    let x = LEFT + label_width + 8.0;
                    self.line((x, self.y, value_width), TEXT, false, Align::Left, value);
                }
                self.y += TEXT * LEADING;
            }
            self.y += 2.0;
        }
        self.y += 8.0;
    }

    fn table(&mut self, table: &Table) {
        let widths = widths::of(table, self.fonts, CELL, self.frame.line());
        let columns = &Columns {
            widths: &widths,
            numbers: table
                .columns
                .iter()
                .map(|column| column.holds == Holds::Numbers)
                .collect(),
        };
        let head: Vec<String> = table
            .columns
            .iter()
            .map(|column| column.heading.clone())
            .collect();
        let head = self.ready(columns, &head, true);
        let row_height = CELL * LEADING + 2.0 * CELL_PAD;
        self.room(height(&head) + 2.0 * row_height);
        self.row(columns, &head, None);
        for row in &table.rows {
            let (ready, keep) = match row {
                TableRow::Group(text) => {
                    let lines =
                        self.fonts
                            .bold
                            .lines(text, CELL, self.frame.line() - 2.0 * CELL_PAD);
                    let ready = Ready {
                        cells: vec![lines],
                        bold: true,
                        whole: true,
                    };
                    // a heading stands with the first row below it
                    (ready, row_height * 2.0)
                }
                TableRow::Cells(texts) => (self.ready(columns, texts, false), 0.0),
                TableRow::Total(texts) => (self.ready(columns, texts, true), 0.0),
            };
            let wanted = height(&ready) + keep;
            let sheet = self.frame.bottom() - TOP - height(&head);
            if self.y + wanted > self.frame.bottom() && wanted <= sheet {
                self.turn();
                self.row(columns, &head, None);
            }
            self.row(columns, &ready, Some(&head));
        }
        self.y += 10.0;
    }

    fn ready(&self, columns: &Columns<'_>, texts: &[String], bold: bool) -> Ready {
        let cells = columns.widths.iter().zip(texts).map(|(width, text)| {
            self.fonts
                .weight(bold)
                .lines(text, CELL, width - 2.0 * CELL_PAD)
        });
        Ready {
            cells: cells.collect(),
            bold,
            whole: false,
        }
    }

    /// Draws a row with its rules. One that is longer than a sheet goes on on the next, below the head.
    fn row(&mut self, columns: &Columns<'_>, ready: &Ready, head: Option<&Ready>) {
        let step = CELL * LEADING;
        let count = ready.cells.iter().map(Vec::len).max().unwrap_or(0);
        let mut first = 0;
        while first < count {
            let fits = ((self.frame.bottom() - self.y - 2.0 * CELL_PAD) / step)
                .floor()
                .max(0.0) as usize;
            let fits = match head {
                // where nothing fits below a head there is nothing to be gained by turning
                None => count,
                Some(_) => fits.min(count - first),
            };
            if fits == 0 {
                self.turn();
                if let Some(head) = head {
                    self.row(columns, head, None);
                }
                continue;
            }
            let (top, bottom) = (self.y, self.y + fits as f32 * step + 2.0 * CELL_PAD);
            let mut x = LEFT;
            for (at, cell) in ready.cells.iter().enumerate() {
                let width = match (ready.whole, columns.widths.get(at)) {
                    (false, Some(width)) => *width,
                    _ => self.frame.line(),
                };
                let numbers = !ready.whole && columns.numbers.get(at) == Some(&true);
                let align = match numbers {
                    true => Align::Right,
                    false => Align::Left,
                };
                for (line, text) in cell.iter().skip(first).take(fits).enumerate() {
                    let y = top + CELL_PAD + line as f32 * step;
                    self.line(
                        (x + CELL_PAD, y, width - 2.0 * CELL_PAD),
                        CELL,
                        ready.bold,
                        align,
                        text,
                    );
                }
                self.rule((x, top), (x, bottom));
                x += width;
            }
            self.rule((self.frame.right(), top), (self.frame.right(), bottom));
            self.rule((LEFT, top), (self.frame.right(), top));
            self.rule((LEFT, bottom), (self.frame.right(), bottom));
            self.y = bottom;
            first += fits;
        }
    }

    fn signatures(&mut self, signatures: &[Signature]) {
        let gap = 24.0;
        let width = (self.frame.line() - gap) / 2.0;
        let blocks: Vec<Vec<String>> = signatures
            .iter()
            .map(|signature| {
                let lines = signature.lines.iter();
                let lines = lines.flat_map(|line| self.fonts.regular.lines(line, TEXT, width));
                lines.collect()
            })
            .collect();
        let names: Vec<Vec<String>> = signatures
            .iter()
            .map(|signature| {
                self.fonts
                    .regular
                    .lines(&signature.name, TEXT, width * 0.55)
            })
            .collect();
        let tallest = blocks.iter().map(Vec::len).max().unwrap_or(0);
        let longest = names.iter().map(Vec::len).max().unwrap_or(0);
        let step = TEXT * LEADING;
        let signs = (tallest + 1) as f32 * step + 40.0;
        self.y += 10.0;
        self.room(signs + longest as f32 * step + 16.0);
        let top = self.y;
        for (at, ((signature, lines), name)) in
            signatures.iter().zip(&blocks).zip(&names).enumerate()
        {
            let x = LEFT + at as f32 * (width + gap);
            let heading = self.fonts.bold.writable(&signature.heading);
            self.line((x, top, width), TEXT, true, Align::Left, &heading);
            for (line, text) in lines.iter().enumerate() {
                let y = top + (line + 1) as f32 * step;
                self.line((x, y, width), TEXT, false, Align::Left, text);
            }
            let sign = top + signs;
            let end = x + width * 0.42;
            self.rule((x, sign), (end, sign));
            let under = self.fonts.regular.writable(&signature.under);
            self.line(
                (x, sign + 1.0, end - x),
                SMALL,
                false,
                Align::Centre,
                &under,
            );
            if signature.name.is_empty() {
                // room to write it by hand
                self.rule((end + 12.0, sign), (x + width, sign));
            }
            for (line, text) in name.iter().enumerate() {
                let y = sign - TEXT * ASCENT + line as f32 * step;
                self.line((end + 5.0, y, width * 0.55), TEXT, false, Align::Left, text);
            }
        }
        self.y = top + signs + longest as f32 * step + 16.0;
    }
}

fn height(ready: &Ready) -> f32 {
    let lines = ready.cells.iter().map(Vec::len).max().unwrap_or(0);
    lines as f32 * CELL * LEADING + 2.0 * CELL_PAD
}
