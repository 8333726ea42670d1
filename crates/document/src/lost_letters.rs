//! Texts that went through a code page without Kazakh letters: «?аза?стан» for «Қазақстан». Nobody can tell the letters
//! again, so that such a text is refused rather than kept.

use crate::document::{Block, Document};

/// Whether so many words have question marks within them that the letters are lost.
pub(crate) fn are_lost(document: &Document) -> bool {
    let mut words = 0;
    let mut lost = 0;
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. }
            | Block::Paragraph { text }
            | Block::ListItem { text, .. }
            | Block::Note { text } => count_words(text, &mut words, &mut lost),
            Block::Table { rows } => {
                for cell in rows.iter().flatten() {
                    count_words(cell, &mut words, &mut lost);
                }
            }
            Block::Picture { .. } => {}
        }
    }
    lost >= 3 && lost * 12 > words
}

fn count_words(text: &str, words: &mut usize, lost: &mut usize) {
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '?' && c != '\u{fffd}') {
        if !word.contains(char::is_alphabetic) {
            continue;
        }
        *words += 1;
        // at the end it asks; in the middle of letters, or before a small one, it stands for a letter
        let mut before = ' ';
        let letters: Vec<char> = word.chars().collect();
        for pair in letters.windows(2) {
            let &[c, after] = pair else { continue };
            let stands_for_letter = matches!(c, '?' | '\u{fffd}')
                && is_cyrillic(after)
                && (is_cyrillic(before) || before == ' ' && after.is_lowercase());
            if stands_for_letter {
                *lost += 1;
                break;
            }
            before = c;
        }
    }
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Format;

    fn document(text: &str) -> Document {
        let mut document = Document::new(Format::Text);
        document.blocks.push(Block::Paragraph {
            text: text.to_owned(),
        });
        document
    }

    #[test]
    fn letters_that_became_question_marks_are_noticed() {
        assert!(are_lost(&document(
            "?аза?стан Республикасыны? Президенті ?лкен жиынды аш?ан к?ні"
        )));
        assert!(!are_lost(&document(
            "Неге? Қайда? Қашан? Кім айтты? «Не істейміз?» деді. А?"
        )));
        assert!(!are_lost(&document(
            "Сілтеме: http://a.kz/?id=1&б?в=2 және тағы мәтін"
        )));
    }
}
