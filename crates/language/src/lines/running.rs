//! Running text where a title would stand: how it is told, and what it lends as a title.

use crate::dates::beside::{is_place_alone, names_place};
use crate::dates::tokens::tokens;
use crate::lines::date::{date_line, names_no_more_than_time};
use crate::lines::furniture::{Line, tell_line};
use crate::lines::small_print::core_of;
use crate::text::fold::{fold, is_dash, is_double_quote};
use crate::word_list::{WordList, word_list};

/// Short words that keep their stop in a sentence.
static SHORT: WordList = word_list!("abbreviations");

/// Agencies and newspapers that sign the head of a paragraph.
static AGENCIES: WordList = word_list!("news-agencies");

/// Further words that are shortened, folded; the reader's own list says of which a sentence may be made.
const MORE_SHORT: [&str; 14] = [
    "акад",
    "доц",
    "ауд",
    "просп",
    "стр",
    "тел",
    "каб",
    "корп",
    "чел",
    "руб",
    "эл",
    "мкр",
    "ред",
    "сент",
];

/// Words of two letters with which a sentence may end, folded: any other before a stop is shortened.
const WORDS_OF_TWO: [&str; 18] = [
    "ол", "ма", "ме", "ба", "бе", "па", "пе", "да", "де", "та", "те", "он", "их", "ее", "мы", "вы",
    "ты", "не",
];

/// A first line longer than this, in chars, is text and no title.
const MAX_TITLE_LINE: usize = 300;

/// One sentence with its stop that is longer than this, in chars, is text.
const MAX_SENTENCE_TITLE: usize = 110;

/// The same where nothing follows: what is all the text there is has to be read as text.
const MAX_LONE_SENTENCE: usize = 60;

/// A title taken from running text has at most this many chars.
const MAX_MADE_TITLE: usize = 200;

/// A dateline ends within so many chars.
const MAX_DATELINE: usize = 120;

/// So many sentences that say nothing are passed over in search of one that does.
const MAX_PASSED: usize = 4;

/// Whether the line where a title would stand is running text: long, of several sentences, a sentence with its stop
/// where one calls for a title, speech, or the paragraph of an agency. `has_more`: whether anything follows it.
pub(crate) fn is_running(line: &str, has_more: bool) -> bool {
    let letters = line.chars().take(MAX_TITLE_LINE + 1).count();
    if letters > MAX_TITLE_LINE {
        return true;
    }
    let inner =
        line.trim_end_matches(|c: char| is_double_quote(c) || c.is_whitespace() || c == ')');
    let has_stop = inner.ends_with(['.', '…']);
    // a date or a place before a stop is no sentence
    let is_several = sentence_end(line).is_some_and(|end| {
        let first = line.get(..end).unwrap_or_default();
        date_line(first).is_none() && !is_place_alone(&tokens(first))
    });
    let is_speech = speaks_with_dash(line) && (has_stop || is_several || has_attribution(line))
        || line.starts_with(is_double_quote) && has_stop && has_attribution(line);
    let longest = match has_more {
        true => MAX_SENTENCE_TITLE,
        false => MAX_LONE_SENTENCE,
    };
    is_several && (has_stop || !has_more)
        || has_stop && letters > longest
        || is_speech
        || dateline(line).is_some()
}

fn speaks_with_dash(line: &str) -> bool {
    let mut chars = line.chars();
    chars.next().is_some_and(is_dash) && chars.next().is_some_and(char::is_whitespace)
}

/// Whether speech ends and its attribution begins: «…, – деді», «…» – деді».
fn has_attribution(line: &str) -> bool {
    line.match_indices(is_dash).any(|(at, _)| {
        let before = line[..at].trim_end();
        before.len() < at
            && before.ends_with(|c: char| matches!(c, ',' | '!' | '?') || is_double_quote(c))
    })
}

/// Where the head of an agency's paragraph ends, in bytes before its dash: «Астана. 27 ақпан. ҚазАқпарат –», «Алматы,
/// 27 февраля 2026 года –». A place and a day stand there, or one of them and who reports; none of any other beginning.
pub(crate) fn dateline(line: &str) -> Option<usize> {
    let (at, _) = dash_of_dateline(line)?;
    let before = line.get(..at)?;
    let (head, is_signed) = without_agency(before);
    // «НҰР-СҰЛТАН, 27 ақпан –»: a town in capitals need not be known
    let (first, behind) = head.split_once([',', '.']).unwrap_or((head, ""));
    let is_shouted = first.chars().filter(|c| c.is_uppercase()).count() >= 4
        && !first.contains(|c: char| c.is_lowercase() || c.is_whitespace());
    let names_day =
        |part: &str| date_line(part).is_some() || names_no_more_than_time(part) == Some(false);
    let is_day = names_day(head) || is_shouted && names_day(behind);
    let tokens = tokens(head);
    let is_place = is_place_alone(&tokens);
    let is_there = is_signed || is_shouted || names_place(&tokens);
    (is_day && is_there || is_place && is_signed).then_some(at)
}

