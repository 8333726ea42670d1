//! Where the body names people.

use crate::cases::surnames::is_fathers;
use crate::gazetteer::Kinds;
use crate::names::name_key::name_key;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::lexicon::Lexicon;
use crate::reader::people::given_names::{given_like, unknown_given};
use crate::reader::people::initials::{surname_initials, with_honorific, with_initials};
pub(crate) use crate::reader::people::mention::{Mention, NameSign};
use crate::reader::people::name_parts::build;
use crate::reader::people::name_words::{
    is_name_word, is_russian_patronymic, means_else, patronymic_like, surname_like, tagged,
};
use crate::text::token::words;

/// Every name of a body, in order. `known` has the people of the archive.
pub(crate) fn mentions(lexed: &Lexed, known: &Lexicon) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lexed.tokens.len() {
        let skipped = lexed
            .paragraphs
            .get(lexed.tokens[at].paragraph)
            .is_some_and(|p| p.credit);
        let joined = found.last().is_some_and(|last: &Mention| {
            last.is_full() && last.last + 2 == at && is_and(&lexed.tokens[at - 1])
        });
        match (!skipped)
            .then(|| name_at(lexed, at, joined, known))
            .flatten()
        {
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
            found.push(build(lexed, whole.start, 2, NameSign::Surname));
        }
    }
    found.sort_by_key(|mention| mention.first);
    found
}

/// The words of capitals that begin at a token and stand side by side.
fn run(lexed: &Lexed, at: usize) -> usize {
    let mut end = at;
    while let Some(token) = lexed.tokens.get(end) {
        let beside = end == at
            || lexed.tokens[end - 1].end + 1 == token.start
                && token.sentence == lexed.tokens[at].sentence;
        let language = languages::at(lexed, end);
        if !(beside && is_name_word(token) && end < at + 4)
            || !language.may_stand_in_name(token, end == at)
            || token.text == "Ері"
            || language.is_adjective_of_place(lexed, end)
        {
            break;
        }
        end += 1;
    }
    end - at
}

/// «және», «мен»: what joins two people.
fn is_and(token: &Token) -> bool {
    matches!(token.lower.as_str(), "және" | "мен" | "бен" | "пен")
}

