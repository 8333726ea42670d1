//! Where the body names people.

use super::lex::{Lexed, Sort, Token};
use super::lexicon::Lexicon;
use crate::gazetteer::Kinds;
use crate::name::{
    is_given, is_inflected_surname, is_surname, kazakh_ending, may_be_name, name_key,
    nominative_kk, nominative_ru,
};
use crate::token::words;

/// A name in the text. Its parts are in the nominative.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mention {
    /// First and last token.
    pub first: usize,
    pub last: usize,
    pub given: Option<String>,
    pub surname: Option<String>,
    pub patronymic: Option<String>,
    /// Letters of initials, in order: «Б.», «Т.С.»
    pub initials: Vec<String>,
    /// Whether the surname stands before the given name.
    pub surname_first: bool,
    /// Whether the name carries a Kazakh case.
    pub inflected: bool,
    /// How it was found, for the reason shown.
    pub by: By,
}

/// What made a name of these words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum By {
    #[default]
    Surname,
    List,
    Tagger,
    Record,
}

impl Mention {
    /// The name as a reader writes it, in the nominative.
    pub fn name(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        let given = self
            .given
            .iter()
            .cloned()
            .chain(self.initials.iter().map(|letter| format!("{letter}.")));
        if self.surname_first && self.initials.is_empty() {
            parts.extend(self.surname.clone());
            parts.extend(given);
            parts.extend(self.patronymic.clone());
        } else {
            parts.extend(given);
            if is_russian_patronymic(self.patronymic.as_deref()) {
                parts.extend(self.patronymic.clone());
                parts.extend(self.surname.clone());
            } else {
                parts.extend(self.surname.clone());
                parts.extend(self.patronymic.clone());
            }
        }
        parts.join(" ")
    }

    /// Whether it says more than a bare given name or surname.
    pub fn is_full(&self) -> bool {
        self.given.is_some() && (self.surname.is_some() || self.patronymic.is_some())
    }
}

fn is_russian_patronymic(word: Option<&str>) -> bool {
    word.is_some_and(|w| {
        ["ич", "вна", "чна"]
            .iter()
            .any(|ending| w.ends_with(ending))
    })
}

/// Every name of a body, in order. `known` has the people of the archive.
pub(crate) fn mentions(lexed: &Lexed, known: &Lexicon) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lexed.tokens.len() {
        let skipped = lexed
            .paragraphs
            .get(lexed.tokens[at].paragraph)
            .is_some_and(|p| p.credit);
        match (!skipped).then(|| name_at(lexed, at, known)).flatten() {
            Some(mention) => {
                at = mention.last + 1;
                found.push(mention);
            }
            None => at += 1,
        }
    }
    found
}

/// The names of a credit. Where two words of capitals stand alone between commas, and one is a given name or neither
/// means anything else, they are a name without a telling form.
pub(crate) fn of_credit(lexed: &Lexed, known: &Lexicon) -> Vec<Mention> {
    let mut found = mentions(lexed, known);
    let parts = (0..=lexed.tokens.len()).filter(|at| {
        *at == lexed.tokens.len() || matches!(lexed.tokens[*at].sort, Sort::Sign(',' | '/' | ';'))
    });
    let mut first = 0;
    for end in parts {
        let whole = first..end;
        first = end + 1;
        let fits = whole.len() == 2
            && whole
                .clone()
                .all(|at| is_name_word(&lexed.tokens[at]) && !means_else(&lexed.tokens[at]))
            && !found.iter().any(|mention| {
                mention.last > whole.start && mention.first < whole.end && mention.is_full()
            });
        if fits {
            found.retain(|mention| !whole.contains(&mention.first));
            found.push(build(lexed, whole.start, 2, By::Surname));
        }
    }
    found.sort_by_key(|mention| mention.first);
    found
}

/// «Кәмила апа Оспанова», «Болат аға Сейітов»: an honorific in small letters inside the name.
fn with_honorific(lexed: &Lexed, at: usize, given: bool) -> Option<Mention> {
    const HONORIFICS: [&str; 7] = ["апа", "апай", "ата", "аға", "ағай", "ханым", "мырза"];
    let (between, last) = (lexed.tokens.get(at + 1)?, lexed.tokens.get(at + 2)?);
    let beside = between.sentence == last.sentence && last.start == between.end + 1;
    let named = is_name_word(last) && surname_like(last);
    if !(given && beside && named && HONORIFICS.contains(&between.text.as_str())) {
        return None;
    }
    let mut mention = build(lexed, at + 2, 1, By::List);
    mention.first = at;
    mention.surname = mention.surname.or(mention.given.take());
    mention.given = Some(nominative_kk(&lexed.tokens[at].text));
    Some(mention)
}

