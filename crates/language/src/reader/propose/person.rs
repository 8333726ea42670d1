//! A person whom a selection names.

use super::name::{of_person, trimmed};
use super::proposal::{Proposal, Selected};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::lexicon::Lexicon;
use crate::reader::organisations::of_position as organisation_of_position;
use crate::reader::people::initials::is_honorific;
use crate::reader::people::join::{self, Person};
use crate::reader::people::mention::Mention;
use crate::reader::people::suggestion::{known_of, suggest_person};
use crate::reader::read_text::ReadText;
use crate::reader::speech::acts::Acts;
use crate::reader::speech::deeds;
use crate::reader::speech::speakers::Cast;
use crate::reader::suggest::is_only_quoted;
use crate::release::{self, Named, Span};

impl ReadText {
    pub(super) fn propose_person(&self, selected: &Selected, lexicon: &Lexicon) -> Proposal {
        let people = &self.reading().people;
        let meant = self.meant(selected, people.iter().map(|one| one.mentions.as_slice()));
        if let Some((who, _, (first, last))) = meant
            && !is_corrected(&self.lexed, selected, first, last)
            && let Some(one) = people.get(who)
        {
            let form = self
                .understood
                .mentions
                .iter()
                .find(|mention| (mention.first, mention.last) == (first, last))
                .map_or_else(|| one.name.clone(), Mention::name);
            return self.proposal((first, last), one.clone(), form, true);
        }
        let (first, last) = trimmed(&self.lexed, selected.first, selected.last);
        self.as_if_named(first, last, lexicon)
    }

    /// What the reader had said, had it found a name here.
    fn as_if_named(&self, first: usize, last: usize, lexicon: &Lexicon) -> Proposal {
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
        let cast = Cast {
            lexed,
            mentions: &mentions,
            people: &persons,
            quotes: &understood.quotes,
        };
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
            deeds[who],
            is_only_quoted(person, &mentions, &understood.quotes),
            &understood.authors,
        );
        one.organisation = one
            .organisation
            .or_else(|| known_of(person, &understood.organisations))
            .or_else(|| {
                let named = self.organisations_apart_from(first, last);
                organisation_of_position::named_before(lexed, &person.positions, &named)
            });
        self.proposal((first, last), one, own.name(), false)
    }

    /// The text's organisations, but for those of which the reader took these tokens for a part: «лицей Веге Тё».
    fn organisations_apart_from(&self, first: usize, last: usize) -> Vec<Named> {
        let named = self.span_of_tokens(first, last);
        let apart = |span: &Span| span.end <= named.start || named.end <= span.start;
        let all = self.reading().organisations.iter();
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
        let lexicon = Lexicon::default();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/releases");
        let (mut asked, mut other) = (0, Vec::new());
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|ending| ending != "txt") {
                continue;
            }
            let mut read = ReadText::new(&std::fs::read_to_string(&path).unwrap(), &lexicon);
            for (who, person) in read.understood.persons.clone().iter().enumerate() {
                let found = read.reading().people[who].clone();
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
                let own = read.as_if_named(mention.first, mention.last, &lexicon);
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
