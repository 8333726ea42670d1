//! Words that tell a body in Russian.

use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::organisations::words::heads_body;

/// Whether a word is the noun of a body.
pub(crate) fn is_head(lexed: &Lexed, at: usize) -> bool {
    heads_body(lexed, at) || lexed.tokens[at].sort == Sort::Word && is_house(lexed, at)
}

/// «Дом дружбы», «Дворец культуры»: a house that is an institution.
pub(crate) fn is_house(lexed: &Lexed, at: usize) -> bool {
    const OF: [&str; 16] = [
        "культуры",
        "дружбы",
        "школьников",
        "офицеров",
        "творчества",
        "престарелых",
        "ребенка",
        "ребёнка",
        "ветеранов",
        "молодежи",
        "молодёжи",
        "печати",
        "инвалидов",
        "спорта",
        "мира",
        "министерств",
    ];
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
        && next.is_some_and(|next| OF.contains(&next.lower.as_str()))
}
