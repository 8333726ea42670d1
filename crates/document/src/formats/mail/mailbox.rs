//! A mailbox: each mail of it is a file by itself.

use super::header::{find_safe_name, read_words};
use crate::budget::Budget;
use crate::document::{Document, Doubt, Enclosed};
use crate::format::Format;
use crate::refusal::Refusal;

/// Parts a mailbox; of one that is larger than the limits allow, the mails that come first, and it is said to be cut off.
///
/// # Errors
/// [`Refusal::Empty`] where no mail is in it; [`Refusal::TooLarge`] where the first alone is.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    let mut document = Document::new(Format::Mbox);
    let mut mail: Vec<u8> = Vec::new();
    let mut is_begun = false;
    let mut is_after_blank = true;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if is_after_blank && is_divider(line) {
            if is_begun && !enclose_or_end(std::mem::take(&mut mail), &mut document, budget)? {
                return Ok(document);
            }
            is_begun = true;
            is_after_blank = false;
            continue;
        }
        is_after_blank = line.trim_ascii().is_empty();
        if is_begun {
            mail.extend_from_slice(unescape(line));
        }
    }
    if is_begun && !enclose_or_end(mail, &mut document, budget)? {
        return Ok(document);
    }
    match document.enclosed.is_empty() {
        true => Err(Refusal::Empty),
        false => Ok(document),
    }
}

/// Encloses a mail; where there is no room for it beside those before it, says that the mailbox is cut off.
fn enclose_or_end(
    bytes: Vec<u8>,
    document: &mut Document,
    budget: &mut Budget,
) -> Result<bool, Refusal> {
    match enclose(bytes, document, budget) {
        Ok(()) => Ok(true),
        Err(Refusal::TooLarge { .. }) if !document.enclosed.is_empty() => {
            document.doubts.push(Doubt::CutOff);
            Ok(false)
        }
        Err(refusal) => Err(refusal),
    }
}

fn enclose(bytes: Vec<u8>, document: &mut Document, budget: &mut Budget) -> Result<(), Refusal> {
    if bytes.trim_ascii().is_empty() {
        return Ok(());
    }
    budget.take_part("mailbox")?;
    // each stands in the mailbox and beside it
    budget.take_bytes(bytes.len().saturating_mul(2), "mailbox")?;
    let number = document.enclosed.len() + 1;
    let subject = find_subject(&bytes).and_then(|subject| find_safe_name(&subject));
    document.enclosed.push(Enclosed {
        name: match subject {
            Some(subject) => format!("{number} {subject}.eml"),
            None => format!("{number}.eml"),
        },
        declared_type: Some(Format::Eml.media_type().to_owned()),
        bytes,
    });
    Ok(())
}

/// A line that begins a mail: `From`, who sent it, and when.
fn is_divider(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    // a year, or a time; a sentence that begins so hardly has them
    let words = rest.split(u8::is_ascii_whitespace);
    let mut has_year = false;
    let mut has_time = false;
    for word in words {
        has_year |= word.len() == 4 && word.iter().all(u8::is_ascii_digit);
        has_time |= word.contains(&b':') && word.first().is_some_and(u8::is_ascii_digit);
    }
    has_year && has_time || rest.trim_ascii() == b"-" || rest.contains(&b'@') && has_time
}

/// A line of a text that begins with `From ` has a `>` before it.
fn unescape(line: &[u8]) -> &[u8] {
    let unquoted = line.iter().position(|byte| *byte != b'>').unwrap_or(0);
    let begins = line
        .get(unquoted..)
        .is_some_and(|rest| rest.starts_with(b"From "));
    match begins && unquoted > 0 {
        true => line.get(1..).unwrap_or(line),
        false => line,
    }
}

fn find_subject(bytes: &[u8]) -> Option<String> {
    let mut subject: Vec<u8> = Vec::new();
    let mut is_in = false;
    for line in bytes.split(|byte| *byte == b'\n').take(200) {
        if line.trim_ascii().is_empty() {
            break;
        }
        if line.first().is_some_and(u8::is_ascii_whitespace) {
            if is_in {
                subject.extend_from_slice(line);
            }
            continue;
        }
        is_in = line.len() > 8
            && line
                .get(..8)
                .is_some_and(|name| name.eq_ignore_ascii_case(b"subject:"));
        if is_in {
            subject = line.get(8..).unwrap_or_default().to_vec();
        }
    }
    let words: String = read_words(&subject, None).chars().take(80).collect();
    (!words.is_empty()).then_some(words)
}
