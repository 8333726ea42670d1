//! Organisations: out of positions, by their head nouns, by the lists and by the tagger.

use super::english;
use super::grammar::{Class, closes, is_plural, kinds, opening};
use super::lex::{Lexed, Sort, Token};
use super::organisations_ru::{russian, russian_name, russian_start};
use super::position_kk::{Phrase, left};
use crate::ending::{is_bare_case, without_case};
use crate::gazetteer::Kinds;

/// An organisation where the body prints it.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub first: usize,
    pub last: usize,
    /// In the nominative.
    pub name: String,
    pub by: By,
}

/// Why it is taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Position,
    Head,
    List,
    Tagger,
    Credit,
    Record,
}

/// Adjectives of level, folded: an organisation of one level and place needs no capital.
const LEVELS: [&str; 12] = [
    "облыстык",
    "калалык",
    "аудандык",
    "ауылдык",
    "онирлик",
    "республикалык",
    "областно",
    "городско",
    "районно",
    "региональн",
    "республиканск",
    "сельск",
];

/// What a house or palace that is an institution is of, folded.
const HOUSES: [&str; 10] = [
    "мадениет",
    "достык",
    "балалар",
    "шыгармашылык",
    "карттар",
    "окушылар",
    "спорт",
    "баспасоз",
    "жастар",
    "халык",
];

/// State bodies that are told by what they are for, without a capital: «тіл басқармасы», «управление спорта», folded.
const STATE: [&str; 20] = [
    "баскарма",
    "департамент",
    "министрлик",
    "министрлиг",
    "комитет",
    "агенттик",
    "агенттиг",
    "инспекция",
    "прокуратура",
    "акимдик",
    "акимдиг",
    "управлени",
    "министерств",
    "агентств",
    "инспекци",
    "прокуратур",
    "акимат",
    "акимата",
    "палата",
    "батальон",
];

/// Bodies that are called by one word.
const BODIES: [&str; 9] = [
    "парламент",
    "мажилис",
    "сенат",
    "укимет",
    "мажилиси",
    "правительство",
    "сената",
    "парламента",
    "мажилиса",
];

/// The organisation inside a position, if the position names one: «облыстық мәслихаттың төрағасы».
pub(crate) fn of_position(lexed: &Lexed, (start, end): Phrase) -> Option<Found> {
    if end == start {
        return None;
    }
    if lexed.is_russian(end) {
        let head = (start + 1..=end)
            .find(|at| is_head(lexed, *at) && !lexed.tokens[*at].kinds.any(Kinds::POSITION_HEAD));
        let first = match head {
            Some(head) => russian_start(lexed, head, start + 1),
            None => (start + 1..=end).find(|at| lexed.tokens[*at].sort == Sort::Quote)?,
        };
        let name = match head {
            Some(head) => russian_name(lexed, first, head, end),
            None => lexed.between(first, end),
        };
        let single = first == end && !lexed.tokens[first].capital;
        return (!single).then_some(Found {
            first,
            last: end,
            name,
            by: By::Position,
        });
    }
    let head = (start..end)
        .rev()
        .find(|at| is_head(lexed, *at) && !is_board(lexed, *at));
    let last = match head {
        Some(head) => head,
        // «Қазпошта» директоры; what is between «Құрмет» and «иегері» is an order, not an organisation.
        None => Some(end - 1).filter(|at| closes(lexed, *at))?,
    };
    let first = match head {
        Some(_) => start,
        None => opening(lexed, last, start, 14)?,
    };
    // A bare «бірлестік», and one that has a capital only because it begins the sentence, names nothing.
    let single = first == last
        && (!lexed.tokens[last].capital || opens(lexed, first))
        && !lexed.tokens[last].kinds.any(Kinds::ORGANISATION);
    // «АҚ» is a form, not a name
    let form = first == last
        && is_head(lexed, last)
        && !lexed.tokens[last].text.contains(char::is_lowercase);
    (!single && !form).then(|| Found {
        first,
        last,
        name: nominative(lexed, first, last),
        by: By::Position,
    })
}

/// The organisation that a bare head noun of a position means: «мәслихат хатшысы», «руководитель управления» after
/// «Кербұлақ аудандық мәслихаты», «управление спорта». The only one of its noun in the text, named before or not.
pub(crate) fn named_before(
    lexed: &Lexed,
    positions: &[Phrase],
    organisations: &[crate::release::Named],
) -> Option<String> {
    positions.iter().find_map(|(start, end)| {
        let russian = lexed.is_russian(*end);
        let at = match russian {
            true => *end,
            false => *start,
        };
        if end == start || !is_head(lexed, at) {
            return None;
        }
        let token = &lexed.tokens[at];
        let noun = |word: &str| {
            let lower = word.to_lowercase();
            match russian {
                true => {
                    crate::gazetteer::nominative_ru(&lower).map_or(lower.clone(), str::to_owned)
                }
                false => crate::stem::stem_kk(&lower),
            }
        };
        let own = noun(&token.text);
        let mut fits = organisations
            .iter()
            .filter(|named| crate::token::words(&named.name).any(|word| noun(word.text) == own));
        match (fits.next(), fits.next()) {
            (Some(one), None) => Some(one.name.clone()),
            _ => None,
        }
    })
}

