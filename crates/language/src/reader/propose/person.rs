//! A person whom a selection names.

use std::ops::Range;

use super::name::{is_word, keeps_words, of_person, trimmed};
use super::proposal::{Proposal, Selected};
use crate::reader::found::Phrase;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::lexicon::Lexicon;
use crate::reader::organisations::of_position as organisation_of_position;
use crate::reader::people::initials::is_honorific;
use crate::reader::people::join::{self, Person};
use crate::reader::people::mention::Mention;
use crate::reader::people::suggestion::{known_of, roles_by_rules, suggest_person};
use crate::reader::read_text::ReadText;
use crate::reader::speech::acts::Acts;
use crate::reader::speech::deeds;
use crate::reader::speech::speakers::Cast;
use crate::release::{self, Named, Span};

/// A name as it is proposed, before it is held against what the hand selected.
struct NamedHere {
    /// First and last token of the name.
    name: Phrase,
    /// The positions printed beside it.
    positions: Vec<Phrase>,
    proposal: Proposal,
}

impl ReadText {
    pub(super) fn propose_person(&self, selected: &Selected, lexicon: &Lexicon) -> Proposal {
        let people = &self.reading_seen().people;
        let meant = self.meant(selected, people.iter().map(|one| one.mentions.as_slice()));
        let named = match meant {
            Some((who, _, (first, last))) if !is_corrected(&self.lexed, selected, first, last) => {
                people
                    .get(who)
                    .map(|one| self.as_found(one, (first, last), lexicon))
            }
            _ => None,
        };
        let named = named.unwrap_or_else(|| {
            let (first, last) = trimmed(&self.lexed, selected.first, selected.last);
            self.as_if_named(first, last, lexicon)
        });
        match selected.whole && !selected.empty {
            true => self.with_all_selected(selected, named, lexicon),
            false => named.proposal,
        }
    }

    /// A person as the reader found it, at one of its mentions.
    fn as_found(&self, one: &release::Person, name: Phrase, lexicon: &Lexicon) -> NamedHere {
        let mentions = &self.understood.mentions;
        let at = mentions
            .iter()
            .position(|mention| (mention.first, mention.last) == name);
        let form = at.map_or_else(|| one.name.clone(), |at| mentions[at].name());
        let mut one = one.clone();
        // a name of three words that the reader takes for two
        if at.is_some() && !keeps_words(&self.lexed, name, &form) {
            one.name = of_person(&self.lexed, name.0, name.1, lexicon).name();
        }
        NamedHere {
            name,
            positions: at.map_or_else(Vec::new, |at| join::positions_of(&self.lexed, mentions, at)),
            proposal: self.proposal(name, one, form, true),
        }
    }

    /// Each word that a hand selected stands in what is proposed: in the name, or in a position beside it. Words in front
    /// of the name that name an office are a position; any others are what the hand takes for the name.
    fn with_all_selected(
        &self,
        selected: &Selected,
        named: NamedHere,
        lexicon: &Lexicon,
    ) -> Proposal {
        let lexed = &self.lexed;
        let NamedHere {
            name: (first, last),
            positions,
            mut proposal,
        } = named;
        // one that another name has taken is none of this one's
        let positions: Vec<Phrase> = positions
            .into_iter()
            .filter(|(a, b)| proposal.positions.contains(&lexed.between(*a, *b)))
            .collect();
        let position_of = |at: usize| {
            let mut around = positions.iter();
            around.find(|(a, b)| (*a..=*b).contains(&at)).copied()
        };
        let dropped = |range: Range<usize>| {
            let mut dropped =
                range.filter(|at| is_word(&lexed.tokens[*at]) && position_of(*at).is_none());
            dropped.next().is_some()
        };
        let behind = dropped(last + 1..selected.last + 1);
        // the hand begins inside a position, and not at its last word alone: what stands before it is none of it
        let begins_inside = position_of(selected.first).is_some_and(|(start, end)| {
            start < selected.first && selected.first < end && end < first
        });
        if !behind && !begins_inside && !dropped(selected.first..first) {
            return proposal;
        }
        if !behind && let Some(own) = self.office_within(selected.first, first) {
            let told: Vec<String> = positions
                .iter()
                .filter(|(a, b)| *a <= own.1 && own.0 <= *b)
                .map(|(a, b)| lexed.between(*a, *b))
                .collect();
            proposal.positions.retain(|text| !told.contains(text));
            proposal.positions.insert(0, lexed.between(own.0, own.1));
            proposal.organisation = proposal.organisation.or_else(|| {
                organisation_of_position::of_position(lexed, own).map(|found| found.name)
            });
            return proposal;
        }
        if !behind && !dropped(selected.first..first) {
            return proposal;
        }
        let (mut from, mut to) = (selected.first, selected.last);
        while from < first {
            match position_of(from) {
                Some((_, end)) if end < first => from = end + 1,
                None if !is_word(&lexed.tokens[from]) => from += 1,
                _ => break,
            }
        }
        while to > last {
            match position_of(to) {
                Some((start, _)) if start > last => to = start - 1,
                None if !is_word(&lexed.tokens[to]) => to -= 1,
                _ => break,
            }
        }
        self.as_if_named(from, to, lexicon).proposal
    }

