//! What a line at the head of a release is: a date, small print, a signature, or text that may be the title.

use crate::lines::credit::photo_credits;
use crate::lines::date::{DateLine, date_line, names_no_more_than_time};
use crate::lines::issuer::{is_byline, is_issuer, is_paper_of, may_stand_above_title};
use crate::lines::small_print::{core_of, is_call, is_clutter, is_paper};
use crate::text::fold::{fold, is_dash};
use crate::text::latin::cyrillic;
use crate::word_list::{WordList, word_list};

/// What stands before a colon on a line that tells who wrote or sent the text.
static LABELS: WordList = word_list!("line-labels");

/// Words that a greeting begins with.
static GREETINGS: WordList = word_list!("greeting-openers");

/// A line that is longer, in chars, is text.
const MAX_LINE: usize = 200;

/// A date with small print beside it has at most so many words.
const MAX_DATED_WORDS: usize = 16;

/// No label of a date is longer, in words.
const MAX_LABEL_WORDS: usize = 5;

/// No label before a colon is longer, in chars.
const MAX_LABEL: usize = 40;

/// No address is longer, in words.
const MAX_ADDRESS: usize = 12;

/// No greeting is longer, in words.
const MAX_GREETING: usize = 10;

/// What a line at the head of a release is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    /// A date, perhaps with something beside it.
    Date(DateLine),
    /// A counter, a button, a rubric, a path of pages, a time of day: it says nothing of the text.
    Clutter,
    /// It is no title, but says something: who wrote, sent or approved it, a day without a year.
    Kept,
    /// It is text, so it may be the title.
    Text,
}

/// Tells what a line is, by itself. Lines that are no title only where another follows are [`Line::Text`] here.
pub(crate) fn tell_line(line: &str) -> Line {
    let line = line.trim();
    if line.chars().nth(MAX_LINE).is_some() {
        return Line::Text;
    }
    if !line.contains(char::is_alphanumeric) {
        return Line::Clutter;
    }
    if let Some(date) = dated_line(line) {
        return Line::Date(date);
    }
    // Kazakh in Latin letters is looked up as the Cyrillic that it stands for
    let is_latin = |c: char| c.is_alphabetic() && c < '\u{370}';
    let other = line.contains(is_latin).then(|| cyrillic(line));
    let forms = || std::iter::once(line).chain(other.as_deref());
    if forms().any(is_clutter) {
        return Line::Clutter;
    }
    if forms().any(says_something) {
        return Line::Kept;
    }
    match names_no_more_than_time(line) {
        Some(is_label) if is_label => Line::Clutter,
        Some(_) => Line::Kept,
        None => Line::Text,
    }
}

/// A line that holds a date and only what goes along with it, small print of pages included: «Қоғам • 27 Ақпан, 2026»,
/// «27.02.2026 14:30 Оқылды: 101».
pub(crate) fn dated_line(line: &str) -> Option<DateLine> {
    // Most lines are asked for nothing: no date is without a number.
    if !line.contains(char::is_numeric) {
        return None;
    }
    let alone = date_line(line).or_else(|| labelled_date(line));
    alone.or_else(|| published_of_several(line)).or_else(|| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let has_digit = |word: &&str| word.contains(|c: char| c.is_ascii_digit());
        if words.len() < 2 || words.len() > MAX_DATED_WORDS || !words.iter().any(has_digit) {
            return None;
        }
        // what may stand before and behind is asked once for each place, not for each pair
        let goes = |part: &[&str]| goes_beside_date(part);
        let begins: Vec<usize> = (0..words.len()).filter(|at| goes(&words[..*at])).collect();
        let ends: Vec<usize> = (1..=words.len())
            .rev()
            .filter(|at| goes(&words[*at..]))
            .collect();
        let parts = ends
            .iter()
            .flat_map(|end| begins.iter().map(move |begin| (*begin, *end)));
        let of_date = parts
            .filter(|(begin, end)| begin < end)
            .find_map(|(begin, end)| date_line(&words[begin..end].join(" ")))?;
        Some(DateLine {
            alone: false,
            ..of_date
        })
    })
}

