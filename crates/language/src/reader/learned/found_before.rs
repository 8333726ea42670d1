//! What the grammar found in a body, token by token: a clue for what is learnt.

use crate::reader::lex::lexed::Lexed;
use crate::reader::people::namesakes::is_namesake;
use crate::reader::understood::Understood;

/// What a token may be part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Person,
    Position,
    Organisation,
    Place,
    Quote,
}

impl Mark {
    pub const ALL: [Mark; 5] = [
        Mark::Person,
        Mark::Position,
        Mark::Organisation,
        Mark::Place,
        Mark::Quote,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Mark::Person => "person",
            Mark::Position => "position",
            Mark::Organisation => "organisation",
            Mark::Place => "place",
            Mark::Quote => "quote",
        }
    }
}

/// For each mark and token where in it the token stands: `b`egin, `i`nside, `e`nd, `s`ingle, `n`amesake, `o`utside.
pub(crate) struct FoundBefore {
    places: [Vec<char>; 5],
}

impl FoundBefore {
    pub fn of(lexed: &Lexed, understood: &Understood) -> FoundBefore {
        let length = lexed.tokens.len();
        let mut found = FoundBefore {
            places: std::array::from_fn(|_| vec!['o'; length]),
        };
        for place in &understood.places {
            found.put(Mark::Place, place.first, place.last);
        }
        for one in &understood.organisations {
            found.put(Mark::Organisation, one.first, one.last);
        }
        for quote in &understood.quotes {
            found.put(Mark::Quote, quote.first, quote.last);
        }
        for (first, last) in understood.persons.iter().flat_map(|one| &one.positions) {
            found.put(Mark::Position, *first, *last);
        }
        for (at, mention) in understood.mentions.iter().enumerate() {
            let of_person = understood
                .persons
                .iter()
                .any(|person| person.mentions.contains(&at));
            if of_person {
                found.put(Mark::Person, mention.first, mention.last);
            } else if is_namesake(lexed, mention) {
                for slot in &mut found.places[Mark::Person as usize][mention.first..=mention.last] {
                    *slot = 'n';
                }
            }
        }
        found
    }

    fn put(&mut self, mark: Mark, first: usize, last: usize) {
        let row = &mut self.places[mark as usize];
        let Some(slots) = row.get_mut(first..=last) else {
            return;
        };
        let end = slots.len() - 1;
        for (by, slot) in slots.iter_mut().enumerate() {
            *slot = match (by == 0, by == end) {
                (true, true) => 's',
                (true, false) => 'b',
                (false, true) => 'e',
                (false, false) => 'i',
            };
        }
    }

    pub fn place(&self, mark: Mark, at: usize) -> char {
        self.places[mark as usize].get(at).copied().unwrap_or('|')
    }

    /// For each of [`Mark::ALL`] where in one each token stands.
    pub fn into_places(self) -> [Vec<char>; 5] {
        self.places
    }

    /// All marks of a token in one word.
    pub fn at(&self, at: usize) -> String {
        Mark::ALL.iter().map(|mark| self.place(*mark, at)).collect()
    }
}
