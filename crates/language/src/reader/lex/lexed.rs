//! The body cut into tokens, sentences and paragraphs, with what each token is.

use crate::cases::known_forms::respell;
use crate::cases::stem::stem_kk;
use crate::gazetteer::{self, Kinds};
use crate::reader::lex::titles;
use crate::reader::lex::token::{Paragraph, Sort, Token, Tongue};
use crate::text::fold::{fold, is_dash, is_double_quote};
use crate::text::latin::cyrillic;
use crate::text::token::words;
use crate::text::tongue::{is_kazakh_letter, language};
use crate::word_list::{WordList, word_list};

/// A body in tokens.
#[derive(Debug)]
pub(crate) struct Lexed {
    pub chars: Vec<char>,
    pub tokens: Vec<Token>,
    pub paragraphs: Vec<Paragraph>,
    /// Whether the text is Kazakh typed with Russian letters: its tokens' `lower` has the letters of the words.
    pub respelled: bool,
}

/// The language of a line: of its own words, not those of a name in quotation marks; a short line is in the
/// language of the whole.
fn spoken<'a>(line: &str, whole: Option<&'a str>) -> Option<&'a str> {
    let mut own = String::with_capacity(line.len());
    let mut quoted = false;
    for part in line.split_inclusive(is_double_quote) {
        if !quoted || words(part).nth(6).is_some() {
            own.push_str(part);
        }
        quoted = part.ends_with(is_double_quote) && !quoted;
    }
    match words(&own).nth(5) {
        Some(_) => language(&own).or(whole),
        None => whole.or_else(|| language(line)),
    }
}

impl Lexed {
    pub fn new(body: &str, whole: Option<&str>) -> Lexed {
        let chars: Vec<char> = body.chars().collect();
        let mut lexed = Lexed {
            chars,
            tokens: Vec::new(),
            paragraphs: Vec::new(),
            respelled: whole == Some("kk") && !body.contains(is_kazakh_letter),
        };
        let mut line_start = 0;
        let mut sentence = 0;
        for line in body.split('\n') {
            let begin = lexed.tokens.len();
            lexed.cut(line, line_start);
            if lexed.tokens.len() > begin {
                let number = lexed.paragraphs.len();
                sentence = lexed.sentences(begin, sentence + 1);
                for token in &mut lexed.tokens[begin..] {
                    token.paragraph = number;
                }
                let spoken = spoken(line, whole);
                if spoken == Some("ru") {
                    for token in &mut lexed.tokens[begin..] {
                        token.kinds = gazetteer::word_ru(&token.stem, &token.lower);
                    }
                }
                titles::mark_degrees(&mut lexed.tokens[begin..]);
                titles::lower_names(&mut lexed.tokens[begin..]);
                lexed.paragraphs.push(Paragraph {
                    tokens: begin..lexed.tokens.len(),
                    tongue: Tongue::of(spoken),
                    credit: false,
                });
            }
            line_start += line.chars().count() + 1;
        }
        lexed
    }

    /// The text of a span.
    pub fn text(&self, start: usize, end: usize) -> String {
        self.chars
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .collect()
    }

