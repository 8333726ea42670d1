//! Letters that are broken: bytes of another encoding among those of UTF-8, letters cut in two, control characters.

use encoding_rs::WINDOWS_1251;

use super::decoded::{Decoded, clean, is_cyrillic};
use crate::document::Doubt;

/// So many chars before and behind the first broken letter are told.
const NEAR: usize = 30;

/// Reads what is UTF-8 but for some bytes: cut off, a letter broken, or lines and words of another encoding pasted in;
/// none where it is rather that other encoding.
pub(super) fn mend_utf_8(bytes: &[u8]) -> Option<Decoded> {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    if good < bad && !(good > 0 && bad <= 2) {
        return None;
    }
    let mut text = String::with_capacity(bytes.len());
    let mut foreign = 0usize;
    let mut first = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Ok(line) = std::str::from_utf8(line) {
            text.push_str(line);
            continue;
        }
        let at = text.len();
        let of_utf_8 = line.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
        let (taken, broken_at) = match muragat_language::decode(line) {
            Ok(decoded) if !of_utf_8 => {
                text.push_str(&decoded.text);
                (decoded.text.chars().filter(|c| !c.is_ascii()).count(), at)
            }
            _ => mend_words(line, &mut text),
        };
        foreign += taken;
        first.get_or_insert(broken_at);
    }
    let mut doubt = doubt_letters(&text);
    if foreign > 0 {
        let lost = match &doubt {
            Some(Doubt::BrokenLetters { count, .. }) => *count,
            _ => 0,
        };
        let at = text.find(is_broken).map_or(usize::MAX, |at| at);
        doubt = Some(Doubt::BrokenLetters {
            count: foreign + lost,
            near: find_near(&text, first.unwrap_or_default().min(at)),
        });
    }
    Some(Decoded {
        text: clean(&text),
        doubt,
    })
}

/// Reads a line in which words of Windows-1251 stand among those of UTF-8; says how many letters they have, and where
/// in the text the first broken one stands.
fn mend_words(line: &[u8], text: &mut String) -> (usize, usize) {
    let mut taken = 0;
    let mut first = None;
    let mut run: Vec<u8> = Vec::new();
    for chunk in line.utf8_chunks() {
        if !chunk.valid().is_empty() {
            taken += mend_run(&run, text, &mut first);
            run.clear();
            text.push_str(chunk.valid());
        }
        run.extend_from_slice(chunk.invalid());
    }
    taken += mend_run(&run, text, &mut first);
    (taken, first.unwrap_or(text.len()))
}

/// Reads bytes of which none is UTF-8: a word of Windows-1251, or letters that nobody can tell.
fn mend_run(run: &[u8], text: &mut String, first: &mut Option<usize>) -> usize {
    if run.is_empty() {
        return 0;
    }
    first.get_or_insert(text.len());
    let (word, _) = WINDOWS_1251.decode_without_bom_handling(run);
    if run.len() > 1 && word.chars().all(is_cyrillic) {
        text.push_str(&word);
        return run.len();
    }
    text.push_str(&String::from_utf8_lossy(run));
    0
}

/// Tells how many letters of a text are broken, and what stands around the first; none where it is whole.
pub(super) fn doubt_letters(text: &str) -> Option<Doubt> {
    let at = text.find(is_broken)?;
    Some(Doubt::BrokenLetters {
        count: text.chars().filter(|c| is_broken(*c)).count(),
        near: find_near(text, at),
    })
}

/// What stands for a letter that was lost, or is a control character that no text has.
fn is_broken(c: char) -> bool {
    let is_layout = matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}');
    c == '\u{fffd}' || c.is_control() && !is_layout
}

fn find_near(text: &str, at: usize) -> String {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let begin: Vec<char> = before.chars().rev().take(NEAR).collect();
    let near: String = begin
        .into_iter()
        .rev()
        .chain(after.chars().take(NEAR))
        .collect();
    clean(&near).replace('\n', " ").trim().to_owned()
}
