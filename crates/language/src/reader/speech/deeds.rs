//! What each person did, by the words around the name.

use crate::reader::languages;
use crate::reader::people::names::Mention;
use crate::reader::speech::acts::{Acts, acts_in};
use crate::reader::speech::speakers::Cast;
use std::ops::Range;

impl Cast<'_> {
    /// What a relative clause in front of a name says: «жиынды ашқан облыс әкімі Омаров», «сөз алған Омаров».
    fn ahead(&self, mention: &Mention, others: &[usize]) -> Acts {
        let sentence = self.lexed.sentence_of(mention.first);
        let begin = others
            .iter()
            .map(|other| self.mentions[*other].last + 1)
            .filter(|end| *end <= mention.first)
            .max()
            .unwrap_or(sentence.start)
            .max(mention.first.saturating_sub(20));
        (begin..mention.first)
            .filter(|at| {
                let folded = &self.lexed.tokens[*at].folded;
                ["ган", "ген", "кан", "кен"]
                    .iter()
                    .any(|end| folded.ends_with(end))
            })
            .fold(Acts::default(), |all, at| {
                // the verb and the noun before it: «сөз алған»
                join_acts(
                    all,
                    acts_in(self.lexed, at.saturating_sub(1).max(begin)..at + 1),
                )
            })
    }

    /// «Омаровтың есебі тыңдалды», «Омаровтың құттықтау сөзімен ашылды»: a speech of somebody's.
    fn is_told(&self, mention: &Mention) -> bool {
        const SPEECHES: [&str; 6] = [
            "есеби",
            "баяндамас",
            "созимен",
            "хабарламас",
            "сози",
            "пикирин",
        ];
        let end = self.lexed.sentence_of(mention.last).end;
        self.lexed.tokens[mention.last].lower.ends_with('ң')
            && self.lexed.tokens[mention.last + 1..end.min(mention.last + 8).max(mention.last + 1)]
                .iter()
                .any(|token| {
                    SPEECHES
                        .iter()
                        .any(|speech| token.folded.starts_with(speech))
                })
    }

    /// What each person did outside quotes, and the sentences that tell what somebody said.
    pub fn deeds(&self) -> (Vec<Acts>, Vec<(usize, Range<usize>)>) {
        let mut deeds = vec![Acts::default(); self.people.len()];
        let mut told = Vec::new();
        for at in 0..self.mentions.len() {
            let Some((who, deed, sentence)) = self.deed_at(at) else {
                continue;
            };
            told.extend(sentence.map(|sentence| (who, sentence)));
            deeds[who] = join_acts(deeds[who], deed);
        }
        told.dedup();
        (deeds, told)
    }

    /// Whom a mention outside quotes names, what it says that one did, and its sentence where that tells what was
    /// said.
    pub fn deed_at(&self, at: usize) -> Option<(usize, Acts, Option<Range<usize>>)> {
        let mention = &self.mentions[at];
        let who = self.who(at).filter(|_| !self.in_quote(mention.first))?;
        let sentence = self.lexed.sentence_of(mention.first);
        let others: Vec<usize> = (0..self.mentions.len())
            .filter(|other| {
                *other != at
                    && sentence.contains(&self.mentions[*other].first)
                    && self.who(*other).is_some()
            })
            .collect();
        let quote = self.quotes.iter().any(|quote| {
            let tokens = quote.first..quote.last + 1;
            tokens.start < sentence.end && sentence.start < tokens.end
                || quote.after.contains(&mention.first)
        });
        let mut mine = self.acts_around(at, &others, &sentence);
        // «Модераторлары: Омаров және Әлиева»
        mine.moderates |= (sentence.start..mention.first).any(|at| {
            let folded = &self.lexed.tokens[at].folded;
            folded.starts_with("модератор") && self.lexed.is(at + 1, ':')
                // «Жүргізушілері – Омаров пен Әлиева»
                || folded.starts_with("жургизушилер")
                    && self.lexed.tokens[at + 1].sort == crate::reader::lex::token::Sort::Dash
        });
        if !languages::at(self.lexed, mention.first)
            .habits()
            .verb_may_lead
        {
            mine = join_acts(mine, self.ahead(mention, &others));
        }
        if mention.inflected {
            // «Исабаевтың төрағалығымен» holds; «Исабаевқа айтты» does not speak.
            mine.speaks = self.is_told(mention);
            mine.attends = false;
        }
        if quote {
            mine.speaks = false;
        }
        let told = (mine.speaks && !quote).then_some(sentence);
        Some((who, mine, told))
    }

    /// What the words behind a name say, and in Russian those in front of it. `others` are the other names of its
    /// sentence.
    fn acts_around(&self, at: usize, others: &[usize], sentence: &Range<usize>) -> Acts {
        let mention = &self.mentions[at];
        let next = others
            .iter()
            .filter(|other| **other > at)
            .map(|other| self.mentions[*other].first)
            .min()
            .unwrap_or(sentence.end);
        let mut mine = acts_in(self.lexed, mention.last + 1..next);
        if mine == Acts::default() && !mention.inflected {
            // In a list of names all do what its end says.
            mine = acts_in(self.lexed, mention.last + 1..sentence.end);
        }
        let language = languages::at(self.lexed, mention.first);
        if !language.habits().verb_may_lead {
            return mine;
        }
        let previous = others
            .iter()
            .filter(|other| **other < at)
            .map(|other| self.mentions[*other].last + 1)
            .max()
            .unwrap_or(sentence.start);
        let begin = previous.max(mention.first.saturating_sub(24));
        let mut ahead = acts_in(self.lexed, begin..mention.first);
        // «Спикерами стали Омаров и Асанова»: a list does what its beginning says
        let listed = (previous..mention.first).all(|at| {
            let token = &self.lexed.tokens[at];
            !language.says_behind_quote(token) && token.lower != "что"
        });
        if listed && mine == Acts::default() && ahead == Acts::default() {
            ahead = acts_in(self.lexed, sentence.start..previous);
        }
        join_acts(mine, ahead)
    }
}

pub(crate) fn join_acts(a: Acts, b: Acts) -> Acts {
    Acts {
        speaks: a.speaks | b.speaks,
        hosts: a.hosts | b.hosts,
        moderates: a.moderates | b.moderates,
        attends: a.attends | b.attends,
    }
}