/// A date behind any short label, or parted by a stroke from who or what: «Жинаққа енген күні: 27.02.2026», «Айгүл
/// Серікова | 27.02.2026».
fn labelled_date(line: &str) -> Option<DateLine> {
    let few_words = |part: &str| (1..=MAX_LABEL_WORDS).contains(&part.split_whitespace().count());
    let no_digits = |part: &str| !part.contains(|c: char| c.is_ascii_digit());
    let of = |date: &str, rest: &str| {
        let dated = date_line(date).filter(|_| few_words(rest) && no_digits(rest))?;
        Some(DateLine {
            alone: false,
            ..dated
        })
    };
    let signs: &[char] = match line.matches([':', '|', '•', '·']).count() {
        // «Жеделхат. 27 ақпан 2026 ж.»: one word before a stop
        0 => &['.', ','],
        _ => &[':', '|', '•', '·'],
    };
    let parted = line.match_indices(signs).find_map(|(at, sign)| {
        let (before, after) = (&line[..at], &line[at + sign.len()..]);
        let is_weak = matches!(sign, "." | ",");
        if is_weak && before.trim().contains(char::is_whitespace) {
            return None;
        }
        let behind = of(after, before);
        match sign {
            "|" | "•" | "·" => behind.or_else(|| of(before, after)),
            _ => behind,
        }
    });
    parted.or_else(|| {
        // «Көрсетілген күні 27.02.2026»
        let mut words = line.split_whitespace();
        let is_label = |word: &str| matches!(fold(word).as_str(), "куни" | "уакыты" | "датасы");
        let label = words.find(|word| is_label(word))?;
        let at = line.find(label)? + label.len();
        of(&line[at..], &line[..at])
    })
}

/// Of several dates with their labels the one on which the text was published, else the first: «Обновлено: 28.02.2026,
/// опубликовано: 27.02.2026».
fn published_of_several(line: &str) -> Option<DateLine> {
    let parts: Vec<&str> = line
        .split([',', '|', '•', '·', ';'])
        .filter(|part| !part.trim().is_empty())
        .collect();
    if parts.len() < 2 || parts.len() > MAX_LABEL_WORDS {
        return None;
    }
    let dates: Option<Vec<DateLine>> = parts
        .iter()
        .map(|part| date_line(part).or_else(|| labelled_date(part)))
        .collect();
    let is_published = |part: &&str| {
        let folded = fold(part);
        ["публик", "размещ", "жариялан", "publish"]
            .iter()
            .any(|word| folded.contains(word))
    };
    let at = parts.iter().position(is_published).unwrap_or_default();
    let date = dates?.into_iter().nth(at)?.date;
    Some(DateLine { date, alone: false })
}

/// Whether words beside a date go with it there: a rubric, a counter, an issuer, the name of a paper.
fn goes_beside_date(words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let part = words.join(" ");
    // «27 27 ақпан 2026»: a number beside it is a counter only where a sign parts it
    let is_bare = part
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace());
    let core = core_of(&part);
    !is_bare
        && (is_clutter(&part)
            || is_paper(&core)
            || is_call(&core)
            || is_issuer(&core)
            || part
                .split(['.', ',', '|', '•', '·'])
                .filter(|piece| piece.contains(char::is_alphanumeric))
                .all(may_stand_above_title))
}

/// Whether a line is no title but says something.
fn says_something(line: &str) -> bool {
    let core = core_of(line);
    is_paper(&core)
        || is_call(&core)
        || is_labelled(line)
        || !photo_credits(line).is_empty()
        || is_greeting(line, &core)
        || is_address(line, &core)
        || is_of_channel(&core)
        || is_only_tags(line)
        || is_for_media(&core)
        || is_figure(line)
        || is_byline(line)
        || is_issuer(&core)
        || is_paper_of(&core)
}

/// «Автор: …», «Дереккөз – …», «From: …».
fn is_labelled(line: &str) -> bool {
    let Some((at, mark)) = line
        .char_indices()
        .take(MAX_LABEL)
        .find(|&(at, c)| c == ':' || is_dash(c) && line[..at].ends_with(' '))
    else {
        return false;
    };
    // «Видео – заман талабы» may be a title: only a colon is beyond doubt
    mark == ':' && LABELS.has(&core_of(&line[..at]))
        || is_dash(mark) && is_name_or_site(&line[at..]) && LABELS.has(&core_of(&line[..at]))
}

/// Whether what follows a dash is up to four words with capitals, or a page's address.
fn is_name_or_site(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| is_dash(c) || c.is_whitespace());
    let mut words = rest.split_whitespace();
    let is_site = rest.contains('.') && !rest.contains(' ');
    let named = |word: &str| word.starts_with(char::is_uppercase);
    is_site || rest.split_whitespace().count() <= 4 && words.all(named)
}

/// «Құрметті әріптестер!», «Уважаемые коллеги,», «Қайырлы күн!».
fn is_greeting(line: &str, core: &str) -> bool {
    let mut words = core.split(' ');
    let first = words.next().unwrap_or_default().trim_end_matches(',');
    let inner = line.trim_end_matches(['!', ',', '.', ')', ' ']);
    GREETINGS.has(first)
        && inner.len() < line.len()
        && !line.ends_with('.')
        && !inner.contains(['.', '!', '?', ':', '«'])
        && words.count() < MAX_GREETING
}

