//! What a word does in a Kazakh sentence, as far as noun phrases need it.

use crate::cases::kazakh::{Case, ends_like, ends_like_relation};
use crate::gazetteer::{self, Kinds};
use crate::reader::lex::token::{Sort, Token};
use crate::word_list::{WordList, word_list};

/// How a Kazakh word hangs on what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// A noun or adjective without case.
    Bare,
    /// Of something: part of the phrase.
    Genitive,
    /// «жөніндегі», «атындағы», «өңірдегі».
    Relation,
    Accusative,
    Instrumental,
    Dative,
    /// Locative, ablative.
    Away,
    /// «алған», «өткен».
    Participle,
    /// Verbs, adverbs, conjunctions: never part of the phrase.
    Stop,
    /// «және», «мен».
    And,
}

/// Words without case that end a phrase to their right: conjunctions, adverbs, pronouns, folded.
static STOPS: WordList = word_list!("kk/stops");

static RELATIONS: WordList = word_list!("kk/relations");

/// Bare words that end like a converb or a case and are none, folded.
static NOUNS: WordList = word_list!("kk/nouns-like-cases");

impl Class {
    pub fn of(token: &Token) -> Class {
        // Kazakh in Latin letters does not tell и from і; an ending of this language has і.
        let latin = token.text.contains(|c: char| c.is_ascii_alphabetic());
        let own = if latin {
            token.lower.replace('и', "і")
        } else {
            String::new()
        };
        let lower = if latin {
            own.as_str()
        } else {
            token.lower.as_str()
        };
        let folded = token.folded.as_str();
        if matches!(lower, "және" | "мен" | "пен" | "бен" | "һәм") {
            return Class::And;
        }
        if RELATIONS.has(lower) && lower != "туралы" {
            return Class::Relation;
        }
        if STOPS.has(folded) && !(folded == "когам" || folded == "басты") {
            return Class::Stop;
        }
        let country = folded.ends_with("стан") && token.capital;
        // «11-сынып», «3-курс»
        let numbered = token.text.starts_with(|c: char| c.is_numeric())
            && folded
                .split_once('-')
                .is_some_and(|(_, noun)| !crate::cases::kazakh::is_bare_case(noun));
        let named = token.capital
            && (crate::cases::surnames::is_surname(lower)
                || gazetteer::is_place_to_the_letter(lower));
        if NOUNS.has(folded)
            || named
            || gazetteer::is_noun(lower)
            // «ауданы», «маманы»: a possessive, no accusative
            || lower.strip_suffix(['ы', 'і']).is_some_and(gazetteer::is_noun)
            || numbered
            || country
            || crate::cases::kazakh::is_whole(folded)
            || folded.chars().nth(3).is_none()
        {
            return Class::Bare;
        }
        let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
        if ends_like(lower, &[Case::Genitive]) {
            return Class::Genitive;
        }
        if ends_like_relation(lower) {
            return Class::Relation;
        }
        if !token.capital
            && ends(&["ған", "ген", "қан", "кен", "атын", "етін", "йтын", "йтін"])
            && !ends(&["мекен", "метін", "детін"])
        {
            return Class::Participle;
        }
        if crate::cases::kazakh::without_case(folded).is_some() {
            return by_case(lower);
        }
        let converb = lower.ends_with('п')
            && !["кәсіп", "мектеп", "кітап"]
                .iter()
                .any(|noun| lower.ends_with(noun))
            && lower
                .chars()
                .rev()
                .nth(1)
                .is_some_and(|c| "аәеыіоуүұөию".contains(c));
        if !token.capital
            && (converb
                || ends(&[
                    "йды", "йді", "ады", "еді", "ынша", "інше", "айды", "мақ", "мек", "йық", "йік",
                    "алық", "елік", "сын", "сін",
                ]) && !ends(&["халық", "алық", "елік"]))
        {
            return Class::Stop;
        }
        if !token.capital
            && folded.chars().nth(4).is_some()
            && ends(&[
                "тса",
                "лса",
                "рса",
                "нса",
                "тсе",
                "лсе",
                "рсе",
                "нсе",
                "са да",
            ])
        {
            return Class::Stop;
        }
        Class::Bare
    }
}

/// Participles that are part of a title: «қауымдастырылған профессор», «мамандандырылған сот».
pub(crate) fn is_titular(token: &Token) -> bool {
    const PARTICIPLES: [&str; 9] = [
        "кауымдастырылган",
        "мамандандырылган",
        "бириктирилген",
        "лицензияланган",
        "сертификатталган",
        "аккредиттелген",
        "уакилеттирилген",
        "орталыктандырылган",
        "курамдастырылган",
    ];
    PARTICIPLES.contains(&token.folded.as_str())
}

fn by_case(lower: &str) -> Class {
    if ends_like(lower, &[Case::Instrumental]) {
        Class::Instrumental
    } else if ends_like(lower, &[Case::Dative]) {
        Class::Dative
    } else if ends_like(lower, &[Case::Locative, Case::Ablative]) {
        Class::Away
    } else if ends_like(lower, &[Case::Accusative]) || lower.ends_with('н') {
        Class::Accusative
    } else {
        Class::Bare
    }
}

/// Whether a token ends a position as printed in Kazakh: төрағасы, директоры, әкім.
pub(crate) fn is_position_head(token: &Token) -> bool {
    let named = token.all_kinds().any(Kinds::POSITION_HEAD) && !is_inflected(token);
    // «PhD», «т.ғ.д.», «Еңбек Ері»
    let degree = token.text == "PhD"
        || matches!(token.text.as_str(), "Ері" | "иесі")
        || token.text.contains('.');
    token.sort == Sort::Word && (degree || (named || is_trade(&token.lower)) && !is_plural(token))
}

/// Nouns of trades in -шы and -ші, with or without a possessive: тарихшы, жаттықтырушысы.
fn is_trade(lower: &str) -> bool {
    let bare = lower
        .strip_suffix("сы")
        .or(lower.strip_suffix("сі"))
        .unwrap_or(lower);
    bare.chars().nth(4).is_some() && (bare.ends_with("шы") || bare.ends_with("ші"))
}

/// Whether a Kazakh word carries a case.
pub(crate) fn is_inflected(token: &Token) -> bool {
    // «журналисті» is журналист-і, not «журналис-ті».
    if token
        .lower
        .strip_suffix(['ы', 'і'])
        .is_some_and(gazetteer::is_position)
    {
        return false;
    }
    let plain = crate::cases::kazakh::without_case(&token.folded).is_none();
    let genitive = Class::of(token) == Class::Genitive;
    !plain || genitive
}

pub(crate) fn is_plural(token: &Token) -> bool {
    [
        "лары", "лери", "дары", "дери", "тары", "тери", "лар", "лер", "дар", "дер", "тар", "тер",
    ]
    .iter()
    .any(|ending| {
        token.folded.ends_with(ending) && token.folded.chars().count() > ending.chars().count() + 3
    }) && !matches!(
        token.stem.as_str(),
        "министр" | "лидер" | "фельдшер" | "ауле"
    )
}
