//! Which language's grammar reads a paragraph.

use crate::reader::en::grammar::English;
use crate::reader::grammar::Grammar;
use crate::reader::kk::grammar::Kazakh;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Tongue;
use crate::reader::ru::grammar::Russian;

/// The grammar of the paragraph around a token.
pub(crate) fn at(lexed: &Lexed, at: usize) -> &'static dyn Grammar {
    match lexed.tongue(at) {
        Tongue::Kazakh => &Kazakh,
        Tongue::Russian => &Russian,
        Tongue::English => &English,
    }
}

/// The grammar of a word with a capital in Latin letters that stands in Kazakh text: «Nazarbayev University».
pub(crate) fn of_latin_word(lexed: &Lexed, at: usize) -> Option<&'static dyn Grammar> {
    let token = lexed.tokens.get(at)?;
    let latin = token.capital && token.text.is_ascii();
    (latin && lexed.tongue(at) == Tongue::Kazakh).then_some(&English)
}
