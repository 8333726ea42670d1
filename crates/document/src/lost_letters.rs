//! Texts that went through a code page without Kazakh letters: «?аза?стан» for «Қазақстан». Nobody can tell the letters
//! again, so that such a text is refused rather than kept.

use crate::document::{Document, Doubt};
use crate::letters::is_cyrillic;
use crate::refusal::Refusal;

/// How many words a text has, and in how many of them letters are lost.
#[derive(Debug, Default)]
struct Count<'a> {
    words: usize,
    /// Words in which a sign stands for a letter.
    pierced: usize,
    /// Words of nothing else than such signs.
    blotted: usize,
    first: Option<&'a str>,
}

/// Refuses a document whose letters are lost; where only a few words are, or files come with it, that is a doubt.
///
/// # Errors
/// [`Refusal::LettersLost`].
pub(crate) fn note_lost(document: &mut Document) -> Result<(), Refusal> {
    let mut count = Count::default();
    for line in document.list_words().flat_map(str::lines) {
        count.count_line(line);
    }
    let are_lost = count.pierced >= 3 && count.pierced * 12 > count.words
        || count.blotted >= 5 && count.blotted * 4 >= count.words;
    // a mail in plain letters may bring the text whole in a file
    if are_lost && document.enclosed.is_empty() {
        return Err(Refusal::LettersLost);
    }
    let (lost, is_some) = (count.pierced + count.blotted, count.pierced >= 3);
    let near = count.first.unwrap_or_default().chars().take(60).collect();
    let is_noted = |doubt: &Doubt| matches!(doubt, Doubt::BrokenLetters { .. });
    if (are_lost || is_some) && !document.doubts.iter().any(is_noted) {
        document
            .doubts
            .push(Doubt::BrokenLetters { count: lost, near });
    }
    Ok(())
}

impl<'a> Count<'a> {
    fn count_line(&mut self, line: &'a str) {
        for word in line.split_whitespace() {
            // addresses carry question marks of their own
            if word.contains("://") || word.contains(['=', '@']) {
                continue;
            }
            self.words += 1;
            let is_pierced = is_pierced(word);
            let is_blotted = word.chars().filter(|c| is_lost(*c)).count() > 2
                && !word.contains(char::is_alphanumeric);
            self.pierced += usize::from(is_pierced);
            self.blotted += usize::from(is_blotted);
            if is_pierced || is_blotted {
                self.first.get_or_insert(line.trim());
            }
        }
    }
}

/// Whether a sign stands in a word for a letter: at the end it asks; in the middle of letters, or before a small one, it
/// does not.
fn is_pierced(word: &str) -> bool {
    let mut before = ' ';
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        if is_lost(c)
            && letters.peek().is_some_and(|after| {
                is_cyrillic(*after)
                    && (is_cyrillic(before) || !before.is_alphanumeric() && after.is_lowercase())
            })
        {
            return true;
        }
        // of two lost letters beside each other the first says what stands before
        if !is_lost(c) || !is_cyrillic(before) {
            before = c;
        }
    }
    false
}

fn is_lost(c: char) -> bool {
    matches!(c, '?' | '\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Enclosed};
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
        for text in [
            "?аза?стан Республикасыны? Президенті ?лкен жиынды аш?ан к?ні",
            "????????? ?????????? ??????? ????? ???????? 2026 ?????",
        ] {
            assert_eq!(note_lost(&mut document(text)), Err(Refusal::LettersLost));
        }
        for text in [
            "Неге? Қайда? Қашан? Кім айтты? «Не істейміз?» деді. А?",
            "Сілтеме: http://a.kz/?id=1&б?в=2 және тағы мәтін",
            "Что?! Где?? Когда??? Почему?",
        ] {
            let mut document = document(text);
            assert_eq!(note_lost(&mut document), Ok(()), "{text}");
            assert_eq!(document.doubts, vec![]);
        }
    }

    #[test]
    fn a_few_lost_words_are_a_doubt() {
        let lost = "К?кшетау, ?азалы және Т?рткіл";
        let whole = "Ауыл мектебінде жаңа спорт залы ашылды. ".repeat(20);
        let mut document = document(&format!("{whole}{lost}"));
        assert_eq!(note_lost(&mut document), Ok(()));
        assert!(matches!(
            document.doubts.as_slice(),
            [Doubt::BrokenLetters { count: 3, .. }]
        ));
    }

    #[test]
    fn a_letter_that_brings_a_file_is_not_refused_for_its_words() {
        let mut document = document("?аза?стан ?кіметі аш?ан к?ні");
        document.enclosed.push(Enclosed {
            name: "хабарлама.docx".to_owned(),
            declared_type: None,
            bytes: vec![1],
        });
        assert_eq!(note_lost(&mut document), Ok(()));
        assert_eq!(document.doubts.len(), 1);
    }
}
