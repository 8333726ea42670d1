//! Places as Kazakh prints them: by the lists, by their head nouns (облысы, ауданы), by the tagger.

use crate::gazetteer::Kinds;
use crate::reader::found::FoundPlace;
use crate::reader::kk::nominative::nominative;
use crate::reader::kk::words::Class;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::place_words::{is_ambiguous_place, is_capital_word, is_known_place, tagged_gpe};
use crate::text::fold::fold;
use crate::word_list::{WordList, word_list};

/// Nouns of places that own the name in front of them, beginnings.
static PLACE_NOUNS: WordList = word_list!("kk/place-nouns");

/// Words in front of a noun of places that name none, folded.
static PLACE_OPENERS: WordList = word_list!("kk/place-openers");

/// What has a capital of its own and is no place, folded: laws, feasts, books, networks.
static NO_PLACES: WordList = word_list!("kk/no-places");

/// The quarters of the compass, folded.
const COMPASS: [&str; 4] = ["солтустик", "батыс", "шыгыс", "онтустик"];

/// The place whose name begins at a token.
pub(crate) fn place_at(lexed: &Lexed, at: usize) -> Option<FoundPlace> {
    if !is_capital_word(&lexed.tokens[at]) {
        return None;
    }
    // up to three capitals, the longest first
    (1..=3)
        .rev()
        .find_map(|length| place_with_noun(lexed, at, length))
        .or_else(|| quarter_of_the_country(lexed, at))
        .or_else(|| place_of_one_word(lexed, at))
}

/// «Солтүстік Қазақстан облысы»: so many words of capitals, then a noun of places that they own.
fn place_with_noun(lexed: &Lexed, at: usize, length: usize) -> Option<FoundPlace> {
    let token = &lexed.tokens[at];
    let head = at + length;
    let noun = lexed.tokens.get(head)?;
    let other = Kinds::POSITION_HEAD.with(Kinds::ORGANISATION_HEAD);
    let bare = lexed.tokens[at..head].iter().all(|token| {
        is_capital_word(token)
            && (Class::of(token) == Class::Bare || token.kinds.any(Kinds::PLACE))
            && !token.kinds.any(other)
    });
    let owned = noun.sort == Sort::Word
        && noun.kinds.any(Kinds::PLACE_HEAD)
        && noun.sentence == token.sentence
        && PLACE_NOUNS.begins(&noun.lower)
        && is_owned(&noun.folded);
    let folded = token.folded.as_str();
    // a word that has its capital from the sentence
    let opener = at == lexed.sentence_of(at).start
        && !is_known_place(token)
        && !(length > 1 && COMPASS.contains(&folded))
        && (length > 1
            || PLACE_OPENERS.has(folded)
            || Class::of(token) != Class::Bare
            || token.kinds.heads() != Kinds::default());
    let named = bare && owned && (!opener || token.kinds.any(Kinds::PLACE));
    named.then(|| FoundPlace {
        first: at,
        last: head,
        name: place_name(lexed, at, head),
        tagged: false,
    })
}

/// Whether a name is that of a law, a feast, a book or a network, whatever else takes it for a place.
pub(crate) fn names_no_place(name: &str) -> bool {
    NO_PLACES.has(&fold(name))
}

/// «Шығыс Қазақстан».
fn quarter_of_the_country(lexed: &Lexed, at: usize) -> Option<FoundPlace> {
    let next = lexed.tokens.get(at + 1)?;
    let fits = COMPASS.contains(&lexed.tokens[at].folded.as_str()) && next.stem == "казакстан";
    fits.then(|| FoundPlace {
        first: at,
        last: at + 1,
        name: nominative(lexed, at, at + 1),
        tagged: false,
    })
}

/// A word of the lists, or one that the tagger takes for a place.
fn place_of_one_word(lexed: &Lexed, at: usize) -> Option<FoundPlace> {
    let token = &lexed.tokens[at];
    let listed = is_known_place(token) && !is_ambiguous_place(token);
    let tagged = tagged_gpe(token)
        && at != lexed.sentence_of(at).start
        && token.tag.as_ref().is_some_and(|(_, begins)| *begins)
        && (is_known_place(token) || token.kinds == Kinds::default())
        && !names_no_place(&place_name(lexed, at, at));
    (listed || tagged).then(|| FoundPlace {
        first: at,
        last: at,
        name: place_name(lexed, at, at),
        tagged: !listed,
    })
}

/// The name that these tokens make in the nominative.
pub(crate) fn place_name(lexed: &Lexed, first: usize, last: usize) -> String {
    without_relation(lexed, last, nominative(lexed, first, last))
}

/// «ауданы», «ауданында», «ауданындағы»: a noun with a possessive, in any case.
fn is_owned(folded: &str) -> bool {
    let bare = [
        Some(folded),
        crate::cases::kazakh::without_case(folded),
        crate::cases::kazakh::without_relation(folded),
    ];
    bare.into_iter()
        .flatten()
        .any(|bare| crate::cases::kazakh::without_possessive(bare).is_some())
}

/// «Алматы қаласындағы» is Алматы қаласы.
fn without_relation(lexed: &Lexed, head: usize, name: String) -> String {
    let folded = &lexed.tokens[head].folded;
    match crate::cases::kazakh::without_relation(folded) {
        Some(rest) if name.ends_with(&lexed.tokens[head].text) => {
            let cut = folded.chars().count() - rest.chars().count();
            let length = name.chars().count();
            name.chars().take(length - cut.min(length)).collect()
        }
        _ => name,
    }
}
