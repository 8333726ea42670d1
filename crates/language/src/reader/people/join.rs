//! Names joined into people: initials and bare surnames go to the full name that the article gives.

use crate::cases::surnames::is_fathers;
use crate::names::name_key::name_key;
use crate::reader::found::Phrase;
use crate::reader::grammar::NameAmong;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::people::names::Mention;
use crate::reader::people::namesakes::{is_namesake, is_owner, is_recalled, is_signature};

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
    keys: Keys,
}

impl Person {
    fn named(mention: &Mention, keys: Keys) -> Person {
        Person {
            given: mention.given.clone(),
            surname: mention.surname.clone(),
            patronymic: mention.patronymic.clone(),
            initials: mention.initials.clone(),
            keys,
            ..Person::default()
        }
    }

    /// Adds the positions that are not printed in the same words already.
    pub fn add_positions(&mut self, lexed: &Lexed, positions: &[Phrase]) {
        for phrase in positions {
            let text = lexed.between(phrase.0, phrase.1);
            let printed =
                |other: &Phrase| lexed.between(other.0, other.1).eq_ignore_ascii_case(&text);
            if !self.positions.iter().any(printed) {
                self.positions.push(*phrase);
            }
        }
    }
}

/// The keys of a name's words, made once: comparing is for every name with every person.
#[derive(Debug, Clone, Default)]
struct Keys {
    given: Option<String>,
    surname: Option<String>,
    patronymic: Option<String>,
    initials: Vec<String>,
}

impl Keys {
    fn of(mention: &Mention) -> Keys {
        let key = |word: &Option<String>| word.as_deref().map(name_key);
        Keys {
            given: key(&mention.given),
            surname: key(&mention.surname),
            patronymic: key(&mention.patronymic),
            initials: mention
                .initials
                .iter()
                .map(|letter| name_key(letter))
                .collect(),
        }
    }
}

/// The positions printed with a name.
pub(crate) fn positions_of(lexed: &Lexed, mentions: &[Mention], at: usize) -> Vec<Phrase> {
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
    let name = NameAmong {
        mentions,
        at,
        floor,
        starts: &starts,
    };
    languages::at(lexed, mention.first).positions(lexed, &name)
}

/// The people of the mentions. What cannot be joined and is no full name is nobody, unless a position stands
/// beside it.
pub(crate) fn join_people(lexed: &Lexed, mentions: &[Mention]) -> Vec<Person> {
    let positions: Vec<Vec<Phrase>> = (0..mentions.len())
        .map(|at| positions_of(lexed, mentions, at))
        .collect();
    let meant: Vec<usize> = (0..mentions.len())
        .filter(|at| !is_namesake(lexed, &mentions[*at]))
        .filter(|at| !positions[*at].is_empty() || !is_recalled(lexed, &mentions[*at]))
        .filter(|at| !is_signature(lexed, &mentions[*at]))
        .collect();
    let mut people = join_meant(lexed, mentions, &positions, &meant);
    people.retain(|person| {
        !person
            .mentions
            .iter()
            .all(|at| is_owner(lexed, &mentions[*at]))
    });
    people
}

