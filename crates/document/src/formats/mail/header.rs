//! Words in the headers of a mail: encoded in pieces, or not encoded at all.

use super::transfer::{decode_base64, decode_escapes};
use crate::letters;

/// Reads a header: lines that were folded are joined, encoded words decoded, letters that nobody encoded guessed.
pub(crate) fn read_words(raw: &[u8], charset: Option<&str>) -> String {
    let text = match std::str::from_utf8(raw) {
        Ok(text) => text.to_owned(),
        Err(_) => letters::decode(raw, charset).text,
    };
    let words = decode_words(&text);
    let words: String = words
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    words.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Decodes `=?charset?B?words?=`. Words of one charset that follow each other are decoded as one: programs cut letters in
/// two between them.
pub(crate) fn decode_words(text: &str) -> String {
    let mut decoded = String::new();
    let mut pending: Option<(String, Vec<u8>)> = None;
    let mut rest = text;
    while let Some((before, word)) = rest.split_once("=?") {
        let Some((charset, bytes, after)) = read_encoded_word(word) else {
            finish_pending(&mut pending, &mut decoded);
            decoded.push_str(before);
            decoded.push_str("=?");
            rest = word;
            continue;
        };
        // blanks between two encoded words are none
        if pending.is_none() || !before.trim().is_empty() {
            finish_pending(&mut pending, &mut decoded);
            decoded.push_str(before);
        }
        match &mut pending {
            Some((of_last, so_far)) if *of_last == charset => so_far.extend(bytes),
            _ => {
                finish_pending(&mut pending, &mut decoded);
                pending = Some((charset, bytes));
            }
        }
        rest = after;
    }
    finish_pending(&mut pending, &mut decoded);
    decoded.push_str(rest);
    decoded
}

fn finish_pending(pending: &mut Option<(String, Vec<u8>)>, decoded: &mut String) {
    if let Some((charset, bytes)) = pending.take() {
        decoded.push_str(&letters::decode(&bytes, Some(&charset)).text);
    }
}

fn read_encoded_word(word: &str) -> Option<(String, Vec<u8>, &str)> {
    let (charset, rest) = word.split_once('?')?;
    let (encoding, rest) = rest.split_once('?')?;
    let (letters, after) = rest.split_once("?=")?;
    let is_plain = |text: &str| text.len() < 50 && !text.contains(char::is_whitespace);
    if !is_plain(charset) || letters.contains('\n') {
        return None;
    }
    // a language may follow the charset
    let charset = charset.split('*').next().unwrap_or(charset);
    let bytes = match encoding {
        "B" | "b" => decode_base64(letters.as_bytes()),
        "Q" | "q" => {
            let mut bytes = Vec::new();
            decode_escapes(letters.replace('_', " ").as_bytes(), &mut bytes);
            bytes
        }
        _ => return None,
    };
    Some((charset.to_ascii_lowercase(), bytes, after))
}

/// Reads the first address of a header: a name, and where mail goes to.
pub(crate) fn read_address(raw: &[u8], charset: Option<&str>) -> (Option<String>, Option<String>) {
    let text = match std::str::from_utf8(raw) {
        Ok(text) => text.to_owned(),
        Err(_) => letters::decode(raw, charset).text,
    };
    let some = |text: String| (!text.is_empty()).then_some(text);
    let read_name = |name: &str| {
        let name = read_words(name.trim().as_bytes(), charset).replace("\\\"", "\"");
        some(name.trim_matches(['"', '\'', ' ']).to_owned())
    };
    if let Some((name, rest)) = text.split_once('<')
        && let Some((address, _)) = rest.split_once('>')
    {
        return (read_name(name), some(address.trim().to_owned()));
    }
    if let Some((address, name)) = text.split_once('(') {
        let name = name.split(')').next().unwrap_or(name);
        return (read_name(name), some(address.trim().to_owned()));
    }
    match text.contains('@') {
        true => {
            let first = text.split(',').next().unwrap_or_default();
            (None, some(first.trim().to_owned()))
        }
        false => (read_name(&text), None),
    }
}

/// A name of a file as it may stand in a list: no path, no control characters, not too long.
pub(crate) fn find_safe_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next()?;
    let safe: String = last
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}'))
        .take(200)
        .collect();
    let safe = safe.trim().trim_matches('"').trim();
    (!safe.is_empty() && safe != "." && safe != "..").then(|| safe.to_owned())
}
