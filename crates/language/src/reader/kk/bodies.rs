//! Words that tell a body in Kazakh.

use crate::cases::kazakh::ends_like_relation;
use crate::gazetteer::Kinds;
use crate::reader::kk::words::{Class, is_plural};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::organisations::words::heads_body;
use crate::word_list::{WordList, word_list};

/// Whether a word is the noun of a body.
pub(crate) fn is_head(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    // «Пленарлық мәжіліс»: a meeting
    let meeting = token.folded.starts_with("мажилис") && !token.capital;
    heads_body(lexed, at) && !meeting && !is_plural(token)
}

/// «Басқарма төрағасы»: a title, not a department.
pub(crate) fn is_board(lexed: &Lexed, at: usize) -> bool {
    lexed.tokens[at].lower == "басқарма"
        && lexed
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.lower.starts_with("төраға") || next.lower.starts_with("мүше"))
}

/// «ЖУ», «ҚазҰУ-дың», «ТЖД»: a body by its letters, apart from abbreviations of places and other things.
pub(crate) fn is_letters(token: &Token) -> bool {
    static OTHERS: WordList = word_list!("kk/letters-of-no-body");
    let letters = token.text.split(['-', '‑']).next().unwrap_or_default();
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let all = letters.chars().count();
    let number = letters.chars().all(|c| "IVXІХХLMC".contains(c));
    token.sort == Sort::Word
        && capitals > 1
        && capitals * 2 >= all
        && all < 9
        && letters.chars().all(char::is_alphabetic)
        && !number
        && !OTHERS.has(letters)
}

/// «ауданындағы», «Астанадағы».
pub(crate) fn is_location(token: &Token) -> bool {
    Class::of(token) == Class::Relation
        && token.kinds.any(Kinds::PLACE_HEAD.with(Kinds::PLACE))
        && ends_like_relation(&token.lower)
}

/// «баспасөз қызметі».
pub(crate) fn is_press(lexed: &Lexed, at: usize) -> bool {
    lexed.tokens[at].folded.starts_with("кызмет")
        && at > 0
        && lexed.tokens[at - 1].folded.starts_with("баспасоз")
}
