//! What each person did, as an archivist records it: one of a few sets of roles, by how likely each is by the words
//! around the name, what was said, and what the grammar told. Learnt from marked releases.

use crate::reader::found::Phrase;
use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::speech::speakers::Cast;
use crate::reader::understood::Understood;
use crate::release::Role;
use crate::weights::{Weights, hash_of};
use std::sync::OnceLock;

static SHIPPED: &[u8] = include_bytes!("../../../../../assets/models/roles.weights");

/// Tells clues of roles from all others that are weighed.
const TEMPLATE: u8 = 250;

/// What a person may have done; who signs is told by the signature alone.
const SETS: [&[Role]; 8] = [
    &[Role::Participant],
    &[Role::Speaker],
    &[Role::Mentioned],
    &[Role::Speaker, Role::Participant],
    &[Role::Host, Role::Speaker],
    &[Role::Host],
    &[Role::Moderator],
    &[Role::Moderator, Role::Speaker],
];

/// The number of a set of roles, in any order; none where it is no such set.
pub fn role_set(roles: &[Role]) -> Option<usize> {
    SETS.iter()
        .position(|set| set.len() == roles.len() && set.iter().all(|role| roles.contains(role)))
}

/// The likeliest set of roles by the clues of each set.
pub fn choose_roles(weights: &Weights, candidates: &[Vec<u32>]) -> usize {
    let likely = weights.likelihoods(candidates);
    let best = (0..likely.len()).max_by(|a, b| likely[*a].total_cmp(&likely[*b]));
    best.unwrap_or_default()
}

/// What a person did, as far as learning tells. `rules`: what the grammar says.
pub(crate) fn roles_of(
    cast: &Cast<'_>,
    title: &str,
    understood: &Understood,
    who: usize,
    rules: &[Role],
) -> Vec<Role> {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    let weights = WEIGHTS.get_or_init(|| Weights::from_bytes(SHIPPED).unwrap_or_default());
    let candidates = role_candidates(cast, title, understood, who, rules);
    let likely = weights.likelihoods(&candidates);
    // who is said to have said something spoke, and who is said to have led, led, whatever else
    let told = understood.told.iter().any(|(speaker, _)| *speaker == who);
    let led = rules.contains(&Role::Moderator);
    let best = (0..SETS.len())
        .filter(|set| !told || led || SETS[*set].contains(&Role::Speaker))
        .filter(|set| !led || SETS[*set].contains(&Role::Moderator))
        .max_by(|a, b| likely[*a].total_cmp(&likely[*b]));
    best.map_or(Vec::new(), |set| SETS[set].to_vec())
}

/// The clues of each set of roles for a person.
pub(crate) fn role_candidates(
    cast: &Cast<'_>,
    title: &str,
    understood: &Understood,
    who: usize,
    rules: &[Role],
) -> Vec<Vec<u32>> {
    let clues = Around::new(cast, title, understood, who, rules).clues();
    (0..SETS.len())
        .map(|set| {
            let set = set.to_string();
            let own = clues.iter().map(|clue| hash_of(TEMPLATE, &[&set, clue]));
            own.collect()
        })
        .collect()
}

/// A person among what was understood.
struct Around<'a> {
    lexed: &'a Lexed,
    title: &'a str,
    understood: &'a Understood,
    cast: &'a Cast<'a>,
    who: usize,
    rules: String,
}

