//! The texts that were read last, with what the reader found. A text is read once for each state of it and of the
//! names on record; what one asks of it, suggests, accepts and turns down rests on that one reading.

use std::cell::OnceCell;
use std::sync::Arc;

use muragat_language as language;
use muragat_language::{Lexicon, ReadText};

use crate::error::Error;
use crate::nouns::version::Version;
use crate::store::kept_readings::KeptReading;
use crate::store::library::Archive;

/// So many texts are kept: those of the windows and of a release's language versions.
const KEPT: usize = 8;

impl KeptReading {
    fn is_of(&self, title: &str, body: &str) -> bool {
        self.title == title && self.read.reading().body == body
    }

    /// Whether the text has one of the words of a name, whatever its ending.
    fn has_word(&self, word: &str) -> bool {
        let words = self.words.get_or_init(|| {
            let texts = [self.title.as_str(), self.read.reading().body.as_str()];
            texts
                .into_iter()
                .flat_map(language::words)
                .flat_map(|word| word_keys(word.text))
                .collect()
        });
        word_keys(word).iter().any(|key| words.contains(key))
    }
}

/// The keys by which the reader may know a word, and those of its parts.
fn word_keys(word: &str) -> Vec<String> {
    let parts = word.split('-').filter(|part| part.len() < word.len());
    std::iter::once(word)
        .chain(parts)
        .flat_map(|part| [language::party_key(part), language::name_key(part)])
        .collect()
}

/// A version's text as it was read, with what was known then.
#[derive(Debug, Clone)]
pub(crate) struct VersionRead {
    title: String,
    pub text: Arc<ReadText>,
    pub lexicon: Arc<Lexicon>,
}

impl VersionRead {
    /// Reads a version's text.
    pub fn new(version: &Version, lexicon: &Arc<Lexicon>) -> VersionRead {
        let text = ReadText::of_body(&version.title, &version.body, lexicon);
        VersionRead {
            title: version.title.clone(),
            text: Arc::new(text),
            lexicon: Arc::clone(lexicon),
        }
    }

    /// Where the text names a person, who goes by this name there.
    pub fn mentions_of(&self, name: &str) -> impl Iterator<Item = &language::Span> {
        let people = self.text.reading().people.iter();
        let named = people.filter(move |person| person.name == name);
        named.flat_map(|person| &person.mentions)
    }

    /// Whether it is a reading of the version as it stands.
    pub fn is_of(&self, version: &Version) -> bool {
        self.title == version.title && self.text.reading().body == version.body
    }
}

/// Readings that an op may look into while the library is locked, when nothing is read.
#[derive(Debug)]
pub(crate) struct ReadingsAtHand(Vec<(String, Arc<ReadText>)>);

impl ReadingsAtHand {
    /// What the reader found in a version's text, where it was read lately.
    pub fn find(&self, version: &Version) -> Option<&ReadText> {
        let is_of = |(title, read): &&(String, Arc<ReadText>)| {
            *title == version.title && read.reading().body == version.body
        };
        self.0.iter().find(is_of).map(|(_, read)| &**read)
    }
}

impl Archive {
    /// The readings that are kept, for an op, and those that were made for it.
    pub(crate) fn readings_at_hand(&self, made: Vec<Arc<ReadText>>) -> ReadingsAtHand {
        let kept = self.kept_readings().kept.borrow();
        let kept = kept
            .iter()
            .map(|reading| (reading.title.clone(), Arc::clone(&reading.read)));
        let made = made
            .into_iter()
            .map(|read| (read.reading().title.clone(), read));
        ReadingsAtHand(kept.chain(made).collect())
    }

    /// What the reader finds in a version's text, read only where that has not been done.
    pub(crate) fn read_version(&self, version: &Version) -> Result<VersionRead, Error> {
        self.read_apart(&version.title, &version.body)
    }

    /// What the reader finds in a body under its title.
    pub(crate) fn read_apart(&self, title: &str, body: &str) -> Result<VersionRead, Error> {
        let (number, lexicon) = self.numbered_lexicon()?;
        let mut kept = self.kept_readings().kept.borrow_mut();
        let found = kept.iter().position(|reading| reading.is_of(title, body));
        if let Some(mut reading) = found.and_then(|at| kept.remove(at)) {
            let changed = self.names_changed_since(reading.lexicon);
            let holds = changed.is_some_and(|names| {
                let concerned = names
                    .iter()
                    .any(|name| name.concerns(|word| reading.has_word(word)));
                !concerned
            });
            if holds {
                reading.lexicon = number;
                let text = Arc::clone(&reading.read);
                kept.push_front(reading);
                return Ok(VersionRead {
                    title: title.to_owned(),
                    text,
                    lexicon,
                });
            }
        }
        drop(kept);
        let text = Arc::new(ReadText::of_body(title, body, &lexicon));
        self.count_reading();
        self.keep_reading(title, &text, number);
        Ok(VersionRead {
            title: title.to_owned(),
            text,
            lexicon,
        })
    }

