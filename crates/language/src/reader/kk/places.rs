//! Places as Kazakh prints them: by the lists, by their head nouns (облысы, ауданы), by the tagger.

use crate::gazetteer::Kinds;
use crate::reader::found::FoundPlace;
use crate::reader::kk::nominative::nominative;
use crate::reader::kk::words::Class;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::place_words::{is_ambiguous_place, is_capital_word, is_known_place, tagged_gpe};

/// The place whose name begins at a token.
pub(crate) fn place_at(lexed: &Lexed, at: usize) -> Option<FoundPlace> {
    let token = &lexed.tokens[at];
    if !is_capital_word(token) {
        return None;
    }
    // «Солтүстік Қазақстан облысы»: up to three capitals, then a head noun.
    for length in (1..=3).rev() {
        let (last, head) = (at + length - 1, at + length);
        let Some(noun) = lexed.tokens.get(head) else {
            continue;
        };
        let words = &lexed.tokens[at..=last];
        let bare = words.iter().all(|token| {
            is_capital_word(token)
                && (Class::of(token) == Class::Bare || token.kinds.any(Kinds::PLACE))
                && !token
                    .kinds
                    .any(Kinds::POSITION_HEAD.with(Kinds::ORGANISATION_HEAD))
        });
        let owned = noun.sort == Sort::Word
            && noun.kinds.any(Kinds::PLACE_HEAD)
            && noun.sentence == token.sentence
            && [
                "облыс",
                "аудан",
                "қала",
                "ауыл",
                "кент",
                "өңір",
                "аймақ",
                "аймағ",
                "округ",
                "республика",
                "штат",
                "провинция",
                "аудан",
            ]
            .iter()
            .any(|head| noun.lower.starts_with(head))
            && is_owned(&noun.folded);
        let compass = ["солтустик", "батыс", "шыгыс", "онтустик"];
        let opener = at == lexed.sentence_of(at).start
            && !is_known_place(token)
            && !(length > 1 && compass.contains(&token.folded.as_str()));
        let common = [
            "туган",
            "жана",
            "корши",
            "биркатар",
            "барлык",
            "кеи",
            "ар",
            "оз",
            "шагын",
            "шалгаи",
            "улкен",
            "баска",
            "осы",
            "сол",
            "бул",
            "биздин",
            "ири",
            "алыс",
            "аталган",
            "иргелес",
            "еки",
            "уш",
            "бес",
            "букил",
            "кеибир",
        ]
        .contains(&token.folded.as_str());
        let opener = opener
            && (length > 1
                || common
                || Class::of(token) != Class::Bare
                || token.kinds.heads() != Kinds::default());
        if bare && owned && (!opener || token.kinds.any(Kinds::PLACE)) {
            return Some(FoundPlace {
                first: at,
                last: head,
                name: without_relation(lexed, head, nominative(lexed, at, head)),
                tagged: false,
            });
        }
    }
    let listed = is_known_place(token) && !is_ambiguous_place(token);
    let phrase = ["солтустик", "батыс", "шыгыс", "онтустик"].contains(&token.folded.as_str())
        && lexed
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.stem == "казакстан");
    if phrase {
        return Some(FoundPlace {
            first: at,
            last: at + 1,
            name: nominative(lexed, at, at + 1),
            tagged: false,
        });
    }
    let tagged = tagged_gpe(token)
        && at != lexed.sentence_of(at).start
        && token.tag.as_ref().is_some_and(|(_, begins)| *begins)
        && (is_known_place(token) || token.kinds == Kinds::default());
    (listed || tagged).then(|| FoundPlace {
        first: at,
        last: at,
        name: without_relation(lexed, at, nominative(lexed, at, at)),
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