impl<'a> Around<'a> {
    fn new(
        cast: &'a Cast<'a>,
        title: &'a str,
        understood: &'a Understood,
        who: usize,
        rules: &[Role],
    ) -> Around<'a> {
        let rules: Vec<&str> = rules.iter().map(|role| role.as_str()).collect();
        Around {
            lexed: cast.lexed,
            title,
            understood,
            cast,
            who,
            rules: rules.join("+"),
        }
    }

    fn clues(&self) -> Vec<String> {
        let Understood {
            mentions,
            persons,
            speakers,
            deeds,
            told,
            ..
        } = self.understood;
        let person = &persons[self.who];
        let mut clues = vec!["always".to_owned()];
        let mut add = |what: &str, value: &str| clues.push(format!("{what}={value}"));
        let language = match person.mentions.first() {
            Some(at) => format!("{:?}", self.lexed.tongue(mentions[*at].first)),
            None => String::new(),
        };
        let said = speakers
            .iter()
            .flatten()
            .filter(|(speaker, _)| *speaker == self.who)
            .count()
            .min(3)
            .to_string();
        let tells = told.iter().any(|(speaker, _)| *speaker == self.who);
        let deed = deeds.get(self.who).copied().unwrap_or_default();
        let does = [deed.speaks, deed.hosts, deed.moderates, deed.attends]
            .map(|does| if does { '1' } else { '0' })
            .iter()
            .collect::<String>();
        let outside = person
            .mentions
            .iter()
            .filter(|at| !self.cast.in_quote(mentions[**at].first))
            .count();
        let subject = person.mentions.iter().any(|at| !mentions[*at].inflected);
        let order = persons
            .iter()
            .filter(|other| other.mentions.first() < person.mentions.first())
            .count();
        let place = if persons.len() > 1 && order + 1 == persons.len() {
            "last".to_owned()
        } else {
            order.min(4).to_string()
        };
        let several = persons.len().min(8).to_string();
        let surname = person.surname.as_deref().or(person.given.as_deref());
        let in_title = surname.is_some_and(|surname| self.title.contains(surname));
        add("rules", &self.rules);
        add("rules,language", &format!("{},{language}", self.rules));
        add("said", &said);
        add("said,told,does", &format!("{said},{tells},{does}"));
        add("does", &does);
        add("rules,said", &format!("{},{said}", self.rules));
        add("outside", &outside.min(3).to_string());
        add("mentions", &person.mentions.len().min(4).to_string());
        add("subject", &subject.to_string());
        add("place", &place);
        add("people", &several);
        add(
            "place,people,rules",
            &format!("{place},{several},{}", self.rules),
        );
        add("title", &in_title.to_string());
        add("title,place,said", &format!("{in_title},{place},{said}"));
        add("offices", &person.positions.len().min(2).to_string());
        for phrase in person.positions.iter().take(2) {
            let head = self.head_of(*phrase);
            add("office", &head);
            add("office,place", &format!("{head},{place}"));
            add("office,said", &format!("{head},{said}"));
        }
        for (number, at) in person.mentions.iter().take(3).enumerate() {
            let number = number.min(1);
            let mention = &mentions[*at];
            let quoted = self.cast.in_quote(mention.first);
            add("quoted", &format!("{number},{quoted}"));
            let sentence = self.lexed.sentence_of(mention.first);
            let beside = mentions
                .iter()
                .filter(|other| sentence.contains(&other.first))
                .count();
            let before = mentions
                .iter()
                .filter(|other| sentence.contains(&other.first) && other.first < mention.first)
                .count();
            let row = format!("{},{}", beside.min(4), before.min(3));
            add("row", &row);
            let ending = ending_of(&self.lexed.tokens[mention.last].lower);
            add("ending", &format!("{ending},{language}"));
            let line = self.lexed.tokens[mention.first].paragraph;
            let lines = self.lexed.paragraphs.len();
            let down = match line {
                0..=2 => line.to_string(),
                _ if line + 1 == lines => "end".to_owned(),
                _ => "within".to_owned(),
            };
            add("line", &format!("{number},{down}"));
            // the words of its sentence, by where they stand
            let ahead = (mention.last + 1..sentence.end).filter(|at| self.is_word(*at));
            let mut behind = (sentence.start..mention.first)
                .rev()
                .filter(|at| self.is_word(*at));
            for word in ahead.clone().take(4) {
                add("ahead", self.stem(word));
            }
            for word in behind.clone().take(6) {
                add("behind", self.stem(word));
            }
            if let Some(next) = ahead.clone().next() {
                add("next", self.stem(next));
                add("next,ending", &format!("{},{ending}", self.stem(next)));
            }
            if let Some(verb) = ahead.clone().next_back() {
                add("verb", self.stem(verb));
                add("verb,ending", &format!("{},{ending}", self.stem(verb)));
                let noun = ahead.clone().rev().nth(1);
                let noun = noun.map_or("", |noun| self.stem(noun));
                add("act", &format!("{noun} {}", self.stem(verb)));
                add(
                    "act,row",
                    &format!("{noun} {},{}", self.stem(verb), beside.min(3)),
                );
            }
            if let Some(first) = behind.next_back() {
                add("first", self.stem(first));
            }
        }
        clues
    }

    fn is_word(&self, at: usize) -> bool {
        self.lexed.tokens[at].sort == Sort::Word && !self.cast.in_quote(at)
    }

    fn stem(&self, at: usize) -> &'a str {
        let token = &self.lexed.tokens[at];
        match token.stem.is_empty() {
            true => &token.lower,
            false => &token.stem,
        }
    }

    fn head_of(&self, phrase: Phrase) -> String {
        let language = languages::at(self.lexed, phrase.0);
        let noun = language.main_noun(self.lexed, phrase);
        self.stem(noun).to_owned()
    }
}

/// The last two letters.
fn ending_of(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    chars[chars.len().saturating_sub(2)..].iter().collect()
}
