//! Nouns of offices, ranks and degrees in Russian: their cases, and the adjectives in front of them.

use crate::cases::russian::{self as declension, Cases};
use crate::gazetteer::{self, Kinds};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::word_list::{WordList, word_list};

/// Whether a noun of a position; `many`: in the plural as well.
pub(crate) fn is_head(token: &Token, many: bool) -> bool {
    let (one, several) = numbers(&token.lower);
    let plural = match (one.is_empty(), several.is_empty()) {
        (true, true) => is_plural(&token.lower),
        (one, _) => one,
    };
    token.sort == Sort::Word
        && (token.kinds.any(Kinds::POSITION_HEAD)
            || trade(&token.lower).is_some()
            || is_degree(token))
        && (many || !plural)
}

/// The cases of a noun of a position, in the singular and in the plural.
pub(crate) fn numbers(lower: &str) -> (Cases, Cases) {
    let known = gazetteer::numbers_of_position(lower);
    if known != (Cases::default(), Cases::default()) {
        return known;
    }
    let Some(own) = trade(lower) else {
        return known;
    };
    let mut cases = known;
    for (form, own, many) in declension::forms(&own) {
        if form == lower {
            let side = if many { &mut cases.1 } else { &mut cases.0 };
            *side = side.or(own);
        }
    }
    cases
}

/// The nominative of a noun of trades by its ending: искусствоведу, дзюдоистка, девятиклассником.
fn trade(lower: &str) -> Option<String> {
    #[rustfmt::skip]
    const MEN: [&str; 8] = [
        "вед", "олог", "щик", "чик", "классник", "курсник", "тренер", "метрист",
    ];
    const WOMEN: [&str; 6] = ["ист", "щиц", "чиц", "тельниц", "классниц", "курсниц"];
    if lower.chars().nth(5).is_none()
        || ["каталог", "некролог", "ящик", "график"]
            .iter()
            .any(|no| lower.starts_with(no))
    {
        return None;
    }
    let man = ["", "а", "у", "ом", "е", "и", "ы", "ов", "ам", "ами"]
        .iter()
        .find_map(|ending| {
            let rest = lower.strip_suffix(ending)?;
            MEN.iter()
                .any(|own| rest.ends_with(own))
                .then(|| rest.to_owned())
        });
    man.or_else(|| {
        ["ка", "ки", "ке", "ку", "кой", "а", "ы", "е", "у", "ей"]
            .iter()
            .find_map(|ending| {
                let rest = lower.strip_suffix(ending)?;
                let k = ending.starts_with('к');
                let own = WOMEN
                    .iter()
                    .any(|own| rest.ends_with(own) && (*own == "ист") == k);
                own.then(|| format!("{rest}{}", if k { "ка" } else { "а" }))
            })
    })
}

/// Whether a phrase begins with a noun in the plural, adjectives before it or not.
pub(crate) fn begins_in_plural(words: &[Token]) -> bool {
    let adjective = |token: &&Token| {
        ["ые", "ие", "ых", "их", "ым", "им", "ыми", "ими"]
            .iter()
            .any(|ending| token.lower.ends_with(ending))
    };
    let adjectives = words.iter().take_while(adjective).count();
    words.get(adjectives).is_some_and(|noun| {
        is_plural(&noun.lower) || adjectives > 0 && noun.lower.ends_with(['ы', 'и'])
    })
}

fn is_plural(lower: &str) -> bool {
    [
        "ители",
        "ников",
        "ники",
        "атов",
        "торы",
        "торов",
        "исты",
        "истов",
        "тели",
        "телей",
        "аты",
        "ами",
        "ями",
        "атам",
        "ели",
    ]
    .iter()
    .any(|ending| lower.ends_with(ending))
}

/// Nouns of ranks, degrees and honours, which stand beside an office.
pub(crate) fn is_title(token: &Token) -> bool {
    static TITLES: WordList = word_list!("ru/titles");
    let own = gazetteer::nominative_ru(&token.lower).unwrap_or(&token.lower);
    let last = own.rsplit('-').next().unwrap_or(own);
    TITLES.has(last) || own.starts_with("генерал-")
}

/// Whether a token is a degree: «PhD», «д.м.н.», «к.ф.-м.н.».
pub(crate) fn is_degree(token: &Token) -> bool {
    token.sort == Sort::Word && (token.text == "PhD" || token.text.contains('.'))
}

/// Whether an adjective: исполнительный, главного, первой; and «и.о.».
pub(crate) fn is_adjective(token: &Token) -> bool {
    token.sort == Sort::Word
        && ([
            "ый", "ий", "ая", "яя", "ое", "ого", "его", "ому", "ему", "ым", "им", "ной", "кой",
            "вой", "ней", "ном", "ском", "вом", "ые", "ых", "ую", "шей", "щей",
        ]
        .iter()
        .any(|ending| {
            token.lower.ends_with(ending)
                && token.lower.chars().count() > ending.chars().count() + 2
        }))
        && !["аний", "ений", "иций", "аций"]
            .iter()
            .any(|ending| token.lower.ends_with(ending))
        && !token
            .kinds
            .any(Kinds::POSITION_HEAD.with(Kinds::ORGANISATION_HEAD))
        && !matches!(
            token.lower.as_str(),
            "кончиной"
                | "страной"
                | "стороной"
                | "причиной"
                | "домом"
                | "этом"
                | "котором"
        )
}

pub(crate) fn with_adjectives(lexed: &Lexed, head: usize, bottom: usize) -> usize {
    let fits = |at: usize| {
        let new = matches!(
            lexed.tokens[at].lower.as_str(),
            "новым" | "новой" | "новый" | "новая"
        );
        is_adjective(&lexed.tokens[at]) && !new
    };
    let mut start = head;
    while start > bottom {
        // «Чрезвычайный и Полномочный Посол»
        let joined = start > bottom + 1
            && start < head
            && lexed.tokens[start - 1].lower == "и"
            && fits(start - 2);
        if joined {
            start -= 2;
        } else if fits(start - 1) {
            start -= 1;
        } else {
            break;
        }
    }
    acting(lexed, start, bottom).unwrap_or(start)
}

/// Where «и.о.» or «исполняющий обязанности» before a position begins.
fn acting(lexed: &Lexed, start: usize, bottom: usize) -> Option<usize> {
    let words = |count: usize| {
        let from = start
            .checked_sub(count)
            .filter(|from| *from >= bottom.saturating_sub(4))?;
        let text = lexed
            .between(from, start - 1)
            .to_lowercase()
            .replace(' ', "");
        Some((from, text))
    };
    (2..=4).find_map(|count| {
        let (from, text) = words(count)?;
        let begins = matches!(
            text.as_str(),
            "и.о."
                | "врио."
                | "исполняющийобязанности"
                | "исполняющегообязанности"
                | "исполняющаяобязанности"
                | "исполняющимобязанности"
        );
        begins.then_some(from)
    })
}
