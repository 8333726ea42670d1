//! A name's parts in the nominative.

use super::lex::{Lexed, Sort};
use super::mention::{By, Mention};
use super::name_words::{patronymic_like, surname_like};
use crate::gazetteer::Kinds;
use crate::name::{is_given, is_surname, kazakh_ending, nominative_kk, nominative_ru};

/// The parts of a name of so many words.
pub(super) fn build(lexed: &Lexed, at: usize, length: usize, by: By) -> Mention {
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
            let by_form = |by: &usize| crate::name::is_surname(&tokens[*by].lower);
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
    if length == 2 && patronymic.is_some() && surname.is_none() {
        // «Нұрсұлтан Әбішұлы»: the patronymic serves as surname.
        surname = patronymic;
    }
    let given = others.iter().copied().find(|by| Some(*by) != surname);
    mention.surname_first = surname == Some(0) && length > 1;
    mention.patronymic_between = patronymic < surname;
    let text = |by: Option<usize>| by.map(|by| tokens[by].text.as_str());
    if lexed.is_russian(at) {
        let (own, family) = nominative_ru(text(given), text(surname), genitive_due(lexed, at));
        (mention.given, mention.surname) = (own, family);
        mention.patronymic =
            text(patronymic.filter(|by| Some(*by) != surname)).map(russian_patronymic);
        mention.inflected = surname.is_some_and(|by| is_oblique(&tokens[by].lower));
        if length == 1 && surname.is_none() {
            mention.given = nominative_ru(Some(&tokens[0].text), None, false).0;
        }
    } else {
        mention.given = text(given).map(nominative);
        mention.surname = text(surname).map(nominative);
        mention.patronymic = text(patronymic.filter(|by| Some(*by) != surname)).map(nominative);
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
    if seldom.contains(&cut) && !is_given(&lower) && !is_surname(&lower) {
        return word.to_owned();
    }
    bare
}

/// A Russian surname in a case that no subject has: Тулегенову, Омаровым, Исабаевой.
pub(super) fn is_oblique(lower: &str) -> bool {
    [
        "ову",
        "еву",
        "ину",
        "ыну",
        "овым",
        "евым",
        "иным",
        "ыным",
        "ским",
        "скому",
        "ского",
        "овой",
        "евой",
        "иной",
    ]
    .iter()
    .any(|ending| lower.ends_with(ending))
}

/// Whether the words before a Russian name stand in the genitive: «акима области …», «с участием …».
pub(super) fn genitive_due(lexed: &Lexed, at: usize) -> bool {
    let lowest = lexed.sentence_of(at).start.max(at.saturating_sub(9));
    if at > lowest
        && matches!(
            lexed.tokens[at - 1].lower.as_str(),
            "участием"
                | "имени"
                | "от"
                | "для"
                | "кончиной"
                | "памяти"
                | "у"
                | "после"
                | "против"
                | "без"
                | "вместо"
                | "кроме"
                | "среди"
        )
    {
        return true;
    }
    let mut due = false;
    for token in lexed.tokens[lowest..at].iter().rev() {
        if token.sort == Sort::Sign(',') || super::grammar::is_russian_verb(token) {
            break;
        }
        // Of «заместитель акима» the first head tells the case of the name.
        if token.kinds.any(Kinds::POSITION_HEAD) {
            due = token.lower.ends_with(['а', 'я']) && !crate::gazetteer::is_position(&token.lower);
        }
    }
    due
}

pub(super) fn russian_patronymic(word: &str) -> String {
    for (ending, own) in [
        ("овича", "ович"),
        ("овичу", "ович"),
        ("овичем", "ович"),
        ("евича", "евич"),
        ("евичу", "евич"),
        ("евичем", "евич"),
        ("овну", "овна"),
        ("евну", "евна"),
        ("овны", "овна"),
        ("овне", "овна"),
        ("овной", "овна"),
        ("евны", "евна"),
        ("евне", "евна"),
        ("евной", "евна"),
    ] {
        if let Some(rest) = word.strip_suffix(ending) {
            return format!("{rest}{own}");
        }
    }
    nominative_kk(word)
}
