//! Places as Russian prints them: by the lists, by their head nouns (город, область).

use crate::cases::surnames::{IN_SKY, ends_with_any};
use crate::reader::found::FoundPlace;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::place_words::{is_ambiguous_place, is_capital_word};

/// The place whose name begins at a token.
pub(crate) fn place_at(lexed: &Lexed, at: usize) -> Option<FoundPlace> {
    let token = &lexed.tokens[at];
    let sentence = lexed.sentence_of(at).end;
    let next = lexed.tokens.get(at + 1).filter(|_| at + 1 < sentence);
    if let Some(next) = next {
        let begins =
            |token: &Token, words: &[&str]| words.iter().any(|word| token.lower.starts_with(word));
        // «область Жетісу», «города Текели», «село Кеген»
        let lower = token.lower.as_str();
        let head = [
            "область",
            "области",
            "областью",
            "город",
            "города",
            "городе",
            "городом",
            "село",
            "села",
            "селе",
            "поселок",
            "поселке",
            "район",
            "района",
            "районе",
        ];
        if token.sort == Sort::Word && head.contains(&lower) && is_capital_word(next) {
            let head = match lower {
                "области" | "областью" => "область",
                "города" | "городе" | "городом" => "город",
                "села" | "селе" => "село",
                "поселке" => "поселок",
                "района" | "районе" => "район",
                own => own,
            };
            // «города Кызылорды»: the name is declined with its noun where it is a town's of the lists
            let name = match crate::gazetteer::is_place(&next.lower) {
                true => next.text.clone(),
                false => listed(next).unwrap_or_else(|| next.text.clone()),
            };
            // «село Зеленый Бор», «района Шал акына»
            let more = lexed.tokens.get(at + 2).filter(|third| {
                at + 2 < sentence
                    && is_capital_word(third)
                    && third.start == next.end + 1
                    && ["ый", "ий", "ой", "ая", "ое"]
                        .iter()
                        .any(|own| next.lower.ends_with(own))
            });
            let name = match more {
                Some(third) => format!("{name} {}", third.text),
                None => name,
            };
            return Some(FoundPlace {
                first: at,
                last: at + 1 + usize::from(more.is_some()),
                name: format!("{head} {name}"),
                tagged: false,
            });
        }
        // «Алматинской области», «Ескельдинского района»
        let adjective = is_capital_word(token) && ends_with_any(&token.lower, &IN_SKY);
        if adjective && begins(next, &["област", "район"]) {
            let stem: String = token
                .text
                .chars()
                .take(
                    token.text.chars().count()
                        - if token.lower.ends_with("ого") || token.lower.ends_with("ому") {
                            3
                        } else {
                            2
                        },
                )
                .collect();
            let name = if begins(next, &["област"]) {
                format!("{stem}ая область")
            } else {
                format!("{stem}ий район")
            };
            return Some(FoundPlace {
                first: at,
                last: at + 1,
                name,
                tagged: false,
            });
        }
    }
    if !is_capital_word(token) {
        return None;
    }
    // «В селах Каратобе, Тасарык»
    let villages = at.checked_sub(1).is_some_and(|before| {
        let before = &lexed.tokens[before];
        [
            "сёлах",
            "селах",
            "сёла",
            "села",
            "аулах",
            "городах",
            "пункте",
        ]
        .contains(&before.lower.as_str())
    });
    if villages {
        return Some(FoundPlace {
            first: at,
            last: at,
            name: listed(token).unwrap_or_else(|| token.text.clone()),
            tagged: false,
        });
    }
    let kept = listed(token)?;
    (!is_ambiguous_place(token)).then_some(FoundPlace {
        first: at,
        last: at,
        name: kept,
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
