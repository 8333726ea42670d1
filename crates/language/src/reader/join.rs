//! Names joined into people: initials and bare surnames go to the full name that the article gives.

use super::english;
use super::lex::{Lexed, Sort};
use super::people::Mention;
use super::position_appointed;
use super::position_behind;
use super::position_kk::{self, Phrase};
use super::position_ru;
use crate::gazetteer::Kinds;
use crate::name::name_key;

/// A person of the article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    pub given: Option<String>,
    pub surname: Option<String>,
    pub patronymic: Option<String>,
    pub initials: Vec<String>,
    /// Indices into the mentions.
    pub mentions: Vec<usize>,
    pub positions: Vec<Phrase>,
}

/// Whether something is called after the name rather than its bearer meant: «Б. Римова атындағы театр», «Абай
/// көшесі», «школа имени Абая», «Абай Құнанбайұлының 180 жылдығы».
pub(crate) fn is_namesake(lexed: &Lexed, mention: &Mention) -> bool {
    if let (Some(given), Some(surname)) = (&mention.given, &mention.surname)
        && crate::gazetteer::is_remembered(given, surname)
    {
        return true;
    }
    let next = lexed.tokens.get(mention.last + 1);
    let beside = |token: &&super::lex::Token| {
        token.sort == Sort::Word && token.sentence == lexed.tokens[mention.last].sentence
    };
    if let Some(next) = next.filter(beside) {
        let folded = next.folded.as_str();
        let heads = Kinds::PLACE_HEAD
            .with(Kinds::FACILITY_HEAD)
            .with(Kinds::LANDSCAPE_HEAD)
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::EVENT_HEAD)
            .with(Kinds::PROJECT_HEAD);
        let called = [
            "атындагы",
            "атынд",
            "мұражай",
            "медал",
            "сыилыг",
            "тосбелги",
            "орден",
            "стипенди",
            "кубог",
            "жулде",
            "ескерткиш",
            "кесене",
            "турнир",
        ]
        .iter()
        .any(|word| folded.starts_with(word));
        // The head noun must be owned: «Абай көшесі», not «Абай ауылға барды».
        let owned = next.kinds.any(heads)
            && next.lower.ends_with(['ы', 'і', 'ң', 'е', 'н', 'а'])
            && !next.kinds.any(Kinds::POSITION_HEAD)
            && !mention.inflected
            && crate::ending::without_possessive(bare(folded)).is_some();
        if called || owned {
            return true;
        }
        let counted =
            next.text.starts_with(|c: char| c.is_numeric()) || next.kinds.any(Kinds::NUMERAL);
        let birthday = (mention.last + 1..mention.last + 5).any(|at| {
            lexed.tokens.get(at).is_some_and(|token| {
                token.folded.starts_with("жылдыг")
                    || token.folded.starts_with("летию")
                    || token.folded.starts_with("мереитоиы")
            })
        });
        if counted && birthday {
            return true;
        }
    }
    let before = mention.first.checked_sub(1).map(|at| &lexed.tokens[at]);
    let called = |lower: &str| {
        matches!(
            lower,
            "имени"
                | "им"
                | "улица"
                | "улице"
                | "улицы"
                | "проспект"
                | "проспекте"
                | "проспекта"
                | "ул"
        )
    };
    let named = before.is_some_and(|token| called(&token.lower))
        || lexed.is(mention.first.wrapping_sub(1), '.')
            && mention.first > 1
            && called(&lexed.tokens[mention.first - 2].lower);
    let quoted = before.is_some_and(|token| token.sort == Sort::Quote)
        && next.is_some_and(|token| token.sort == Sort::Quote);
    named || quoted
}

fn bare(folded: &str) -> &str {
    crate::ending::without_case(folded).unwrap_or(folded)
}

