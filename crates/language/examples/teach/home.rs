//! An archivist who catalogues releases one after the other, put right by what is marked in them: how many corrections
//! each needs, with what the reader remembers of the decisions before.

use crate::marked::Marked;
use muragat_language::{
    Lexicon, NameKind, ReadText, Reading, Span, SuggestionKind, nominative_name, party_key,
};
use std::collections::BTreeSet;

/// What the reader is given of the decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Memory {
    /// Nothing.
    Nothing,
    /// The names of people and bodies that came on record.
    Names,
    /// All that was kept and turned down.
    All,
}

/// So many releases are counted together.
const WINDOW: usize = 20;

/// Catalogues the releases one after the other. Gives what had to be put right in each.
pub fn catalogue_all(releases: &[Marked], memory: Memory, stubborn: u64) -> Vec<Corrections> {
    let mut archivist = Archivist {
        lexicon: Lexicon::default(),
        memory,
        stubborn,
        on_record: BTreeSet::new(),
        chance: 7,
    };
    let own = releases.iter().map(|release| archivist.catalogue(release));
    own.collect()
}

/// Corrections a release, from the first releases to the last.
pub fn tell(corrections: &[Corrections]) -> String {
    let windows = corrections.chunks(WINDOW).map(|window| {
        let sum: usize = window.iter().map(Corrections::sum).sum();
        format!(" {:.2}", sum as f64 / window.len() as f64)
    });
    windows.collect()
}

/// What had to be put right in a release.
#[derive(Debug, Default)]
pub struct Corrections {
    people: usize,
    positions: usize,
    organisations: usize,
    places: usize,
    quotes: usize,
    speakers: usize,
}

impl Corrections {
    /// All together.
    pub fn sum(&self) -> usize {
        self.people
            + self.positions
            + self.organisations
            + self.places
            + self.quotes
            + self.speakers
    }
}

struct Archivist {
    lexicon: Lexicon,
    memory: Memory,
    /// Of a hundred right suggestions so many are turned down all the same.
    stubborn: u64,
    on_record: BTreeSet<String>,
    chance: u64,
}

impl Archivist {
    fn catalogue(&mut self, release: &Marked) -> Corrections {
        let read = ReadText::new(&release.text, &self.lexicon);
        let reading = read.reading();
        let count = count(release, reading);
        match self.memory {
            Memory::Nothing => {}
            Memory::Names => self.put_on_record(release, &BTreeSet::new()),
            Memory::All => {
                let refused = self.decide(release, reading);
                self.put_on_record(release, &refused);
            }
        }
        count
    }

    fn put_on_record(&mut self, release: &Marked, refused: &BTreeSet<String>) {
        for (key, value) in &release.heads {
            let name = value.split('|').next().unwrap_or_default().trim();
            if refused.contains(&letters(name)) || !self.on_record.insert(name.to_owned()) {
                continue;
            }
            match key.chars().next() {
                Some('P') => self.lexicon.add_person(name),
                Some('B') => self.lexicon.add_organisation(name),
                _ => {}
            }
        }
    }