/// Whether a word is a noun of positions, bodies or places, or the name of one.
fn means_else(token: &Token) -> bool {
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
fn is_adjective_of_place(lexed: &Lexed, at: usize) -> bool {
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
        head(next) || super::position_ru::is_adjective(next) && noun(at + 2).is_some_and(head)
    });
    adjective && near
}

/// The words of capitals that begin at a token and stand side by side.
fn run(lexed: &Lexed, at: usize) -> usize {
    let mut end = at;
    while let Some(token) = lexed.tokens.get(end) {
        let beside = end == at
            || lexed.tokens[end - 1].end + 1 == token.start
                && token.sentence == lexed.tokens[at].sentence;
        let common = lexed.is_english(end) && super::english::is_common(token);
        if !(beside && is_name_word(token) && end < at + 4)
            || common
            || is_adjective_of_place(lexed, end)
        {
            break;
        }
        end += 1;
    }
    end - at
}

fn is_name_word(token: &Token) -> bool {
    token.sort == Sort::Word && token.capital && !token.text.contains(|c: char| c.is_numeric()) && token.text.chars().nth(1).is_some()
        // «ЖШС» and other abbreviations are no names; a title in capitals is none either.
        && token.text.chars().any(char::is_lowercase)
}

fn tagged(token: &Token) -> bool {
    token
        .tag
        .as_ref()
        .is_some_and(|(class, _)| class == "PERSON")
}

fn surname_like(token: &Token) -> bool {
    let place = token
        .kinds
        .any(Kinds::PLACE.with(Kinds::COUNTRY).with(Kinds::LANDSCAPE));
    (is_inflected_surname(&token.lower) || russian_surname(&token.lower))
        && (!place || tagged(token))
        && !token.kinds.any(Kinds::ORGANISATION_HEAD)
}

