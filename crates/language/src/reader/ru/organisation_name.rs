//! The names of Russian organisations in the nominative.

use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
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
        None => by_agreement(lexed, first, last).unwrap_or_else(|| lexed.between(first, last)),
    }
}

/// A name whose noun no list has, in the nominative by what its adjectives tell: «оперативно-спасательного отряда»,
/// «сборной Казахстана».
fn by_agreement(lexed: &Lexed, first: usize, last: usize) -> Option<String> {
    let adjectives = (first..=last)
        .take_while(|at| oblique_of(&lexed.tokens[*at].lower).is_some())
        .count();
    let oblique = oblique_of(&lexed.tokens.get(first)?.lower)?;
    let head = first + adjectives;
    let noun = lexed.tokens.get(head).filter(|noun| {
        head <= last && noun.sort == Sort::Word && !noun.capital && !noun.lower.contains('-')
    });
    let (noun, gender, rest) = match noun {
        Some(noun) => {
            let (own, gender) = nominative_noun(&noun.text, oblique)?;
            (format!(" {own}"), gender, head)
        }
        // a team is called by an adjective alone
        None if lexed.tokens[first].lower.starts_with("сборн") => {
            (String::new(), Gender::Woman, head - 1)
        }
        None => return None,
    };
    let adjectives: Vec<String> = (first..head)
        .map(|at| russian_adjective(&lexed.tokens[at].text, gender))
        .collect();
    let rest = lexed.text(lexed.tokens[rest].end, lexed.tokens[last].end);
    Some(format!("{}{noun}{rest}", adjectives.join(" ")))
}

/// A case that an adjective shows and that is not the nominative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Oblique {
    /// Of a man or a thing: genitive.
    Of,
    /// Of a man or a thing: dative.
    To,
    /// Of a man or a thing: instrumental.
    With,
    /// Of a man or a thing: prepositional.
    In,
    /// Of a woman: all but the accusative.
    Her,
    /// Of a woman: accusative.
    HerObject,
}

fn oblique_of(lower: &str) -> Option<Oblique> {
    let ends = |endings: &[&str]| {
        lower.chars().nth(4).is_some() && endings.iter().any(|ending| lower.ends_with(ending))
    };
    if ends(&["ского", "ного", "вого", "кого"]) {
        Some(Oblique::Of)
    } else if ends(&["скому", "ному", "вому", "кому"]) {
        Some(Oblique::To)
    } else if ends(&["ским", "ным", "вым"]) {
        Some(Oblique::With)
    } else if ends(&["ском", "ном", "вом"]) {
        Some(Oblique::In)
    } else if ends(&["ской", "ной", "вой"]) {
        Some(Oblique::Her)
    } else if ends(&["скую", "ную", "вую"]) {
        Some(Oblique::HerObject)
    } else {
        None
    }
}

/// A noun in the nominative by the case of its adjective; none where its ending does not agree.
fn nominative_noun(noun: &str, oblique: Oblique) -> Option<(String, Gender)> {
    let (endings, gender): (&[(&str, &str)], Gender) = match oblique {
        Oblique::Of => (&[("ея", "ей"), ("а", "")], Gender::Man),
        Oblique::To => (&[("ею", "ей"), ("у", "")], Gender::Man),
        Oblique::With => (&[("еем", "ей"), ("ом", "")], Gender::Man),
        Oblique::In => (&[("ее", "ей"), ("е", "")], Gender::Man),
        Oblique::Her => (
            &[
                ("ии", "ия"),
                ("ией", "ия"),
                ("ы", "а"),
                ("ки", "ка"),
                ("ой", "а"),
            ],
            Gender::Woman,
        ),
        Oblique::HerObject => (&[("ию", "ия"), ("у", "а")], Gender::Woman),
    };
    let (from, to) = endings.iter().find(|(from, _)| noun.ends_with(from))?;
    let own = format!("{}{to}", noun.strip_suffix(from)?);
    // «издательства»: what ends so is a thing
    if gender == Gender::Man && own.ends_with("ств") {
        return Some((format!("{own}о"), Gender::Thing));
    }
    Some((own, gender))
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
