//! Organisations: by their head nouns, by the lists and by the tagger.

use crate::cases::kazakh::{is_bare_case, without_case};
use crate::gazetteer::Kinds;
use crate::reader::en::phrases as english;
use crate::reader::kk::organisations::kazakh;
use crate::reader::kk::words::closes;
use crate::reader::lex::lexed::{Lexed, Sort};
use crate::reader::organisations::words::{BODIES, is_head, is_letters};
use crate::reader::ru::organisations::russian;

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

/// Text from one token to another, the last without its Kazakh case ending.
pub(crate) fn nominative(lexed: &Lexed, first: usize, last: usize) -> String {
    let text = lexed.between(first, last);
    let token = &lexed.tokens[last];
    let quoted = first == last
        && first > 0
        && lexed.tokens[first - 1].sort == Sort::Quote
        && closes(lexed, last + 1);
    if token.sort != Sort::Word || quoted {
        return text;
    }
    if let Some((bare, ending)) = token.text.rsplit_once(['-', '‑'])
        && is_bare_case(&crate::text::fold::fold(&crate::text::latin::cyrillic(
            ending,
        )))
    {
        let cut = token.text.len() - bare.len();
        return text[..text.len() - cut].to_owned();
    }
    // «ауданы» is аудан with a possessive, not «ауда-ны»
    let owned = token
        .lower
        .strip_suffix(['ы', 'і'])
        .is_some_and(crate::gazetteer::is_noun);
    // «Қырғызстан»; a name alone has no possessive that a case could follow: «Сайқын»
    let country = token.capital && token.folded.ends_with("стан");
    let proper = first == last && token.capital;
    let cut = without_case(&token.folded)
        .filter(|rest| !(owned || country || proper && token.folded[rest.len()..] == *"н"))
        .map_or(0, |rest| {
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
        let Some(one) = self::at(lexed, at, people) else {
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

/// The organisation whose telling noun stands at a token, by the grammar of the paragraph's language.
pub(crate) fn at(lexed: &Lexed, at: usize, people: &[(usize, usize)]) -> Option<Found> {
    let one = if lexed.is_english(at) {
        english::organisation(lexed, at, people)
    } else if lexed.is_russian(at) {
        russian(lexed, at, people)
    } else {
        kazakh(lexed, at, people)
            .or_else(|| called(lexed, at, people))
            .or_else(|| {
                // «Nazarbayev University»
                let latin = lexed.tokens[at].capital && lexed.tokens[at].text.is_ascii();
                latin
                    .then(|| english::organisation(lexed, at, people))
                    .flatten()
            })
    };
    one.or_else(|| body(lexed, at))
}

/// «Абай атындағы ҚазҰПУ».
fn called(lexed: &Lexed, at: usize, people: &[(usize, usize)]) -> Option<Found> {
    let after = at > 0 && lexed.tokens[at - 1].lower == "атындағы";
    (after && is_letters(&lexed.tokens[at])).then(|| {
        let first = crate::reader::kk::positions::left(lexed, at, floor_of(lexed, at, people));
        Found {
            first,
            last: at,
            name: nominative(lexed, first, at),
            by: By::Head,
        }
    })
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
    // «Мәжіліс барысында»: a meeting
    let meeting = token.folded.starts_with("мажилис") && at == lexed.sentence_of(at).start;
    let known = known && !meeting;
    // «Парламент депутаты» is a position, and found there; «Сенат сайлауы» is none.
    (abbreviation || known).then(|| Found {
        first: at,
        last: at,
        name: nominative(lexed, at, at),
        by: By::List,
    })
}

pub(crate) fn floor_of(lexed: &Lexed, at: usize, people: &[(usize, usize)]) -> usize {
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