fn russian_surname(lower: &str) -> bool {
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

fn given_like(lexed: &Lexed, at: usize) -> bool {
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
        && crate::name::is_surname(&token.lower)
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

fn patronymic_like(token: &Token) -> bool {
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
fn unknown_given(lexed: &Lexed, at: usize) -> bool {
    let token = &lexed.tokens[at];
    let opens = at == lexed.sentence_of(at).start;
    let class = super::grammar::Class::of(token);
    !token.kinds.any(
        Kinds::POSITION_HEAD
            .with(Kinds::ORGANISATION_HEAD)
            .with(Kinds::PLACE_HEAD)
            .with(Kinds::COUNTRY)
            .with(Kinds::NATION)
            .with(Kinds::PERIOD)
            .with(Kinds::ORGANISATION)
            .with(Kinds::FACILITY_HEAD),
    ) && class == super::grammar::Class::Bare
        && !(lexed.is_russian(at) && is_russian_function(&token.lower))
        && (!opens
            || tagged(token)
            || lexed
                .tokens
                .get(at + 2)
                .is_some_and(|next| !next.capital || next.sort != Sort::Word))
}

fn is_russian_function(lower: &str) -> bool {
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

fn name_at(lexed: &Lexed, at: usize, known: &Lexicon) -> Option<Mention> {
    let token = &lexed.tokens[at];
    if token.sort == Sort::Initial {
        return with_initials(lexed, at);
    }
    if !is_name_word(token) {
        return None;
    }
    if is_adjective_of_place(lexed, at) {
        return None;
    }
    let length = run(lexed, at);
    // «Eurasian Water Fund», «Zhetisu Region»
    let leads = lexed
        .tokens
        .get(at + length)
        .is_some_and(|next| next.capital && super::english::is_common(next));
    if length == 0 || lexed.is_english(at) && leads {
        return None;
    }
    let word = |by: usize| (by < length).then(|| &lexed.tokens[at + by]);
    let is = |by: usize, test: &dyn Fn(&Token) -> bool| word(by).is_some_and(test);
    if let Some(mention) = on_record(lexed, at, length, known) {
        return Some(mention);
    }
    let given = given_like(lexed, at);
    // «Федоров Пётр»: a place of that stem does not matter beside a given name
    let before_given = length > 1
        && crate::name::is_surname(&token.lower)
        && !token.kinds.any(Kinds::ORGANISATION_HEAD)
        && given_like(lexed, at + 1);
    let first_surname = (surname_like(token) || before_given) && !given;
    // «Исабаев Б.»
    if first_surname
        && length == 1
        && let Some(mention) = surname_initials(lexed, at)
    {
        return Some(mention);
    }
    if first_surname {
        // Surname, given name, patronymic.
        if length > 1 && given_like(lexed, at + 1) && !is(1, &surname_like) {
            let more = usize::from(is(2, &|t| patronymic_like(t)));
            // «Исабаев Бейбіт Омаров»: the second begins a name of its own.
            if more == 1 || !is(2, &surname_like) {
                return Some(build(lexed, at, 2 + more, By::Surname));
            }
        }
        if length > 2 && is(2, &|t| patronymic_like(t)) && !is(1, &surname_like) {
            return Some(build(lexed, at, 3, By::Surname));
        }
    }
    if let Some(mention) = with_honorific(lexed, at, given) {
        return Some(mention);
    }
    if length > 2
        && is(1, &|t| patronymic_like(t))
        && is(2, &surname_like)
        && (given || unknown_given(lexed, at))
    {
        return Some(build(lexed, at, 3, By::Surname));
    }
    if length > 1
        && (given || tagged(token) || unknown_given(lexed, at))
        && is(1, &|t| surname_like(t) || patronymic_like(t))
    {
        let more = usize::from(is(2, &|t| {
            patronymic_like(t) && !surname_like(t)
                || t.lower.ends_with("ұлы")
                || t.lower.ends_with("қызы")
        }));
        return Some(build(
            lexed,
            at,
            2 + more,
            if given { By::List } else { By::Surname },
        ));
    }
    // Names without a telling form: the tagger's word, or a given name right after a position.
    let together = (0..length).take_while(|by| is(*by, &tagged)).count();
    let begins = token
        .tag
        .as_ref()
        .is_some_and(|(class, begins)| class == "PERSON" && *begins);
    if together >= 2 && begins {
        let own = 1
            + (1..together)
                .take_while(|by| is(*by, &|t| t.tag.as_ref().is_some_and(|(_, begins)| !begins)))
                .count();
        if own >= 2
            && !(0..own).any(|by| {
                is(by, &|t| {
                    t.kinds.any(Kinds::COUNTRY.with(Kinds::ORGANISATION_HEAD))
                })
            })
        {
            return Some(build(lexed, at, own.min(3), By::Tagger));
        }
    }
    let beside = after_position(lexed, at) || lexed.is_russian(at) && !opens(lexed, at);
    if given
        && length == 2
        && beside
        && !is(1, &|t| {
            t.kinds.any(
                Kinds::ORGANISATION_HEAD
                    .with(Kinds::PLACE_HEAD)
                    .with(Kinds::FACILITY_HEAD),
            )
        })
    {
        return Some(build(lexed, at, 2, By::List));
    }
    let unknown = |by: usize| {
        unknown_given(lexed, at + by)
            && !is(by, &|t| t.kinds.any(Kinds::PLACE.with(Kinds::LANDSCAPE)))
    };
    // «министрі Саясат Нұрбек»: two unknown words right behind a position.
    if length == 2
        && after_position(lexed, at)
        && unknown(0)
        && !is(1, &|t| {
            t.kinds.any(
                Kinds::ORGANISATION_HEAD
                    .with(Kinds::PLACE_HEAD)
                    .with(Kinds::FACILITY_HEAD)
                    .with(Kinds::PLACE)
                    .with(Kinds::COUNTRY)
                    .with(Kinds::POSITION_HEAD)
                    .with(Kinds::EVENT_HEAD)
                    .with(Kinds::PROJECT_HEAD),
            )
        })
    {
        return Some(build(lexed, at, 2, By::Surname));
    }
    // «Ли Сергей – …» in a list.
    let begins = lexed.paragraphs[token.paragraph].tokens.start;
    let numbered = at == begins + 2
        && lexed.tokens[begins]
            .text
            .starts_with(|c: char| c.is_numeric())
        && matches!(lexed.tokens[begins + 1].sort, Sort::Sign('.' | ')'));
    let listed = (at == begins || numbered)
        && lexed
            .tokens
            .get(at + 2)
            .is_some_and(|t| t.sort == Sort::Dash || t.sort == Sort::Sign(','));
    if listed && length == 2 && given_like(lexed, at + 1) && !given && unknown_given(lexed, at) {
        let mut mention = build(lexed, at, 2, By::List);
        if mention.surname.as_deref() == Some(&lexed.tokens[at + 1].text) {
            (mention.given, mention.surname) = (mention.surname, mention.given);
            mention.surname_first = true;
        }
        return Some(mention);
    }
    // «4. Қуанышбек Әсет – имам мечети»
    let plain = (0..length).all(|by| is(by, &|t| !means_else(t)));
    if numbered && listed && length == 2 && plain {
        return Some(build(lexed, at, 2, By::Surname));
    }
    let office = token.kinds.any(Kinds::POSITION_HEAD) && !first_surname;
    (first_surname || given && length == 1 && !office).then(|| build(lexed, at, 1, By::Surname))
}

fn opens(lexed: &Lexed, at: usize) -> bool {
    at == lexed.sentence_of(at).start
}

fn after_position(lexed: &Lexed, at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| lexed.tokens.get(before))
        .is_some_and(super::grammar::is_position_head)
}

/// A person whom the archive knows.
fn on_record(lexed: &Lexed, at: usize, length: usize, known: &Lexicon) -> Option<Mention> {
    if !known.has_people() {
        return None;
    }
    (2..=length.min(3)).rev().find_map(|length| {
        let mut keys: Vec<String> = (at..at + length)
            .map(|at| name_key(&lexed.tokens[at].text))
            .collect();
        keys.sort();
        let name = known.person(&keys)?;
        let mut mention = build(lexed, at, length, By::Record);
        let parts = [
            &mut mention.given,
            &mut mention.surname,
            &mut mention.patronymic,
        ];
        for word in parts.into_iter().flatten() {
            as_recorded(word, name);
        }
        Some(mention)
    })
}

/// The nominative is as it is on record, where the text spells the name so; another spelling stays the text's.
fn as_recorded(word: &mut String, name: &str) {
    let key = name_key(word);
    let own = words(name).find(|own| name_key(own.text) == key);
    if let Some(own) = own {
        let (ours, theirs) = (word.to_lowercase(), own.text.to_lowercase());
        if ours.starts_with(&theirs) || theirs.starts_with(&ours) {
            *word = own.text.to_owned();
        }
    }
}

/// «Б. Исабаев», «Т.С. Омаров».
fn with_initials(lexed: &Lexed, at: usize) -> Option<Mention> {
    let mut last = at;
    while last < at + 3 && lexed.tokens.get(last)?.sort == Sort::Initial {
        last += 1;
    }
    let surname = lexed.tokens.get(last)?;
    let near = lexed.tokens[last - 1].end + 1 >= surname.start;
    let common = surname
        .kinds
        .any(Kinds::ORGANISATION_HEAD.with(Kinds::POSITION_HEAD))
        && !surname_like(surname);
    if !(near && is_name_word(surname) && surname.text.chars().nth(2).is_some() && !common) {
        return None;
    }
    let mut mention = build(lexed, last, 1, By::Surname);
    mention.surname = mention.surname.or(mention.given.take());
    mention.first = at;
    mention.initials = (at..last)
        .map(|at| lexed.tokens[at].text.trim_end_matches('.').to_owned())
        .collect();
    Some(mention)
}

/// «Исабаев Б.», «Омаров Т.С.», where no surname follows.
fn surname_initials(lexed: &Lexed, at: usize) -> Option<Mention> {
    let mut last = at + 1;
    while last < at + 3
        && lexed
            .tokens
            .get(last)
            .is_some_and(|t| t.sort == Sort::Initial && t.paragraph == lexed.tokens[at].paragraph)
    {
        last += 1;
    }
    if last == at + 1
        || lexed.tokens.get(last).is_some_and(|t| {
            is_name_word(t) && surname_like(t) && t.start <= lexed.tokens[last - 1].end + 1
        })
    {
        return None;
    }
    let mut mention = build(lexed, at, 1, By::Surname);
    mention.initials = (at + 1..last)
        .map(|at| lexed.tokens[at].text.trim_end_matches('.').to_owned())
        .collect();
    mention.last = last - 1;
    Some(mention)
}

/// The parts of a name of so many words.
fn build(lexed: &Lexed, at: usize, length: usize, by: By) -> Mention {
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
    if length == 2 && patronymic.is_some() && surname.is_none() {
        // «Нұрсұлтан Әбішұлы»: the patronymic serves as surname.
        surname = patronymic;
    }
    let given = others.iter().copied().find(|by| Some(*by) != surname);
    mention.surname_first = surname == Some(0) && length > 1;
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
        mention.given = text(given).map(nominative_kk);
        mention.surname = text(surname).map(nominative_kk);
        mention.patronymic = text(patronymic.filter(|by| Some(*by) != surname)).map(nominative_kk);
        mention.inflected = tokens
            .last()
            .is_some_and(|last| kazakh_ending(&last.lower) > 0 && !is_surname(&last.lower));
    }
    mention
}

/// A Russian surname in a case that no subject has: Тулегенову, Омаровым, Исабаевой.
fn is_oblique(lower: &str) -> bool {
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
fn genitive_due(lexed: &Lexed, at: usize) -> bool {
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

fn russian_patronymic(word: &str) -> String {
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
