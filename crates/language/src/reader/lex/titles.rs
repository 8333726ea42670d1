//! Words that are written otherwise than others: degrees in single letters, surnames in capitals.

use crate::gazetteer::Kinds;
use crate::reader::lex::token::{Sort, Token};

/// Where a degree or the like that begins at a char ends: «т.ғ.д.», «ф.-м.ғ.к.», «м.а.», «ш/қ».
pub(crate) fn degree(letters: &[char], start: usize) -> Option<usize> {
    // «ш/қ», «а/о»
    if letters.get(start + 1) == Some(&'/')
        && letters.get(start).is_some_and(|c| c.is_lowercase())
        && letters.get(start + 2).is_some_and(|c| c.is_lowercase())
        && !letters.get(start + 3).is_some_and(|c| c.is_alphanumeric())
    {
        return Some(start + 3);
    }
    let mut found: Vec<char> = Vec::new();
    let mut at = start;
    let mut end = start;
    while let Some(&letter) = letters.get(at).filter(|c| c.is_lowercase()) {
        if letters.get(at + 1).is_some_and(|c| c.is_alphanumeric()) {
            break;
        }
        found.push(letter);
        end = at + 1;
        if letters.get(end) != Some(&'.') {
            break;
        }
        end += 1;
        let blank = letters.get(end) == Some(&' ') && letters.get(end + 2) == Some(&'.');
        at = end + usize::from(letters.get(end) == Some(&'-') || blank);
    }
    let acting = matches!(found[..], ['м', 'а'] | ['м', 'у', 'а']);
    (acting || found.len() > 2 && is_degree(&found)).then_some(end)
}

fn is_degree(letters: &[char]) -> bool {
    matches!(letters, [.., 'ғ' | 'г', 'д' | 'к'] | ['д' | 'к', .., 'н'])
}

/// Degrees end a position as other titles do.
pub(crate) fn mark_degrees(tokens: &mut [Token]) {
    for token in tokens {
        match token.text.as_str() {
            "ш/қ" | "к/х" => token.kinds = Kinds::ORGANISATION_HEAD,
            "а/о" | "с/о" => token.kinds = Kinds::PLACE_HEAD,
            "м.а." | "м.у.а." => token.kinds = Kinds::POSITION_HEAD,
            _ => {}
        }
        let mut letters = token.text.chars().filter(|c| c.is_alphabetic());
        if token.sort == Sort::Word && token.text.contains('.') && letters.nth(2).is_some() {
            token.kinds = Kinds::POSITION_HEAD;
        }
    }
}

/// «Ержан ТӨЛЕБАЕВ», «Е. ТӨЛЕБАЕВ»: a surname in capitals beside the rest of the name is read as one in small letters.
pub(crate) fn lower_names(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let beside = |other: Option<usize>| {
            let other = other.and_then(|other| tokens.get(other));
            other.is_some_and(|other| {
                let near = other.end <= tokens[at].start && other.end + 1 >= tokens[at].start
                    || tokens[at].end + 1 == other.start;
                let given = other.sort == Sort::Word
                    && other.capital
                    && other.kinds.any(Kinds::GIVEN.with(Kinds::PATRONYMIC));
                let surname = other.capital
                    && (is_mixed(&other.text) && is_surname(&tokens[at])
                        || is_surname(other) && tokens[at].kinds.any(Kinds::GIVEN));
                near && (other.sort == Sort::Initial || given || surname)
            })
        };
        let token = &tokens[at];
        let heads = Kinds::ORGANISATION
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::COUNTRY);
        let named = is_shouted(&token.text)
            && (!token.kinds.any(heads) || token.kinds.any(Kinds::GIVEN))
            && (beside(at.checked_sub(1)) || beside(Some(at + 1)));
        if named {
            let mut letters = token.text.chars();
            let first = letters.next();
            tokens[at].text = first
                .into_iter()
                .chain(letters.flat_map(char::to_lowercase))
                .collect();
        }
    }
}

fn is_surname(token: &Token) -> bool {
    token.kinds.any(Kinds::SURNAME.with(Kinds::PATRONYMIC))
}

fn is_mixed(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.contains(char::is_lowercase)
}

/// Four letters or more, all capitals, or with a case in small letters: «ОМАРОВтың».
fn is_shouted(text: &str) -> bool {
    let capital = |c: &char| c.is_uppercase() || matches!(c, '-' | '\'');
    let capitals = text.chars().take_while(capital).count();
    let ending: String = text.chars().skip(capitals).collect();
    capitals > 3
        && (ending.is_empty()
            || crate::cases::kazakh::is_bare_case(&crate::text::fold::fold(&ending)))
}

/// Whether an English word before a stop is a form of address or the beginning of a saint's name, not the end of a
/// sentence: «Mr.», «Dr.», «St.».
pub(crate) fn is_form_of_address(word: &str) -> bool {
    [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Hon", "Rev", "Gen", "Col", "Capt", "Lt", "Maj",
        "Sgt",
    ]
    .contains(&word)
}
