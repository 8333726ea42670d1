//! The names of Russian organisations in the nominative.

use crate::reader::lex::lexed::Lexed;
use crate::reader::ru::bodies::is_head;

/// A Russian name with its adjectives and head noun in the nominative.
pub(crate) fn russian_name(lexed: &Lexed, first: usize, head: usize, last: usize) -> String {
    let (noun, gender) = russian_noun(&lexed.tokens[head].text);
    let mut out = String::new();
    for at in first..head {
        out.push_str(&russian_adjective(&lexed.tokens[at].text, gender));
        out.push(' ');
    }
    out.push_str(&noun);
    let rest = lexed.tokens.get(head).map_or(0, |token| token.end);
    out.push_str(&lexed.text(rest, lexed.tokens[last].end));
    out
}

/// The name that these tokens make in the nominative; as printed where no noun of bodies or of the lists leads it.
pub(crate) fn of_tokens(lexed: &Lexed, first: usize, last: usize) -> String {
    let known = |at: &usize| crate::gazetteer::nominative_ru(&lexed.tokens[*at].lower).is_some();
    let head = (first..=last)
        .find(|at| is_head(lexed, *at))
        .or_else(|| Some(first).filter(known));
    match head {
        Some(head) => russian_name(lexed, first, head, last),
        None => lexed.between(first, last),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Man,
    Woman,
    Thing,
}

/// A head noun in the nominative singular, with its gender.
pub(crate) fn russian_noun(word: &str) -> (String, Gender) {
    let lower = word.to_lowercase();
    if word.chars().all(char::is_uppercase) {
        return (word.to_owned(), Gender::Thing);
    }
    if let Some((first, rest)) = word.split_once('-')
        && crate::gazetteer::nominative_ru(&lower).is_none()
    {
        // «школы-гимназии»
        let (own, gender) = russian_noun(first);
        return (format!("{own}-{}", russian_noun(rest).0), gender);
    }
    let own = match lower.as_str() {
        "дома" | "дому" | "домом" | "доме" => "дом",
        "дворца" | "дворцу" | "дворцом" | "дворце" => "дворец",
        _ => crate::gazetteer::nominative_ru(&lower).unwrap_or(&lower),
    };
    let gender = match own.chars().next_back() {
        Some('а' | 'я') => Gender::Woman,
        Some('о' | 'е') => Gender::Thing,
        Some('ь') if own.ends_with("ость") => Gender::Woman,
        _ => Gender::Man,
    };
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let mut letters = own.chars();
    let noun = match letters.next() {
        Some(first) if capital => first.to_uppercase().chain(letters).collect(),
        _ => own.to_owned(),
    };
    (noun, gender)
}

fn russian_adjective(word: &str, gender: Gender) -> String {
    let lower = word.to_lowercase();
    for ending in [
        "ого", "его", "ому", "ему", "ыми", "ими", "ый", "ий", "ым", "им", "ом", "ем", "ой", "ей",
        "ая", "яя", "ую", "юю", "ое", "ее",
    ] {
        let Some(rest) = lower.strip_suffix(ending) else {
            continue;
        };
        if ending == "ой" && gender == Gender::Man {
            // «городской совет»: the stressed ending is the nominative itself.
            return word.to_owned();
        }
        let soft = rest.ends_with(['к', 'г', 'х', 'ш', 'щ', 'ж', 'ч'])
            || ending.starts_with(['и', 'е', 'я', 'ю']) && !rest.ends_with('н');
        let stressed = ["городск", "областн", "районн"]
            .iter()
            .take(1)
            .any(|own| rest.ends_with(own))
            || rest.ends_with("областн");
        // «средней», «высшего»
        let soft_n = rest.ends_with('н') && ending.starts_with(['е', 'и', 'я', 'ю']);
        let own = match gender {
            Gender::Man if soft_n => "ий",
            Gender::Woman if soft_n => "яя",
            Gender::Thing if soft_n => "ее",
            Gender::Man if stressed => "ой",
            Gender::Man if soft => "ий",
            Gender::Man => "ый",
            Gender::Woman => "ая",
            Gender::Thing => "ое",
        };
        return format!("{}{own}", word.get(..rest.len()).unwrap_or(word));
    }
    word.to_owned()
}
