//! Bytes to letters, where the sender declares an encoding, declares a wrong one or none at all.

mod utf_7;

use encoding_rs::{
    Encoding, IBM866, KOI8_R, KOI8_U, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252,
};

use crate::document::Doubt;

/// A text, and where it is not sure.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub text: String,
    /// How many letters are broken, and words around the first.
    pub doubt: Option<Doubt>,
}

/// Decodes bytes whose encoding may be declared. A declaration that the bytes contradict is not believed: mails and pages
/// say `us-ascii` or `iso-8859-1` for what is Cyrillic, and `windows-1251` for what is UTF-8.
pub(crate) fn decode(bytes: &[u8], declared: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return decode_with(encoding, rest);
    }
    let label = declared.map(|label| label.trim().trim_matches(['"', '\'']));
    let is_utf_7 = label.is_some_and(|label| label.to_ascii_lowercase().ends_with("utf-7"));
    if is_utf_7 && bytes.is_ascii() {
        return whole(&utf_7::decode(bytes));
    }
    let Some(encoding) = label.and_then(|label| Encoding::for_label(label.as_bytes())) else {
        return guess(bytes);
    };
    if bytes.is_ascii() && !encoding.is_ascii_compatible() {
        // nothing but UTF-16 is declared for plain letters, by programs that wrote another encoding than they say
        let wide = bytes.contains(&0);
        return if wide {
            decode_with(encoding, bytes)
        } else {
            guess(bytes)
        };
    }
    if encoding == UTF_8 {
        return guess(bytes);
    }
    let is_utf_8 = !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok();
    if is_utf_8 && encoding.is_single_byte() {
        return guess(bytes);
    }
    if encoding == WINDOWS_1252 || encoding == WINDOWS_1251 {
        return decode_of_windows(bytes, encoding);
    }
    let cyrillic = [KOI8_R, KOI8_U, IBM866].contains(&encoding);
    if cyrillic && count_cyrillic_worth(bytes, encoding) * 2 < count_best_worth(bytes).1 {
        return guess(bytes);
    }
    decode_with(encoding, bytes)
}

/// Decodes what is declared as a code page of Windows: that of Kazakhstan is declared as its neighbour, Cyrillic as Latin.
fn decode_of_windows(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    if bytes.is_ascii() {
        return guess(bytes);
    }
    if let Ok(decoded) = muragat_language::decode(bytes)
        && matches!(
            decoded.encoding,
            muragat_language::Encoding::Windows1251 | muragat_language::Encoding::Kz1048
        )
    {
        let cyrillic = decoded.text.chars().filter(|c| is_cyrillic(*c)).count();
        let latin = decoded.text.chars().filter(char::is_ascii_alphabetic);
        if encoding == WINDOWS_1251 || cyrillic >= 3 && cyrillic * 3 > latin.count() {
            return whole(&decoded.text);
        }
    }
    let (best, worth) = count_best_worth(bytes);
    let declared = count_cyrillic_worth(bytes, WINDOWS_1251);
    if encoding == WINDOWS_1251 && worth > 40 && declared * 2 < worth {
        return decode_with(best, bytes);
    }
    decode_with(encoding, bytes)
}

/// Whether a letter is Cyrillic.
pub(crate) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// Decodes bytes by themselves alone.
fn guess(bytes: &[u8]) -> Decoded {
    match muragat_language::decode(bytes) {
        Ok(decoded) => return whole(&decoded.text),
        Err(muragat_language::DecodeError::Empty) => return whole(""),
        Err(muragat_language::DecodeError::Binary) => {}
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return whole(text);
    }
    if let Some(decoded) = mend_utf_8(bytes) {
        return decoded;
    }
    let (encoding, worth) = count_best_worth(bytes);
    let letters = bytes.iter().filter(|b| b.is_ascii_alphabetic()).count();
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    if high * 4 < letters && worth < high * 3 {
        return decode_with(WINDOWS_1252, bytes);
    }
    decode_with(encoding, bytes)
}

fn whole(text: &str) -> Decoded {
    Decoded {
        text: clean(text),
        doubt: None,
    }
}

fn decode_with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let odd = [UTF_16LE, UTF_16BE].contains(&encoding) && bytes.len() % 2 == 1;
    let text = clean(&text);
    Decoded {
        doubt: (broken || odd).then(|| doubt_letters(&text)).flatten(),
        text,
    }
}

/// Reads what is UTF-8 but for some bytes: cut off, a letter broken, or lines of another encoding pasted in.
fn mend_utf_8(bytes: &[u8]) -> Option<Decoded> {
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
    let mut near = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Ok(line) = std::str::from_utf8(line) {
            text.push_str(line);
            continue;
        }
        let of_utf_8 = line.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
        match muragat_language::decode(line) {
            Ok(decoded) if !of_utf_8 => {
                foreign += decoded.text.chars().filter(|c| !c.is_ascii()).count();
                near.get_or_insert_with(|| decoded.text.trim().chars().take(60).collect());
                text.push_str(&decoded.text);
            }
            _ => text.push_str(&String::from_utf8_lossy(line)),
        }
    }
    let text = clean(&text);
    let doubt = match near {
        Some(near) => Some(Doubt::BrokenLetters {
            count: foreign + text.matches('\u{fffd}').count(),
            near,
        }),
        None => doubt_letters(&text),
    };
    Some(Decoded { text, doubt })
}

fn doubt_letters(text: &str) -> Option<Doubt> {
    let at = text.find('\u{fffd}')?;
    let (before, after) = text.split_at(at);
    let begin: Vec<char> = before.chars().rev().take(30).collect();
    let near: String = begin
        .into_iter()
        .rev()
        .chain(after.chars().take(30))
        .collect();
    Some(Doubt::BrokenLetters {
        count: text.matches('\u{fffd}').count(),
        near: near.replace('\n', " ").trim().to_owned(),
    })
}

/// The Cyrillic encoding in which the bytes look most like written words.
fn count_best_worth(bytes: &[u8]) -> (&'static Encoding, usize) {
    let mut best = (WINDOWS_1251, 0);
    for encoding in [WINDOWS_1251, KOI8_R, IBM866] {
        let worth = count_cyrillic_worth(bytes, encoding);
        if worth > best.1 {
            best = (encoding, worth);
        }
    }
    best
}

/// How much the bytes look like Cyrillic words in an encoding: small letters that follow letters count, frequent ones
/// more; capitals inside words and signs beside letters count against it.
fn count_cyrillic_worth(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let sample = bytes.get(..64 << 10).unwrap_or(bytes);
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let (mut worth, mut fault) = (0usize, 0usize);
    let mut last = ' ';
    for c in text.chars() {
        match c {
            'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'л' | 'в' | 'ы' | 'і' => {
                worth += 4;
            }
            'а'..='я' | 'ё' => worth += 2,
            'А'..='Я' if last.is_lowercase() => fault += 6,
            'А'..='Я' => worth += 1,
            c if !c.is_ascii() && last.is_alphabetic() && !"»”…–—\u{a0}".contains(c) => {
                fault += 4;
            }
            _ => {}
        }
        last = c;
    }
    worth.saturating_sub(fault)
}

/// Takes out what is no letter: control characters, but for tabs and line ends, which become `\n`; and the byte order
/// mark that begins a text.
pub(crate) fn clean(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut clean = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push('\n');
            }
            '\t' => clean.push(c),
            c if c.is_control() => {}
            c => clean.push(c),
        }
        last = c;
    }
    clean
}
