//! Folding: one plain spelling for what a reader takes as the same word.

use crate::text::marks::{is_apostrophe, is_invisible};
use crate::text::script::{is_letter, is_of_run, put_in_one_script};
use unicode_normalization::UnicodeNormalization;

/// Lower case with Kazakh letters as their nearest plain Cyrillic (ә→а, ғ→г, қ→к, ң→н, ө→о, ұ and ү→у,
/// һ→х, і→и), ё→е, й→и, accents dropped, one kind of double quote, apostrophe, hyphen and blank, and
/// no soft hyphens or zero-width marks; letters of another script that only look like the word's own (a Latin i in
/// a Cyrillic word) are the word's. Canonically equal texts fold alike; folding twice changes nothing.
pub fn fold(s: &str) -> String {
    fold_plain(s).unwrap_or_else(|| fold_any(s))
}

/// Folds what is of letters of one script alone, blanks, digits and stops, as nearly every word is: nothing in it is to be
/// taken apart or put in one script. Words of х and і alone, which may be numerals, are not folded so.
fn fold_plain(s: &str) -> Option<String> {
    let mut out = String::with_capacity(s.len());
    let (mut latin, mut cyrillic) = (false, false);
    let may_be_numeral = |word: &str| {
        word.chars()
            .all(|c| matches!(c, 'х' | 'Х' | 'һ' | 'Һ' | 'і' | 'І'))
    };
    let parted = |c: char| !is_letter(c);
    if s.split(parted)
        .any(|word| !word.is_empty() && may_be_numeral(word))
    {
        return None;
    }
    for c in s.chars() {
        let plain = match c {
            'a'..='z' | 'A'..='Z' => {
                latin = true;
                c.to_ascii_lowercase()
            }
            ' ' | '0'..='9' | '.' | ',' | '(' | ')' | '/' => c,
            'а'..='я'
            | 'А'..='Я'
            | 'ё'
            | 'Ё'
            | 'ә'
            | 'ғ'
            | 'қ'
            | 'ң'
            | 'ө'
            | 'ұ'
            | 'ү'
            | 'һ'
            | 'і'
            | 'Ә'
            | 'Ғ'
            | 'Қ'
            | 'Ң'
            | 'Ө'
            | 'Ұ'
            | 'Ү'
            | 'Һ'
            | 'І' => {
                cyrillic = true;
                match lower_cyrillic(c) {
                    'ё' => 'е',
                    'й' => 'и',
                    lower => plain(lower),
                }
            }
            _ => return None,
        };
        out.push(plain);
    }
    (!latin || !cyrillic).then_some(out)
}

/// The small form of a letter of Kazakh or Russian.
fn lower_cyrillic(c: char) -> char {
    match c {
        'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        'Ё' => 'ё',
        'Ә' => 'ә',
        'Ғ' => 'ғ',
        'Қ' => 'қ',
        'Ң' => 'ң',
        'Ө' => 'ө',
        'Ұ' => 'ұ',
        'Ү' => 'ү',
        'Һ' => 'һ',
        'І' => 'і',
        _ => c,
    }
}

fn fold_any(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    let mut run: Vec<char> = Vec::new();
    for c in s.nfd() {
        if is_of_run(c) {
            run.push(c);
            continue;
        }
        flush(&mut run, &mut out);
        push_plain(c, &mut out);
    }
    flush(&mut run, &mut out);
    out
}

fn flush(run: &mut Vec<char>, out: &mut String) {
    let start = out.len();
    let mut mixed = put_in_one_script(run);
    for c in run.drain(..) {
        push_plain(c, out);
    }
    // The plain letter may look like one of the other script where the printed one did not: қ, but к.
    while mixed {
        run.extend(out[start..].nfd());
        let before = run.clone();
        mixed = put_in_one_script(run) && *run != before;
        out.truncate(start);
        for c in run.drain(..) {
            push_plain(c, out);
        }
    }
}

fn push_plain(c: char, out: &mut String) {
    // Nearly every letter of our texts has one lower-case form; `to_lowercase` covers the others.
    for lower in c.to_lowercase() {
        if !is_invisible(lower) && !is_accent(lower) {
            out.push(plain(lower));
        }
    }
}

/// Whether `c` opens or closes quoted words, of any shape.
pub(crate) fn is_double_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '″' | '〝' | '〞' | '＂'
    )
}

/// Whether `c` is a hyphen, dash or minus.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '⁃' | '−' | '﹘' | '﹣' | '－'
    )
}

/// Combining marks of Latin and Cyrillic. Other scripts keep theirs: there they are vowels.
pub(crate) fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn plain(c: char) -> char {
    match c {
        'ә' => 'а',
        'ғ' | 'ґ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        // The Latin Kazakh letters that no accent rule reaches.
        'ı' => 'i',
        'ŋ' => 'n',
        _ if is_double_quote(c) => '"',
        _ if is_apostrophe(c) => '\'',
        _ if is_dash(c) => '-',
        _ if c.is_whitespace() && c != '\n' && c != '\t' && c != '\r' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kazakh_letters_become_plain_cyrillic() {
        assert_eq!(fold("ӘҒҚҢӨҰҮҺІ әғқңөұүһі"), "агкноуухи агкноуухи");
        assert_eq!(fold("Ёлка ЙОД"), "елка иод");
    }

    #[test]
    fn words_of_our_texts_are_folded_the_short_way() {
        for word in ["Қазақстан", "Ёлка", "әкімдігінің", "Press", "2026"] {
            assert_eq!(fold_plain(word), Some(fold_any(word)), "{word}");
        }
        for other in ["ХХІ", "ғ5хх", "№ 5", "«а»", "Cәуле"] {
            assert_eq!(fold_plain(other), None, "{other}");
        }
    }

    #[test]
    fn composed_and_decomposed_letters_meet() {
        assert_eq!(fold("и\u{306}од е\u{308}лка"), fold("йод ёлка"));
        assert_eq!(fold("Qazaqstan Respýblıkasy"), "qazaqstan respyblikasy");
    }

    #[test]
    fn marks_of_print_are_unified() {
        assert_eq!(fold("«а» “б” „в”"), "\"а\" \"б\" \"в\"");
        assert_eq!(fold("а–б—в‑г"), "а-б-в-г");
        assert_eq!(fold("ре\u{ad}фор\u{200b}ма\u{a0}х"), "реформа х");
    }

    #[test]
    fn a_mixed_word_folded_again_is_the_same() {
        for mixed in ["ЂHȺ", "қw", "ђı", "wʼhђ"] {
            let once = fold(mixed);
            assert_eq!(fold(&once), once, "{mixed}");
        }
    }

    #[test]
    fn folding_any_one_character_twice_changes_nothing() {
        for c in '\0'..=char::MAX {
            let once = fold(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(s in any::<String>()) {
            let once = fold(&s);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn what_is_of_one_script_is_folded_as_anything_is(s in "[а-яА-ЯёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ .,()/0-9]{0,20}|[a-zA-Z .,()/0-9]{0,20}") {
            if let Some(plain) = fold_plain(&s) {
                prop_assert_eq!(plain, fold_any(&s));
            }
        }

        #[test]
        fn canonically_equal_texts_fold_alike(s in "[а-яёәғқңөұүһіa-zÀ-ž\u{300}-\u{30c} ]{0,20}") {
            prop_assert_eq!(fold(&s.nfc().collect::<String>()), fold(&s.nfd().collect::<String>()));
        }
    }
}
