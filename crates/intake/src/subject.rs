//! The subject of a mail is the title of a text that has none: its first sentence is seldom more than that something is
//! sent.

use muragat_document::Document;

/// What mail programs write before a subject that was answered or passed on.
const MARKS: [&str; 14] = [
    "re",
    "fwd",
    "fw",
    "aw",
    "wg",
    "tr",
    "на",
    "ha",
    "пер",
    "пересл",
    "отв",
    "жолд",
    "қж",
    "жауап",
];
/// Of fewer words a subject says of what kind a mail is, and not what it is about.
const FEWEST_WORDS: usize = 3;

/// The text of a mail with its subject above it, where the text has no title of its own and the subject is one.
pub(crate) fn text_under_subject(document: &Document, text: String) -> String {
    let subject = clean_subject(document.properties.title.as_deref().unwrap_or_default());
    if subject.split_whitespace().count() < FEWEST_WORDS || !lacks_title(&text) {
        return text;
    }
    let titled = format!("{subject}\n\n{text}");
    // a subject that is no title either (a rubric, a date) stays where it is: in the mail
    match muragat_language::title_and_date(&titled).0 == subject {
        true => titled,
        false => text,
    }
}

/// A subject without the marks of answers and forwards, and without a list's name in brackets.
fn clean_subject(subject: &str) -> String {
    let mut rest = subject.trim();
    loop {
        let marked = rest.split_once(':').filter(|(mark, _)| {
            let mark = mark.trim().trim_end_matches(|c: char| {
                c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')')
            });
            MARKS.contains(&mark.to_lowercase().as_str())
        });
        let listed = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        match marked.or(listed) {
            Some((_, after)) => rest = after.trim(),
            None => break,
        }
    }
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the title that is read in a text is the beginning of a sentence of it.
fn lacks_title(text: &str) -> bool {
    let (title, _) = muragat_language::title_and_date(text);
    if title.is_empty() {
        return true;
    }
    match after_words(text, &title) {
        Some(after) => title.ends_with('.') || !(after.is_empty() || after.starts_with('\n')),
        // it was mended as it was read: nothing is known of what follows it
        None => false,
    }
}

/// What follows some words where a line of a text begins with them, whatever blanks and line ends part them.
fn after_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text;
    loop {
        if let Some(after) = strip_words(rest.trim_start(), words) {
            return Some(after);
        }
        rest = rest.split_once('\n')?.1;
    }
}

fn strip_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text;
    for word in words.split_whitespace() {
        rest = rest.trim_start().strip_prefix(word)?;
    }
    Some(rest.trim_start_matches([' ', '\t', '\u{a0}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_cleaned_of_what_programs_write_before_it() {
        for (subject, clean) in [
            ("Re: Fwd: Көпір ашылды", "Көпір ашылды"),
            ("RE[2]: FW:  Открыт   мост", "Открыт мост"),
            ("[press] Пересл: Открыт мост", "Открыт мост"),
            ("Әкім: көпір ашылды", "Әкім: көпір ашылды"),
        ] {
            assert_eq!(clean_subject(subject), clean);
        }
    }
}
