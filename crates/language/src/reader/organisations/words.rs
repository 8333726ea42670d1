//! Words that tell an organisation: its head nouns, levels, and names of one word.

use crate::gazetteer::Kinds;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::word_list::{WordList, word_list};

/// Adjectives of level, folded: an organisation of one level and place needs no capital.
pub(crate) static LEVELS: WordList = word_list!("levels");

/// What a house or palace that is an institution is of, folded.
static HOUSES: WordList = word_list!("kk/house-of");

/// State bodies that are told by what they are for, without a capital: «тіл басқармасы», «управление спорта», folded.
pub(crate) static STATE: WordList = word_list!("state-bodies");

/// Bodies that are called by one word.
pub(crate) static BODIES: WordList = word_list!("bodies-of-one-word");

/// Whether a word is the first of its sentence.
pub(crate) fn opens_sentence(lexed: &Lexed, at: usize) -> bool {
    let sentence = lexed.sentence_of(at);
    lexed.tokens[sentence.start..=at]
        .iter()
        .filter(|token| token.sort == Sort::Word)
        .count()
        == 1
}

/// Whether a word is a noun of bodies in either language. Whether it is one here is for the language to say.
pub(crate) fn heads_body(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    let folded = token.folded.as_str();
    // «ауыл шаруашылығы», «су шаруашылығы»: a trade, unless a name or «шаруа», «тәжірибе» stands before it
    let trade = folded.starts_with("шаруашылы")
        && at.checked_sub(1).is_some_and(|before| {
            lexed.tokens[before].sort != Sort::Quote
                && !lexed.tokens[before].folded.starts_with("тажирибе")
        });
    // a field, a meeting: «Сот кабинеті» сервисі
    let other = ["форум", "сервиси"]
        .iter()
        .any(|noun| folded.starts_with(noun))
        || matches!(folded, "аскери" | "алка");
    // «бас маман-сот отырысының хатшысы»
    let post = token
        .lower
        .split_once('-')
        .is_some_and(|(first, _)| crate::gazetteer::is_position(first));
    let noun = token.all_kinds().any(Kinds::ORGANISATION_HEAD) || is_house(lexed, at);
    token.sort == Sort::Word && noun && !(trade || other || post)
}

/// «мәдениет үйі», «оқушылар сарайы»: only with these words in front is it an institution.
fn is_house(lexed: &Lexed, at: usize) -> bool {
    ["уии", "сараи"]
        .iter()
        .any(|head| lexed.tokens[at].folded.starts_with(head))
        && at
            .checked_sub(1)
            .is_some_and(|before| HOUSES.has(lexed.tokens[before].folded.as_str()))
}

/// A state body by its head noun.
pub(crate) fn is_state(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    STATE.begins(&token.folded)
}

/// A word that has a capital only because it begins a sentence.
pub(crate) fn is_common_opener(token: &Token) -> bool {
    !token
        .kinds
        .any(Kinds::PLACE.with(Kinds::COUNTRY).with(Kinds::ORGANISATION))
        && !is_level(token)
}

pub(crate) fn is_level(token: &Token) -> bool {
    LEVELS.begins(&token.folded)
}
