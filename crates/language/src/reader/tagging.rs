//! What the tagger says of each Kazakh sentence.

use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};

/// The longest sentence that the tagger is asked about, in tokens; a longer one is cut.
const LONGEST: usize = 300;

/// Asks the tagger about every Kazakh sentence.
pub(crate) fn tag(lexed: &mut Lexed) {
    let Some(model) = crate::tagger::shipped() else {
        return;
    };
    let mut at = 0;
    while at < lexed.tokens.len() {
        let number = lexed.tokens[at].sentence;
        let mut end = at;
        while end < lexed.tokens.len().min(at + LONGEST) && lexed.tokens[end].sentence == number {
            end += 1;
        }
        if languages::at(lexed, at).habits().tagged {
            let tokens = lexed.tokens[at..end].iter();
            let texts: Vec<String> = tokens.map(|token| seen(token, lexed.respelled)).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            for (token, tag) in lexed.tokens[at..end].iter_mut().zip(model.tag(&texts)) {
                token.tag = tag
                    .split_once('-')
                    .map(|(place, class)| (class.to_owned(), place == "B"));
            }
        }
        at = end;
    }
}

/// A token as the training text prints it.
fn seen(token: &Token, respelled: bool) -> String {
    match token.sort {
        Sort::Quote => "«".to_owned(),
        Sort::Dash => "—".to_owned(),
        // Kazakh in Latin letters is shown as Cyrillic, that in Russian ones in its own, with its capital.
        Sort::Word
            if respelled
                || token.text.is_ascii() && token.text != token.lower
                || token.text.contains(|c: char| c.is_ascii_alphabetic()) =>
        {
            let mut letters = token.lower.chars();
            match letters.next() {
                Some(first) if token.capital => first.to_uppercase().chain(letters).collect(),
                _ => token.lower.clone(),
            }
        }
        _ => token.text.clone(),
    }
}