    /// The words from a token up to a name, as a position: where one of them names an office, and they name nobody else.
    fn office_within(&self, from: usize, name: usize) -> Option<Phrase> {
        let tokens = &self.lexed.tokens;
        let mut words = (from..name).filter(|at| is_word(&tokens[*at]));
        let start = words.next()?;
        let end = words.next_back().unwrap_or(start);
        let language = languages::at(&self.lexed, name);
        let office = (start..=end).any(|at| language.is_office(&tokens[at]));
        let mut others = self.understood.mentions.iter();
        let named = others.any(|other| other.first <= end && start <= other.last);
        (office && !named).then_some((start, end))
    }

    /// What the reader had said, had it found a name here.
    fn as_if_named(&self, first: usize, last: usize, lexicon: &Lexicon) -> NamedHere {
        let lexed = &self.lexed;
        let understood = &self.understood;
        let own = understood
            .mentions
            .iter()
            .find(|mention| (mention.first, mention.last) == (first, last))
            .cloned()
            .unwrap_or_else(|| of_person(lexed, first, last, lexicon));
        let (mentions, at) = self.with_mention(&own);
        let (mut persons, mut deeds) = self.persons_among(&mentions);
        let who = join::pointed_at(&mut persons, &own);
        deeds.resize(persons.len(), Acts::default());
        let positions = join::positions_of(lexed, &mentions, at);
        let person = &mut persons[who];
        person.mentions.push(at);
        person.mentions.sort_unstable();
        person.add_positions(lexed, &positions);
        let cast = Cast::new(lexed, &mentions, &persons, &understood.quotes);
        if let Some((_, deed, _)) = cast.deed_at(at) {
            deeds[who] = deeds::join_acts(deeds[who], deed);
        }
        let speaks = |speaker: &Option<(usize, _)>| speaker.is_some_and(|(one, _)| one == who);
        deeds[who].speaks |= cast.speakers().iter().any(speaks);
        let person = &persons[who];
        let mut one = suggest_person(
            lexed,
            &mentions,
            person,
            &join::names_of(person, &mentions),
            roles_by_rules(
                lexed,
                &mentions,
                person,
                deeds[who],
                &understood.quotes,
                &understood.authors,
            ),
        );
        one.organisation = one
            .organisation
            .or_else(|| known_of(person, &understood.organisations))
            .or_else(|| {
                let named = self.organisations_apart_from(first, last);
                organisation_of_position::named_before(lexed, &person.positions, &named)
            });
        // who is meant may go by a name that lacks a word of this one
        if !keeps_words(lexed, (first, last), &one.name) {
            one.name = own.name();
        }
        NamedHere {
            name: (first, last),
            positions,
            proposal: self.proposal((first, last), one, own.name(), false),
        }
    }

    /// The text's organisations, but for those of which the reader took these tokens for a part: «лицей Веге Тё».
    fn organisations_apart_from(&self, first: usize, last: usize) -> Vec<Named> {
        let named = self.span_of_tokens(first, last);
        let apart = |span: &Span| span.end <= named.start || named.end <= span.start;
        let all = self.reading_seen().organisations.iter();
        all.filter(|one| one.mentions.iter().any(apart))
            .cloned()
            .collect()
    }

