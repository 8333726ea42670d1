//! From offsets that count chars to the text: spans are kept so, a text is bytes.

/// The byte at which the character with this number begins; the text's length for the number after the last.
pub fn byte_of_char(text: &str, character: usize) -> Option<usize> {
    let mut rest = text.chars();
    if let Some(before) = character.checked_sub(1) {
        rest.nth(before)?;
    }
    Some(text.len() - rest.as_str().len())
}

/// So many characters lie between two marks.
const STEP: usize = 512;

/// A text with marks along it, so that many spans of it are cut out fast: each takes at most 1,024 steps.
#[derive(Debug)]
pub struct SpanText<'a> {
    text: &'a str,
    /// The byte of each [`STEP`]th character.
    marks: Vec<usize>,
}

impl<'a> SpanText<'a> {
    /// Marks a text, in one walk over it.
    pub fn new(text: &'a str) -> SpanText<'a> {
        let mut marks = vec![0];
        let mut last = 0;
        while let Some(step) = byte_of_char(text.get(last..).unwrap_or_default(), STEP) {
            last += step;
            marks.push(last);
        }
        SpanText { text, marks }
    }

    /// The text of a span, `end` exclusive; none where it reaches outside.
    pub fn cut(&self, start: usize, end: usize) -> Option<&'a str> {
        self.text.get(self.byte(start)?..self.byte(end)?)
    }

    fn byte(&self, character: usize) -> Option<usize> {
        let mark = *self.marks.get(character / STEP)?;
        Some(mark + byte_of_char(self.text.get(mark..)?, character % STEP)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_span_is_its_characters(text in "[aәя‒\n]{0,40}", times in 0usize..60, a in 0usize..2_600, b in 0usize..2_600) {
            let text = text.repeat(times);
            let chars: Vec<char> = text.chars().collect();
            let expected = chars.get(a..b).map(|cut| cut.iter().collect::<String>());
            prop_assert_eq!(SpanText::new(&text).cut(a, b).map(str::to_owned), expected);
        }
    }
}