/// «Омаровтың әндері шырқалды», «Омаровтың мүсіні»: somebody's works or memory, where nothing says who that is now.
fn is_recalled(lexed: &Lexed, mention: &Mention) -> bool {
    const WORKS: [&str; 12] = [
        "андери",
        "олендери",
        "куилери",
        "шыгармалары",
        "туындылары",
        "мусини",
        "бюсти",
        "портрети",
        "мурасы",
        "рухына",
        "аруагына",
        "зираты",
    ];
    let next = lexed.tokens.get(mention.last + 1);
    lexed.tokens[mention.last].lower.ends_with('ң')
        && next.is_some_and(|next| WORKS.iter().any(|word| next.folded.starts_with(word)))
}

/// The positions printed with a name.
pub(crate) fn positions(lexed: &Lexed, mentions: &[Mention], at: usize) -> Vec<Phrase> {
    let mention = &mentions[at];
    let floor = mentions[..at]
        .iter()
        .rev()
        .find(|before| {
            (before.is_full() || !before.initials.is_empty()) && !is_namesake(lexed, before)
        })
        .map_or(0, |before| before.last + 1);
    let starts: Vec<usize> = mentions[at + 1..]
        .iter()
        .filter(|next| !is_namesake(lexed, next))
        .take(6)
        .map(|next| next.first)
        .collect();
    if lexed.is_russian(mention.first) {
        let mut found = position_ru::before(lexed, mention.first, floor);
        found.extend(position_ru::after(lexed, mention.last, &starts));
        if found.is_empty() {
            found.extend(position_ru::appointed(lexed, mention.last, &starts));
        }
        found
    } else if lexed.is_english(mention.first) {
        let mut found = english::before(lexed, mention.first, floor);
        found.extend(english::after(lexed, mention.last));
        found
    } else {
        let mut found = position_kk::before(lexed, mention.first, floor);
        if !mention.inflected {
            found.extend(position_behind::after(lexed, mention.last, &starts));
        }
        if found.is_empty() {
            found.extend(position_appointed::appointed(lexed, mention.last, &starts));
        }
        if found.is_empty() {
            found.extend(shared(lexed, mentions, at));
        }
        found.extend(position_appointed::appointed_ahead(
            lexed,
            mention.first,
            mention.last,
            floor,
        ));
        found.dedup();
        found
    }
}

/// «аудан әкімінің орынбасарлары Омаров, Әлиев пен Сейітова»: the position of several, as printed, is each one's.
fn shared(lexed: &Lexed, mentions: &[Mention], at: usize) -> Option<Phrase> {
    let mut first = at;
    while let Some(before) = first.checked_sub(1) {
        let joint = mentions[before].last + 1;
        let listed = joint + 1 == mentions[first].first
            && (lexed.is(joint, ',')
                || lexed.tokens.get(joint).is_some_and(|token| {
                    matches!(token.lower.as_str(), "және" | "мен" | "бен" | "пен")
                }));
        if !listed {
            break;
        }
        first = before;
    }
    let begin = mentions[first].first;
    // one name alone has no share
    let several = first < at
        || mentions
            .get(at + 1)
            .is_some_and(|next| next.first <= mentions[at].last + 2);
    position_kk::of_several(lexed, begin).filter(|_| several)
}

