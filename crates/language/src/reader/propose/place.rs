//! A place that a selection names.

use super::proposal::{Proposal, Selected};
use crate::keys::party_key::party_key;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::read_text::ReadText;
use crate::release::Span;

impl ReadText {
    pub(super) fn propose_place(&self, selected: &Selected) -> Proposal {
        let named = &self.reading_seen().places;
        let meant = self.meant(selected, named.iter().map(|one| one.mentions.as_slice()));
        if let Some((number, span, (first, last))) = meant
            && !selected.goes_beyond(&self.lexed, first, last)
            && let Some(one) = named.get(number)
        {
            return Proposal::of_name(span.clone(), one.name.clone(), one.name.clone(), true);
        }
        let form = name_of(&self.lexed, selected.first, selected.last);
        let key = party_key(&form);
        let name = named
            .iter()
            .find(|one| party_key(&one.name) == key)
            .map_or_else(|| form.clone(), |one| one.name.clone());
        Proposal::of_name(self.span_of(selected), name, form, false)
    }
}

impl Proposal {
    /// Of an organisation or a place, beside whose name nothing is printed.
    pub(super) fn of_name(span: Span, name: String, form: String, found: bool) -> Proposal {
        Proposal {
            span,
            name,
            form,
            positions: Vec::new(),
            organisation: None,
            roles: Vec::new(),
            found,
        }
    }
}

/// The name that these tokens make in the nominative.
pub(super) fn name_of(lexed: &Lexed, first: usize, last: usize) -> String {
    let language = languages::at(lexed, first);
    let found = language
        .place_at(lexed, first)
        .filter(|one| one.last == last);
    found.map_or_else(|| language.place_name(lexed, first, last), |one| one.name)
}
