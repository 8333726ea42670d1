//! Small print of pages, channels and mails: counters, buttons, menus, rubrics, paths of pages.

use crate::text::fold::fold;
use crate::word_list::{WordList, word_list};

/// What a line above the title calls the text.
static PAPERS: WordList = word_list!("release-labels");

/// Calls for attention and kinds of notices.
static CALLS: WordList = word_list!("line-calls");

/// Rubrics of news pages.
static RUBRICS: WordList = word_list!("rubrics");

/// Whole lines, and words, of buttons, menus and headers.
static PAGE_WORDS: WordList = word_list!("page-words");

/// Words beside a number that a page has counted.
static COUNTER_WORDS: WordList = word_list!("counter-words");

/// A line folded, without signs at its ends and with single blanks.
pub(crate) fn core_of(line: &str) -> String {
    let folded = fold(line);
    let core = folded.trim_matches(|c: char| !c.is_alphanumeric());
    core.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a line calls the text a paper: «Пресс-релиз», «БАСПАСӨЗ ХАБАРЛАМАСЫ № 12».
pub(crate) fn is_paper(core: &str) -> bool {
    let name = core
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .trim_end()
        .trim_end_matches(['№', '#'])
        .trim_end();
    PAPERS.has(name) && (name == core || core.contains(['№', '#']))
}

/// Whether a line calls for attention or names a kind of notice: «Жедел!», «Анонс».
pub(crate) fn is_call(core: &str) -> bool {
    CALLS.has(core)
}

/// Whether a line is the name of a rubric and no more.
pub(crate) fn is_rubric(line: &str) -> bool {
    RUBRICS.has(&core_of(line))
}

/// Whether a line, or a part of one beside a date, says nothing of the text.
pub(crate) fn is_clutter(line: &str) -> bool {
    let core = core_of(line);
    if PAPERS.has(&core) || CALLS.has(&core) {
        return false;
    }
    is_nothing(&core)
        || is_news_of(&core)
        || is_of_page_words(&core)
        || is_counter(&core)
        || is_path(line)
}

fn is_nothing(core: &str) -> bool {
    core.is_empty() || RUBRICS.has(core) || PAGE_WORDS.has(core)
}

/// «Жетісу жаңалықтары», «Новости регионов»: up to three words.
fn is_news_of(core: &str) -> bool {
    let words: Vec<&str> = core.split(' ').collect();
    let is_russian = words
        .first()
        .is_some_and(|first| matches!(*first, "новости" | "news"));
    let is_kazakh = words
        .last()
        .is_some_and(|last| matches!(*last, "жаналыктары" | "хабарлары"));
    words.len() <= 3
        && (is_russian || is_kazakh)
        && core
            .chars()
            .all(|c| c.is_alphabetic() || c == ' ' || c == '-')
}

/// «Facebook Twitter Telegram», «KZ | RU | EN», «A A A».
fn is_of_page_words(core: &str) -> bool {
    let mut words = core.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.all(|word| word.is_empty() || PAGE_WORDS.has(word.trim_matches('-')))
}

/// «Оқылды: 101», «345 просмотров», «1,2K», «Оқу уақыты: 3 мин», «345»; not the number of a telephone.
fn is_counter(core: &str) -> bool {
    let digits = core.chars().filter(char::is_ascii_digit).count();
    let words: Vec<&str> = core
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let counts = |word: &&str| COUNTER_WORDS.has(word);
    let signs = core.contains(['@', '№', '%', '_']);
    match words.is_empty() {
        // «2026-02-30» is a day that the calendar lacks, «14:30» a time
        true => digits <= 7 && !signs && !is_date_of_numbers(core),
        false => (1..=9).contains(&digits) && !signs && words.iter().all(counts),
    }
}

/// Whether numbers alone are written as a date is: it may be wrong, so it stays.
fn is_date_of_numbers(core: &str) -> bool {
    let parts: Vec<&str> = core.split(['.', '/', '-']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_number)
}

/// A path of pages: «Басты бет / Жаңалықтар / …», «Главная > Пресс-центр»; parts that are all rubrics or counters.
fn is_path(line: &str) -> bool {
    let parts = parts_of(line);
    let cores: Vec<String> = parts.iter().map(|part| core_of(part)).collect();
    let is_home = |core: &String| {
        matches!(
            core.as_str(),
            "басты бет" | "басты" | "бас бет" | "главная" | "главная страница" | "home"
        )
    };
    let is_small = |core: &String| is_nothing(core) || is_counter(core) || is_of_page_words(core);
    // «Главная – победа» is a sentence
    let is_sentence = line.contains(['–', '—']);
    cores.len() > 1
        && (!is_sentence && cores.first().is_some_and(is_home)
            || cores.iter().all(is_small)
            // «Облыс әкімдігі • Жаңалықтар • Қоғам»
            || cores.len() > 2 && !is_sentence && !line.contains(',') && cores.iter().skip(1).all(is_small))
}

/// A line cut where paths and rows of small print are parted; a dash or stroke between blanks parts too.
fn parts_of(line: &str) -> Vec<&str> {
    // «» around words are quotation marks, » alone is an arrow
    let is_quoted = line.contains(['«', '‹']);
    let parts_here = |c: char| {
        matches!(
            c,
            '>' | '→' | '|' | '•' | '·' | '❯' | '▸' | '\t' | '…' | ','
        ) || !is_quoted && matches!(c, '»' | '›')
    };
    let mut parts = Vec::new();
    for part in line.split(parts_here) {
        for part in part.split(" / ") {
            for part in part.split(" - ").flat_map(|part| part.split(" – ")) {
                parts.extend(part.split(" — "));
            }
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_prints_around_a_text_is_clutter() {
        for line in [
            "Оқылды: 101",
            "345 просмотров",
            "Главная > Новости",
            "👁 1,2K",
            "Поделиться:",
            "Facebook | Telegram",
            "Оқу уақыты: 3 мин",
        ] {
            assert!(is_clutter(line), "{line}");
        }
        for line in [
            "Пресс-релиз",
            "345 отбасы баспаналы болды",
            "Көпір ашылды / Открыт мост",
            "2026-02-30",
            "8 (7282) 00-00-00",
        ] {
            assert!(!is_clutter(line), "{line}");
        }
    }

    #[test]
    fn every_entry_stands_as_folding_leaves_it() {
        for list in [&PAPERS, &CALLS, &RUBRICS, &PAGE_WORDS, &COUNTER_WORDS] {
            for entry in list.iter() {
                assert_eq!(fold(entry), entry);
            }
        }
    }
}