/// «Басқарма төрағасы»: a title, not a department.
fn is_board(lexed: &Lexed, at: usize) -> bool {
    lexed.tokens[at].lower == "басқарма"
        && lexed
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.lower.starts_with("төраға") || next.lower.starts_with("мүше"))
}

/// Whether a word is the first of its sentence.
pub(super) fn opens(lexed: &Lexed, at: usize) -> bool {
    let sentence = lexed.sentence_of(at);
    lexed.tokens[sentence.start..=at]
        .iter()
        .filter(|token| token.sort == Sort::Word)
        .count()
        == 1
}

pub(super) fn is_head(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    // «мәдениет үйі», «оқушылар сарайы»: only with these words in front is it an institution.
    let house = ["уии", "сараи"]
        .iter()
        .any(|head| token.folded.starts_with(head))
        && at
            .checked_sub(1)
            .is_some_and(|before| HOUSES.contains(&lexed.tokens[before].folded.as_str()));
    token.sort == Sort::Word
        && (house || kinds(token).any(Kinds::ORGANISATION_HEAD))
        && (!is_plural(token) || lexed.is_russian(at))
}

/// Text from one token to another, the last without its Kazakh case ending.
pub(crate) fn nominative(lexed: &Lexed, first: usize, last: usize) -> String {
    let text = lexed.between(first, last);
    let token = &lexed.tokens[last];
    if token.sort != Sort::Word {
        return text;
    }
    if let Some((bare, ending)) = token.text.rsplit_once(['-', '‑'])
        && is_bare_case(&crate::fold::fold(&crate::latin::cyrillic(ending)))
    {
        let cut = token.text.len() - bare.len();
        return text[..text.len() - cut].to_owned();
    }
    let cut = without_case(&token.folded).map_or(0, |rest| {
        token.folded.chars().count() - rest.chars().count()
    });
    let length = text.chars().count();
    text.chars().take(length - cut.min(length)).collect()
}

/// Every organisation of the body outside positions. `people` are the tokens of names, first and last.
pub(crate) fn find(lexed: &Lexed, people: &[(usize, usize)]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for at in 0..lexed.tokens.len() {
        let token = &lexed.tokens[at];
        if lexed
            .paragraphs
            .get(token.paragraph)
            .is_some_and(|p| p.credit)
            || token.sort != Sort::Word
        {
            continue;
        }
        let one = if lexed.is_english(at) {
            english::organisation(lexed, at, people)
        } else if lexed.is_russian(at) {
            russian(lexed, at, people)
        } else {
            kazakh(lexed, at, people)
        };
        let Some(one) = one.or_else(|| body(lexed, at)) else {
            continue;
        };
        // «Жетісу облысы әкімдігінің баспасөз қызметі»: the longer name takes the shorter.
        found.retain(|other| other.first < one.first || other.last > one.last);
        if !found
            .iter()
            .any(|other| other.first <= one.first && other.last >= one.last)
        {
            found.push(one);
        }
    }
    // «Архив и общество»: a title, not an organisation.
    found.retain(|one| {
        let quoted = one.first > 0
            && lexed.tokens[one.first - 1].sort == Sort::Quote
            && closes(lexed, one.last + 1);
        one.by != By::Head || !quoted
    });
    for (first, last) in tagged(lexed) {
        let overlaps = found
            .iter()
            .any(|other| other.first <= last && other.last >= first);
        let quoted =
            first > 0 && lexed.tokens[first - 1].sort == Sort::Quote && closes(lexed, last + 1);
        let several = last > first;
        let telling = lexed.tokens[first..=last].iter().any(|t| t.capital);
        if !overlaps
            && telling
            && (quoted || several && is_head(lexed, last))
            && !people.iter().any(|(a, b)| *a <= last && *b >= first)
        {
            found.push(Found {
                first,
                last,
                name: nominative(lexed, first, last),
                by: By::Tagger,
            });
        }
    }
    found
}

fn tagged(lexed: &Lexed) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for (at, token) in lexed.tokens.iter().enumerate() {
        match &token.tag {
            Some((class, true)) if class == "ORGANISATION" => spans.push((at, at)),
            Some((class, false)) if class == "ORGANISATION" => {
                if let Some(last) = spans.last_mut().filter(|last| last.1 + 1 == at) {
                    last.1 = at;
                }
            }
            _ => {}
        }
    }
    spans
}

/// «Парламент», «БҰҰ», «AMANAT».
fn body(lexed: &Lexed, at: usize) -> Option<Found> {
    let token = &lexed.tokens[at];
    let letters = token.text.split(['-', '‑']).next().unwrap_or_default();
    let abbreviation = letters.chars().count() > 1
        && letters.chars().all(char::is_uppercase)
        && token.kinds.any(Kinds::ORGANISATION)
        && !token.kinds.any(Kinds::ORGANISATION_HEAD);
    let known = token.capital
        && (BODIES.contains(&token.stem.as_str()) || BODIES.contains(&token.folded.as_str()));
    // «Парламент депутаты» is a position, and found there; «Сенат сайлауы» is none.
    (abbreviation || known).then(|| Found {
        first: at,
        last: at,
        name: nominative(lexed, at, at),
        by: By::List,
    })
}

