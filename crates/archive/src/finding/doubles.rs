//! Likely doubles: pairs of parties that may be one, each pair once, the likeliest first, with why.
//!
//! Names are not compared each with each: two that can be alike share a clue (a surname with an initial, a name with
//! one letter left out, the first letters of an organisation's words), and only those are looked at.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use muragat_language as language;
use muragat_language::{Dating, PersonName};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::finding::candidates::Reason;
use crate::nouns::party;
use crate::record::terms::{NameKind, PartyKind, ReasonCode};
use crate::store::job;
use crate::store::job::Watch;
use crate::store::library::Archive;

/// A clue that more names share than this tells nothing.
const COMMON: usize = 300;
/// Why two parties may be one that have a name in common.
const ONE_NAME: [ReasonCode; 4] = [
    ReasonCode::SameName,
    ReasonCode::NameForm,
    ReasonCode::LookAlike,
    ReasonCode::FormerName,
];
/// Shorter words are too near each other for one letter to count.
const LONG: usize = 4;

/// Two parties of one kind that may be the same.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Double {
    /// UUID of the one in more articles.
    pub one: String,
    /// UUID of the other.
    pub other: String,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
}

/// A party with what doubles are told by.
struct Known {
    uuid: String,
    date_from: Option<String>,
    bin: Option<String>,
    articles: i64,
    near: [Option<i64>; 2],
}

/// A name of a party, cut into what is compared.
struct Name {
    party: i64,
    form: String,
    kind: Option<NameKind>,
    authorised: bool,
    key: String,
    person: Option<Keys>,
}

/// The parts of a person's name, each by the key that joins its spellings.
#[derive(Default)]
struct Keys {
    surname: String,
    given: String,
    father: String,
    woman: bool,
}

impl Archive {
    /// Pairs of parties of a kind that may be one, but for those that are known to be two. The watcher is told how many
    /// names have been compared.
    ///
    /// # Errors
    /// The catalogue's; that it was stopped.
    pub fn doubles(&self, kind: PartyKind, watch: Watch<'_>) -> Result<Vec<Double>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        find(sql, kind, &read_names(sql, kind, None)?, watch)
    }

    /// The first of these pairs: those with a name that is written alike, which are the likeliest and found at once.
    ///
    /// # Errors
    /// The catalogue's.
    pub fn doubles_of_one_name(&self, kind: PartyKind) -> Result<Vec<Double>, Error> {
        let sql = &self.connection().unchecked_transaction()?;
        let keys: HashSet<String> = sql
            .prepare_cached(
                "SELECT match_key FROM (SELECT match_key, id FROM party WHERE kind = ?1
                   UNION SELECT party_name.match_key, party.id FROM party_name JOIN party ON party.id = party_id WHERE party.kind = ?1)
                 GROUP BY match_key HAVING count(*) > 1",
            )?
            .query_map([kind], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let names = read_names(sql, kind, Some(&keys))?;
        let mut found = find(sql, kind, &names, &mut |_| true)?;
        // names that are only near each other come later, among all of their kind
        let one_name = |pair: &Double| {
            pair.reasons
                .iter()
                .any(|reason| ONE_NAME.contains(&reason.code))
        };
        found.retain(one_name);
        Ok(found)
    }
}

