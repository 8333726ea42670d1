//! A presentation while it is read.

use std::collections::HashMap;

use crate::budget::Budget;
use crate::document::{Document, LeftOutKind};
use crate::formats::ooxml::{Package, Part};
use crate::piece::Piece;
use crate::refusal::Refusal;
use crate::xml::{Element, Tree, decode};

/// A presentation while it is read.
pub(super) struct Show<'p, 'b> {
    pub package: Package<'p>,
    pub budget: &'b mut Budget,
    pub document: Document,
    pub part: Part,
    /// Pictures that were read, by their parts.
    pub places: HashMap<String, usize>,
    pub pieces: Vec<Piece>,
}

impl Show<'_, '_> {
    /// Reads another part with its own relations by a given way.
    pub fn with_part<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Self, Element) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        let Some(bytes) = self.package.read_part(name, self.budget)? else {
            return Ok(None);
        };
        let part = self.package.read_relations(name, self.budget)?;
        let source = decode(&bytes);
        let tree = Tree::read(&source, is_looks, self.budget)?;
        self.package.damaged |= tree.broken;
        let Some(root) = tree.root() else {
            return Ok(None);
        };
        let outer = std::mem::replace(&mut self.part, part);
        let outcome = read(self, root);
        self.part = outer;
        outcome.map(Some)
    }

    /// Notes what is left out of the text, if it has words.
    pub fn leave_out(&mut self, kind: LeftOutKind, words: &str) {
        let named = matches!(kind, LeftOutKind::Object | LeftOutKind::MissingPicture);
        if (named || !words.trim().is_empty()) && self.document.left_out.len() < 20_000 {
            self.document.leave_out(kind, words);
        }
    }
}

/// Elements that say how things look.
fn is_looks(name: &str) -> bool {
    matches!(
        name,
        "lang"
            | "latin"
            | "cs"
            | "ea"
            | "solidFill"
            | "ln"
            | "effectLst"
            | "prstGeom"
            | "custGeom"
            | "timing"
            | "transition"
            | "lstStyle"
            | "tblPr"
            | "tcPr"
            | "scene3d"
            | "style"
    )
}