/// The first dash between blanks that stands near enough to the beginning, and where what follows it begins.
fn dash_of_dateline(line: &str) -> Option<(usize, usize)> {
    let near = line.char_indices().take(MAX_DATELINE);
    let mut dashes = near.filter(|(_, c)| is_dash(*c));
    dashes.find_map(|(at, dash)| {
        let after = at + dash.len_utf8();
        let parted = line[..at].ends_with(|c: char| c.is_whitespace() || c == '.')
            && line[after..].starts_with(char::is_whitespace);
        (at > 0 && parted).then_some((at, after))
    })
}

/// What stands before who reports, and whether somebody does: ҚазАқпарат, KAZINFORM, «ИА «Жетісу»».
fn without_agency(head: &str) -> (&str, bool) {
    let mut rest =
        head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '/' | ')'));
    let mut is_signed = false;
    while let Some((at, sign)) = rest.rmatch_indices(['.', ',', '/', '|', '(']).next() {
        let last = rest[at + sign.len()..].trim();
        let core = core_of(last);
        let capitals = last.chars().filter(|c| c.is_uppercase()).count();
        let is_agency = AGENCIES.has(&core)
            || core.starts_with("иа ")
            || core.starts_with("ақ ")
            || !last.contains(char::is_whitespace)
                && capitals >= 2
                && last
                    .chars()
                    .all(|c| c.is_alphabetic() || is_double_quote(c))
                && !is_place_alone(&tokens(last));
        if !is_agency {
            break;
        }
        is_signed = true;
        rest = rest[..at]
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '/'));
    }
    (rest, is_signed)
}

/// The first sentence of running text that says something, without the place and day before it and without the dash of
/// speech; cut at a word where it is too long.
pub(crate) fn made_title(text: &str) -> &str {
    let near = first_chars(text, MAX_TITLE_LINE);
    let mut rest = without_agency_of_page(without_dateline(text));
    for _ in 0..MAX_PASSED {
        let Some(end) = sentence_end(first_chars(rest, near.len())) else {
            break;
        };
        let (sentence, after) = rest.split_at(end);
        if tell_line(sentence) == Line::Text || after.trim().is_empty() {
            break;
        }
        rest = without_agency_of_page(after.trim_start());
    }
    if speaks_with_dash(rest) {
        rest = rest.trim_start_matches(|c: char| is_dash(c) || c.is_whitespace());
    }
    let room = first_chars(rest, MAX_MADE_TITLE);
    if let Some(end) = sentence_end(room) {
        return room[..end].trim_end_matches('.');
    }
    let after = &rest[room.len()..];
    if after.is_empty() || after.starts_with(char::is_whitespace) {
        let whole = room.trim_end();
        // the stop of a sentence that is all there is goes, that of a shortening stays
        return match after.trim().is_empty() && !is_shortened(whole.trim_end_matches('.')) {
            true => whole.trim_end_matches('.'),
            false => whole.trim_end_matches(hangs),
        };
    }
    let end = room.rfind(char::is_whitespace).unwrap_or(room.len());
    room[..end].trim_end_matches(hangs)
}

/// The text behind the page of an agency: «Baq.kz. Бүгін …».
fn without_agency_of_page(text: &str) -> &str {
    match text.split_once(". ") {
        Some((page, after)) if page.is_ascii() && page.contains('.') && !page.contains(' ') => {
            after.trim_start()
        }
        _ => text,
    }
}

/// What does not end a title that was cut.
fn hangs(c: char) -> bool {
    c.is_whitespace() || is_dash(c) || matches!(c, ',' | ';' | ':' | '(')
}

fn first_chars(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count);
    end.map_or(text, |(byte, _)| &text[..byte])
}

/// The text without the place and day of an agency's paragraph, or the place in capitals of a newspaper's.
fn without_dateline(text: &str) -> &str {
    let Some((at, after)) = dash_of_dateline(text) else {
        return text;
    };
    let follows = text[after..].trim_start();
    let is_shouted = is_place_alone(&tokens(&text[..at]))
        && !text[..at].contains(char::is_lowercase)
        && follows.starts_with(char::is_uppercase);
    match (dateline(text).is_some() || is_shouted) && !follows.is_empty() {
        true => follows,
        false => text,
    }
}

