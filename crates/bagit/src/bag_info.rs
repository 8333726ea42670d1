//! bag-info.txt (RFC 8493, 2.2.2): labels and values, in order, repeats allowed.

/// Widest line written, in characters; longer values continue on the next, indented line.
const WIDTH: usize = 78;

/// Why a label cannot be written, in words.
pub(crate) fn label_flaw(label: &str) -> Option<&'static str> {
    if label.is_empty() || label.trim() != label {
        Some("a label is neither empty nor has space around it")
    } else if label.contains(':') || label.chars().any(breaks_line) {
        Some("a label has no colon and no control character")
    } else if label.eq_ignore_ascii_case("Payload-Oxum") {
        Some("Payload-Oxum is counted, not given")
    } else {
        None
    }
}

/// One element, folded. A line break in the value becomes a space, so that a value can never start
/// a line of its own and pass for another element.
pub(crate) fn write_element(text: &mut String, label: &str, value: &str) {
    let value: String = value
        .chars()
        .map(|c| if breaks_line(c) { ' ' } else { c })
        .collect();
    text.push_str(label);
    text.push(':');
    let mut column = label.chars().count() + 1;
    for (nth, word) in value.split(' ').filter(|word| !word.is_empty()).enumerate() {
        let length = word.chars().count();
        // The first word stays beside its label: a label with nothing after it confuses readers.
        if nth > 0 && column + 1 + length > WIDTH {
            text.push_str("\n ");
            column = 1;
        }
        text.push(' ');
        text.push_str(word);
        column += 1 + length;
    }
    text.push('\n');
}

fn breaks_line(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// What a bag-info.txt says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct BagInfo {
    /// Labels and values, unfolded, in the file's order.
    pub(crate) elements: Vec<(String, String)>,
    /// 1-based numbers of lines that are neither an element nor a continuation.
    pub(crate) strays: Vec<usize>,
}

/// Reads any text: what does not fit goes to `strays`.
pub(crate) fn parse(text: &str) -> BagInfo {
    let mut info = BagInfo::default();
    for (number, line) in crate::read::lines(text).enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        if line.starts_with([' ', '\t']) {
            match info.elements.last_mut() {
                Some((_, value)) => {
                    if !value.is_empty() {
                        value.push(' ');
                    }
                    value.push_str(line.trim());
                }
                None => info.strays.push(number + 1),
            }
            continue;
        }
        match line.split_once(':') {
            Some((label, value)) if !label.trim().is_empty() => {
                info.elements
                    .push((label.trim().to_owned(), value.trim().to_owned()));
            }
            _ => info.strays.push(number + 1),
        }
    }
    info
}

/// `octets.files` of a Payload-Oxum (RFC 8493, 2.2.2).
pub(crate) fn parse_oxum(value: &str) -> Option<(u64, u64)> {
    let (octets, files) = value.trim().split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(octets) && digits(files)).then(|| Some((octets.parse().ok()?, files.parse().ok()?)))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_value_cannot_smuggle_a_line() {
        let mut text = String::new();
        write_element(
            &mut text,
            "Contact-Name",
            "Айгүл\r\nPayload-Oxum: 0.0\u{2028}x",
        );
        assert_eq!(text, "Contact-Name: Айгүл Payload-Oxum: 0.0 x\n");
        for label in ["", " A", "A:B", "A\nB", "payload-oxum"] {
            assert!(label_flaw(label).is_some(), "{label:?}");
        }
        assert_eq!(label_flaw("Источник"), None);
    }

    #[test]
    fn reads_folds_repeats_and_odd_separators() {
        let info = parse("A: one\r\n   two\rB : 2\nB:3\n\nno colon\n: none");
        let element = |label: &str, value: &str| (label.to_owned(), value.to_owned());
        assert_eq!(
            info.elements,
            [
                element("A", "one two"),
                element("B", "2"),
                element("B", "3")
            ]
        );
        assert_eq!(info.strays, [6, 7]);
        assert_eq!(parse("\n lost").strays, [2]);
    }

    #[test]
    fn oxum() {
        assert_eq!(parse_oxum("58.2"), Some((58, 2)));
        for wrong in [
            "",
            "58",
            "a.b",
            "+1.2",
            "1.2.3",
            "99999999999999999999999.1",
        ] {
            assert_eq!(parse_oxum(wrong), None, "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in "\\PC{0,200}|[a \t\r\n:]{0,200}") {
            let mut text = String::new();
            write_element(&mut text, "Label", &value);
            let info = parse(&text);
            prop_assert!(info.strays.is_empty());
            prop_assert_eq!(info.elements.len(), 1);
            let flat = |text: &str| text.split(|c: char| c.is_whitespace() || breaks_line(c)).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(flat(&info.elements[0].1), flat(&value));
        }
    }
}
