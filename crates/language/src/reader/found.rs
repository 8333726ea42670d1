//! What the grammars find in a text.

use crate::reader::lex::lexed::Lexed;

/// A position: its first and last token.
pub(crate) type Phrase = (usize, usize);

/// An organisation where the body prints it.
#[derive(Debug, Clone)]
pub(crate) struct FoundOrganisation {
    pub first: usize,
    pub last: usize,
    /// In the nominative.
    pub name: String,
    pub by: OrganisationSign,
}

/// Why it is taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OrganisationSign {
    Position,
    Head,
    List,
    Tagger,
    Credit,
    Record,
    /// Learnt from annotated releases.
    Learned,
}

/// A place where the body prints it.
#[derive(Debug, Clone)]
pub(crate) struct FoundPlace {
    pub first: usize,
    pub last: usize,
    /// In the nominative.
    pub name: String,
    /// Whether only the tagger took it for one.
    pub tagged: bool,
}

/// Where a phrase that ends at a token may begin: behind the sentence's beginning and the name before it, unless
/// something is called after that name.
pub(crate) fn floor_of(lexed: &Lexed, at: usize, people: &[(usize, usize)]) -> usize {
    let sentence = lexed.sentence_of(at).start;
    let after = people
        .iter()
        .filter(|(_, last)| {
            *last < at
                && !(last + 1..last + 3).any(|next| {
                    lexed
                        .tokens
                        .get(next)
                        .is_some_and(|t| t.lower == "атындағы")
                })
        })
        .map(|(_, last)| last + 1)
        .max()
        .unwrap_or(0);
    sentence.max(after)
}
