//! Parties that are known before a release is read: those of an archive.

use std::collections::{HashMap, HashSet};

use super::lex::{Lexed, Sort, Token};
use super::organisations::{By, Found};
use crate::gazetteer::Kinds;
use crate::name::name_key;
use crate::party_key::party_key;
use crate::stem::stem_kk;
use crate::token::words;

/// People, organisations and positions to be recognised in a text. Looking up costs the same however many they
/// are.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    // by the sorted keys of the name's words
    people: HashMap<Vec<String>, String>,
    // by the key of the name's first word: the keys of all its words in order, and the name
    organisations: HashMap<String, Vec<(Vec<String>, String)>>,
    // stems of the nouns that name a position
    heads: HashSet<String>,
}

impl Lexicon {
    /// Adds a person by a name in full, in the nominative; a bare word or an initial says too little and is passed
    /// over.
    pub fn add_person(&mut self, name: &str) {
        let mut keys: Vec<String> = words(name).map(|word| name_key(word.text)).collect();
        keys.sort();
        if keys.len() > 1 && keys.iter().all(|key| key.chars().nth(1).is_some()) {
            self.people
                .entry(keys)
                .or_insert_with(|| name.trim().to_owned());
        }
    }

    /// Adds an organisation by its name in the nominative, or by an abbreviation.
    pub fn add_organisation(&mut self, name: &str) {
        let keys: Vec<String> = words(name).map(|word| party_key(word.text)).collect();
        let telling = keys.len() > 1 || name.trim().chars().nth(1).is_some();
        if let Some(first) = keys.first().filter(|_| telling) {
            let named = self.organisations.entry(first.clone()).or_default();
            if !named.iter().any(|(own, _)| *own == keys) {
                named.push((keys, name.trim().to_owned()));
            }
        }
    }

    /// Adds a position by its title in the nominative: its main noun begins or ends positions from now on.
    pub fn add_position(&mut self, title: &str) {
        let russian = crate::tongue::language(title) == Some("ru");
        let head = match russian {
            true => words(title).next(),
            false => words(title).last(),
        };
        if let Some(head) = head.filter(|head| head.text.chars().nth(3).is_some()) {
            self.heads.insert(stem_kk(&head.text.to_lowercase()));
        }
    }

    /// The name on record of a person whose words have these sorted keys.
    pub(crate) fn person(&self, keys: &[String]) -> Option<&str> {
        self.people.get(keys).map(String::as_str)
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
                && self.heads.contains(&token.stem)
            {
                token.kinds = Kinds::POSITION_HEAD;
            }
        }
    }

    /// The known organisations of a text, wherever their words stand side by side.
    pub(crate) fn organisations(&self, lexed: &Lexed) -> Vec<Found> {
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
            for (name, written) in self.organisations.get(key).into_iter().flatten() {
                let Some(window) = keys.get(place..place + name.len()) else {
                    continue;
                };
                let (first, last) = (at[place], at[place + name.len() - 1]);
                // quotation marks may stand between the words, little else
                let near = last - first < name.len() + 4
                    && lexed.tokens[first].sentence == lexed.tokens[last].sentence;
                if window == name.as_slice() && near && is_named(lexed, first, last, written) {
                    let (first, last) = with_marks(lexed, first, last);
                    found.push(Found {
                        first,
                        last,
                        name: written.clone(),
                        by: By::Record,
                    });
                }
            }
        }
        found
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
        let (people, organisations) = names(text, &Lexicon::default());
        assert_eq!(
            (people.len(), organisations.len()),
            (0, 0),
            "{people:?} {organisations:?}"
        );
        let mut lexicon = Lexicon::default();
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
}
