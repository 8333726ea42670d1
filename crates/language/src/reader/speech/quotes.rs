//! Direct speech: between quotation marks, over paragraphs, and behind dialogue dashes.

use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::marks::closes;
use crate::reader::speech::acts::speaks_at;
use std::ops::{Range, RangeInclusive};

/// A quote without its marks.
#[derive(Debug, Clone)]
pub(crate) struct Quote {
    /// Chars of the body.
    pub start: usize,
    pub end: usize,
    /// First and last token of what is said.
    pub first: usize,
    pub last: usize,
    /// The tokens between it and the end of its sentence, where its speaker may stand.
    pub after: Range<usize>,
    /// The token before its opening mark.
    pub before: Option<usize>,
}

impl Quote {
    /// What is said by these tokens. `open`: the first of what stands before it and marks it; `close`: the last of what
    /// stands behind it and marks it.
    pub(crate) fn between(
        lexed: &Lexed,
        said: RangeInclusive<usize>,
        open: usize,
        close: usize,
    ) -> Quote {
        let (first, last) = said.into_inner();
        Quote {
            start: lexed.tokens[first].start,
            end: lexed.tokens[last].end,
            first,
            last,
            after: attribution(lexed, close),
            before: open.checked_sub(1),
        }
    }
}

/// A quote runs over at most so many paragraphs.
const MAX_PARAGRAPHS: usize = 12;

/// Every quote of the body, in order.
pub(crate) fn find_quotes(lexed: &Lexed) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = pairs_of_marks(lexed)
        .into_iter()
        .filter(|(open, close)| is_speech(lexed, *open, *close))
        .filter_map(|(open, close)| quote_between(lexed, open, close))
        .collect();
    for paragraph in &lexed.paragraphs {
        let overlaps = |quote: &Quote| {
            quotes
                .iter()
                .any(|other| other.start < quote.end && quote.start < other.end)
        };
        let spoken = quotes_of_dialogue(lexed, paragraph.tokens.clone());
        if !spoken.iter().any(overlaps) {
            quotes.extend(spoken);
        }
    }
    quotes.sort_by_key(|quote| quote.start);
    quotes
}

fn quote_between(lexed: &Lexed, open: usize, close: usize) -> Option<Quote> {
    (close > open + 1).then(|| {
        let (mut first, mut last) = (open + 1, close - 1);
        // ««Ерлік» – үлкен үй», the outer marks only.
        if lexed.is(last, ',') && last > first {
            last -= 1;
        }
        if lexed.tokens[first].sort == Sort::Dash && first < last {
            first += 1;
        }
        Quote::between(lexed, first..=last, open, close)
    })
}

/// What stands between these tokens as a quote, whatever marks it.
pub(crate) fn quote_of(lexed: &Lexed, first: usize, last: usize) -> Option<Quote> {
    let is_mark = |at: &usize| matches!(lexed.tokens[*at].sort, Sort::Quote | Sort::Dash);
    let first = (first..=last).find(|at| !is_mark(at))?;
    let last = (first..=last)
        .rev()
        .find(|at| !is_mark(at) && lexed.tokens[*at].sort != Sort::Sign(','))?;
    let quoted = |at: usize| {
        lexed
            .tokens
            .get(at)
            .is_some_and(|token| token.sort == Sort::Quote)
    };
    let mut close = last;
    while lexed.is(close + 1, ',') || quoted(close + 1) {
        close += 1;
    }
    let open = (0..first)
        .rev()
        .find(|at| !is_mark(at))
        .map_or(0, |at| at + 1);
    Some(Quote::between(lexed, first..=last, open, close))
}

/// From behind a quote to the end of the sentence there.
pub(crate) fn attribution(lexed: &Lexed, close: usize) -> Range<usize> {
    let begin = close + 1;
    let paragraph = lexed.tokens[close].paragraph;
    let mut end = begin;
    while lexed
        .tokens
        .get(end)
        .is_some_and(|token| token.paragraph == paragraph)
    {
        let stop = matches!(lexed.tokens[end].sort, Sort::Sign('.' | '!' | '?' | '…'));
        let last = stop
            && lexed.tokens.get(end + 1).is_none_or(|next| {
                next.sentence != lexed.tokens[end].sentence || next.paragraph != paragraph
            });
        // A stop or comma right behind the mark belongs to the quote.
        if last && end > begin {
            break;
        }
        end += 1;
    }
    begin..end
}

