//! What stands in a cell of a list.

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Words.
    Text(String),
    /// A number that one can count with.
    Number(u64),
    /// A date of the catalogue, EDTF, and as people read it.
    Date { edtf: String, words: String },
}

impl Cell {
    /// As it is read by people.
    pub fn words(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Date { words, .. } => words.clone(),
        }
    }
}
