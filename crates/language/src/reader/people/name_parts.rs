//! A name's parts in the nominative.

use crate::cases::name::{is_given, is_surname, kazakh_ending, nominative_kk};
use crate::cases::russian::{self as declension, Cases};
use crate::gazetteer;
use crate::reader::lex::lexed::{Lexed, Sort};
use crate::reader::people::mention::{By, Mention};
use crate::reader::people::name_words::{patronymic_like, surname_like};

/// The parts of a name of so many words.
pub(crate) fn build(lexed: &Lexed, at: usize, length: usize, by: By) -> Mention {
    build_in(lexed, at, length, by, None)
}

/// The same, where the case in which the name stands is known.
pub(crate) fn build_in(
    lexed: &Lexed,
    at: usize,
    length: usize,
    by: By,
    due: Option<Cases>,
) -> Mention {
    let mut mention = Mention {
        first: at,
        last: at + length - 1,
        by,
        ..Mention::default()
    };
    let tokens = &lexed.tokens[at..at + length];
    let patronymic = (length > 1)
        .then(|| {
            (1..length).find(|&by| {
                patronymic_like(&tokens[by])
                    && (length == 3
                        || !surname_like(&tokens[by])
                        || tokens[by].lower.contains("ұлы")
                        || tokens[by].lower.contains("қызы"))
            })
        })
        .flatten();
    let others: Vec<usize> = (0..length).filter(|by| Some(*by) != patronymic).collect();
    let mut surname = others
        .iter()
        .copied()
        .find(|by| surname_like(&tokens[*by]))
        .or_else(|| {
            let by_form = |by: &usize| crate::cases::name::is_surname(&tokens[*by].lower);
            others.iter().copied().find(|by| length > 1 && by_form(by))
        });
    if length == 3 && patronymic == Some(1) {
        // «Валентина Сергеевна Горбунова»
        surname = Some(2);
    }
    if length == 2 && patronymic.is_none() && surname == Some(0) && surname_like(&tokens[1]) {
        surname = Some(1);
    }
    if surname.is_none() && patronymic.is_none() && length > 1 {
        surname = Some(length - 1);
    }
    if length == 3 && patronymic == Some(2) && surname.is_none() {
        // «Ким Валерий Иванович», «Нұрлан Бек Серікұлы»
        let second = is_given(&tokens[1].lower)
            && (!tokens[2].lower.contains("ұлы") || !is_given(&tokens[0].lower));
        surname = Some(usize::from(!second));
    }
    // «Людмила Аркадьевна» has a surname elsewhere
    let russian = patronymic.is_some_and(|by| {
        [
            "ич", "вна", "чна", "ича", "ичу", "ичем", "вны", "вне", "вну", "вной",
        ]
        .iter()
        .any(|ending| tokens[by].lower.ends_with(ending))
    });
    if length == 2
        && patronymic.is_some()
        && surname.is_none()
        && !(russian && lexed.is_russian(at))
    {
        // «Нұрсұлтан Әбішұлы»: the patronymic serves as surname.
        surname = patronymic;
    }
    let given = others.iter().copied().find(|by| Some(*by) != surname);
    mention.surname_first = surname == Some(0) && length > 1;
    mention.patronymic_inside = surname.is_some() && patronymic < surname;
    let text = |by: Option<usize>| by.map(|by| tokens[by].text.clone());
    if lexed.is_russian(at) {
        let middle = patronymic.filter(|by| Some(*by) != surname);
        let name = declension::nominative(
            text(given).as_deref(),
            text(middle).as_deref(),
            text(surname).as_deref(),
            due.unwrap_or_else(|| due_cases(lexed, at, at + length - 1)),
        );
        (mention.given, mention.patronymic, mention.surname) =
            (name.given, name.patronymic, name.surname);
        mention.cases = name.cases;
        mention.inflected = !name.cases.is_empty() && !name.cases.any(Cases::NOM);
    } else {
        // only the last word of a name carries a case: «Ядвига Новицкаяның»
        let own = |by: Option<usize>| {
            let last = by.is_some_and(|by| by + 1 == length);
            text(by).map(|word| if last { nominative(&word) } else { word })
        };
        mention.given = own(given);
        mention.surname = own(surname);
        mention.patronymic = own(patronymic.filter(|by| Some(*by) != surname));
        mention.inflected = tokens.last().is_some_and(|last| {
            kazakh_ending(&last.lower) > 0
                && !is_surname(&last.lower)
                && nominative(&last.text) != last.text
        });
    }
    mention
}

/// A name word in the nominative. A name on no list that ends like a locative or an ablative, which people seldom
/// stand in, or like a case behind a possessive, which no name has, is whole: «Баймолда», «Шаймардан», «Сүйін».
fn nominative(word: &str) -> String {
    let bare = nominative_kk(word);
    let lower = bare.to_lowercase();
    let cut = word.strip_prefix(bare.as_str()).unwrap_or_default();
    let seldom = [
        "н", "нда", "нде", "на", "не", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан",
        "нен",
    ];
    // «Шульга»: the Kazakh dative is -ға, not -га
    let foreign = matches!(cut, "га" | "ка");
    if (foreign || seldom.contains(&cut)) && !is_given(&lower) && !is_surname(&lower) {
        return word.to_owned();
    }
    bare
}

/// The cases that the words before a Russian name ask for: a preposition, or the noun of its position.
pub(crate) fn due_cases(lexed: &Lexed, at: usize, last: usize) -> Cases {
    let lowest = lexed.sentence_of(at).start.max(at.saturating_sub(14));
    if let Some(before) = at.checked_sub(1).filter(|before| *before >= lowest) {
        match lexed.tokens[before].lower.as_str() {
            "участием" | "имени" | "от" | "для" | "кончиной" | "памяти" | "у" | "после"
            | "против" | "без" | "вместо" | "кроме" | "среди" | "из" => {
                return Cases::GEN;
            }
            "к" | "ко" | "благодаря" => return Cases::DAT,
            "с" | "со" | "между" | "над" | "перед" => return Cases::INS,
            "о" | "об" | "обо" | "при" => return Cases::PREP,
            // «к 60-летию Омарова»
            word if word.ends_with("летию") || word.ends_with("летия") => {
                return Cases::GEN;
            }
            _ => {}
        }
    }
    let mut due = Cases::default();
    for token in lexed.tokens[lowest..at].iter().rev() {
        if token.sort == Sort::Sign(',') || crate::reader::kk::words::is_russian_verb(token) {
            break;
        }
        // Of «заместитель акима» the first noun tells the case of the name.
        let cases = gazetteer::cases_of_position(&token.lower);
        if !cases.is_empty() {
            due = cases;
        }
    }
    // «60-летие Омарова, директора школы»
    let behind = |at: usize| {
        lexed
            .tokens
            .get(at)
            .map(|token| gazetteer::cases_of_position(&token.lower))
    };
    match due.is_empty() && lexed.is(last + 1, ',') {
        true => (last + 2..last + 4)
            .filter_map(behind)
            .find(|cases| !cases.is_empty())
            .unwrap_or_default(),
        false => due,
    }
}