pub(super) fn floor_of(lexed: &Lexed, at: usize, people: &[(usize, usize)]) -> usize {
    let sentence = lexed.sentence_of(at).start;
    let after = people
        .iter()
        .filter(|(_, last)| {
            *last < at
                && !(last + 1..last + 3).any(|next| {
                    lexed
                        .tokens
                        .get(next)
                        .is_some_and(|t| t.lower == "атындағы")
                })
        })
        .map(|(_, last)| last + 1)
        .max()
        .unwrap_or(0);
    sentence.max(after)
}

fn kazakh(lexed: &Lexed, at: usize, people: &[(usize, usize)]) -> Option<Found> {
    if !is_head(lexed, at) || is_board(lexed, at) {
        return None;
    }
    let floor = floor_of(lexed, at, people);
    if at < floor
        || people
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&at))
    {
        return None;
    }
    let mut first = left(lexed, at, floor);
    // «Панфилов ауданындағы Б. Назым атындағы мектеп»: where it stands is no part of its name
    if let Some(where_it_is) = (first..at).rev().find(|at| is_location(&lexed.tokens[*at])) {
        first = where_it_is + 1;
    }
    let state = first < at && (is_state(lexed, at) || is_press(lexed, at));
    let whole_phrase = first;
    // Running words in front of the name are not part of it.
    while first < at && !begins_name(lexed, first, floor) {
        first += 1;
    }
    let state = state && first == at;
    if state {
        first = whole_phrase;
    }
    let telling = state
        || (first..=at).any(|at| {
            let token = &lexed.tokens[at];
            let opener = opens(lexed, at);
            token.sort == Sort::Quote
                || token.sort == Sort::Sign('№')
                || token.capital && token.sort == Sort::Word && !(opener && common(token))
                || is_level(token)
        });
    let abbreviation = first == at
        && lexed.tokens[at]
            .text
            .chars()
            .filter(|c| c.is_uppercase())
            .count()
            > 1;
    let alone = first == at;
    let named = alone
        && lexed.tokens[at].capital
        && at != lexed.sentence_of(at).start
        && lexed.tokens[at].kinds.any(Kinds::ORGANISATION);
    let owned = crate::ending::without_possessive(
        without_case(&lexed.tokens[at].folded).unwrap_or(&lexed.tokens[at].folded),
    )
    .is_some();
    let begins = &lexed.tokens[first];
    // «Жетісу университеті» is owned; «облыстық мәслихат», «Жоғарғы Сот», «"Ерлік" ЖШС» begin tellingly.
    let whole = owned
        || is_level(begins)
        || matches!(begins.sort, Sort::Quote | Sort::Initial)
        || begins.capital && !opens(lexed, first);
    let society = lexed.tokens[at].stem == "когам" && !owned;
    (telling && whole && !society && !abbreviation && (!alone || named)).then(|| Found {
        first,
        last: at,
        name: nominative(lexed, first, at),
        by: By::Head,
    })
}

/// «ауданындағы», «Астанадағы».
fn is_location(token: &Token) -> bool {
    Class::of(token) == Class::Relation
        && token.kinds.any(Kinds::PLACE_HEAD.with(Kinds::PLACE))
        && ["дағы", "дегі", "тағы", "тегі"]
            .iter()
            .any(|ending| token.lower.ends_with(ending))
}

/// A state body by its head noun.
pub(super) fn is_state(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    STATE.iter().any(|head| token.folded.starts_with(head))
}

/// «баспасөз қызметі».
fn is_press(lexed: &Lexed, at: usize) -> bool {
    lexed.tokens[at].folded.starts_with("кызмет")
        && at > 0
        && lexed.tokens[at - 1].folded.starts_with("баспасоз")
}

/// A word that has a capital only because it begins a sentence.
fn common(token: &Token) -> bool {
    !token
        .kinds
        .any(Kinds::PLACE.with(Kinds::COUNTRY).with(Kinds::ORGANISATION))
        && !is_level(token)
}

pub(super) fn is_level(token: &Token) -> bool {
    LEVELS.iter().any(|level| token.folded.starts_with(level))
}

fn begins_name(lexed: &Lexed, at: usize, floor: usize) -> bool {
    let token = &lexed.tokens[at];
    match token.sort {
        Sort::Quote | Sort::Initial | Sort::Sign('№') => true,
        Sort::Word => {
            let opener = at == floor.max(lexed.sentence_of(at).start);
            token.capital && !(opener && common(token) && Class::of(token) != Class::Bare)
                || is_level(token)
                || token.text.starts_with(|c: char| c.is_numeric())
                    && lexed
                        .tokens
                        .get(at + 1)
                        .is_some_and(|next| next.kinds.any(Kinds::ORGANISATION_HEAD))
        }
        _ => false,
    }
}
