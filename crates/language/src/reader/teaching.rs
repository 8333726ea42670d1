//! What a release teaches: its tokens with what they show, and who may have said what.

use crate::reader::learned::{FoundBefore, candidates, clues_of, role_candidates, role_set};
use crate::reader::lexicon::Lexicon;
use crate::reader::people::join::names_of;
use crate::reader::read_text::{ReadText, understand_by_grammar};
use crate::reader::speech::speakers::Cast;
use crate::reader::suggest::roles_of_rules;
use crate::release::Role;
use std::ops::Range;

/// The body of a release as learning sees it.
#[derive(Debug)]
pub struct Lesson {
    /// The body as it is read.
    pub body: String,
    /// The chars of each token.
    pub tokens: Vec<Range<usize>>,
    /// The paragraph of each token.
    pub paragraphs: Vec<usize>,
    /// The clues of each token, as hashes.
    pub clues: Vec<Vec<u32>>,
    /// What the grammar found: for people, positions, bodies, places and quotes where in one each token stands, as
    /// `b`egin, `i`nside, `e`nd, `s`ingle, `n`amesake or `o`utside.
    pub found: [Vec<char>; 5],
}

/// The tokens of a release's body with their clues, to learn from.
pub fn lesson(text: &str) -> Lesson {
    let (lexed, understood) = understand_by_grammar(text);
    let before = FoundBefore::of(&lexed, &understood);
    Lesson {
        tokens: lexed
            .tokens
            .iter()
            .map(|token| token.start..token.end)
            .collect(),
        paragraphs: lexed.tokens.iter().map(|token| token.paragraph).collect(),
        clues: clues_of(&lexed, &before),
        found: before.into_places(),
        body: lexed.chars.into_iter().collect(),
    }
}

/// A quote and who may be its speaker.
#[derive(Debug)]
pub struct SpeakerLesson {
    /// The clues of each candidate, nobody first.
    pub candidates: Vec<Vec<u32>>,
    /// Which of them it is.
    pub right: usize,
}

/// What a release teaches of speakers, read with a lexicon. `speaker`: of a quote, by its text; `None` where that is not
/// known, `Some(None)` where nobody is named for it.
pub fn speaker_lessons(
    text: &str,
    lexicon: &Lexicon,
    speaker: &dyn Fn(&str) -> Option<Option<String>>,
) -> Vec<SpeakerLesson> {
    let read = ReadText::new(text, lexicon);
    let understood = &read.understood;
    let cast = Cast::new(
        &read.lexed,
        &understood.mentions,
        &understood.persons,
        &understood.quotes,
    );
    let names: Vec<String> = understood
        .persons
        .iter()
        .map(|person| names_of(person, &understood.mentions).0)
        .collect();
    let rules = cast.speakers();
    let mut found: Vec<Option<usize>> = Vec::new();
    let mut lessons = Vec::new();
    for (number, quote) in understood.quotes.iter().enumerate() {
        let told = speaker(&read.lexed.text(quote.start, quote.end));
        let right = match &told {
            Some(Some(name)) => names.iter().position(|own| own == name).map(|who| who + 1),
            Some(None) => Some(0),
            None => None,
        };
        if let Some(right) = right {
            lessons.push(SpeakerLesson {
                candidates: candidates(&cast, number, rules[number], &found),
                right,
            });
        }
        found.push(right.and_then(|right| right.checked_sub(1)));
    }
    lessons
}

/// A person and what one did.
#[derive(Debug)]
pub struct RoleLesson {
    /// The clues of each set of roles.
    pub candidates: Vec<Vec<u32>>,
    /// Which of them it is.
    pub right: usize,
    /// Which of them the grammar says, where it says one of them.
    pub by_rules: Option<usize>,
}

/// What a release teaches of roles, read with a lexicon. `roles`: of a person by name, none where that is not known.
pub fn role_lessons(
    text: &str,
    lexicon: &Lexicon,
    roles: &dyn Fn(&str) -> Option<Vec<Role>>,
) -> Vec<RoleLesson> {
    let read = ReadText::new(text, lexicon);
    let understood = &read.understood;
    let cast = Cast::new(
        &read.lexed,
        &understood.mentions,
        &understood.persons,
        &understood.quotes,
    );
    let people = read.reading().people.iter().enumerate();
    people
        .filter_map(|(who, person)| {
            let right = role_set(&roles(&person.name)?)?;
            let rules = roles_of_rules(&read.lexed, understood, who);
            let title = &read.reading().title;
            Some(RoleLesson {
                candidates: role_candidates(&cast, title, understood, who, &rules),
                right,
                by_rules: role_set(&rules),
            })
        })
        .collect()
}