    /// Whether a right suggestion is kept.
    fn keeps(&mut self) -> bool {
        self.chance = self
            .chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.chance >> 33) % 100 >= self.stubborn
    }

    /// Turns down what is wrong, and some of what is right: the names of that.
    fn decide(&mut self, release: &Marked, reading: &Reading) -> BTreeSet<String> {
        for number in release.heads.keys().filter_map(|key| key.strip_prefix('P')) {
            for position in release.positions(number) {
                self.lexicon.add_printed_position(&position);
            }
        }
        let (bodies, places) = (marked(release, 'B'), marked(release, 'L'));
        let people = reading.people.iter().map(|one| {
            let right = release.number_of(&one.name).is_some();
            (SuggestionKind::Person, one.name.clone(), right)
        });
        let organisations = reading.organisations.iter().map(|one| {
            let right = is_marked(&one.mentions, &bodies);
            (SuggestionKind::Organisation, one.name.clone(), right)
        });
        let named = reading.places.iter().map(|one| {
            let right = is_marked(&one.mentions, &places);
            (SuggestionKind::Place, one.name.clone(), right)
        });
        let decisions: Vec<(SuggestionKind, String, bool)> =
            people.chain(organisations).chain(named).collect();
        let mut refused = BTreeSet::new();
        for (kind, name, right) in decisions {
            if !(right && self.keeps()) {
                self.lexicon.add_refusal(kind, &party_key(&name));
                refused.insert(letters(&name));
            } else if kind == SuggestionKind::Place && self.on_record.insert(name.clone()) {
                self.lexicon.add_place(&name);
            }
        }
        for place in release.texts('L') {
            let printed = letters(&place);
            let mut spans = reading.places.iter().flat_map(|one| &one.mentions);
            if !spans.any(|span| letters(&span.text) == printed) {
                let name = nominative_name(
                    &place,
                    NameKind::Place,
                    Some(&release.language),
                    &self.lexicon,
                );
                if self.on_record.insert(name.clone()) {
                    self.lexicon.add_place(&name);
                }
            }
        }
        refused
    }
}

fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn marked(release: &Marked, kind: char) -> BTreeSet<String> {
    release.texts(kind).map(|text| letters(&text)).collect()
}

fn is_marked(mentions: &[Span], own: &BTreeSet<String>) -> bool {
    mentions
        .iter()
        .any(|span| own.contains(&letters(&span.text)))
}

fn count(release: &Marked, reading: &Reading) -> Corrections {
    let mut count = Corrections::default();
    let mut found = BTreeSet::new();
    for person in &reading.people {
        let Some(number) = release.number_of(&person.name) else {
            count.people += 1;
            continue;
        };
        found.insert(number.to_owned());
        let right: BTreeSet<String> = release
            .positions(number)
            .iter()
            .map(|text| letters(text))
            .collect();
        let own: BTreeSet<String> = person.positions.iter().map(|text| letters(text)).collect();
        count.positions += right
            .difference(&own)
            .count()
            .max(own.difference(&right).count());
    }
    let people = release.heads.keys().filter_map(|key| key.strip_prefix('P'));
    for number in people.filter(|number| !found.contains(*number)) {
        count.people += 1;
        count.positions += release.positions(number).len();
    }
    let named: BTreeSet<String> = release
        .heads
        .iter()
        .filter(|(key, _)| key.starts_with('B'))
        .map(|(_, name)| letters(name))
        .collect();
    let own: BTreeSet<String> = reading
        .organisations
        .iter()
        .map(|one| letters(&one.name))
        .collect();
    count.organisations += named
        .difference(&own)
        .count()
        .max(own.difference(&named).count());
    let places = marked(release, 'L');
    // what an office or a body is called by is no place of its own
    let within: BTreeSet<String> = ['B', 'O', 'R']
        .into_iter()
        .flat_map(|kind| marked(release, kind))
        .collect();
    let spans: BTreeSet<String> = reading
        .places
        .iter()
        .flat_map(|one| &one.mentions)
        .map(|span| letters(&span.text))
        .collect();
    let wrong = reading.places.iter().filter(|one| {
        !is_marked(&one.mentions, &places)
            && !one.mentions.iter().any(|span| {
                within
                    .iter()
                    .any(|whole| whole.contains(&letters(&span.text)))
            })
    });
    count.places += places.difference(&spans).count().max(wrong.count());
    let said = release.quotes();
    let mut right = 0;
    for quote in &reading.quotes {
        let text = letters(&quote.text);
        match said.iter().find(|(own, _)| letters(own) == text) {
            None => count.quotes += 1,
            Some((_, speaker)) => {
                right += 1;
                let same = speaker.as_deref().map(letters) == quote.speaker.as_deref().map(letters);
                count.speakers += usize::from(!same);
            }
        }
    }
    count.quotes = count.quotes.max(said.len() - right.min(said.len()));
    count
}