/// `joined`: whether a name stands right before the token, and «және» between.
pub(crate) fn name_at(lexed: &Lexed, at: usize, joined: bool, known: &Lexicon) -> Option<Mention> {
    let token = &lexed.tokens[at];
    if token.sort == Sort::Initial {
        return with_initials(lexed, at);
    }
    if !is_name_word(token) {
        return None;
    }
    let language = languages::at(lexed, at);
    if language.is_adjective_of_place(lexed, at) {
        return None;
    }
    let length = run(lexed, at);
    let next = lexed.tokens.get(at + length);
    if length == 0 || next.is_some_and(|next| language.ends_title(next)) {
        return None;
    }
    let word = |by: usize| (by < length).then(|| &lexed.tokens[at + by]);
    let is = |by: usize, test: &dyn Fn(&Token) -> bool| word(by).is_some_and(test);
    if let Some(mention) = on_record(lexed, at, length, known) {
        return Some(mention);
    }
    let given = given_like(lexed, at);
    let before_name = length > 1 && given_like(lexed, at + 1);
    if !given && language.describes(lexed, at, before_name) {
        return None;
    }
    let habits = language.habits();
    // «Жарлығымен Марат Омаров»: only the last word of a name carries a case
    if length > 1
        && !given
        && habits.last_word_declines
        && !surname_like(token)
        && crate::names::kazakh::kazakh_ending(&token.lower) > 0
        && given_like(lexed, at + 1)
    {
        return None;
    }
    // «Федоров Пётр»: a place of that stem does not matter beside a given name
    let before_given = length > 1
        && crate::cases::surnames::is_surname(&token.lower)
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
                return Some(build(lexed, at, 2 + more, NameSign::Surname));
            }
        }
        if length > 2 && is(2, &|t| patronymic_like(t)) && !is(1, &surname_like) {
            return Some(build(lexed, at, 3, NameSign::Surname));
        }
    }
    let unlisted = lexed
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.text == "қажы");
    if let Some(mention) = with_honorific(lexed, at, given || unlisted) {
        return Some(mention);
    }
    // «Ирина Викторовна Швец», also in Kazakh: a Russian patronymic tells the words around it
    let russian = is(1, &is_russian_patronymic);
    let telling = |t: &Token| surname_like(t) || russian && !means_else(t);
    if length > 2
        && is(1, &|t| patronymic_like(t))
        && is(2, &telling)
        && (given || russian || unknown_given(lexed, at))
    {
        return Some(build(lexed, at, 3, NameSign::Surname));
    }
    if length > 1
        && (given || tagged(token) || unknown_given(lexed, at))
        && is(1, &|t| surname_like(t) || patronymic_like(t))
    {
        let fathers = |t: &Token| is_fathers(&t.lower) || t.lower.ends_with("инична");
        let more = usize::from(
            is(2, &|t| patronymic_like(t) && !surname_like(t) || fathers(t))
                // «Ерлан Мұратұлы Досымбек»: a surname without a telling form
                || is(1, &fathers) && is(2, &|t| !means_else(t)) && !before_place(lexed, at + 2),
        );
        return Some(build(
            lexed,
            at,
            2 + more,
            if given {
                NameSign::List
            } else {
                NameSign::Surname
            },
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
                    t.kinds.any(
                        Kinds::COUNTRY
                            .with(Kinds::ORGANISATION_HEAD)
                            .with(Kinds::LANDSCAPE_HEAD),
                    )
                })
            })
        {
            return Some(build(lexed, at, own.min(3), NameSign::Tagger));
        }
    }
    let listed = crate::names::kazakh::is_given(&token.lower) && !is(1, &means_else);
    let beside =
        after_position(lexed, at) || habits.given_name_tells && (listed || !opens(lexed, at));
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
        return Some(build(lexed, at, 2, NameSign::List));
    }
    // «Бекзат Нұртай», «Асқар Бөлтірік»: a name of the list, then one or a word that nothing else is known of
    let quoted = |at: usize| lexed.tokens.get(at).is_some_and(|t| t.sort == Sort::Quote);
    if length == 2
        && habits.half_listed_names
        && crate::names::kazakh::is_given(&token.lower)
        && given
        && !means_else(token)
        && is(1, &|t| {
            !means_else(t) && t.kinds.heads() == Kinds::default()
        })
        && !before_place(lexed, at + 1)
        && !(at > 0 && quoted(at - 1))
        && !quoted(at + 2)
    {
        return Some(build(lexed, at, 2, NameSign::List));
    }
    // «қызылордалық Балмекен Амангелді»: a name of the list behind a word of which nothing is known
    if length == 2
        && habits.half_listed_names
        && !opens(lexed, at)
        && token.kinds == Kinds::default()
        && crate::names::kazakh::kazakh_ending(&token.lower) == 0
        && is(1, &|t| {
            crate::names::kazakh::is_given(&t.lower) && !means_else(t)
        })
        && !before_place(lexed, at + 1)
        && !(at > 0 && quoted(at - 1))
        && !quoted(at + 2)
    {
        return Some(build(lexed, at, 2, NameSign::List));
    }
    let unknown = |by: usize| {
        unknown_given(lexed, at + by)
            && !is(by, &|t| t.kinds.any(Kinds::PLACE.with(Kinds::LANDSCAPE)))
    };
    // «министрі Саясат Нұрбек»: two unknown words right behind a position.
    if length == 2
        && (after_position(lexed, at) || joined)
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
        return Some(build(lexed, at, 2, NameSign::Surname));
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
        let mut mention = build(lexed, at, 2, NameSign::List);
        if mention.surname.as_deref() == Some(&lexed.tokens[at + 1].text) {
            (mention.given, mention.surname) = (mention.surname, mention.given);
            mention.surname_first = true;
        }
        return Some(mention);
    }
    // «4. Қуанышбек Әсет – имам мечети»
    let plain = (0..length).all(|by| is(by, &|t| !means_else(t)));
    if numbered && listed && length == 2 && plain {
        return Some(build(lexed, at, 2, NameSign::Surname));
    }
    let office = token.kinds.any(Kinds::POSITION_HEAD) && !first_surname;
    (first_surname || given && length == 1 && !office)
        .then(|| build(lexed, at, 1, NameSign::Surname))
}

fn opens(lexed: &Lexed, at: usize) -> bool {
    at == lexed.sentence_of(at).start
}

/// «Исабай ауданына»: the word names a place, or what is called after it.
fn before_place(lexed: &Lexed, at: usize) -> bool {
    let next = lexed.tokens.get(at + 1);
    next.is_some_and(|next| {
        next.lower == "атындағы"
            || next.kinds.any(Kinds::PLACE_HEAD.with(Kinds::FACILITY_HEAD))
                && ["ауда", "облы", "қала", "ауыл", "кент", "округ"]
                    .iter()
                    .any(|head| next.lower.starts_with(head))
                && crate::cases::kazakh::without_possessive(
                    crate::cases::kazakh::without_case(&next.folded).unwrap_or(&next.folded),
                )
                .is_some()
    })
}

fn after_position(lexed: &Lexed, at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| lexed.tokens.get(before))
        .is_some_and(|token| {
            // «директоры болып тағайындалған Марал Ескендір»
            let came = ["тагаиындалган", "саиланган", "аткарган", "болган"];
            crate::reader::kk::words::is_position_head(token)
                || came.contains(&token.folded.as_str())
        })
}

/// A person whom the archive knows.
pub(crate) fn on_record(
    lexed: &Lexed,
    at: usize,
    length: usize,
    known: &Lexicon,
) -> Option<Mention> {
    if !known.has_people() {
        return None;
    }
    (2..=length.min(3)).rev().find_map(|length| {
        let mut keys: Vec<String> = (at..at + length)
            .map(|at| name_key(&lexed.tokens[at].text))
            .collect();
        keys.sort();
        let name = known.person(&keys)?;
        let mut mention = build(lexed, at, length, NameSign::Record);
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
