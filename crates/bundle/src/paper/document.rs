//! A document to print and sign, as a tree that a page and a PDF are both made of: they cannot say different things.

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Document {
    /// BCP 47.
    pub language: &'static str,
    /// What it is, on one line.
    pub title: String,
    /// Who made it: the depositor.
    pub author: String,
    /// When it was made, RFC 3339 in UTC; of a transfer, when that began: the only time that its files hold.
    pub made_at: String,
    /// Each page's number and how many there are: a message with `{page}` and `{pages}`.
    pub footer: String,
    /// Whether its sheets lie on their side.
    pub landscape: bool,
    /// What stands in it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// Its title, centred.
    Title(String),
    /// A line below the title, centred.
    Subtitle(String),
    /// A line at the right edge, such as what it is an annex to.
    Annex(String),
    /// A heading over what follows.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Labels with values.
    Fields(Vec<(String, String)>),
    /// A table, whose head stands on each page.
    Table(Table),
    /// Who signs, side by side; never torn apart.
    Signatures(Vec<Signature>),
    /// The title of a text, at the left edge.
    Lead(String),
    /// A picture with what is said of it.
    Picture(Picture),
    /// What follows begins on a new sheet.
    NewSheet,
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Picture {
    /// JPEG.
    pub bytes: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Below it: caption, credit; one a line.
    pub lines: Vec<String>,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<TableRow>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    /// Its heading.
    pub heading: String,
    /// What stands in it.
    pub holds: Holds,
}

/// What a column holds; its width follows from that, and from what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Running text, in as many lines as it takes.
    Words,
    /// Numbers, at its right edge, never broken.
    Numbers,
    /// Codes and dates, never broken.
    Codes,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TableRow {
    /// A heading over the rows that follow.
    Group(String),
    /// A cell for each column.
    Cells(Vec<String>),
    /// The same, of the whole.
    Total(Vec<String>),
}

/// Where somebody signs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Signature {
    /// Such as "handed over by".
    pub heading: String,
    /// For whom, and in which position; one a line.
    pub lines: Vec<String>,
    /// The name after the line; empty where it is not known.
    pub name: String,
    /// What is written under the line.
    pub under: String,
}