/// Where the first sentence ends, in bytes: after a stop that a blank and a capital or quote follow, unless the stop
/// belongs to an initial, an abbreviation or a number, or stands in words that are quoted.
pub(crate) fn sentence_end(text: &str) -> Option<usize> {
    let text = first_chars(text, 2 * MAX_TITLE_LINE);
    for (at, stop) in text.match_indices(['.', '!', '?', '…']) {
        let behind = at + stop.len();
        let closing = |c: char| is_double_quote(c) || c == ')';
        let closed = text[behind..].len() - text[behind..].trim_start_matches(closing).len();
        if closed == 0 && is_quoted(text, at) {
            continue;
        }
        let end = behind + closed;
        let after = &text[end..];
        let next = after.trim_start();
        // «Жарайсың! – деді ол»: the sentence goes on
        let speaks = next.starts_with(is_dash)
            && next
                .trim_start_matches(|c: char| is_dash(c) || c.is_whitespace())
                .starts_with(char::is_uppercase)
            && closed == 0;
        let opens = next.starts_with(|c: char| c.is_uppercase() || is_double_quote(c)) || speaks;
        let is_short = stop == "." && is_shortened(&text[..at]);
        if opens && next.len() < after.len() && !is_short {
            return Some(end);
        }
    }
    None
}

/// Whether the word before a stop is an initial, a shortening, or the number of an item.
fn is_shortened(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    let is_number = word.chars().all(|c| c.is_ascii_digit());
    if is_number {
        // «1. Көпір ашылды»
        return !word.is_empty() && word.len() == before.trim_start().len();
    }
    let listed = || {
        let folded = fold(word);
        word.starts_with(char::is_lowercase)
            && (SHORT.has(&word.to_lowercase()) || MORE_SHORT.contains(&folded.as_str()))
    };
    let is_word = WORDS_OF_TWO.contains(&fold(word).as_str());
    word.chars().nth(2).is_none() && !is_word || listed()
}

/// Whether what stands there is between quotation marks that close again.
fn is_quoted(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let count = |part: &str, mark: char| part.matches(mark).count();
    let pair = |open: char, close: char| {
        count(before, open) > count(before, close) && after.contains(close)
    };
    pair('«', '»')
        || pair('“', '”')
        || pair('„', '“')
        || count(before, '"') % 2 == 1 && after.contains('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_one_would_pause() {
        for (text, first) in [
            ("Көпір ашылды. Ел қуанды.", "Көпір ашылды."),
            (
                "А. Б. Омаров т.б. келді. Ел қуанды.",
                "А. Б. Омаров т.б. келді.",
            ),
            (
                "В 2026 г. на ул. Абая откроют школу. Ура.",
                "В 2026 г. на ул. Абая откроют школу.",
            ),
            (
                "«Келіңіз! Көріңіз!» деді ол. Жұрт келді.",
                "«Келіңіз! Көріңіз!» деді ол.",
            ),
            ("«Біз келдік.» Жұрт қуанды.", "«Біз келдік.»"),
            ("Жарайсың! – деді ол. Бала күлді.", "Жарайсың! – деді ол."),
        ] {
            assert_eq!(sentence_end(text), Some(first.len()), "{text}");
        }
        assert_eq!(sentence_end("1. Көпір ашылды"), None);
        assert_eq!(sentence_end("Көпір ашылды."), None);
    }

    #[test]
    fn the_head_of_an_agencys_paragraph_is_known() {
        for line in [
            "Астана. 27 ақпан. ҚазАқпарат – Жиын өтті.",
            "Алматы, 27 февраля 2026 года - Состоялся форум.",
            "АСТАНА. KAZINFORM – Жиын өтті.",
        ] {
            assert!(dateline(line).is_some(), "{line}");
        }
        for line in [
            "Астана – елдің жүрегі",
            "27 ақпан – Жетісу күні",
            "Көпір – ел игілігі. Ол ашылды.",
            "Облыс әкімі, депутат – елмен бірге",
        ] {
            assert_eq!(dateline(line), None, "{line}");
        }
    }

    #[test]
    fn a_made_title_says_something() {
        for (text, title) in [
            (
                "Құрметті әріптестер! Кеше көпір ашылды. Ел қуанды.",
                "Кеше көпір ашылды",
            ),
            (
                "АСТАНА – Кеше көпір ашылды. Ел қуанды.",
                "Кеше көпір ашылды",
            ),
            (
                "– Көпір керек еді, – деді ол.",
                "Көпір керек еді, – деді ол",
            ),
        ] {
            assert_eq!(made_title(text), title);
        }
    }
}
