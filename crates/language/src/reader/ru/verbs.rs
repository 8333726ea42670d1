//! Which Russian words are verbs.

use crate::gazetteer::Kinds;
use crate::reader::lex::token::Token;
use crate::word_list::{WordList, word_list};

/// Whether a Russian word in small letters is a verb by its ending.
pub(crate) fn is_verb(token: &Token) -> bool {
    static NOUNS: WordList = word_list!("ru/nouns-like-verbs");
    static SHORT: WordList = word_list!("ru/short-verbs");
    let lower = token.lower.as_str();
    let head = token.kinds.heads() != Kinds::default();
    if !token.capital && SHORT.has(lower) {
        return true;
    }
    if token.capital || head || NOUNS.has(lower) || lower.chars().nth(3).is_none() {
        return false;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    let past = ends(&[
        "ил", "ила", "или", "ал", "ала", "али", "ял", "яла", "яли", "ел", "ела", "ели", "ыл",
        "ыла", "ыли", "ёл", "шла", "шел", "шёл", "шли", "лся", "лась", "лись", "нул", "нула",
        "вел", "вела",
    ]);
    let short = lower.chars().nth(5).is_some()
        && ends(&[
            "ена",
            "ено",
            "ены",
            "ован",
            "ована",
            "ованы",
            "овано",
            "ыта",
            "ыты",
            "ыто",
            "ён",
            "жден",
            "щен",
            "влен",
            "ален",
            "елен",
        ])
        && !ends(&[
            "смены",
            "цены",
            "замена",
            "замены",
            "ордена",
            "имена",
            "имени",
            "члена",
            "племена",
            "времена",
            "знамена",
        ]);
    past || short
        || ends(&[
            "ться", "тся", "ает", "яет", "ует", "ают", "яют", "уют", "ить", "ать", "ять", "еть",
            "ит",
        ]) && !ends(&["лимит", "аудит", "кредит", "визит"])
}

/// Beginnings of Russian verbs of saying, folded; a noun of the same beginning tells no speech.
static SAYS: WordList = word_list!("ru/says");

/// Whether a word is a verb of saying.
pub(crate) fn says(token: &Token) -> bool {
    is_verb(token) && SAYS.begins(&token.folded)
}
