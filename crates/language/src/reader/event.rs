//! What took place: from the title and the first sentences.

use crate::gazetteer::Kinds;
use crate::reader::kk::nominative::nominative;
use crate::reader::kk::noun_phrase::left;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::people::names::Mention;

/// Nouns of gatherings, beginnings, folded.
const GATHERINGS: &[&str] = &[
    "жиын",
    "форум",
    "кенес",
    "отырыс",
    "конференция",
    "семинар",
    "коллегия",
    "сессия",
    "кездесу",
    "фестиваль",
    "шара",
    "байкау",
    "баикау",
    "турнир",
    "жарыс",
    "чемпионат",
    "дода",
    "съезд",
    "брифинг",
    "акция",
    "рәсім",
    "устел",
];

/// The event's name in a text: the noun phrase before «өтті», «өткізді», «болып өтті», with a noun of gathering.
pub(crate) fn name(lexed: &Lexed, people: &[Mention]) -> Option<String> {
    for at in 0..lexed.tokens.len() {
        let token = &lexed.tokens[at];
        if token.sort != Sort::Word || !languages::at(lexed, at).habits().event_before_verb {
            continue;
        }
        let held =
            ["отти", "откизди", "уиымдастырылды", "откизилди"].contains(&token.folded.as_str());
        if !held {
            continue;
        }
        let sentence = lexed.sentence_of(at);
        let noun = (sentence.start..at).rev().take(3).find(|at| {
            let noun = &lexed.tokens[*at];
            noun.sort == Sort::Word
                && (noun.kinds.any(Kinds::EVENT_HEAD)
                    || GATHERINGS.iter().any(|head| noun.folded.starts_with(head)))
        })?;
        let floor = people
            .iter()
            .filter(|m| m.last < noun && m.first >= sentence.start)
            .map(|m| m.last + 1)
            .max()
            .unwrap_or(sentence.start);
        let first = left(lexed, noun, floor);
        return Some(nominative(lexed, first, noun));
    }
    None
}
