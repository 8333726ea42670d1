//! Positions as Russian prints them: the head noun first, its organisation behind it.

use crate::cases::russian::Cases;
use crate::reader::found::Phrase;
use crate::reader::grammar::NameAmong;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::marks::closes;
use crate::reader::people::mention::Mention;
use crate::reader::ru::clause::{is_opener, is_preposition, start_of_clause};
use crate::reader::ru::offices::{is_degree, is_head, is_title, numbers, with_adjectives};
use crate::reader::ru::verbs::is_verb;

const REACH: usize = 30;

/// The positions printed with a name: before it, with the names that it is listed with, behind it.
pub(crate) fn positions_around(lexed: &Lexed, name: &NameAmong<'_>) -> Vec<Phrase> {
    let (mentions, mention) = (name.mentions, name.mention());
    let chain = list_of_names(lexed, mentions, name.at);
    let wanted = |at: usize| Wanted {
        cases: mentions[at].cases,
        many: chain.len() > 1,
    };
    let mut found = before(lexed, mention.first, name.floor, wanted(name.at));
    // «судьи областного суда Омаров и Асанова»: what is printed once belongs to all
    if name.at > chain.start {
        let lead = mentions[chain.start].first;
        let floor = mentions[..chain.start]
            .last()
            .map_or(0, |before| before.last + 1);
        let shared = before(lexed, lead, floor, wanted(chain.start));
        found.extend(
            shared
                .into_iter()
                .filter(|phrase| is_shared(lexed, *phrase, mention.cases)),
        );
    }
    found.extend(after(lexed, mention.last, name.starts));
    if found.is_empty() {
        found.extend(appointed(lexed, mention.last, name.starts));
    }
    found
}

/// The mentions around one that only commas and «и» part: a list of names.
fn list_of_names(lexed: &Lexed, mentions: &[Mention], at: usize) -> std::ops::Range<usize> {
    let linked = |at: usize| {
        mentions.get(at + 1).is_some_and(|next| {
            let between = mentions[at].last + 1..next.first;
            !between.is_empty()
                && between.len() <= 2
                && between
                    .clone()
                    .all(|at| lexed.is(at, ',') || lexed.tokens[at].lower == "и")
                && lexed.tokens[next.first].sentence == lexed.tokens[mentions[at].last].sentence
        })
    };
    let mut start = at;
    while start > 0 && linked(start - 1) {
        start -= 1;
    }
    let mut end = at + 1;
    while linked(end - 1) {
        end += 1;
    }
    start..end
}

/// What a position before a name has to agree with.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    /// The cases in which the name may stand.
    cases: Cases,
    /// Whether names follow to which a noun in the plural belongs as well: «судьи Омаров и Асанова».
    many: bool,
}

/// The positions right before a name that begins at `first`.
fn before(lexed: &Lexed, first: usize, floor: usize, wanted: Wanted) -> Vec<Phrase> {
    let sentence = lexed.sentence_of(first);
    let floor = floor.max(sentence.start).max(first.saturating_sub(REACH));
    let mut found: Vec<Phrase> = Vec::new();
    let Some(mut end) = first.checked_sub(1).filter(|end| *end >= floor) else {
        return found;
    };
    let labelled = lexed.tokens[end].sort == Sort::Dash || lexed.is(end, ':');
    if labelled {
        match end.checked_sub(1).filter(|end| *end >= floor) {
            Some(before) => end = before,
            None => return found,
        }
    }
    // «акимом района стал 39-летний Омаров»
    let mut wanted = wanted;
    let aged = |at: usize| {
        lexed.tokens[at].lower.ends_with("летний") || lexed.tokens[at].lower.ends_with("летняя")
    };
    if end > floor && aged(end) {
        end -= 1;
    }
    // «руководителем управления назначен Омаров»
    if end > floor && is_appointing(&lexed.tokens[end]) {
        end -= 1;
        wanted.cases = Cases::INS;
    }
    loop {
        // «доктор PhD» is one
        let doctor = end > floor && lexed.tokens[end - 1].lower.starts_with("доктор");
        if is_degree(&lexed.tokens[end]) && !doctor {
            found.push((end, end));
            match end.checked_sub(1).filter(|at| *at > floor) {
                Some(comma) if lexed.is(comma, ',') => end = comma - 1,
                Some(before) => end = before,
                None => break,
            }
            continue;
        }
        let Some((bottom, heads)) = clause_with_heads(lexed, end, floor, wanted) else {
            break;
        };
        let mut stop = end;
        // from right to left: «директор театра | заслуженный деятель»
        for (number, head) in heads.iter().enumerate().rev() {
            let lowest = match number.checked_sub(1) {
                Some(before) => heads[before] + 1,
                None => bottom,
            };
            let start = with_adjectives(lexed, *head, lowest);
            found.push((start, stop));
            // «министр и председатель совета», «дирижёр – заслуженный деятель»
            stop = start.saturating_sub(1);
            if number > 0
                && (lexed.tokens[stop].lower == "и" || lexed.tokens[stop].sort == Sort::Dash)
            {
                stop = stop.saturating_sub(1);
            }
        }
        let start = found.last().map_or(bottom, |phrase| phrase.0);
        match start.checked_sub(1).filter(|at| *at > floor) {
            Some(comma) if start == bottom && lexed.is(comma, ',') => end = comma - 1,
            _ => break,
        }
    }
    // «Режиссёр – Касымов, художник – Вайс»
    let begins = |start: usize| {
        start == sentence.start || matches!(lexed.tokens[start - 1].sort, Sort::Sign(',' | ';'))
    };
    if labelled && found.iter().any(|(start, _)| !begins(*start)) {
        return Vec::new();
    }
    found.reverse();
    found
}