fn find(
    sql: &Connection,
    kind: PartyKind,
    names: &[Name],
    watch: Watch<'_>,
) -> Result<Vec<Double>, Error> {
    let known = read_parties(sql, kind)?;
    let apart = read_apart(sql)?;
    let mut found: BTreeMap<(i64, i64), (i64, Reason)> = BTreeMap::new();
    let mut looked_at: HashSet<(usize, usize)> = HashSet::new();
    let clues = clues_of(names, &known);
    let (total, mut done) = (clues.len() as u64, 0);
    for group in clues.chunk_by(|(one, _), (other, _)| one == other) {
        job::tell(watch, "comparing_names", done, total)?;
        done += group.len() as u64;
        if group.len() < 2 || group.len() > COMMON {
            continue;
        }
        for (at, &(_, first)) in group.iter().enumerate() {
            for &(_, second) in group.get(at + 1..).unwrap_or_default() {
                let (Some(one), Some(other)) = (names.get(first), names.get(second)) else {
                    continue;
                };
                if one.party == other.party || !looked_at.insert((first, second)) {
                    continue;
                }
                let pair = (one.party.min(other.party), one.party.max(other.party));
                if apart.contains(&pair) || are_two(&known, pair) {
                    continue;
                }
                let Some((score, reason)) = likeness(one, other, &known) else {
                    continue;
                };
                let best = found.get(&pair).map_or(0, |(score, _)| *score);
                if score > best {
                    found.insert(pair, (score, reason));
                }
            }
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by(|(a, (one, _)), (b, (other, _))| other.cmp(one).then(a.cmp(b)));
    Ok(found
        .into_iter()
        .filter_map(|((a, b), (_, reason))| pair_up(known.get(&a)?, known.get(&b)?, reason))
        .collect())
}

fn pair_up(a: &Known, b: &Known, reason: Reason) -> Option<Double> {
    let (one, other) = match a.articles >= b.articles {
        true => (a, b),
        false => (b, a),
    };
    Some(Double {
        one: one.uuid.clone(),
        other: other.uuid.clone(),
        reasons: vec![reason],
    })
}

fn read_parties(sql: &Connection, kind: PartyKind) -> Result<HashMap<i64, Known>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT party.id, uuid, date_from, bin, articles, predecessor_id, parent_id FROM party JOIN party_entry ON party_id = party.id WHERE party.kind = ?1",
    )?;
    let rows = statement.query_map([kind], |row| {
        Ok((
            row.get(0)?,
            Known {
                uuid: row.get(1)?,
                date_from: row.get(2)?,
                bin: row.get(3)?,
                articles: row.get(4)?,
                near: [row.get(5)?, row.get(6)?],
            },
        ))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The names of all parties of a kind, or those that have one of these keys.
fn read_names(
    sql: &Connection,
    kind: PartyKind,
    only: Option<&HashSet<String>>,
) -> Result<Vec<Name>, Error> {
    let is_wanted = |key: &str| only.is_none_or(|only| only.contains(key));
    let mut names = Vec::new();
    for party in party::of_kind(sql, kind)? {
        let key = language::party_key(&party.name);
        if !is_wanted(&key) {
            continue;
        }
        names.push(Name {
            party: party.id,
            key,
            kind: None,
            authorised: true,
            person: (kind == PartyKind::Person).then(|| Keys::of(&party.parts())),
            form: party.name,
        });
    }
    for name in party::names_of_kind(sql, kind)? {
        let key = language::party_key(&name.form);
        if !is_wanted(&key) {
            continue;
        }
        names.push(Name {
            party: name.party_id,
            key,
            kind: name.kind,
            authorised: false,
            person: (kind == PartyKind::Person)
                .then(|| Keys::of(&language::person_name(&name.form))),
            form: name.form,
        });
    }
    Ok(names)
}

/// Pairs that an archivist has told apart, the smaller key first.
pub(crate) fn read_apart(sql: &Connection) -> Result<HashSet<(i64, i64)>, Error> {
    let mut statement = sql.prepare_cached(
        "SELECT min(party_id, other_id), max(party_id, other_id) FROM party_distinction",
    )?;
    let pairs = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(pairs.collect::<Result<_, _>>()?)
}

/// Whether the records themselves tell two parties apart.
fn are_two(known: &HashMap<i64, Known>, (a, b): (i64, i64)) -> bool {
    let (Some(one), Some(other)) = (known.get(&a), known.get(&b)) else {
        return true;
    };
    let bins = one.bin.as_ref().zip(other.bin.as_ref());
    begun_apart(one.date_from.as_deref(), other.date_from.as_deref())
        || bins.is_some_and(|(one, other)| one != other)
        || one.near.contains(&Some(b))
        || other.near.contains(&Some(a))
}

/// Whether two were born or founded in different years, as far as nobody doubts either.
fn begun_apart(one: Option<&str>, other: Option<&str>) -> bool {
    let beyond_doubt = |date: Option<&str>| {
        let dating = date?.parse::<Dating>().ok()?;
        (!dating.is_circa() && !dating.is_uncertain()).then_some(dating)
    };
    let Some((one, other)) = beyond_doubt(one).zip(beyond_doubt(other)) else {
        return false;
    };
    let year = |day: String| day.get(..4).map(str::to_owned);
    let before = |one: Dating, other: Dating| {
        let (last, first) = (one.latest().and_then(year), other.earliest().and_then(year));
        last.zip(first).is_some_and(|(last, first)| last < first)
    };
    before(one, other) || before(other, one)
}

impl Keys {
    fn of(name: &PersonName) -> Keys {
        let key = |part: &Option<String>| {
            let words = part.as_deref().unwrap_or_default().split_whitespace();
            words.map(language::name_key).collect::<Vec<_>>().join(" ")
        };
        let patronymic = key(&name.patronymic);
        let woman = ["кизи", "вна", "чна"]
            .iter()
            .any(|end| patronymic.ends_with(end));
        Keys {
            surname: key(&name.surname),
            given: key(&name.given),
            father: father(&patronymic),
            woman,
        }
    }

    /// The first letter of the given names.
    fn initial(&self) -> Option<char> {
        self.given.chars().next()
    }

    /// Whether the given names are initials alone.
    fn is_initials(&self) -> bool {
        self.given
            .split(' ')
            .all(|word| word.chars().nth(1).is_none())
    }

    fn fathers_agree(&self, other: &Keys) -> bool {
        self.father.is_empty() || other.father.is_empty() || self.father == other.father
    }
}

/// The father's name in a patronymic's key, as far as Kazakh and Russian write it alike.
fn father(patronymic: &str) -> String {
    let ends = ["ули", "кизи", "ович", "евич", "овна", "евна", "ич", "ична"];
    let name = ends
        .iter()
        .find_map(|end| patronymic.strip_suffix(end))
        .unwrap_or(patronymic);
    name.chars().take(LONG).collect()
}

/// Each clue with a name that gives it, by its place; those of one clue side by side.
fn clues_of(names: &[Name], known: &HashMap<i64, Known>) -> Vec<(u64, usize)> {
    let mut clues: Vec<(u64, usize)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let mut give = |clue: (&str, &str, &str)| {
            let mut hasher = DefaultHasher::new();
            clue.hash(&mut hasher);
            clues.push((hasher.finish(), at));
        };
        give(("key", &name.key, ""));
        if let Some(keys) = &name.person {
            if let Some(initial) = keys.initial() {
                give(("initial", &keys.surname, &initial.to_string()));
            }
            if keys.woman {
                give(("father", &keys.given, &keys.father));
            }
            if !keys.is_initials() {
                for short in without_a_letter(&keys.surname) {
                    give(("surname", &short, &keys.given));
                }
                for short in without_a_letter(&keys.given) {
                    give(("given", &keys.surname, &short));
                }
            }
            continue;
        }
        if let Some(bin) = known
            .get(&name.party)
            .and_then(|party| party.bin.as_deref())
        {
            give(("bin", bin, ""));
        }
        for other in latin_in_cyrillic(&name.key) {
            give(("key", &other, ""));
        }
        give(("letters", &first_letters(&name.form), ""));
        if is_letters(&name.form) {
            give(("letters", &language::fold(&name.form), ""));
        }
        give(("quoted", &quoted(&name.form), ""));
        let words: Vec<&str> = name.key.split(' ').collect();
        for (place, word) in words.iter().enumerate() {
            for short in without_a_letter(word) {
                let mut rest = words.clone();
                rest.remove(place);
                give(("word", &rest.join(" "), &short));
            }
        }
    }
    clues.sort_unstable();
    clues.dedup();
    clues
}

/// What a word is, and what is left of it without one of its letters; nothing of a short one. Two words that one
/// slip of the finger parts have one of these in common.
fn without_a_letter(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < LONG || letters.iter().any(char::is_ascii_digit) {
        return Vec::new();
    }
    let mut left: Vec<String> = (0..letters.len())
        .map(|gone| {
            let kept = letters.iter().enumerate().filter(|(at, _)| *at != gone);
            kept.map(|(_, letter)| letter).collect()
        })
        .collect();
    left.push(word.to_owned());
    left
}

/// How a name in Latin letters may stand in Cyrillic ones; those in Cyrillic need not be turned as well.
fn latin_in_cyrillic(key: &str) -> Vec<String> {
    match key.chars().any(|c| c.is_ascii_lowercase()) {
        true => language::keys_in_other_script(key),
        false => Vec::new(),
    }
}

/// The first letters of the words of an organisation's name: ішкі істер министрлігі is іім.
fn first_letters(form: &str) -> String {
    let letters: String = language::words(form)
        .filter_map(|word| word.text.chars().next())
        .collect();
    language::fold(&letters)
}

/// Whether a name is an abbreviation: ІІМ, МВД.
fn is_letters(form: &str) -> bool {
    let count = form.chars().count();
    (2..=8).contains(&count) && form.chars().all(char::is_uppercase)
}

/// The key of the part of a name in quotation marks; of the whole where it has none.
fn quoted(form: &str) -> String {
    let inside = form
        .split(['«', '»', '"', '“', '”'])
        .nth(1)
        .filter(|inside| !inside.trim().is_empty());
    language::party_key(inside.unwrap_or(form))
}

/// What the likeness of two names is worth, and why; none where they are not alike.
fn likeness(one: &Name, other: &Name, known: &HashMap<i64, Known>) -> Option<(i64, Reason)> {
    let because = |score: i64, code: ReasonCode| {
        let forms = [one, other].into_iter().filter(|name| !name.authorised);
        let reason = match forms.map(|name| name.form.as_str()).next() {
            Some(form) if code == ReasonCode::SameName => {
                Reason::new(ReasonCode::NameForm).with("form", form)
            }
            _ => Reason::new(code).with("form", other.form.as_str()),
        };
        Some((score, reason))
    };
    let former = [one, other]
        .iter()
        .any(|name| name.kind == Some(NameKind::Former));
    if one.key == other.key {
        return match (former, is_mixed(&one.form) || is_mixed(&other.form)) {
            (true, _) => because(98, ReasonCode::FormerName),
            (_, true) => because(99, ReasonCode::LookAlike),
            _ => because(100, ReasonCode::SameName),
        };
    }
    match (&one.person, &other.person) {
        (Some(a), Some(b)) => people(a, b, is_latin(&one.form) != is_latin(&other.form))
            .and_then(|(score, code)| because(score, code)),
        _ => organisations(one, other, known).and_then(|(score, code)| because(score, code)),
    }
}

fn people(a: &Keys, b: &Keys, scripts_differ: bool) -> Option<(i64, ReasonCode)> {
    if a.given.is_empty() || b.given.is_empty() || a.surname.is_empty() && b.surname.is_empty() {
        return None;
    }
    if a.surname != b.surname && a.given == b.given && a.woman && b.woman && a.father == b.father {
        return (!a.is_initials()).then_some((65, ReasonCode::SameGivenPatronymic));
    }
    if !a.fathers_agree(b) {
        return None;
    }
    let initials = a.is_initials() || b.is_initials();
    if a.surname == b.surname {
        if initials {
            let fit = begin_alike(&a.given, &b.given);
            return fit.then_some((60, ReasonCode::SameSurnameInitial));
        }
        if a.given == b.given {
            return match scripts_differ {
                true => Some((90, ReasonCode::OtherScript)),
                false => Some((80, ReasonCode::SameSurnameGiven)),
            };
        }
        return one_slip(&a.given, &b.given).then_some((70, ReasonCode::OneLetter));
    }
    (!initials && a.given == b.given && one_slip(&a.surname, &b.surname))
        .then_some((72, ReasonCode::OneLetter))
}

fn organisations(
    one: &Name,
    other: &Name,
    known: &HashMap<i64, Known>,
) -> Option<(i64, ReasonCode)> {
    let bin = |name: &Name| known.get(&name.party).and_then(|party| party.bin.clone());
    if bin(one).is_some() && bin(one) == bin(other) {
        return Some((97, ReasonCode::SameBin));
    }
    let turned = |a: &Name, b: &Name| latin_in_cyrillic(&a.key).contains(&b.key);
    if turned(one, other) || turned(other, one) {
        return Some((90, ReasonCode::OtherScript));
    }
    let shortened = |short: &Name, long: &Name| {
        is_letters(&short.form) && first_letters(&long.form) == language::fold(&short.form)
    };
    if shortened(one, other) || shortened(other, one) {
        return Some((75, ReasonCode::Abbreviation));
    }
    let bare = |short: &Name, long: &Name| {
        short.key.chars().count() >= LONG && short.key == quoted(&long.form)
    };
    if bare(one, other) || bare(other, one) {
        return Some((68, ReasonCode::NamePart));
    }
    let (a, b): (Vec<&str>, Vec<&str>) =
        (one.key.split(' ').collect(), other.key.split(' ').collect());
    let left = |words: &[&str], others: &[&str]| -> Vec<String> {
        let only = words.iter().filter(|word| !others.contains(*word));
        only.map(|word| (*word).to_owned()).collect()
    };
    match (left(&a, &b).as_slice(), left(&b, &a).as_slice()) {
        ([this], [that]) if a.len() == b.len() && one_slip(this, that) => {
            Some((70, ReasonCode::OneLetter))
        }
        _ => None,
    }
}

/// Whether the shorter of two rows of given names or initials fits the other.
fn begin_alike(a: &str, b: &str) -> bool {
    a.split(' ').zip(b.split(' ')).all(|(one, other)| {
        let initial = one.chars().nth(1).is_none() || other.chars().nth(1).is_none();
        one == other || initial && one.chars().next() == other.chars().next()
    })
}

/// Whether one slip of the finger makes one word the other: a letter too many, another one, or two exchanged. That a
/// woman's name has an -а more than a man's is no slip.
fn one_slip(a: &str, b: &str) -> bool {
    let (mut short, mut long): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    if short.len() < LONG
        || [&short, &long]
            .iter()
            .any(|word| word.iter().any(char::is_ascii_digit))
    {
        return false;
    }
    let alike = short
        .iter()
        .zip(&long)
        .take_while(|(one, other)| one == other)
        .count();
    let rest = |word: &[char], from: usize| word.get(from..).unwrap_or_default().to_vec();
    match long.len() - short.len() {
        0 => {
            let swapped =
                short.get(alike) == long.get(alike + 1) && short.get(alike + 1) == long.get(alike);
            rest(&short, alike + 1) == rest(&long, alike + 1)
                || swapped && rest(&short, alike + 2) == rest(&long, alike + 2)
        }
        1 if alike == short.len() && long.last() == Some(&'а') => false,
        1 => rest(&short, alike) == rest(&long, alike + 1),
        _ => false,
    }
}

fn is_latin(form: &str) -> bool {
    form.chars().any(|c| c.is_ascii_alphabetic())
}

/// Whether a word of a name mixes Latin letters into Cyrillic ones, which nobody sees.
fn is_mixed(form: &str) -> bool {
    form.split_whitespace().any(|word| {
        is_latin(word)
            && word
                .chars()
                .any(|c| ('а'..='я').contains(&c) || ('А'..='Я').contains(&c))
    })
}

#[cfg(test)]
mod tests;