    /// Reads a decoded release whose title and body are not apart yet. It is kept for the version that is made of
    /// it, where both apart would be read the same.
    pub(crate) fn read_release(&self, text: &str) -> Result<Arc<ReadText>, Error> {
        let (number, lexicon) = self.numbered_lexicon()?;
        let read = Arc::new(ReadText::new(text, &lexicon));
        self.count_reading();
        if read.is_same_apart() {
            self.keep_reading(&read.reading().title, &read, number);
        }
        Ok(read)
    }

    fn keep_reading(&self, title: &str, read: &Arc<ReadText>, lexicon: u64) {
        let mut kept = self.kept_readings().kept.borrow_mut();
        kept.retain(|reading| !reading.is_of(title, &read.reading().body));
        kept.truncate(KEPT - 1);
        kept.push_front(KeptReading {
            title: title.to_owned(),
            read: Arc::clone(read),
            lexicon,
            words: OnceCell::new(),
        });
    }

    fn count_reading(&self) {
        let made = &self.kept_readings().made;
        made.set(made.get() + 1);
    }

    /// How often a text was read since the library was opened.
    #[cfg(test)]
    pub(crate) fn readings_made(&self) -> u64 {
        self.kept_readings().made.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::terms::PartyKind;
    use crate::{Identity, Intake, TagKind};

    const TEXT: &str = "Кітапхана ашылды
Жиынға «Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова қатысты.
«Балалар кітапқа жақын болады», – деді Сәуле Омарова.
Жетісу университетінің ректоры Нұрлан Сейітов студенттерді құттықтады.";

    fn library() -> (tempfile::TempDir, Archive) {
        let folder = tempfile::tempdir().unwrap();
        let who = Identity::new("Айгүл");
        let archive = Archive::create(&folder.path().join("a.muragat"), who).unwrap();
        (folder, archive)
    }

    fn add(archive: &mut Archive, text: &str) -> String {
        let added = archive.add_text("a.txt", text.as_bytes(), &Intake::default());
        let article = archive.article(&added.unwrap().value.id).unwrap();
        article.versions[0].id.clone()
    }

    #[test]
    fn a_text_is_read_once_for_each_state_of_text_and_names() {
        let (_folder, mut archive) = library();
        let version = add(&mut archive, TEXT);
        assert_eq!(archive.readings_made(), 1);
        // what was read as it came in is what is suggested
        let open = archive.suggestions(&version).unwrap();
        archive
            .propose_tag(&version, 0, 6, TagKind::Person)
            .unwrap();
        archive.propose_quote(&version, 75, 80).unwrap();
        assert_eq!(archive.readings_made(), 1);
        let keys: Vec<_> = open.iter().map(|open| open.key.clone()).collect();
        archive
            .accept_suggestions(&version, &keys[..1], None)
            .unwrap();
        assert_eq!(archive.readings_made(), 1);
        // its name is on record now, and the text has it
        archive
            .accept_suggestions(&version, &keys[1..2], None)
            .unwrap();
        assert_eq!(archive.readings_made(), 2);
        archive.suggestions(&version).unwrap();
        assert_eq!(archive.readings_made(), 3);
        archive.reject_suggestion(&version, &keys[2]).unwrap();
        assert_eq!(archive.readings_made(), 3);
        // another text, another title
        archive
            .edit_version(&version, Some("Жаңа кітапхана"), None)
            .unwrap();
        archive.suggestions(&version).unwrap();
        assert_eq!(archive.readings_made(), 4);
    }

    #[test]
    fn a_name_that_a_text_has_no_word_of_leaves_its_reading() {
        let (_folder, mut archive) = library();
        let version = add(&mut archive, TEXT);
        let mut add = |kind, name: &str| {
            archive.add_party(kind, name).unwrap();
            archive.suggestions(&version).unwrap();
            archive.readings_made()
        };
        assert_eq!(add(PartyKind::Person, "Бақыт Әлімов"), 1);
        assert_eq!(add(PartyKind::Organisation, "ШТҚ"), 1);
        assert_eq!(add(PartyKind::Person, "Бақыт Сейітов"), 2);
        assert_eq!(add(PartyKind::Organisation, "Жетісу театры"), 3);
    }

    #[test]
    fn only_the_latest_texts_are_kept() {
        let (_folder, mut archive) = library();
        let versions: Vec<String> = (0..=KEPT)
            .map(|n| {
                add(
                    &mut archive,
                    &format!("Хабар {n}\nСәуле Омарова келді. {n}"),
                )
            })
            .collect();
        let made = archive.readings_made();
        archive.suggestions(&versions[KEPT]).unwrap();
        assert_eq!(archive.readings_made(), made);
        archive.suggestions(&versions[0]).unwrap();
        assert_eq!(archive.readings_made(), made + 1);
    }
}
