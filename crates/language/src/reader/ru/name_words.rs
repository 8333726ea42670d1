//! What a Russian word may be in a name.

use crate::cases::surnames::is_surname;
use crate::cases::surnames::{IN_SKY, ends_with_any};
use crate::gazetteer::Kinds;
use crate::names::kazakh::is_given;
use crate::names::russian::nominative_ru;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::people::name_words::is_listed_given;
use crate::reader::ru::offices::is_adjective;
use crate::reader::ru::verbs::is_verb;
use crate::word_list::{WordList, word_list};

/// Whether a word is a given name, in any case.
pub(crate) fn is_given_name(token: &Token) -> bool {
    // «Фёдоров» is no «Фёдор»
    if is_surname(&token.lower) && !token.lower.ends_with('а') && !is_given(&token.lower) {
        return false;
    }
    let (given, _) = nominative_ru(Some(&token.text), None, false);
    is_listed_given(token) || given.is_some_and(|name| is_given(&name.to_lowercase()))
}

/// «Алматинской области», «Матайской средней школы»: an adjective of a place, not a surname.
pub(crate) fn is_adjective_of_place(lexed: &Lexed, at: usize) -> bool {
    let lower = lexed.tokens[at].lower.as_str();
    let adjective = ends_with_any(lower, &IN_SKY) || ends_with_any(lower, &["цкой", "цкого"]);
    let noun = |at: usize| {
        lexed
            .tokens
            .get(at)
            .filter(|token| token.sort == Sort::Word && !token.capital)
    };
    let head = |token: &Token| {
        token.kinds.any(
            Kinds::PLACE_HEAD
                .with(Kinds::ORGANISATION_HEAD)
                .with(Kinds::FACILITY_HEAD),
        )
    };
    let near = noun(at + 1)
        .is_some_and(|next| head(next) || is_adjective(next) && noun(at + 2).is_some_and(head));
    adjective && near
}

/// «Северо-Казахстанской сельскохозяйственной станции», «акимом Турксибского –»: an adjective of a place that stands
/// without a given name, and neither ends its clause nor has a verb behind it.
pub(crate) fn is_bare_adjective(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    let adjective = ends_with_any(&token.lower, &IN_SKY)
        || ends_with_any(&token.lower, &["цкий", "цкая", "цкого", "цкой"]);
    // «Великой Отечественной войны»
    let of_noun = |at: usize| {
        let next = lexed.tokens.get(at + 1);
        is_adjectival(&lexed.tokens[at])
            && next.is_some_and(|next| next.sort == Sort::Word && !next.capital && !is_verb(next))
    };
    let next = lexed.tokens.get(at + 1);
    let great = next.is_some_and(|next| next.capital && next.sort == Sort::Word)
        && is_adjectival(token)
        && of_noun(at + 1);
    let follows = lexed
        .tokens
        .get(at + 1)
        .is_some_and(|next| match next.sort {
            Sort::Word => !is_verb(next),
            Sort::Dash => !token.lower.ends_with("ий") && !token.lower.ends_with("ая"),
            _ => false,
        });
    adjective && follows || great
}

fn is_adjectival(token: &Token) -> bool {
    ["ой", "ого", "ому", "ая", "ую"]
        .iter()
        .any(|ending| token.lower.ends_with(ending))
}

/// Prepositions, conjunctions and the like, which have a capital where they begin a sentence.
pub(crate) fn is_function(lower: &str) -> bool {
    static WORDS: WordList = word_list!("ru/function-words");
    WORDS.has(lower)
}