    /// The text's mentions with one more, in the place of those that it overlaps, and its number.
    fn with_mention(&self, own: &Mention) -> (Vec<Mention>, usize) {
        let apart = |other: &&Mention| other.last < own.first || own.last < other.first;
        let mut mentions: Vec<Mention> = self
            .understood
            .mentions
            .iter()
            .filter(apart)
            .cloned()
            .collect();
        let at = mentions.partition_point(|other| other.first < own.first);
        mentions.insert(at, own.clone());
        (mentions, at)
    }

    /// The text's people, as far as these mentions name them, and what they did.
    fn persons_among(&self, mentions: &[Mention]) -> (Vec<Person>, Vec<Acts>) {
        let place = |old: &usize| {
            let (first, last) = {
                let mention = &self.understood.mentions[*old];
                (mention.first, mention.last)
            };
            let at = mentions.partition_point(|mention| mention.first < first);
            mentions
                .get(at)
                .is_some_and(|mention| (mention.first, mention.last) == (first, last))
                .then_some(at)
        };
        self.understood
            .persons
            .iter()
            .zip(&self.understood.deeds)
            .map(|(person, deed)| {
                let mut person = person.clone();
                person.mentions = person.mentions.iter().filter_map(place).collect();
                (person, *deed)
            })
            .filter(|(person, _)| !person.mentions.is_empty())
            .unzip()
    }

    fn proposal(
        &self,
        (first, last): (usize, usize),
        one: release::Person,
        form: String,
        found: bool,
    ) -> Proposal {
        Proposal {
            span: self.span_of_tokens(first, last),
            name: one.name,
            form,
            positions: one.positions,
            organisation: one.organisation,
            roles: one.roles,
            found,
        }
    }
}

/// Whether a hand selected another name than the one that the reader found there: whole words of a name, two or
/// more, and neither just these nor these with some running text.
fn is_corrected(lexed: &Lexed, selected: &Selected, first: usize, last: usize) -> bool {
    let tokens = &lexed.tokens[selected.first..=selected.last];
    let names = tokens.iter().all(|token| {
        token.capital && matches!(token.sort, Sort::Word | Sort::Initial) || is_honorific(token)
    });
    selected.whole
        && !selected.empty
        && names
        && tokens.len() > 1
        && (selected.first, selected.last) != (first, last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Whoever is named once: with the name taken away and pointed at, the reader says the same as it said by itself.
    #[test]
    fn pointing_at_a_name_is_as_finding_it() {
        // what is pointed at is read by the grammar, so it is held against what the grammar finds
        let lexicon = Lexicon::default().taught(None);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/releases");
        let (mut asked, mut other) = (0, Vec::new());
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|ending| ending != "txt") {
                continue;
            }
            let mut read = ReadText::new(&std::fs::read_to_string(&path).unwrap(), &lexicon);
            for (who, person) in read.understood.persons.clone().iter().enumerate() {
                let found = read.reading_seen().people[who].clone();
                let &[at] = &person.mentions[..] else {
                    continue;
                };
                let mention = read.understood.mentions.remove(at);
                let understood = &mut read.understood;
                let gone = understood.persons.remove(who);
                let deed = understood.deeds.remove(who);
                let later = |number: &mut usize, by: usize| {
                    if *number > by {
                        *number -= 1;
                    }
                };
                let numbers = understood
                    .persons
                    .iter_mut()
                    .flat_map(|one| &mut one.mentions);
                numbers.for_each(|number| later(number, at));
                let own = read
                    .as_if_named(mention.first, mention.last, &lexicon)
                    .proposal;
                asked += 1;
                let same = own.name == found.name
                    && own.positions == found.positions
                    && own.organisation == found.organisation
                    && own.roles == found.roles;
                if !same {
                    other.push(format!("{}: {own:?} not {found:?}", path.display()));
                }
                let understood = &mut read.understood;
                let numbers = understood
                    .persons
                    .iter_mut()
                    .flat_map(|one| &mut one.mentions);
                numbers.for_each(|number| {
                    if *number >= at {
                        *number += 1;
                    }
                });
                understood.mentions.insert(at, mention);
                understood.persons.insert(who, gone);
                understood.deeds.insert(who, deed);
            }
        }
        assert!(asked > 250, "{asked}");
        assert!(other.is_empty(), "{}", other.join("\n"));
    }
}