/// Outermost pairs of quotation marks.
fn pairs_of_marks(lexed: &Lexed) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut stack: Vec<usize> = Vec::new();
    let mut opened_in = 0;
    for (number, paragraph) in lexed.paragraphs.iter().enumerate() {
        if paragraph.credit {
            continue;
        }
        let goes_on = !stack.is_empty();
        if goes_on && number > opened_in + MAX_PARAGRAPHS {
            stack.clear();
        }
        for at in paragraph.tokens.clone() {
            if lexed.tokens[at].sort != Sort::Quote {
                continue;
            }
            let closing = closes(lexed, at) || is_second(lexed, &stack, at);
            if !closing {
                // A new paragraph of the same speech repeats the opening mark.
                let repeats = goes_on && at == paragraph.tokens.start && stack.len() == 1;
                if !repeats {
                    if stack.is_empty() {
                        opened_in = number;
                    }
                    stack.push(at);
                }
            } else if let Some(open) = stack.pop()
                && stack.is_empty()
            {
                pairs.push((open, at));
            }
        }
        // What is not closed here goes on only if the speech does.
        let speech = stack.first().is_some_and(|open| {
            *open == lexed.paragraphs[opened_in].tokens.start
                || lexed.is(open.saturating_sub(1), ':')
        });
        if !(speech && closes_later(lexed, number + 1)) {
            stack.clear();
        }
        stack.truncate(1);
    }
    pairs
}

/// “ closes what „ opened.
fn is_second(lexed: &Lexed, stack: &[usize], at: usize) -> bool {
    lexed.tokens[at].text == "“"
        && stack
            .last()
            .is_some_and(|open| lexed.tokens[*open].text == "„")
}

/// Whether a closing mark without an opening one of its own follows soon.
fn closes_later(lexed: &Lexed, from: usize) -> bool {
    for paragraph in lexed.paragraphs.iter().skip(from).take(MAX_PARAGRAPHS) {
        let mut depth = 0_i32;
        for at in paragraph.tokens.clone() {
            if lexed.tokens[at].sort != Sort::Quote {
                continue;
            }
            if closes(lexed, at) {
                depth -= 1;
            } else if at != paragraph.tokens.start {
                depth += 1;
            }
            if depth < 0 {
                return true;
            }
        }
        // A paragraph that neither goes on with the mark nor closes it ends the search.
        if lexed.tokens[paragraph.tokens.start].sort != Sort::Quote
            && depth == 0
            && paragraph.tokens.clone().any(|at| speaks_at(lexed, at))
        {
            return false;
        }
    }
    false
}

/// Whether marked words are said by somebody, rather than a title or a name.
fn is_speech(lexed: &Lexed, open: usize, close: usize) -> bool {
    let inside = &lexed.tokens[open + 1..close];
    let words = inside
        .iter()
        .filter(|token| token.sort == Sort::Word)
        .count();
    if words < 2 {
        return false;
    }
    let ends = inside
        .last()
        .is_some_and(|token| matches!(token.sort, Sort::Sign('.' | '!' | '?' | '…')));
    let paragraph = lexed.paragraphs[lexed.tokens[open].paragraph]
        .tokens
        .clone();
    let first = open == paragraph.start
        || open == paragraph.start + 1 && lexed.tokens[paragraph.start].sort == Sort::Dash;
    let own = lexed.paragraphs[lexed.tokens[close].paragraph].tokens.end;
    let mut next = close + 1;
    while next < own
        && matches!(
            lexed.tokens[next].sort,
            Sort::Sign(',' | '.' | '!' | '?' | '…')
        )
    {
        next += 1;
    }
    let alone = next >= own;
    let after = lexed.tokens.get(next).filter(|_| !alone);
    // «…», – потребовал прокурор: behind a quote any verb is one of saying
    let verb = (next..own.min(next + 2))
        .any(|at| languages::at(lexed, at).says_behind_quote(&lexed.tokens[at]));
    let said_after = verb || (next..own.min(next + 16)).any(|at| speaks_at(lexed, at));
    // English keeps the comma inside: "…," she added
    let comma_inside = inside
        .last()
        .is_some_and(|token| token.sort == Sort::Sign(','));
    if comma_inside && said_after {
        return words >= 3;
    }
    let colon = open > 0 && lexed.is(open - 1, ':');
    if colon {
        return words >= 3;
    }
    if after.is_some_and(|token| token.sort == Sort::Dash) && said_after {
        return words >= 2 && (words >= 4 || ends || first || next > close + 1);
    }
    let saying = after.is_some_and(|token| {
        matches!(
            token.folded.as_str(),
            "деп" | "деди" | "деиди" | "деген" | "деи"
        )
    });
    if saying {
        let called = lexed.tokens.get(next + 1).is_some_and(|token| {
            ["атал", "атау", "ат ", "жазыл", "аты"]
                .iter()
                .any(|word| token.folded.starts_with(word))
                && token.folded != "атап"
        });
        let title = lexed
            .tokens
            .get(next)
            .is_some_and(|token| token.folded == "деген")
            && words < 6
            && !ends;
        return !called && !title && (words >= 4 || ends);
    }
    // «…, отметил, что «…»»: said in front.
    let sentence = lexed.sentence_of(open).start;
    if words >= 5 && !first && (sentence..open).any(|at| speaks_at(lexed, at)) {
        return true;
    }
    if first && alone {
        return words >= 4;
    }
    // Russian: «…», отметил аким.
    let comma = next > close + 1 && lexed.is(close + 1, ',');
    (ends && words >= 5 || words >= 8) && (first || said_after || comma && words >= 5)
}

