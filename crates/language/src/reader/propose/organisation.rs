//! An organisation that a selection names.

use super::proposal::{Proposal, Selected};
use crate::cases::kazakh::is_bare_case;
use crate::keys::party_key::party_key;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::lexicon::Lexicon;
use crate::reader::marks::closes;
use crate::reader::organisations::finder as organisations;
use crate::reader::read_text::ReadText;

impl ReadText {
    pub(super) fn propose_organisation(&self, selected: &Selected, lexicon: &Lexicon) -> Proposal {
        let named = &self.reading_seen().organisations;
        let meant = self.meant(selected, named.iter().map(|one| one.mentions.as_slice()));
        if let Some((number, span, (first, last))) = meant
            && !is_corrected(&self.lexed, selected, first, last)
            && let Some(one) = named.get(number)
        {
            let form = self
                .understood
                .organisations
                .iter()
                .find(|found| (found.first, found.last) == (first, last))
                .map_or_else(|| one.name.clone(), |found| found.name.clone());
            return Proposal::of_name(span.clone(), one.name.clone(), form, true);
        }
        let form = self.organisation_form(selected, lexicon);
        let key = party_key(&form);
        let same = |name: &String| party_key(name) == key;
        let name = named
            .iter()
            .find(|one| same(&one.name) || one.variants.iter().any(same))
            .map_or_else(|| form.clone(), |one| one.name.clone());
        Proposal::of_name(self.span_of(selected), name, form, false)
    }

    /// The selection's name in the nominative: as the reader's own grammar takes it where just these words are one
    /// of its phrases.
    fn organisation_form(&self, selected: &Selected, lexicon: &Lexicon) -> String {
        let (first, last) = (selected.first, selected.last);
        let people: Vec<(usize, usize)> = Vec::new();
        let own = (first..=last)
            .filter_map(|at| organisations::organisation_at(&self.lexed, at, &people))
            .find(|found| (found.first, found.last) == (first, last));
        match own {
            Some(found) => found.name,
            None => name_of(&self.lexed, first, last, lexicon),
        }
    }
}

/// Whether a hand selected a name of its own inside or around the one that the reader found: one of more words, a whole
/// phrase with a noun of bodies, or one with its quotation marks.
fn is_corrected(lexed: &Lexed, selected: &Selected, first: usize, last: usize) -> bool {
    let range = selected.first..=selected.last;
    let is_quote = |at: usize| lexed.tokens[at].sort == Sort::Quote;
    let (opens, shuts) = (is_quote(selected.first), is_quote(selected.last));
    let heads = selected.first < selected.last
        && range
            .clone()
            .any(|at| languages::at(lexed, at).is_organisation_head(lexed, at));
    let same = {
        // with both marks or without them it is the same name
        let inner = |(a, b): (usize, usize)| match is_quote(a) && is_quote(b) && a + 1 < b {
            true => (a + 1, b - 1),
            false => (a, b),
        };
        inner((selected.first, selected.last)) == inner((first, last))
    };
    let more = selected.goes_beyond(lexed, first, last);
    selected.whole && !selected.empty && !same && (more || heads || opens && shuts)
}

/// The name that these tokens make in the nominative.
pub(super) fn name_of(lexed: &Lexed, first: usize, last: usize, lexicon: &Lexicon) -> String {
    let printed = lexed.between(first, last);
    if let Some(known) = lexicon.organisation(&printed) {
        return known.to_owned();
    }
    // «Ерлік»тің: a bare ending hangs on the mark
    let ending = &lexed.tokens[last];
    let hangs = last > first
        && closes(lexed, last - 1)
        && lexed.tokens[last - 1].end == ending.start
        && is_bare_case(&ending.folded);
    if hangs {
        return lexed.between(first, last - 1);
    }
    languages::at(lexed, last).organisation_name(lexed, first, last)
}