/// «040000, Талдықорған қаласы, Достық көшесі, 5», «тел.: 8 (7282) …», a mail's or a page's address.
fn is_address(line: &str, core: &str) -> bool {
    let digits = core.chars().filter(char::is_ascii_digit).count();
    let words: Vec<&str> = core
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let is_one_word = !line.contains(char::is_whitespace);
    let is_domain = is_one_word
        && core.is_ascii()
        && core.contains('.')
        && core
            .rsplit('.')
            .next()
            .is_some_and(|end| end.len() >= 2 && end.chars().all(|c| c.is_ascii_lowercase()));
    let is_site = is_domain
        || is_one_word
            && (core.starts_with("http") || core.starts_with("www.") || core.contains("://"))
        || is_one_word && core.contains('@');
    // «ұл» folds like the shortened street, which has its stop
    let street = ["кошеси", "улица", "дангылы", "проспект", "мкр"];
    let is_street = digits > 0
        && line.contains(',')
        && words.len() <= MAX_ADDRESS
        && (has(&street) || core.contains("ул."))
        && !line.ends_with('.');
    let is_phone = digits >= 6 && has(&["тел", "телефон", "факс", "tel", "phone", "моб"]);
    let only_number = digits >= 6 && words.iter().all(|word| word.parse::<u64>().is_ok());
    is_site || is_street || is_phone || only_number
}

/// «БАҚ өкілдерінің назарына», «Вниманию представителей СМИ», «Для публикации в СМИ».
fn is_for_media(core: &str) -> bool {
    let words: Vec<&str> = core
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let media = |word: &&str| {
        matches!(
            *word,
            "сми" | "бак" | "media" | "журналистов" | "журналистам" | "журналистердин" | "редакции"
        )
    };
    let begins = |first: &&str| {
        matches!(
            *first,
            "для" | "вниманию" | "информация" | "просьба" | "к" | "for" | "сообщение"
        )
    };
    let ends = |last: &&str| {
        matches!(
            *last,
            "назарына" | "ушин" | "арналган" | "назарларына" | "жариялауга"
        )
    };
    words.len() <= 6
        && words.iter().any(media)
        && (words.first().is_some_and(begins) || words.last().is_some_and(ends))
}

/// «Оқушылар саны: 57», «Тираж – 1200»: up to three words, a sign and a number.
fn is_figure(line: &str) -> bool {
    let Some((words, number)) = line.split_once(':') else {
        return false;
    };
    let number = number.trim();
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (1..=3).contains(&words.split_whitespace().count())
        && digits > 0
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '+'))
}

/// «Аким области | Официальный канал», «Переслано из канала …».
fn is_of_channel(core: &str) -> bool {
    let ends = [
        "официальныи канал",
        "официальныи сайт",
        "официальныи саит",
        "ресми арна",
        "ресми арнасы",
        "ресми саиты",
        "telegram-канал",
        "telegram-арнасы",
        "official channel",
    ];
    ends.iter().any(|end| core.ends_with(end))
        || ["переслано из", "переслано от", "forwarded from"]
            .iter()
            .any(|begin| core.starts_with(begin))
}

/// «#Жетісу #мәдениет».
fn is_only_tags(line: &str) -> bool {
    line.split_whitespace()
        .all(|word| word.starts_with('#') && word.chars().nth(1).is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        for (line, told) in [
            ("Оқылды: 101", Line::Clutter),
            ("Главная > Новости", Line::Clutter),
            ("👁 1,2K", Line::Clutter),
            ("Поделиться:", Line::Clutter),
            ("* * *", Line::Clutter),
            ("ПРЕСС-РЕЛИЗ", Line::Kept),
            ("Автор: Айгүл Серікова", Line::Kept),
            ("Құрметті әріптестер!", Line::Kept),
            ("тел.: 8 (7282) 00-00-00", Line::Kept),
            ("Құрметті азамат атағы берілді", Line::Text),
            ("345 отбасы баспаналы болды", Line::Text),
            ("Көпір ашылды / Открыт мост", Line::Text),
            ("Видео – заман талабы", Line::Text),
        ] {
            assert_eq!(tell_line(line), told, "{line}");
        }
    }

    #[test]
    fn every_entry_stands_as_folding_leaves_it() {
        for list in [&LABELS, &GREETINGS] {
            for entry in list.iter() {
                assert_eq!(crate::text::fold::fold(entry), entry);
            }
        }
    }

    #[test]
    fn small_print_beside_a_date_goes_along() {
        for line in [
            "Қоғам • 27 Ақпан, 2026",
            "27.02.2026 14:30 Оқылды: 101",
            "Общество, 27 февраля 2026, 14:30",
        ] {
            let date = dated_line(line).and_then(|dated| dated.date);
            assert_eq!(date.as_deref(), Some("2026-02-27"), "{line}");
        }
        assert_eq!(dated_line("27 27 ақпан 2026"), None);
    }
}
