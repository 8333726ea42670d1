//! What a word may be in a name: given name, surname, patronymic, or nothing of the kind.

use crate::cases::name::{is_given, is_inflected_surname, may_be_name, nominative_ru};
use crate::gazetteer::Kinds;
use crate::reader::lex::lexed::{Lexed, Sort, Token};

/// Whether a word is a noun of positions, bodies or places, or the name of one.
pub(crate) fn means_else(token: &Token) -> bool {
    token.kinds.any(
        Kinds::POSITION_HEAD
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::ORGANISATION)
            .with(Kinds::PLACE_HEAD)
            .with(Kinds::PLACE)
            .with(Kinds::COUNTRY)
            .with(Kinds::NATION)
            .with(Kinds::FACILITY_HEAD),
    )
}

/// «Алматинской области», «Матайской средней школы»: an adjective of a place, not a surname.
pub(crate) fn is_adjective_of_place(lexed: &Lexed, at: usize) -> bool {
    let adjective = lexed.is_russian(at)
        && [
            "ской",
            "ская",
            "ского",
            "скому",
            "скую",
            "ским",
            "ский",
            "ском",
            "цкой",
            "цкого",
        ]
        .iter()
        .any(|ending| lexed.tokens[at].lower.ends_with(ending));
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
    let near = noun(at + 1).is_some_and(|next| {
        head(next)
            || crate::reader::ru::offices::is_adjective(next) && noun(at + 2).is_some_and(head)
    });
    adjective && near
}

pub(crate) fn is_name_word(token: &Token) -> bool {
    token.sort == Sort::Word && token.capital && token.text != "PhD" && !token.text.contains('.') && !token.text.contains(|c: char| c.is_numeric()) && token.text.chars().nth(1).is_some()
        // «ЖШС» and other abbreviations are no names; a title in capitals is none either.
        && token.text.chars().any(char::is_lowercase)
}

/// «Северо-Казахстанской сельскохозяйственной станции», «акимом Турксибского –»: an adjective of a place that stands
/// without a given name, and neither ends its clause nor has a verb behind it.
pub(crate) fn is_bare_adjective(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    let adjective = [
        "ский",
        "ская",
        "ского",
        "скому",
        "ским",
        "ской",
        "скую",
        "ском",
        "цкий",
        "цкая",
        "цкого",
        "цкой",
    ]
    .iter()
    .any(|ending| token.lower.ends_with(ending));
    // «Великой Отечественной войны»
    let of_noun = |at: usize| {
        let next = lexed.tokens.get(at + 1);
        is_adjectival(&lexed.tokens[at])
            && next.is_some_and(|next| {
                next.sort == Sort::Word
                    && !next.capital
                    && !crate::reader::kk::words::is_russian_verb(next)
            })
    };
    let next = lexed.tokens.get(at + 1);
    let great = next.is_some_and(|next| next.capital && next.sort == Sort::Word)
        && is_adjectival(token)
        && of_noun(at + 1);
    let follows = lexed
        .tokens
        .get(at + 1)
        .is_some_and(|next| match next.sort {
            Sort::Word => !crate::reader::kk::words::is_russian_verb(next),
            Sort::Dash => !token.lower.ends_with("ий") && !token.lower.ends_with("ая"),
            _ => false,
        });
    lexed.is_russian(at) && (adjective && follows || great)
}

fn is_adjectival(token: &Token) -> bool {
    ["ой", "ого", "ому", "ая", "ую"]
        .iter()
        .any(|ending| token.lower.ends_with(ending))
}

pub(crate) fn tagged(token: &Token) -> bool {
    token
        .tag
        .as_ref()
        .is_some_and(|(class, _)| class == "PERSON")
}

pub(crate) fn surname_like(token: &Token) -> bool {
    let place = token
        .kinds
        .any(Kinds::PLACE.with(Kinds::COUNTRY).with(Kinds::LANDSCAPE));
    (is_inflected_surname(&token.lower) || russian_surname(&token.lower))
        && (!place || tagged(token))
        && !token.kinds.any(Kinds::ORGANISATION_HEAD)
}

