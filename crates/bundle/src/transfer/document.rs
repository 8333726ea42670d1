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
    /// When the transfer began, RFC 3339 in UTC: the only time that its files hold.
    pub made_at: String,
    /// Each page's number and how many there are: a message with `{page}` and `{pages}`.
    pub footer: String,
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
    /// Its part of the table's width; all come to 1.
    pub share: f32,
    /// Whether it holds numbers, which stand at its right edge.
    pub numbers: bool,
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