/// The people of those mentions that are `meant`, with the positions of each mention.
pub(crate) fn join_meant(
    lexed: &Lexed,
    mentions: &[Mention],
    positions: &[Vec<Phrase>],
    meant: &[usize],
) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    // Full names first, then those with initials, then bare ones: each may lean on the fuller.
    let rounds: [&dyn Fn(&Mention) -> bool; 3] = [
        &|m| m.is_full(),
        &|m| !m.is_full() && !m.initials.is_empty(),
        &|m| !m.is_full() && m.initials.is_empty(),
    ];
    for (round, takes) in rounds.iter().enumerate() {
        for &at in meant.iter().filter(|at| takes(&mentions[**at])) {
            let mention = &mentions[at];
            let keys = Keys::of(mention);
            let find = |keys: &Keys| -> Vec<usize> {
                (0..people.len())
                    .filter(|who| is_same(&people[*who], mention, keys))
                    .collect()
            };
            let mut same = find(&keys);
            if same.is_empty()
                && let Some(mans) = keys_of_man(mention, &keys)
            {
                same = find(&mans);
            }
            let who = match same[..] {
                [one] => one,
                [] if round < 2 || mention.surname.is_some() && !positions[at].is_empty() => {
                    people.push(Person::named(mention, keys));
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
        for at in person.mentions.clone() {
            person.add_positions(lexed, &positions[at]);
        }
    }
    people.sort_by_key(|person| person.mentions.first().copied());
    people
}

/// The person whom a name means that somebody pointed at: one of these, else one more at their end. Whom two may be
/// meant by is one more.
pub(crate) fn pointed_at(people: &mut Vec<Person>, mention: &Mention) -> usize {
    let keys = Keys::of(mention);
    let mut same = (0..people.len()).filter(|who| is_same(&people[*who], mention, &keys));
    match (same.next(), same.next()) {
        (Some(one), None) => one,
        _ => {
            people.push(Person::named(mention, keys));
            people.len() - 1
        }
    }
}

/// «Слова К. Омарова» may be a man's, where the text has one: the keys that his name would have in the nominative.
fn keys_of_man(mention: &Mention, keys: &Keys) -> Option<Keys> {
    // only in Russian the cases of a name are known
    let is_short = mention.given.is_none() && !mention.cases.is_empty();
    let womans = keys.surname.as_deref().filter(|_| is_short)?;
    let mans = ["ова", "ева", "ина"]
        .iter()
        .any(|ending| womans.ends_with(ending));
    mans.then(|| Keys {
        surname: womans.strip_suffix('а').map(str::to_owned),
        ..keys.clone()
    })
}

fn is_same(person: &Person, mention: &Mention, keys: &Keys) -> bool {
    let (given, surname) = (&keys.given, &keys.surname);
    let own = (&person.keys.given, &person.keys.surname);
    let patronymics = match (&keys.patronymic, &person.keys.patronymic) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let patronymic_for_surname = surname.is_some() && *surname == person.keys.patronymic;
    match (given, surname) {
        // «Қ.М. Тасболатов», then «Қайрат Мұсабекұлы»
        (Some(given), Some(father))
            if own.0.is_none()
                && person.initials.len() == 2
                && mention.surname.as_deref().is_some_and(is_fathers) =>
        {
            let begins = |word: &String, letter: &String| word.starts_with(letter.as_str());
            begins(given, &person.keys.initials[0]) && begins(father, &person.keys.initials[1])
        }
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
        // «Қ.М. Тасболатов» of «Қайрат Мұсабекұлы»
        (None, Some(_))
            if mention.initials.len() == 2
                && own.0.is_some()
                && person.patronymic.is_none()
                && person.surname.as_deref().is_some_and(is_fathers) =>
        {
            let begins = |word: &Option<String>, letter: &String| {
                word.as_ref()
                    .is_some_and(|word| word.starts_with(letter.as_str()))
            };
            begins(own.0, &keys.initials[0]) && begins(own.1, &keys.initials[1])
        }
        (None, Some(_)) if !mention.initials.is_empty() => {
            let first = keys.initials.first();
            let fits = match (own.0, person.keys.initials.first()) {
                (Some(name), _) => first.is_some_and(|letter| name.starts_with(letter.as_str())),
                (None, Some(own)) => first == Some(own),
                (None, None) => false,
            };
            fits && own.1 == surname
        }
        (None, Some(_)) => own.1 == surname,
        (Some(_), None) => own.0 == given && own.1.is_some(),
        (None, None) => false,
    }
}

/// The fullest form of a person's name, and the others.
pub(crate) fn names_of(person: &Person, mentions: &[Mention]) -> (String, Vec<String>) {
    let mut forms: Vec<String> = Vec::new();
    for at in &person.mentions {
        let form = mentions[*at].name();
        if !form.is_empty() && !forms.contains(&form) {
            forms.push(form);
        }
    }
    let several = person.mentions.iter().any(|at| {
        let surname = mentions[*at].surname.as_deref();
        surname.is_some_and(|own| !is_fathers(own))
            && (mentions[*at].given.is_some() || mentions[*at].initials.len() > 1)
    });
    // A name in full before one with initials; of equals the first.
    let best = person
        .mentions
        .iter()
        .map(|at| &mentions[*at])
        .enumerate()
        .max_by_key(|(place, m)| {
            (
                // «Қ.М. Тасболатов» rather than «Қайрат Мұсабекұлы»
                m.surname.as_deref().is_some_and(|own| !is_fathers(own))
                    || m.initials.is_empty() && !several,
                m.is_full(),
                // «Мейрамгүл Сәкенқызы» is how one is addressed; the surname tells more
                m.surname.as_deref().is_some_and(|own| !is_fathers(own)),
                m.patronymic.is_some(),
                m.surname
                    .as_deref()
                    .is_some_and(|surname| !is_fathers(surname)),
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

#[cfg(test)]
mod tests {
    use crate::reader::lexicon::Lexicon;
    use crate::reader::read_with;

    fn people(text: &str) -> Vec<String> {
        let reading = read_with(text, &Lexicon::default().taught(None));
        reading.people.into_iter().map(|one| one.name).collect()
    }

    #[test]
    fn a_surname_in_the_genitive_is_the_mans_of_whom_the_text_speaks() {
        let text = "Встреча прошла\n\nВыступил аким района Куандык Тасмагамбетов. \
            Слова К. Тасмагамбетова запомнили все.";
        assert_eq!(people(text), ["Куандык Тасмагамбетов"]);
        // in Kazakh a woman's surname is hers
        let text =
            "Кездесу өтті\n\nАудан әкімі Қуандық Омаров сөйледі. Дәрігер Қ. Омарова жауап берді.";
        assert_eq!(people(text), ["Қуандық Омаров", "Қ. Омарова"]);
    }
}