pub(crate) fn russian_surname(lower: &str) -> bool {
    [
        "ова",
        "ева",
        "ина",
        "ова",
        "ову",
        "еву",
        "ину",
        "овым",
        "евым",
        "иным",
        "ове",
        "еве",
        "овой",
        "евой",
        "иной",
        "ского",
        "скому",
        "ским",
        "ской",
        "скую",
    ]
    .iter()
    .any(|ending| lower.ends_with(ending) && lower.chars().count() > ending.chars().count() + 2)
}

pub(crate) fn given_like(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    // «Аким» is a man's name as well; in a release it is the office.
    if ["әкім", "аким"]
        .iter()
        .any(|office| token.lower.starts_with(office))
    {
        return false;
    }
    // «Фёдоров» is no «Фёдор»
    if lexed.is_russian(at)
        && crate::cases::name::is_surname(&token.lower)
        && !token.lower.ends_with('а')
        && !is_given(&token.lower)
    {
        return false;
    }
    let listed = token.kinds.any(Kinds::GIVEN)
        || is_given(&token.lower)
        || may_be_name(&token.lower, token.kinds) && !surname_like(token);
    if lexed.is_russian(at) {
        let (given, _) = nominative_ru(Some(&token.text), None, false);
        return listed || given.is_some_and(|name| is_given(&name.to_lowercase()));
    }
    listed
}

/// «Викторовна», «Викторовнаға», «Ильича».
pub(crate) fn is_russian_patronymic(token: &Token) -> bool {
    let lower = token.lower.as_str();
    let ends = |bare: &str| {
        ["ович", "евич", "ьич", "овна", "евна", "ична"]
            .iter()
            .any(|own| bare.ends_with(own))
    };
    let cases = [
        "", "а", "у", "ем", "е", "ға", "ге", "ның", "нің", "тің", "пен", "мен", "ты", "ті", "ны",
        "ні", "ке", "қа",
    ];
    let plain = cases
        .iter()
        .any(|case| lower.strip_suffix(case).is_some_and(ends));
    let woman = ["ы", "е", "у", "ой"].iter().any(|case| {
        lower
            .strip_suffix(case)
            .is_some_and(|stem| ["овн", "евн", "ичн"].iter().any(|own| stem.ends_with(own)))
    });
    token.capital && (plain || woman)
}

pub(crate) fn patronymic_like(token: &Token) -> bool {
    let russian = ["овн", "евн"].iter().any(|root| {
        ["ы", "е", "у", "ой"].iter().any(|ending| {
            token
                .lower
                .strip_suffix(ending)
                .is_some_and(|rest| rest.ends_with(root))
        })
    });
    (token.kinds.any(Kinds::PATRONYMIC) || russian)
        && !["ская", "скии"]
            .iter()
            .any(|ending| token.folded.ends_with(ending))
}

/// Whether a word of a capital may be an unknown given name: no head noun, no place, no common sentence opener.
pub(crate) fn unknown_given(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    let opens = at == lexed.sentence_of(at).start;
    let class = crate::reader::kk::words::Class::of(token);
    !token.kinds.any(
        Kinds::POSITION_HEAD
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::PLACE_HEAD)
            .with(Kinds::COUNTRY)
            .with(Kinds::NATION)
            .with(Kinds::PERIOD)
            .with(Kinds::ORGANISATION)
            .with(Kinds::FACILITY_HEAD),
    ) && (class == crate::reader::kk::words::Class::Bare || lexed.is_russian(at))
        && !(lexed.is_russian(at) && is_russian_function(&token.lower))
        && (!opens
            || tagged(token)
            || lexed
                .tokens
                .get(at + 2)
                .is_some_and(|next| !next.capital || next.sort != Sort::Word))
}

pub(crate) fn is_russian_function(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "также",
        "при",
        "как",
        "для",
        "его",
        "это",
        "затем",
        "далее",
        "сегодня",
        "вчера",
        "однако",
        "кроме",
        "после",
        "по",
        "об",
        "от",
        "на",
        "из",
        "во",
        "со",
        "но",
        "он",
        "она",
        "они",
        "господин",
        "госпожа",
    ];
    WORDS.contains(&lower)
}
