//! Positions as Russian prints them: the head noun first, its organisation behind it.

use super::grammar::{closes, is_russian_verb, opening};
use super::lex::{Lexed, Sort, Token};
use super::position_kk::Phrase;
use crate::declension::Cases;
use crate::gazetteer::{self, Kinds};

const REACH: usize = 30;

/// The positions right before a name that begins at `first` and stands in one of `cases`.
pub(crate) fn before(lexed: &Lexed, first: usize, floor: usize, cases: Cases) -> Vec<Phrase> {
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
    // «руководителем управления назначен Омаров»
    let mut wanted = cases;
    if end > floor && is_appointing(&lexed.tokens[end]) {
        end -= 1;
        wanted = Cases::INS.or(Cases::GEN);
    }
    loop {
        let bottom = clause(lexed, end, floor);
        let Some(heads) = heads(lexed, bottom, end, wanted) else {
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
            // «министр и председатель совета»
            stop = start.saturating_sub(1);
            if number > 0 && lexed.tokens[stop].lower == "и" {
                stop = stop.saturating_sub(1);
            }
        }
        let start = found.last().map_or(bottom, |phrase| phrase.0);
        // Between commas nothing stands before the position; right after a verb it may begin anywhere.
        let inner = start != bottom;
        if inner && found.len() > heads.len() {
            found.truncate(found.len() - heads.len());
            break;
        }
        match start.checked_sub(1).filter(|at| *at > floor) {
            Some(comma) if lexed.is(comma, ',') => end = comma - 1,
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

/// The head nouns of the positions of one clause: the first that agrees with the name, and those beside it that do.
/// «начальник департамента генерал-майор полиции» has two, «заместитель начальника» has one.
fn heads(lexed: &Lexed, bottom: usize, end: usize, wanted: Cases) -> Option<Vec<usize>> {
    let named = |at: usize| {
        let lower = lexed.tokens[at].lower.as_str();
        let (one, many) = gazetteer::numbers_of_position(lower);
        (one.or(many), one.is_empty() && !many.is_empty())
    };
    let is_own = |at: usize| is_head(&lexed.tokens[at]) && !named(at).1;
    let agrees = |at: usize| {
        let (cases, _) = named(at);
        is_own(at) && (wanted.is_empty() || cases.is_empty() || cases.any(wanted))
    };
    let first = (bottom..=end)
        .find(|at| agrees(*at))
        .or_else(|| (bottom..=end).find(|at| is_own(*at)))?;
    let own = named(first).0;
    let own = if own.any(wanted) {
        own.and(wanted)
    } else {
        own
    };
    let mut found = vec![first];
    for at in first + 1..=end {
        let (cases, many) = named(at);
        if !is_own(at) || many || !cases.any(own) {
            continue;
        }
        // a genitive right behind a noun hangs on it: «заместителя начальника»; a rank or an honour does not
        let nominative = own.any(Cases::NOM) && cases.any(Cases::NOM);
        let apart = nominative || is_title(&lexed.tokens[at]) || lexed.tokens[at - 1].lower == "и";
        if apart && !in_quotes(lexed, first, at) {
            found.push(at);
        }
    }
    Some(found)
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

/// Nouns of ranks, degrees and honours, which stand beside an office.
fn is_title(token: &Token) -> bool {
    const TITLES: [&str; 17] = [
        "полковник",
        "подполковник",
        "майор",
        "капитан",
        "лейтенант",
        "генерал",
        "профессор",
        "доцент",
        "академик",
        "доктор",
        "кандидат",
        "деятель",
        "лауреат",
        "кавалер",
        "магистр",
        "мастер",
        "артист",
    ];
    let own = gazetteer::nominative_ru(&token.lower).unwrap_or(&token.lower);
    let last = own.rsplit('-').next().unwrap_or(own);
    TITLES.contains(&last) || token.text == "PhD" || own.starts_with("генерал-")
}

/// The positions behind a name: «Исабаев, аким области, отметил», «Исабаев – аким области».
pub(crate) fn after(lexed: &Lexed, last: usize, starts: &[usize]) -> Vec<Phrase> {
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
        let begin = at + 1;
        let Some(head) = (begin..begin + 3).find(|at| lexed.tokens.get(*at).is_some_and(is_head))
        else {
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
            && !is_russian_verb(token)
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
pub(crate) fn appointed(lexed: &Lexed, last: usize, starts: &[usize]) -> Option<Phrase> {
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
    let head = (at..at + 3).find(|at| *at < sentence.end && is_head(&lexed.tokens[*at]))?;
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

/// The first token of the clause that ends at `end`.
fn clause(lexed: &Lexed, end: usize, floor: usize) -> usize {
    let mut start = end + 1;
    while start > floor {
        let at = start - 1;
        let token = &lexed.tokens[at];
        match token.sort {
            Sort::Quote if closes(lexed, at) => match opening(lexed, at, floor, 14) {
                Some(open) => start = open,
                None => break,
            },
            Sort::Word if is_russian_verb(token) || is_opener(&token.lower) => break,
            Sort::Word | Sort::Initial | Sort::Sign('№') => start = at,
            // «им. Жансугурова»
            Sort::Sign('.')
                if at > floor
                    && matches!(lexed.tokens[at - 1].lower.as_str(), "им" | "обл" | "ул") =>
            {
                start = at
            }
            _ => break,
        }
    }
    start
}

fn is_opener(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "что",
        "где",
        "когда",
        "также",
        "а",
        "словам",
        "участием",
        "слову",
        "который",
        "которая",
        "как",
        "сегодня",
        "вчера",
        "этом",
        "этого",
        "мнению",
        "информации",
        "председательством",
        "руководством",
        "данным",
        "отмечает",
        "сообщает",
        // «на должность руководителя назначен …»
        "должность",
        "должности",
        "пост",
        // of a date before the name
        "года",
        "году",
        "г",
        "от",
    ];
    WORDS.contains(&lower)
}

fn is_head(token: &Token) -> bool {
    let (one, many) = gazetteer::numbers_of_position(&token.lower);
    let many = match (one.is_empty(), many.is_empty()) {
        (true, true) => is_plural(&token.lower),
        (one, _) => one,
    };
    token.sort == Sort::Word
        && (token.kinds.any(Kinds::POSITION_HEAD) || is_trade(&token.lower) || token.text == "PhD")
        && !many
}

/// Nouns of trades by their ending: искусствовед, дзюдоистка, закройщик.
fn is_trade(lower: &str) -> bool {
    lower.chars().nth(6).is_some()
        && ["вед", "олог", "истка", "щик", "щица", "чица", "тельница"]
            .iter()
            .any(|ending| lower.ends_with(ending))
        && !["каталог", "некролог", "ящик"].contains(&lower)
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

/// Whether an adjective: исполнительный, главного, первой; and «и.о.».
pub(crate) fn is_adjective(token: &Token) -> bool {
    token.sort == Sort::Word
        && ([
            "ый", "ий", "ая", "яя", "ое", "ого", "его", "ому", "ему", "ым", "им", "ной", "кой",
            "вой", "ней", "ом", "ые", "ых", "ую", "шей", "щей",
        ]
        .iter()
        .any(|ending| {
            token.lower.ends_with(ending)
                && token.lower.chars().count() > ending.chars().count() + 2
        }))
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

fn with_adjectives(lexed: &Lexed, head: usize, bottom: usize) -> usize {
    let mut start = head;
    while start > bottom
        && is_adjective(&lexed.tokens[start - 1])
        && !matches!(
            lexed.tokens[start - 1].lower.as_str(),
            "новым" | "новой" | "новый" | "новая"
        )
    {
        start -= 1;
    }
    start
}

fn follows_imeni(lexed: &Lexed, at: usize) -> bool {
    (1..=3).any(|by| {
        at.checked_sub(by)
            .is_some_and(|at| matches!(lexed.tokens[at].lower.as_str(), "имени" | "им"))
    })
}
