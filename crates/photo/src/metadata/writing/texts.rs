//! Texts, lists and language alternatives of an archive, laid over those that came.

use crate::metadata::date_time::DateTime;
use crate::metadata::languages::{DEFAULT, InLanguages};
use crate::metadata::limits::LIST_MOST;
use crate::metadata::packet::{Kind, Packet, Value};
use crate::metadata::words::{are_same_words, clean_words};

/// Longest tag of a language (RFC 5646, 4.4.1).
const LANGUAGE_MOST: usize = 35;

/// The texts that say something, each once.
pub(super) fn clean_list(texts: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for text in texts.into_iter().take(LIST_MOST) {
        if let Some(text) = clean_words(text.as_ref())
            && !list.iter().any(|known| are_same_words(known, &text))
        {
            list.push(text);
        }
    }
    list
}

/// Puts a text in the place of the one that came.
pub(super) fn lay_text(packet: &mut Packet, vocabulary: &str, name: &str, text: Option<&str>) {
    if let Some(text) = text.and_then(clean_words) {
        packet.set(vocabulary, name, Value::text(text));
    }
}

/// Adds to the texts that came those that are not among them.
pub(super) fn add_to_bag(
    packet: &mut Packet,
    vocabulary: &str,
    name: &str,
    texts: impl IntoIterator<Item = impl AsRef<str>>,
) {
    let came = packet.get(vocabulary, name).cloned();
    if let Some(value) = join_bag(came, texts) {
        packet.set(vocabulary, name, value);
    }
}

/// The items that came, and the texts that are not among them; nothing where no text is given.
pub(super) fn join_bag(
    came: Option<Value>,
    texts: impl IntoIterator<Item = impl AsRef<str>>,
) -> Option<Value> {
    let mut texts = clean_list(texts);
    if texts.is_empty() {
        return None;
    }
    let mut items = came.map(Value::into_items).unwrap_or_default();
    items.retain(|item| !item.is_empty());
    let is_new = |text: &String| {
        let is_it = |item: &Value| {
            item.as_text()
                .is_some_and(|came| are_same_words(came, text))
        };
        !items.iter().any(is_it)
    };
    texts.retain(is_new);
    items.extend(texts.into_iter().map(Value::text));
    Some(Value::array(Kind::Bag, items))
}

/// Puts texts in their languages in the place of those that came.
pub(super) fn lay_languages(
    packet: &mut Packet,
    vocabulary: &str,
    name: &str,
    known: Option<&InLanguages>,
    default_language: Option<&str>,
) {
    let came = packet.get(vocabulary, name);
    let laid = known.and_then(|known| join_languages(came, known, default_language));
    if let Some(value) = laid {
        packet.set(vocabulary, name, value);
    }
}

/// The known texts, and those that came in other languages. A text that came for whoever asks for no language, and that is
/// none of the known ones, was set aside: in whichever language it stands.
pub(super) fn join_languages(
    came: Option<&Value>,
    known: &InLanguages,
    default_language: Option<&str>,
) -> Option<Value> {
    let mut texts: Vec<(String, String)> = Vec::new();
    let mut of_none = None;
    for text in known.texts().iter().take(LIST_MOST) {
        let Some(words) = clean_words(&text.text) else {
            continue;
        };
        match clean_language(&text.language) {
            Some(language) if !texts.iter().any(|(known, _)| *known == language) => {
                texts.push((language, words));
            }
            Some(_) => {}
            None => of_none = of_none.or(Some(words)),
        }
    }
    let asked = default_language.and_then(clean_language);
    let of_asked = texts
        .iter()
        .find(|(language, _)| asked.as_ref().is_some_and(|asked| are_one(language, asked)));
    let default = of_asked.map(|(_, text)| text.clone());
    let default = default.or(of_none);
    let default = default.or_else(|| texts.first().map(|(_, text)| text.clone()))?;
    let came = came.map(Value::as_alternatives).unwrap_or_default();
    let is_known = |words: &str| {
        let is_it = |text: &str| are_same_words(text, words);
        is_it(&default) || texts.iter().any(|(_, text)| is_it(text))
    };
    let set_aside = came
        .iter()
        .find(|(language, words)| *language == DEFAULT && !is_known(words))
        .map(|(_, words)| *words);
    let kept: Vec<(String, String)> = came
        .iter()
        .filter(|(language, _)| *language != DEFAULT)
        .filter(|(language, _)| !texts.iter().any(|(known, _)| are_one(known, language)))
        .filter(|(_, words)| !set_aside.is_some_and(|aside| are_same_words(aside, words)))
        .map(|(language, words)| ((*language).to_owned(), (*words).to_owned()))
        .collect();
    let all = std::iter::once((DEFAULT.to_owned(), default));
    Some(Value::alternatives(all.chain(texts).chain(kept)))
}

/// Whether two tags name one language, in whatever region or script.
fn are_one(one: &str, other: &str) -> bool {
    let primary = |tag: &str| {
        let end = tag.find(['-', '_']).unwrap_or(tag.len());
        tag.get(..end).unwrap_or_default().to_ascii_lowercase()
    };
    primary(one) == primary(other)
}

/// The tag of a language, if it is one and names any.
fn clean_language(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    let is_tag = !tag.is_empty()
        && tag.len() <= LANGUAGE_MOST
        && tag
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    (is_tag && tag != DEFAULT && tag != "und").then_some(tag)
}

/// A moment as a date of XMP, if it is read as one.
pub(super) fn write_date(date: &DateTime) -> Option<String> {
    let text = date.to_xmp();
    DateTime::from_xmp(&text).map(|_| text)
}
