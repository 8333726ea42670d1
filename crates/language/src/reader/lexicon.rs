//! Parties that are known before a release is read: those of an archive.

use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::cases::stem::stem_kk;
use crate::gazetteer::Kinds;
use crate::keys::party_key::party_key;
use crate::names::name_key::name_key;
use crate::reader::found::{FoundOrganisation, OrganisationSign};
use crate::reader::habits::Habits;
use crate::reader::learned::{self, Learned, SuggestionKind};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::text::token::words;

/// People, organisations and positions to be recognised in a text. Looking up costs the same however many they
/// are, and so does adding or removing one: what is removed as often as it was added is not known any more, and
/// the order of it all does not matter. Two parties of one name are one entry that counts two.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    // by the sorted keys of the name's words
    people: HashMap<Vec<String>, Spellings>,
    // by the keys of the name's words in order
    organisations: HashMap<Vec<String>, Spellings>,
    // by the key of an organisation's first word: how many names of so many words begin with it
    lengths: HashMap<String, BTreeMap<usize, usize>>,
    // stems of the nouns that name a position, and how often each was added
    heads: HashMap<String, usize>,
    habits: Habits,
    taught: Taught,
}

/// Which models lie over the grammar.
#[derive(Debug, Clone, Default)]
enum Taught {
    /// Those that ship inside the program.
    #[default]
    Shipped,
    /// None: the grammar alone.
    Nothing,
    /// These.
    Own(Arc<Learned>),
}