/// The clause that ends at `end`, and its head nouns. A body's name may have commas: «руководитель управления
/// культуры, архивов и документации».
fn clause_with_heads(
    lexed: &Lexed,
    end: usize,
    floor: usize,
    wanted: Wanted,
) -> Option<(usize, Vec<usize>)> {
    let mut bottom = start_of_clause(lexed, end, floor);
    for _ in 0..4 {
        if let Some(heads) = heads(lexed, bottom, end, wanted) {
            return Some((bottom, heads));
        }
        let opens = lexed
            .tokens
            .get(bottom)
            .filter(|token| bottom <= end && token.sort == Sort::Word)?;
        let comma = bottom
            .checked_sub(1)
            .filter(|at| *at > floor && lexed.is(*at, ','))?;
        if opens.capital || is_preposition(&opens.lower) || is_opener(&opens.lower) {
            return None;
        }
        bottom = start_of_clause(lexed, comma - 1, floor);
        if bottom >= comma {
            return None;
        }
    }
    None
}

/// The head nouns of the positions of one clause: the first that agrees with the name, and those beside it that do.
/// «начальник департамента генерал-майор полиции» has two, «заместитель начальника» has one.
fn heads(lexed: &Lexed, bottom: usize, end: usize, wanted: Wanted) -> Option<Vec<usize>> {
    let Wanted {
        cases: wanted,
        many,
    } = wanted;
    if bottom > end {
        return None;
    }
    let named = |at: usize| {
        let (one, several) = numbers(&lexed.tokens[at].lower);
        match many {
            true => one.or(several),
            false => one,
        }
    };
    let is_own = |at: usize| is_head(&lexed.tokens[at], many);
    let agrees = |at: usize| {
        let cases = named(at);
        is_own(at) && (wanted.is_empty() || cases.is_empty() || cases.any(wanted))
    };
    let first = (bottom..=end)
        .find(|at| agrees(*at))
        .or_else(|| (bottom..=end).find(|at| is_own(*at)))?;
    let own = named(first);
    let own = if own.any(wanted) {
        own.and(wanted)
    } else {
        own
    };
    let mut found = vec![first];
    for at in first + 1..=end {
        let cases = named(at);
        if !is_own(at) || !cases.any(own) {
            continue;
        }
        let before = &lexed.tokens[at - 1];
        // «участковый инспектор», «председатель правления – ректор» are one office
        let compound = found.last() == Some(&(at - 1)) || before.sort == Sort::Dash;
        // a genitive right behind a noun hangs on it: «заместителя начальника»; a rank or an honour does not
        let nominative = own.any(Cases::NOM) && cases.any(Cases::NOM) && !compound;
        let apart = nominative || is_title(&lexed.tokens[at]) || before.lower == "и";
        if apart && !in_quotes(lexed, first, at) {
            found.push(at);
        }
    }
    Some(found)
}

/// Whether the head noun of a position stands in the plural, so that all names behind it have that position.
fn is_shared(lexed: &Lexed, phrase: Phrase, cases: Cases) -> bool {
    let head = (phrase.0..=phrase.1).find(|at| is_head(&lexed.tokens[*at], true));
    head.is_some_and(|at| {
        let many = numbers(&lexed.tokens[at].lower).1;
        many.any(cases) || cases.is_empty() && !many.is_empty()
    })
}

/// Whether a token stands inside quotation marks that opened after `from`.
fn in_quotes(lexed: &Lexed, from: usize, at: usize) -> bool {
    let depth = (from..at).fold(0_i32, |depth, at| {
        match (lexed.tokens[at].sort, closes(lexed, at)) {
            (Sort::Quote, true) => depth - 1,
            (Sort::Quote, false) => depth + 1,
            _ => depth,
        }
    });
    depth > 0
}