/// «– Жол ашылды, – деді Омаров.» What goes on behind the attribution is a quote of its own.
fn quotes_of_dialogue(lexed: &Lexed, tokens: Range<usize>) -> Vec<Quote> {
    if tokens.len() < 4 || lexed.tokens[tokens.start].sort != Sort::Dash {
        return Vec::new();
    }
    let before = tokens.start.checked_sub(1);
    let (first, end) = (tokens.start + 1, tokens.end);
    let quotes = parted_by_attribution(lexed, first, end, before);
    // a line of its own behind a colon: «Ол былай деді: \n – Жол ашылды.»
    if quotes.is_empty() && before.is_some_and(|before| lexed.is(before, ':')) {
        let whole = part(lexed, first..end, end..end, before);
        return whole.into_iter().collect();
    }
    quotes
}

/// What is said between these tokens, in parts where somebody is said to speak amid it; nothing where nobody is.
pub(crate) fn parted_by_attribution(
    lexed: &Lexed,
    first: usize,
    end: usize,
    before: Option<usize>,
) -> Vec<Quote> {
    let opens = |at: usize| lexed.tokens[at].sort == Sort::Dash;
    let mut quotes = Vec::new();
    let mut first = first;
    while let Some(dash) = attributing(lexed, first, end) {
        // «…, – деді Омаров. – Енді …»
        let again = (dash + 1..end)
            .find(|at| opens(*at) && matches!(lexed.tokens[at - 1].sort, Sort::Sign('.' | ',')));
        let after = dash + 1..again.unwrap_or(end);
        quotes.extend(part(lexed, first..dash, after.clone(), before));
        let Some(again) = again else {
            return quotes;
        };
        first = again + 1;
        if attributing(lexed, first, end).is_none() {
            quotes.extend(part(lexed, first..end, after, before));
            return quotes;
        }
    }
    quotes
}

/// One part of what is said, without the comma at its end; `after`: where its speaker may stand.
fn part(
    lexed: &Lexed,
    tokens: Range<usize>,
    after: Range<usize>,
    before: Option<usize>,
) -> Option<Quote> {
    let last = tokens.end.checked_sub(1)?;
    let last = last.checked_sub(usize::from(lexed.is(last, ',')))?;
    (tokens.start <= last).then(|| Quote {
        start: lexed.tokens[tokens.start].start,
        end: lexed.tokens[last].end,
        first: tokens.start,
        last,
        after,
        before,
    })
}

/// The dash behind which somebody is said to speak. «– Исабаев – облыс әкімі;» in a list has no comma before its
/// dash.
pub(crate) fn attributing(lexed: &Lexed, first: usize, end: usize) -> Option<usize> {
    (first + 1..end).find(|at| {
        let closed = matches!(
            lexed.tokens[at - 1].sort,
            Sort::Sign(',' | '.' | '!' | '?' | '…') | Sort::Quote
        );
        let says = |at: usize| {
            speaks_at(lexed, at) || languages::at(lexed, at).says_behind_quote(&lexed.tokens[at])
        };
        lexed.tokens[*at].sort == Sort::Dash
            && closed
            && (at + 1..end.min(at + 5)).any(says)
            && !lexed
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.capital && !speaks_at(lexed, at + 1))
    })
}
