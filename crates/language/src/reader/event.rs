//! What took place: from the title and the first sentences.

use crate::gazetteer::Kinds;
use crate::reader::kk::nominative::nominative;
use crate::reader::kk::noun_phrase::start_of_phrase;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::people::names::Mention;
use crate::word_list::{WordList, word_list};

/// Nouns of gatherings, beginnings, folded.
static GATHERINGS: WordList = word_list!("kk/gatherings");

/// The event's name in a text: the noun phrase before «өтті», «өткізді», «болып өтті», with a noun of gathering.
pub(crate) fn event_name(lexed: &Lexed, people: &[Mention]) -> Option<String> {
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
                && (noun.kinds.any(Kinds::EVENT_HEAD) || GATHERINGS.begins(&noun.folded))
        })?;
        let floor = people
            .iter()
            .filter(|m| m.last < noun && m.first >= sentence.start)
            .map(|m| m.last + 1)
            .max()
            .unwrap_or(sentence.start);
        let first = start_of_phrase(lexed, noun, floor);
        return Some(nominative(lexed, first, noun));
    }
    None
}