/// The positions behind a name: «Исабаев, аким области, отметил», «Исабаев – аким области».
fn after(lexed: &Lexed, last: usize, starts: &[usize]) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = last + 1;
    let paragraph = lexed.tokens[last].paragraph;
    while let Some(mark) = lexed
        .tokens
        .get(at)
        .filter(|token| token.paragraph == paragraph)
    {
        let opens = mark.sort == Sort::Dash || matches!(mark.sort, Sort::Sign(',' | '('));
        if !opens {
            break;
        }
        let mut begin = at + 1;
        if lexed.tokens.get(begin).is_some_and(|token| {
            matches!(
                token.lower.as_str(),
                "ныне" | "сейчас" | "теперь" | "сегодня"
            )
        }) {
            begin += 1;
        }
        let Some(head) = (begin..begin + 3).find(|at| {
            lexed
                .tokens
                .get(*at)
                .is_some_and(|token| is_head(token, false))
        }) else {
            break;
        };
        if with_adjectives(lexed, head, begin) != begin {
            break;
        }
        let end = end_of(lexed, head, starts);
        let next = lexed
            .tokens
            .get(end)
            .filter(|token| token.paragraph == paragraph);
        // A name right behind it: the position is that person's.
        if next.is_some_and(|token| starts.contains(&end) && token.sort != Sort::Dash)
            || end - begin > REACH
        {
            break;
        }
        found.push((begin, end - 1));
        if !lexed.is(end, ',') {
            break;
        }
        at = end;
    }
    found
}

/// After the position whose head noun stands at `head`.
fn end_of(lexed: &Lexed, head: usize, starts: &[usize]) -> usize {
    let paragraph = lexed.tokens[head].paragraph;
    let mut end = head + 1;
    while let Some(token) = lexed
        .tokens
        .get(end)
        .filter(|token| token.paragraph == paragraph)
    {
        if token.sort == Sort::Quote && !closes(lexed, end) {
            let close = (end + 1..end + 14).find(|at| closes(lexed, *at));
            end = close.map_or(end + 1, |close| close + 1);
            continue;
        }
        let since = matches!(token.lower.as_str(), "с" | "до" | "от")
            && lexed
                .tokens
                .get(end + 1)
                .is_some_and(|next| next.text.starts_with(|c: char| c.is_numeric()));
        let word = token.sort == Sort::Word
            && !since
            && !is_verb(token)
            && !matches!(
                token.lower.as_str(),
                "который" | "которая" | "что" | "чей" | "чья" | "вместо"
            );
        let named = starts.contains(&end) && !follows_imeni(lexed, end);
        if !(word || token.sort == Sort::Initial || token.sort == Sort::Sign('№')) || named {
            break;
        }
        end += 1;
    }
    end
}

/// Beginnings of words that give somebody an office, or say that one has it.
const APPOINTS: [&str; 9] = [
    "назнач",
    "избра",
    "утвержд",
    "стал",
    "стала",
    "работает",
    "является",
    "переизбра",
    "занял",
];

fn is_appointing(token: &Token) -> bool {
    token.sort == Sort::Word
        && !token.capital
        && APPOINTS.iter().any(|verb| match verb.chars().nth(4) {
            Some(_) if *verb != "стала" => token.lower.starts_with(verb),
            _ => token.lower == *verb,
        })
}

/// What a name became: «Омаров назначен руководителем управления», «назначить Омарова на должность директора».
fn appointed(lexed: &Lexed, last: usize, starts: &[usize]) -> Option<Phrase> {
    let sentence = lexed.sentence_of(last);
    let mut at = last + 1;
    let mut office = false;
    while at < sentence.end.min(last + 6) {
        let token = &lexed.tokens[at];
        let passed = match token.lower.as_str() {
            "должность" | "пост" => {
                office = true;
                true
            }
            "на" | "был" | "была" | "также" | "вновь" | "единогласно" => {
                true
            }
            _ => is_appointing(token),
        };
        if !passed {
            break;
        }
        at += 1;
    }
    let head = (at..at + 3).find(|at| *at < sentence.end && is_head(&lexed.tokens[*at], false))?;
    let lower = lexed.tokens[head].lower.as_str();
    let instrumental = ["ом", "ем", "ём", "ой", "ей", "ым", "им"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    if !(instrumental || office) || with_adjectives(lexed, head, at) != at {
        return None;
    }
    let end = end_of(lexed, head, starts);
    let next = starts.first().copied().unwrap_or(usize::MAX);
    (end <= next && end - at <= REACH).then(|| (at, end - 1))
}

fn follows_imeni(lexed: &Lexed, at: usize) -> bool {
    (1..=3).any(|by| {
        at.checked_sub(by)
            .is_some_and(|at| matches!(lexed.tokens[at].lower.as_str(), "имени" | "им"))
    })
}
