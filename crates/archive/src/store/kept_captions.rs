//! Whom captions name, kept beside an open library: a caption is read once for each state of the names on record.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// Of so many captions it is kept; then it begins anew. Some hundred bytes each.
const CAPTIONS_MOST: usize = 5000;

/// Somebody whom a caption names by name and surname.
#[derive(Debug)]
pub(crate) struct NamedPerson {
    /// In the nominative.
    pub name: String,
    /// By what names are compared.
    pub key: String,
}

/// By the caption's text.
#[derive(Debug, Default)]
pub(crate) struct KeptCaptions(RefCell<ReadCaptions>);

#[derive(Debug, Default)]
struct ReadCaptions {
    /// The number of the lexicon that all were read with.
    lexicon: u64,
    people: HashMap<String, Arc<[NamedPerson]>>,
}

impl KeptCaptions {
    /// Whom a caption names by the lexicon of this number; `read` finds them.
    pub fn people_in(
        &self,
        caption: &str,
        lexicon: u64,
        read: impl FnOnce() -> Vec<NamedPerson>,
    ) -> Arc<[NamedPerson]> {
        let mut kept = self.0.borrow_mut();
        if kept.lexicon != lexicon || kept.people.len() >= CAPTIONS_MOST {
            *kept = ReadCaptions {
                lexicon,
                ..ReadCaptions::default()
            };
        }
        if let Some(known) = kept.people.get(caption) {
            return Arc::clone(known);
        }
        let people: Arc<[NamedPerson]> = read().into();
        kept.people.insert(caption.to_owned(), Arc::clone(&people));
        people
    }

    /// How many captions are kept.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.0.borrow().people.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_caption_is_read_once_for_each_state_of_the_names() {
        let kept = KeptCaptions::default();
        let readings = Cell::new(0);
        let ask = |caption: &str, lexicon| {
            let read = || {
                readings.set(readings.get() + 1);
                vec![NamedPerson {
                    name: caption.to_owned(),
                    key: String::new(),
                }]
            };
            let people = kept.people_in(caption, lexicon, read);
            assert_eq!(people[0].name, caption);
            readings.get()
        };
        assert_eq!(
            [ask("a", 1), ask("b", 1), ask("a", 1), ask("b", 1)],
            [1, 2, 2, 2]
        );
        assert_eq!([ask("a", 2), ask("a", 2), ask("b", 2)], [3, 3, 4]);
        assert_eq!(kept.len(), 2);
    }
}