impl PartialEq for Taught {
    fn eq(&self, other: &Taught) -> bool {
        match (self, other) {
            (Taught::Own(own), Taught::Own(other)) => Arc::ptr_eq(own, other),
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Eq for Taught {}

/// The ways in which names of one key are written, and how often each was added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Spellings(BTreeMap<String, usize>);

impl Spellings {
    fn add(&mut self, spelling: &str) {
        *self.0.entry(spelling.to_owned()).or_default() += 1;
    }

    /// Whether it was there.
    fn remove(&mut self, spelling: &str) -> bool {
        let Some(count) = self.0.get_mut(spelling) else {
            return false;
        };
        *count -= 1;
        if *count == 0 {
            self.0.remove(spelling);
        }
        true
    }

    /// The spelling that was added most often; of equals the first by its letters' code points, so that the order
    /// of adding does not matter.
    fn chosen(&self) -> Option<&str> {
        self.0
            .iter()
            .min_by_key(|(_, count)| Reverse(**count))
            .map(|(spelling, _)| spelling.as_str())
    }
}

impl Lexicon {
    /// The same, reading with these models, whatever the language; with none, by the grammar alone.
    #[must_use]
    pub fn taught(mut self, learned: Option<Learned>) -> Lexicon {
        self.taught = learned.map_or(Taught::Nothing, |learned| Taught::Own(Arc::new(learned)));
        self
    }

    /// The models to read a text of this language with.
    pub(crate) fn learned(&self, language: Option<&str>) -> Option<&Learned> {
        match &self.taught {
            Taught::Shipped => learned::shipped(language),
            Taught::Nothing => None,
            Taught::Own(own) => Some(own),
        }
    }

    /// Adds a person by a name in full, in the nominative; a bare word or an initial says too little and is passed
    /// over.
    pub fn add_person(&mut self, name: &str) {
        if let Some(keys) = keys_of_person(name) {
            self.people.entry(keys).or_default().add(name.trim());
        }
    }

    /// Takes back what [`Lexicon::add_person`] did once with this name; nothing if it did not.
    pub fn remove_person(&mut self, name: &str) {
        if let Some(keys) = keys_of_person(name)
            && let Entry::Occupied(mut spellings) = self.people.entry(keys)
        {
            spellings.get_mut().remove(name.trim());
            if spellings.get().0.is_empty() {
                spellings.remove();
            }
        }
    }

    /// Adds an organisation by its name in the nominative, or by an abbreviation.
    pub fn add_organisation(&mut self, name: &str) {
        let Some((first, keys)) = keys_of_organisation(name) else {
            return;
        };
        let lengths = self.lengths.entry(first).or_default();
        *lengths.entry(keys.len()).or_default() += 1;
        self.organisations.entry(keys).or_default().add(name.trim());
    }

    /// Takes back what [`Lexicon::add_organisation`] did once with this name; nothing if it did not.
    pub fn remove_organisation(&mut self, name: &str) {
        let Some((first, keys)) = keys_of_organisation(name) else {
            return;
        };
        let length = keys.len();
        let Entry::Occupied(mut spellings) = self.organisations.entry(keys) else {
            return;
        };
        if !spellings.get_mut().remove(name.trim()) {
            return;
        }
        if spellings.get().0.is_empty() {
            spellings.remove();
        }
        if let Entry::Occupied(mut lengths) = self.lengths.entry(first) {
            count_down(lengths.get_mut(), &length);
            if lengths.get().is_empty() {
                lengths.remove();
            }
        }
    }

    /// Adds a position by its title in the nominative: its main noun begins or ends positions from now on.
    pub fn add_position(&mut self, title: &str) {
        if let Some(stem) = stem_of_position(title) {
            *self.heads.entry(stem).or_default() += 1;
        }
    }

    /// Takes back what [`Lexicon::add_position`] did once with this title; nothing if it did not.
    pub fn remove_position(&mut self, title: &str) {
        if let Some(stem) = stem_of_position(title)
            && let Entry::Occupied(mut count) = self.heads.entry(stem)
        {
            *count.get_mut() -= 1;
            if *count.get() == 0 {
                count.remove();
            }
        }
    }

    /// Adds a position as it was printed with somebody's name and kept.
    pub fn add_printed_position(&mut self, printed: &str) {
        self.habits.add_position(printed);
    }

    /// Takes back what [`Lexicon::add_printed_position`] did once with these words; nothing if it did not.
    pub fn remove_printed_position(&mut self, printed: &str) {
        self.habits.remove_position(printed);
    }

    /// Adds a place by its name in the nominative.
    pub fn add_place(&mut self, name: &str) {
        self.habits.add_place(name);
    }

    /// Takes back what [`Lexicon::add_place`] did once with this name; nothing if it did not.
    pub fn remove_place(&mut self, name: &str) {
        self.habits.remove_place(name);
    }

    /// Adds that a name was turned down in a document. `key`: of the name, as [`crate::party_key`] makes it.
    pub fn add_refusal(&mut self, kind: SuggestionKind, key: &str) {
        self.habits.add_refusal(kind, key);
    }

    /// Takes back what [`Lexicon::add_refusal`] did once with this key; nothing if it did not.
    pub fn remove_refusal(&mut self, kind: SuggestionKind, key: &str) {
        self.habits.remove_refusal(kind, key);
    }

    /// Whether a name was turned down in so many documents that the reader leaves it out of others, as it is on no record.
    pub fn leaves_out(&self, kind: SuggestionKind, name: &str) -> bool {
        self.habits.leaves_out(kind, name) && !self.has_on_record(kind, name)
    }

    pub(crate) fn habits(&self) -> &Habits {
        &self.habits
    }

    /// The name on record of a person whose words have these sorted keys.
    pub(crate) fn person(&self, keys: &[String]) -> Option<&str> {
        self.people.get(keys).and_then(Spellings::chosen)
    }

    /// The name on record of an organisation that is printed so, whatever its case.
    pub(crate) fn organisation(&self, printed: &str) -> Option<&str> {
        let (_, keys) = keys_of_organisation(printed)?;
        self.organisations.get(&keys).and_then(Spellings::chosen)
    }

    /// Whether the archive has a party or a place of this name.
    pub(crate) fn has_on_record(&self, kind: SuggestionKind, name: &str) -> bool {
        match kind {
            SuggestionKind::Person => {
                keys_of_person(name).is_some_and(|keys| self.people.contains_key(&keys))
            }
            SuggestionKind::Organisation => self.organisation(name).is_some(),
            SuggestionKind::Place => self.habits.has_place(name),
            _ => false,
        }
    }

    pub(crate) fn has_people(&self) -> bool {
        !self.people.is_empty()
    }

    /// Marks the nouns of known positions in a text. A word that means something else already keeps its meaning.
    pub(crate) fn mark(&self, lexed: &mut Lexed) {
        if self.heads.is_empty() {
            return;
        }
        for token in &mut lexed.tokens {
            if token.sort == Sort::Word
                && token.kinds == Kinds::default()
                && self.heads.contains_key(&token.stem)
            {
                token.kinds = Kinds::POSITION_HEAD;
            }
        }
    }

    /// The known organisations of a text, wherever their words stand side by side.
    pub(crate) fn organisations(&self, lexed: &Lexed) -> Vec<FoundOrganisation> {
        if self.organisations.is_empty() {
            return Vec::new();
        }
        let at: Vec<usize> = (0..lexed.tokens.len())
            .filter(|at| lexed.tokens[*at].sort == Sort::Word)
            .collect();
        let keys: Vec<String> = at
            .iter()
            .map(|at| party_key(&lexed.tokens[*at].text))
            .collect();
        let mut found = Vec::new();
        for (place, key) in keys.iter().enumerate() {
            // of two names that begin alike the longer one comes first: what overlaps it later is passed over
            for length in self
                .lengths
                .get(key)
                .into_iter()
                .flat_map(|own| own.keys().rev())
            {
                let Some(written) = keys
                    .get(place..place + length)
                    .and_then(|window| self.organisations.get(window))
                    .and_then(Spellings::chosen)
                else {
                    continue;
                };
                let (first, last) = (at[place], at[place + length - 1]);
                // quotation marks may stand between the words, little else
                let near = last - first < length + 4
                    && lexed.tokens[first].sentence == lexed.tokens[last].sentence;
                if near && is_named(lexed, first, last, written) {
                    let (first, last) = with_marks(lexed, first, last);
                    found.push(FoundOrganisation {
                        first,
                        last,
                        name: written.to_owned(),
                        by: OrganisationSign::Record,
                    });
                }
            }
        }
        found
    }
}

/// The sorted keys of a person's name in full; none where it says too little.
fn keys_of_person(name: &str) -> Option<Vec<String>> {
    let mut keys: Vec<String> = words(name).map(|word| name_key(word.text)).collect();
    keys.sort();
    let full = keys.len() > 1 && keys.iter().all(|key| key.chars().nth(1).is_some());
    full.then_some(keys)
}

/// The key of an organisation's first word, and those of all its words in order; none where it is one letter.
fn keys_of_organisation(name: &str) -> Option<(String, Vec<String>)> {
    let keys: Vec<String> = words(name).map(|word| party_key(word.text)).collect();
    let telling = keys.len() > 1 || name.trim().chars().nth(1).is_some();
    let first = keys.first().filter(|_| telling)?.clone();
    Some((first, keys))
}

/// The stem of a position's main noun; none where that is too short to tell.
fn stem_of_position(title: &str) -> Option<String> {
    let head = match crate::text::tongue::language(title) == Some("ru") {
        true => words(title).next(),
        false => words(title).last(),
    };
    let head = head.filter(|head| head.text.chars().nth(3).is_some())?;
    Some(stem_kk(&head.text.to_lowercase()))
}

fn count_down(counts: &mut BTreeMap<usize, usize>, of: &usize) {
    if let Some(count) = counts.get_mut(of) {
        *count -= 1;
        if *count == 0 {
            counts.remove(of);
        }
    }
}

/// Whether words name the organisation and are not common nouns of the same letters.
fn is_named(lexed: &Lexed, first: usize, last: usize, written: &str) -> bool {
    let tokens = &lexed.tokens[first..=last];
    if last > first {
        return tokens.iter().any(|token| token.capital)
            || !written.chars().any(char::is_uppercase);
    }
    let token = &tokens[0];
    let capitals = |text: &str| text.chars().filter(|c| c.is_uppercase()).count();
    if capitals(written) > 1 && !written.chars().any(char::is_lowercase) {
        // «ЖУ», «ЖУ-дың», «ҚазҰУ»
        return capitals(&token.text) >= capitals(written);
    }
    let quoted = first > 0 && lexed.tokens[first - 1].sort == Sort::Quote;
    quoted || token.capital && first != lexed.sentence_of(first).start
}

/// With the quotation marks that open or close at the name's ends.
fn with_marks(lexed: &Lexed, first: usize, last: usize) -> (usize, usize) {
    let is_mark = |token: Option<&Token>| token.is_some_and(|token| token.sort == Sort::Quote);
    let inside = (first..=last)
        .filter(|at| is_mark(lexed.tokens.get(*at)))
        .count();
    let opens = first > 0 && is_mark(lexed.tokens.get(first - 1));
    let closes = is_mark(lexed.tokens.get(last + 1));
    match (inside % 2, opens, closes) {
        (1, true, _) => (first - 1, last),
        (1, false, true) => (first, last + 1),
        (0, true, true) => (first - 1, last + 1),
        _ => (first, last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::{read, read_with};

    fn names(text: &str, lexicon: &Lexicon) -> (Vec<String>, Vec<String>) {
        let reading = read_with(text, lexicon);
        (
            reading.people.into_iter().map(|one| one.name).collect(),
            reading
                .organisations
                .into_iter()
                .map(|one| one.name)
                .collect(),
        )
    }

    #[test]
    fn a_known_name_is_found_in_any_case_and_others_are_not() {
        let text = "Жиын\nКеше Бұлдақ Сабылтекке алғыс айтылды. ШТҚ-ның кеңсесі көшті.";
        let (people, organisations) = names(text, &Lexicon::default().taught(None));
        assert_eq!(
            (people.len(), organisations.len()),
            (0, 0),
            "{people:?} {organisations:?}"
        );
        let mut lexicon = Lexicon::default().taught(None);
        lexicon.add_person("Сабылтек Бұлдақ");
        lexicon.add_organisation("ШТҚ");
        let reading = read_with(text, &lexicon);
        assert_eq!(reading.people.len(), 1, "{:?}", reading.people);
        assert_eq!(reading.people[0].name, "Бұлдақ Сабылтек");
        assert_eq!(reading.people[0].mentions[0].text, "Бұлдақ Сабылтекке");
        assert_eq!(reading.organisations[0].name, "ШТҚ");
        assert_eq!(reading.organisations[0].mentions[0].text, "ШТҚ-ның");
    }

    #[test]
    fn a_known_position_and_its_abbreviated_organisation_are_read_beside_a_name() {
        let text = "Жиын\nЖиналысты ШТҚ тілмары Сәуле Омарова ашты.";
        assert_eq!(read(text).people[0].positions, [""; 0]);
        let mut lexicon = Lexicon::default();
        lexicon.add_position("тілмар");
        lexicon.add_organisation("ШТҚ");
        let person = &read_with(text, &lexicon).people[0];
        assert_eq!(person.positions, ["ШТҚ тілмары"]);
        assert_eq!(person.organisation.as_deref(), Some("ШТҚ"));
    }

    #[test]
    fn a_common_noun_is_no_organisation() {
        let mut lexicon = Lexicon::default();
        lexicon.add_organisation("Ерлік");
        lexicon.add_organisation("Ж");
        assert_eq!(
            names("Хабар\nЕрлік танытқан ж жандар.", &lexicon).1.len(),
            0
        );
        let reading = read_with("Хабар\nКеше «Ерлік» жиын өткізді.", &lexicon);
        assert_eq!(reading.organisations[0].mentions[0].text, "«Ерлік»");
    }

    #[test]
    fn nothing_known_changes_nothing() {
        let text =
            "Жиын\nОблыс әкімі Бейбіт Исабаев «Ерлік» қоғамдық бірлестігінің мүшелерімен кездесті.";
        assert_eq!(read(text), read_with(text, &Lexicon::default()));
    }

    #[test]
    fn of_two_parties_of_one_name_one_stays() {
        let text = "Жиын\nКеше Бұлдақ Сабылтекке алғыс айтылды. ШТҚ-ның кеңсесі көшті.";
        let mut lexicon = Lexicon::default();
        for _ in 0..2 {
            lexicon.add_person("Сабылтек Бұлдақ");
            lexicon.add_organisation("ШТҚ");
        }
        lexicon.remove_person("Сабылтек Бұлдақ");
        lexicon.remove_organisation("ШТҚ");
        let (people, organisations) = names(text, &lexicon);
        assert_eq!((people.len(), organisations.len()), (1, 1));
        lexicon.remove_person("Сабылтек Бұлдақ");
        lexicon.remove_organisation("ШТҚ");
        assert_eq!(lexicon, Lexicon::default());
        // what was never added takes nothing away
        lexicon.remove_person("Сабылтек Бұлдақ");
        lexicon.remove_position("тілмар");
        assert_eq!(lexicon, Lexicon::default());
    }

    #[test]
    fn the_spelling_that_most_parties_have_is_the_name() {
        let mut lexicon = Lexicon::default();
        lexicon.add_organisation("Жетісу Университеті");
        lexicon.add_organisation("Жетісу университеті");
        lexicon.add_organisation("Жетісу университеті");
        assert_eq!(
            lexicon.organisation("Жетісу университетінің"),
            Some("Жетісу университеті")
        );
        lexicon.remove_organisation("Жетісу университеті");
        // one each: the capital comes first
        assert_eq!(
            lexicon.organisation("Жетісу университетінің"),
            Some("Жетісу Университеті")
        );
    }

    #[test]
    fn the_longer_of_two_known_names_is_found() {
        let mut lexicon = Lexicon::default();
        lexicon.add_organisation("Бұлдақ");
        lexicon.add_organisation("Бұлдақ Сабылтек қоры");
        let text = "Жиын\nКеше «Бұлдақ» Сабылтек қорына алғыс айтылды.";
        assert_eq!(names(text, &lexicon).1, ["Бұлдақ Сабылтек қоры"]);
    }

    use proptest::prelude::*;

    /// Names of which some are the same but for case, order, spelling, or one word more.
    const NAMES: [&str; 12] = [
        "Бұлдақ Сабылтек",
        "Сабылтек Бұлдақ",
        "Булдак Сабылтек",
        "Buldaq Sabyltek",
        "ШТҚ",
        "«Шұғыла» ШТҚ",
        "Шұғыла ШТҚ",
        "«шұғыла» штқ",
        "Б",
        "тілмар",
        "бас тілмар",
        " ",
    ];

    proptest! {
        /// What is known depends on what is there, not on how it came to be there.
        #[test]
        fn adding_and_removing_is_as_if_made_of_what_is_left(
            steps in proptest::collection::vec((0..3_usize, 0..NAMES.len(), any::<bool>()), 0..60),
            turn in 0..60_usize,
        ) {
            let mut lexicon = Lexicon::default();
            let mut left: Vec<(usize, &str)> = Vec::new();
            for (noun, name, adds) in steps {
                let name = NAMES[name];
                match (noun, adds) {
                    (0, true) => lexicon.add_person(name),
                    (1, true) => lexicon.add_organisation(name),
                    (_, true) => lexicon.add_position(name),
                    (0, false) => lexicon.remove_person(name),
                    (1, false) => lexicon.remove_organisation(name),
                    (_, false) => lexicon.remove_position(name),
                }
                match adds {
                    true => left.push((noun, name)),
                    // a position is known by its noun alone: which of two titles went does not matter
                    false => {
                        let same = |other: &(usize, &str)| {
                            other.0 == noun
                                && (other.1 == name || noun == 2 && stem_of_position(other.1) == stem_of_position(name))
                        };
                        if let Some(at) = left.iter().position(same) {
                            left.remove(at);
                        }
                    }
                }
            }
            let turned = left.len().max(1);
            left.rotate_left(turn % turned);
            let mut made = Lexicon::default();
            for (noun, name) in left {
                match noun {
                    0 => made.add_person(name),
                    1 => made.add_organisation(name),
                    _ => made.add_position(name),
                }
            }
            prop_assert_eq!(&lexicon, &made);
            let text = "Жиын\nКеше Булдак Сабылтекке алғыс айтылды. «Шұғыла» ШТҚ-ның кеңсесі көшті. ШТҚ тілмары Сәуле Омарова ашты.";
            prop_assert_eq!(read_with(text, &lexicon), read_with(text, &made));
        }
    }
}