    /// The text from one token to another, inclusive.
    pub fn between(&self, first: usize, last: usize) -> String {
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(a), Some(b)) => self.text(a.start, b.end),
            _ => String::new(),
        }
    }

    /// The token at which a char offset lies, or the next one.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| token.end <= offset)
    }

    /// The tokens of a sentence around a token.
    pub fn sentence_of(&self, at: usize) -> std::ops::Range<usize> {
        let Some(number) = self.tokens.get(at).map(|token| token.sentence) else {
            return at..at;
        };
        let begin = self.tokens.partition_point(|token| token.sentence < number);
        let end = self
            .tokens
            .partition_point(|token| token.sentence <= number);
        begin..end
    }

    pub fn is(&self, at: usize, sign: char) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.sort == Sort::Sign(sign))
    }

    /// The language of the paragraph around a token.
    pub fn tongue(&self, at: usize) -> Tongue {
        self.tokens
            .get(at)
            .and_then(|token| self.paragraphs.get(token.paragraph))
            .map_or(Tongue::Kazakh, |paragraph| paragraph.tongue)
    }

    fn cut(&mut self, line: &str, line_start: usize) {
        let mut at = 0;
        let letters: Vec<char> = line.chars().collect();
        for word in words(line) {
            if word.start < at {
                continue;
            }
            self.signs(&letters, at, word.start, line_start);
            if let Some(end) = titles::degree(&letters, word.start) {
                let text: String = letters[word.start..end].iter().collect();
                self.push(text, line_start + word.start, line_start + end, Sort::Word);
                at = end;
                continue;
            }
            // «Mr.» stands before a name and is none of it
            if titles::is_form_of_address(word.text) && letters.get(word.end) == Some(&'.') {
                at = word.end + 1;
                let text: String = letters[word.start..at].iter().collect();
                self.push(text, line_start + word.start, line_start + at, Sort::Word);
                continue;
            }
            at = word.end;
            // «Б.» is an initial; «ж.» after a number is not, but that does no harm.
            let initial = word.end - word.start <= 2
                && word.text.chars().next().is_some_and(char::is_uppercase)
                && !word.text.contains(|c: char| c.is_numeric())
                && letters.get(word.end) == Some(&'.')
                && word.text.chars().skip(1).all(char::is_lowercase)
                // «Дж.» is an initial, «Ли.» and «Тё.» are surnames that end a sentence
                && !(word.end - word.start == 2
                    && word.text.to_lowercase().contains(|c| "аәеёиоөуұүыіэюяaeiouyäöüı".contains(c)));
            if initial {
                at += 1;
            }
            let text: String = letters[word.start..at].iter().collect();
            let sort = if initial { Sort::Initial } else { Sort::Word };
            self.push(text, line_start + word.start, line_start + at, sort);
        }
        self.signs(&letters, at, letters.len(), line_start);
    }

    fn signs(&mut self, letters: &[char], from: usize, to: usize, line_start: usize) {
        for (at, &c) in letters.iter().enumerate().take(to).skip(from) {
            if parts_cells(letters, at) {
                self.push(
                    "–".to_owned(),
                    line_start + at,
                    line_start + at + 1,
                    Sort::Dash,
                );
                continue;
            }
            if c.is_whitespace() || crate::text::marks::is_invisible(c) {
                continue;
            }
            let sort = if is_double_quote(c) {
                Sort::Quote
            } else if is_dash(c) {
                Sort::Dash
            } else {
                Sort::Sign(c)
            };
            self.push(c.to_string(), line_start + at, line_start + at + 1, sort);
        }
    }

    fn push(&mut self, text: String, start: usize, end: usize, sort: Sort) {
        let mut lower = cyrillic(&text);
        if self.respelled && matches!(sort, Sort::Word) {
            lower = respell(&lower);
        }
        let word = matches!(sort, Sort::Word);
        let stem = if word { stem_kk(&lower) } else { String::new() };
        self.tokens.push(Token {
            folded: fold(&lower),
            kinds: if word {
                gazetteer::word(&stem, &lower).with(gazetteer::more(&stem, &lower))
            } else {
                Kinds::default()
            },
            capital: text.chars().next().is_some_and(char::is_uppercase),
            stem,
            lower,
            text,
            start,
            end,
            sort,
            paragraph: 0,
            sentence: 0,
            tag: None,
        });
    }

    /// Numbers the sentences of a paragraph's tokens; gives the last number.
    fn sentences(&mut self, begin: usize, first: usize) -> usize {
        let mut number = first;
        for at in begin..self.tokens.len() {
            self.tokens[at].sentence = number;
            let ends = match self.tokens[at].sort {
                Sort::Sign('.') => !self.is_abbreviated(at),
                Sort::Sign('!' | '?' | '…') => true,
                _ => false,
            };
            let next = self.tokens.get(at + 1);
            let opens = next.is_some_and(|next| match next.sort {
                Sort::Word => next.capital || next.text.starts_with(|c: char| c.is_numeric()),
                Sort::Initial => true,
                Sort::Quote => self.tokens.get(at + 2).is_some_and(|token| token.capital),
                Sort::Dash => self.tokens.get(at + 2).is_some_and(|token| token.capital),
                _ => false,
            });
            // A stop inside quotation marks that a dash follows belongs to what is quoted.
            if ends && opens && next.is_some_and(|next| next.start > self.tokens[at].end) {
                number += 1;
            }
        }
        number
    }

    /// «ж.», «г.», «т.б.», «им.»: a short word in small letters before the stop.
    fn is_abbreviated(&self, stop: usize) -> bool {
        static SHORT: WordList = word_list!("abbreviations");
        let Some(before) = stop.checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return false;
        };
        !before.capital && SHORT.has(before.lower.as_str())
    }
}

/// Whether a tab stands between the cells of a table, as a dash does between a name and a position; the number of a row
/// is no cell.
fn parts_cells(letters: &[char], at: usize) -> bool {
    letters.get(at) == Some(&'\t')
        && letters.get(at + 1).is_some_and(|next| *next != '\t')
        && letters.iter().take(at).any(|c| c.is_alphabetic())
        && letters.iter().skip(at).any(|c| c.is_alphabetic())
}
