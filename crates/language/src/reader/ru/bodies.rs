//! Words that tell a body in Russian.

use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::organisations::words::heads_body;
use crate::word_list::{WordList, word_list};

/// Whether a word is the noun of a body.
pub(crate) fn is_head(lexed: &Lexed, at: usize) -> bool {
    heads_body(lexed, at) || lexed.tokens[at].sort == Sort::Word && is_house(lexed, at)
}

/// «Дом дружбы», «Дворец культуры»: a house that is an institution.
pub(crate) fn is_house(lexed: &Lexed, at: usize) -> bool {
    static OF: WordList = word_list!("ru/house-of");
    let house = [
        "дом",
        "дома",
        "дому",
        "домом",
        "доме",
        "дворец",
        "дворца",
        "дворцу",
        "дворцом",
        "дворце",
    ];
    let next = lexed.tokens.get(at + 1);
    house.contains(&lexed.tokens[at].lower.as_str())
        && next.is_some_and(|next| OF.has(next.lower.as_str()))
}