/// The people of the mentions. What cannot be joined and is no full name is nobody, unless a position stands
/// beside it.
pub(crate) fn people(lexed: &Lexed, mentions: &[Mention]) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let positions: Vec<Vec<Phrase>> = (0..mentions.len())
        .map(|at| positions(lexed, mentions, at))
        .collect();
    let meant: Vec<usize> = (0..mentions.len())
        .filter(|at| !is_namesake(lexed, &mentions[*at]))
        .filter(|at| !positions[*at].is_empty() || !is_recalled(lexed, &mentions[*at]))
        .collect();
    // Full names first, then those with initials, then bare ones: each may lean on the fuller.
    let rounds: [&dyn Fn(&Mention) -> bool; 3] = [
        &|m| m.is_full(),
        &|m| !m.is_full() && !m.initials.is_empty(),
        &|m| !m.is_full() && m.initials.is_empty(),
    ];
    for (round, takes) in rounds.iter().enumerate() {
        for &at in meant.iter().filter(|at| takes(&mentions[**at])) {
            let mention = &mentions[at];
            let same: Vec<usize> = (0..people.len())
                .filter(|who| is_same(&people[*who], mention))
                .collect();
            let who = match same[..] {
                [one] => one,
                [] if round < 2 || mention.surname.is_some() && !positions[at].is_empty() => {
                    people.push(Person {
                        given: mention.given.clone(),
                        surname: mention.surname.clone(),
                        patronymic: mention.patronymic.clone(),
                        initials: mention.initials.clone(),
                        ..Person::default()
                    });
                    people.len() - 1
                }
                // Two may be meant: nobody is.
                _ => continue,
            };
            people[who].mentions.push(at);
        }
    }
    for person in &mut people {
        person.mentions.sort_unstable();
        for at in &person.mentions {
            for phrase in &positions[*at] {
                let text = lexed.between(phrase.0, phrase.1);
                if !person
                    .positions
                    .iter()
                    .any(|other| lexed.between(other.0, other.1).eq_ignore_ascii_case(&text))
                {
                    person.positions.push(*phrase);
                }
            }
        }
    }
    people.sort_by_key(|person| person.mentions.first().copied());
    people
}

fn key(word: &Option<String>) -> Option<String> {
    word.as_deref().map(name_key)
}

fn is_same(person: &Person, mention: &Mention) -> bool {
    let (given, surname) = (key(&mention.given), key(&mention.surname));
    let own = (key(&person.given), key(&person.surname));
    let patronymics = match (key(&mention.patronymic), key(&person.patronymic)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let patronymic_for_surname = surname.is_some() && surname == key(&person.patronymic);
    match (&given, &surname) {
        (Some(_), Some(_)) => {
            // «Ғалым Оразбаев», then «Ғалым Жеткергенұлы»: the patronymic in place of the surname
            let polite = mention.patronymic.is_none()
                && person.patronymic.is_none()
                && person
                    .surname
                    .as_deref()
                    .is_some_and(|own| !is_fathers(own))
                && mention.surname.as_deref().is_some_and(is_fathers);
            patronymics && own.0 == given && (own.1 == surname || patronymic_for_surname || polite)
        }
        (None, Some(_)) if !mention.initials.is_empty() => {
            let first = mention.initials.first().map(|letter| name_key(letter));
            let fits = match (&own.0, person.initials.first()) {
                (Some(name), _) => first.is_some_and(|letter| name.starts_with(&letter)),
                (None, Some(own)) => first == Some(name_key(own)),
                (None, None) => false,
            };
            fits && own.1 == surname
        }
        (None, Some(_)) => own.1 == surname,
        (Some(_), None) => own.0 == given && own.1.is_some(),
        (None, None) => false,
    }
}

/// Есімұлы, Есімқызы, Есимович.
fn is_fathers(word: &str) -> bool {
    ["ұлы", "қызы", "ович", "евич", "овна", "евна"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

/// The fullest form of a person's name, and the others.
pub(crate) fn names(person: &Person, mentions: &[Mention]) -> (String, Vec<String>) {
    let mut forms: Vec<String> = Vec::new();
    for at in &person.mentions {
        let form = mentions[*at].name();
        if !form.is_empty() && !forms.contains(&form) {
            forms.push(form);
        }
    }
    // A name in full before one with initials; of equals the first.
    let best = person
        .mentions
        .iter()
        .map(|at| &mentions[*at])
        .enumerate()
        .max_by_key(|(place, m)| {
            (
                m.is_full(),
                m.patronymic.is_some(),
                m.surname.is_some(),
                m.initials.len(),
                !m.inflected,
                std::cmp::Reverse(*place),
            )
        })
        .map(|(_, mention)| mention.name())
        .unwrap_or_default();
    forms.retain(|form| *form != best);
    (best, forms)
}
