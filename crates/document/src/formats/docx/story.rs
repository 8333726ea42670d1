//! What is known while a document of Word is read.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::numbering::{Numberings, Progress};
use super::styles::Styles;
use crate::budget::Budget;
use crate::document::{Document, LeftOutKind};
use crate::format::Format;
use crate::formats::ooxml::{Package, Part};
use crate::piece::Piece;
use crate::refusal::Refusal;

/// Where a note stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum NoteKind {
    Foot,
    End,
}

/// What becomes of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Fate {
    /// They are text.
    #[default]
    Kept,
    /// A tracked change deletes them.
    Deleted,
    /// A tracked change moves them: they are text elsewhere.
    Moved,
}

/// What is handed down from an element to those within it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Flow {
    pub fate: Fate,
    /// Whether the style of the paragraph hides its words.
    pub hidden: bool,
    /// Whether it stands in a cell, where a number may be all that there is.
    pub in_cell: bool,
}

/// The open fields.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// Of each, whether it is still at its instruction.
    open: Vec<bool>,
    /// How many are.
    instructions: usize,
}

impl Fields {
    /// A field begins.
    pub fn begin(&mut self) {
        self.open.push(true);
        self.instructions += 1;
    }

    /// The innermost field comes to its result.
    pub fn separate(&mut self) {
        if let Some(instruction) = self.open.last_mut()
            && std::mem::replace(instruction, false)
        {
            self.instructions -= 1;
        }
    }

    /// The innermost field ends.
    pub fn end(&mut self) {
        if self.open.pop() == Some(true) {
            self.instructions -= 1;
        }
    }

    /// Whether what stands here is part of an instruction.
    pub fn are_at_instruction(&self) -> bool {
        self.instructions > 0
    }
}

/// Reads a document of any format.
pub(crate) type ReadChunk = fn(Format, &[u8], &mut Budget) -> Result<Document, Refusal>;

/// A document while it is read.
pub(super) struct Story<'p, 'b> {
    /// None where all is in one XML.
    pub package: Option<Package<'p>>,
    pub budget: &'b mut Budget,
    pub styles: Styles,
    pub numberings: Numberings,
    /// How far they have come.
    pub progress: Progress,
    pub document: Document,
    /// The part that is being read.
    pub part: Part,
    /// Pictures that were read, by their parts.
    pub places: HashMap<String, usize>,
    pub notes: Vec<(NoteKind, String)>,
    pub known_notes: HashSet<(NoteKind, String)>,
    pub fields: Fields,
    /// Whether fields in this part do not end where they should, so that nothing is dropped for them.
    pub lenient: bool,
    /// Whether what is read is no text: pictures and changes in it do not count.
    pub quiet: bool,
    /// Reads what stands in this document as a document of another format.
    pub read_chunk: ReadChunk,
    /// The font of the paragraph's style.
    pub font: Option<Rc<str>>,
    /// Words of a paragraph whose end a tracked change deletes: the next one continues them.
    pub pending: String,
}

/// A paragraph while it is read.
#[derive(Default)]
pub(super) struct Line {
    pub text: String,
    pub before: Vec<Piece>,
    pub after: Vec<Piece>,
    pub hidden: String,
    pub deleted: String,
}

impl Line {
    /// Puts what is anchored in a paragraph before its words or after them: never between.
    pub fn put(&mut self, piece: Piece) {
        match self.text.trim().is_empty() {
            true => self.before.push(piece),
            false => self.after.push(piece),
        }
    }

    /// What was put where the next piece goes.
    pub fn list_put(&self) -> &[Piece] {
        match self.text.trim().is_empty() {
            true => &self.before,
            false => &self.after,
        }
    }
}

impl Story<'_, '_> {
    /// Notes what is left out of the text, if it has words.
    pub fn leave_out(&mut self, kind: LeftOutKind, words: &str) {
        let named = matches!(kind, LeftOutKind::Object | LeftOutKind::MissingPicture);
        if !self.quiet
            && (named || !words.trim().is_empty())
            && self.document.left_out.len() < 20_000
        {
            self.document.leave_out(kind, words);
        }
    }
}

/// A part that points to nothing.
pub(super) fn no_part() -> Part {
    Part {
        relations: Rc::new(HashMap::new()),
    }
}
