//! Places as Russian prints them: by the lists, by their head nouns (город, область).

use crate::cases::surnames::{IN_SKY, ends_with_any};
use crate::reader::found::FoundPlace;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::place_words::{is_ambiguous_place, is_capital_word};

/// Forms of nouns that stand in front of a place's name, with their nominative.
const NOUNS: [(&str, &str); 15] = [
    ("область", "область"),
    ("области", "область"),
    ("областью", "область"),
    ("город", "город"),
    ("города", "город"),
    ("городе", "город"),
    ("городом", "город"),
    ("село", "село"),
    ("села", "село"),
    ("селе", "село"),
    ("поселок", "поселок"),
    ("поселке", "поселок"),
    ("район", "район"),
    ("района", "район"),
    ("районе", "район"),
];

/// Nouns of several places, behind which each name is one.
const NOUNS_OF_SEVERAL: [&str; 7] = [
    "сёлах",
    "селах",
    "сёла",
    "села",
    "аулах",
    "городах",
    "пункте",
];

/// The place whose name begins at a token.
pub(crate) fn place_at(lexed: &Lexed, at: usize) -> Option<FoundPlace> {
    place_behind_noun(lexed, at)
        .or_else(|| place_by_adjective(lexed, at))
        .or_else(|| place_of_one_word(lexed, at))
}

/// The token behind another, in its sentence.
fn next_of_sentence(lexed: &Lexed, at: usize) -> Option<&Token> {
    let next = lexed.tokens.get(at + 1);
    next.filter(|_| at + 1 < lexed.sentence_of(at).end)
}

/// «область Жетісу», «города Текели», «село Кеген».
fn place_behind_noun(lexed: &Lexed, at: usize) -> Option<FoundPlace> {
    let token = &lexed.tokens[at];
    let next = next_of_sentence(lexed, at)?;
    let (_, noun) = NOUNS.iter().find(|(form, _)| token.lower == *form)?;
    if token.sort != Sort::Word || !is_capital_word(next) {
        return None;
    }
    // «города Кызылорды»: the name is declined with its noun where it is a town's of the lists
    let name = match crate::gazetteer::is_place(&next.lower) {
        true => next.text.clone(),
        false => listed(next).unwrap_or_else(|| next.text.clone()),
    };
    // «село Зеленый Бор», «района Шал акына»
    let more = next_of_sentence(lexed, at + 1).filter(|third| {
        is_capital_word(third)
            && third.start == next.end + 1
            && ends_with_any(&next.lower, &["ый", "ий", "ой", "ая", "ое"])
    });
    let name = match more {
        Some(third) => format!("{noun} {name} {}", third.text),
        None => format!("{noun} {name}"),
    };
    Some(FoundPlace {
        first: at,
        last: at + 1 + usize::from(more.is_some()),
        name,
        tagged: false,
    })
}

/// «Алматинской области», «Ескельдинского района».
fn place_by_adjective(lexed: &Lexed, at: usize) -> Option<FoundPlace> {
    let token = &lexed.tokens[at];
    let next = next_of_sentence(lexed, at)?;
    if !is_capital_word(token) || !ends_with_any(&token.lower, &IN_SKY) {
        return None;
    }
    let ending = match ends_with_any(&token.lower, &["ого", "ому"]) {
        true => 3,
        false => 2,
    };
    let stem: String = token
        .text
        .chars()
        .take(token.text.chars().count() - ending)
        .collect();
    let name = if next.lower.starts_with("област") {
        format!("{stem}ая область")
    } else if next.lower.starts_with("район") {
        format!("{stem}ий район")
    } else {
        return None;
    };
    Some(FoundPlace {
        first: at,
        last: at + 1,
        name,
        tagged: false,
    })
}

/// A word of the lists, or any behind a noun of several places: «В селах Каратобе, Тасарык».
fn place_of_one_word(lexed: &Lexed, at: usize) -> Option<FoundPlace> {
    let token = &lexed.tokens[at];
    if !is_capital_word(token) {
        return None;
    }
    let before = at.checked_sub(1).map(|before| &lexed.tokens[before]);
    let several = before.is_some_and(|before| NOUNS_OF_SEVERAL.contains(&before.lower.as_str()));
    let name = match several {
        true => listed(token).unwrap_or_else(|| token.text.clone()),
        false => listed(token).filter(|_| !is_ambiguous_place(token))?,
    };
    Some(FoundPlace {
        first: at,
        last: at,
        name,
        tagged: false,
    })
}

/// The name that these tokens make in the nominative: an ending is undone where the lists or the text have what is
/// left.
pub(crate) fn place_name(lexed: &Lexed, first: usize, last: usize) -> String {
    let token = &lexed.tokens[last];
    let printed = |form: &&String| {
        let met = |other: &Token| other.capital && other.lower == **form;
        crate::gazetteer::is_place(form) || lexed.tokens.iter().any(met)
    };
    let forms = russian_places(&token.lower);
    let own = forms.iter().skip(1).find(printed).or(forms.first());
    let own = own.map_or(token.text.clone(), |form| with_case_of(form, &token.text));
    match first == last {
        true => own,
        false => format!("{} {own}", lexed.between(first, last - 1)),
    }
}

/// A form in small letters with the capital of the word it is of.
fn with_case_of(form: &str, word: &str) -> String {
    word.chars().take(1).chain(form.chars().skip(1)).collect()
}

/// The nominative of a place of the lists.
fn listed(token: &Token) -> Option<String> {
    let name = russian_places(&token.lower)
        .into_iter()
        .find(|form| crate::gazetteer::is_place(form))?;
    Some(with_case_of(&name, &token.text))
}

/// What the nominative of a Russian place name may be: first the word itself.
fn russian_places(lower: &str) -> Vec<String> {
    let mut forms = vec![lower.to_owned()];
    for (ending, own) in [
        ("е", ""),
        ("а", ""),
        ("у", ""),
        ("ом", ""),
        ("и", "я"),
        ("ии", "ия"),
        ("ию", "ия"),
        ("ы", "а"),
        ("е", "а"),
        ("у", "а"),
        ("ой", "а"),
        ("ей", "я"),
    ] {
        if let Some(rest) = lower.strip_suffix(ending) {
            forms.push(format!("{rest}{own}"));
        }
    }
    forms
}
