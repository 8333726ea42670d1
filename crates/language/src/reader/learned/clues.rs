//! What a token shows of what it may be part of: its letters, its neighbours, the lists, the tagger, and what the
//! grammar found there. Learning weighs these clues; none of them decides.

use crate::gazetteer::Kinds;
use crate::reader::languages;
use crate::reader::learned::found_before::{FoundBefore, Mark};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::reader::speech::acts::speaks_at;
use crate::weights::hash_of;
use std::collections::HashMap;

/// How far a telling word is looked for, in tokens.
const REACH: usize = 12;

/// The clues of each token of a body, as hashes.
pub(crate) fn clues_of(lexed: &Lexed, before: &FoundBefore) -> Vec<Vec<u32>> {
    let seen = Seen::of(lexed, before);
    (0..lexed.tokens.len())
        .map(|at| {
            let mut clues = Clues(Vec::with_capacity(128));
            seen.words(at, &mut clues);
            seen.lists(at, &mut clues);
            seen.grammar(at, &mut clues);
            seen.surroundings(at, &mut clues);
            seen.speech(at, &mut clues);
            clues.0
        })
        .collect()
}

/// Hashes of clues.
struct Clues(Vec<u32>);

impl Clues {
    fn add(&mut self, template: u8, parts: &[&str]) {
        self.0.push(hash_of(template, parts));
    }
}

/// A text as clues are taken from it: what is asked of a token more than once.
struct Seen<'a> {
    lexed: &'a Lexed,
    before: &'a FoundBefore,
    shapes: Vec<String>,
    kinds: Vec<Vec<&'static str>>,
    joined: Vec<String>,
    tags: Vec<String>,
    says: Vec<bool>,
    /// Whether the word speaks of those who speak.
    of_us: Vec<bool>,
    offices: Vec<bool>,
    heads: Vec<bool>,
    quoted: Vec<bool>,
    bracketed: Vec<bool>,
    /// What the grammar found at each token, in one word.
    marks: Vec<String>,
    /// For each word of a capital, by its stem: how often it stands in the text, in a name, in a body's name.
    elsewhere: HashMap<&'a str, [usize; 3]>,
}

impl<'a> Seen<'a> {
    fn of(lexed: &'a Lexed, before: &'a FoundBefore) -> Seen<'a> {
        let tokens = &lexed.tokens;
        let kinds: Vec<Vec<&'static str>> = tokens
            .iter()
            .map(|token| token.all_kinds().names().collect())
            .collect();
        let (mut quoted, mut bracketed) = (Vec::new(), Vec::new());
        let (mut in_quotes, mut in_brackets, mut paragraph) = (false, false, 0);
        for token in tokens {
            if token.paragraph != paragraph {
                (in_quotes, in_brackets, paragraph) = (false, false, token.paragraph);
            }
            match token.sort {
                Sort::Quote => in_quotes = !in_quotes,
                Sort::Sign('(') => in_brackets = true,
                Sort::Sign(')') => in_brackets = false,
                _ => {}
            }
            quoted.push(in_quotes);
            bracketed.push(in_brackets);
        }
        Seen {
            lexed,
            before,
            shapes: tokens.iter().map(shape).collect(),
            joined: kinds.iter().map(|kinds| kinds.join("+")).collect(),
            kinds,
            tags: tokens
                .iter()
                .map(|token| match &token.tag {
                    Some((class, begins)) => format!("{}{class}", if *begins { "b" } else { "i" }),
                    None => "-".to_owned(),
                })
                .collect(),
            says: (0..tokens.len()).map(|at| speaks_at(lexed, at)).collect(),
            of_us: tokens.iter().map(is_of_us).collect(),
            offices: (0..tokens.len())
                .map(|at| {
                    tokens[at].sort == Sort::Word
                        && (languages::at(lexed, at).is_office(&tokens[at])
                            || tokens[at].kinds.any(Kinds::POSITION_HEAD))
                })
                .collect(),
            heads: (0..tokens.len())
                .map(|at| {
                    tokens[at].sort == Sort::Word
                        && (languages::at(lexed, at).is_organisation_head(lexed, at)
                            || tokens[at].kinds.any(Kinds::ORGANISATION_HEAD))
                })
                .collect(),
            quoted,
            bracketed,
            marks: (0..tokens.len()).map(|at| before.at(at)).collect(),
            elsewhere: count_elsewhere(lexed, before),
        }
    }

    /// What else the word is in the text: where it stands once it is nothing else.
    fn elsewhere(&self, at: usize) -> Option<&'static str> {
        let [times, in_names, in_bodies] =
            *self.elsewhere.get(self.lexed.tokens[at].stem.as_str())?;
        let here = |mark| usize::from(self.before.place(mark, at) != 'o');
        (times > 1).then(|| {
            match (
                in_names > here(Mark::Person),
                in_bodies > here(Mark::Organisation),
            ) {
                (true, true) => "both",
                (true, false) => "name",
                (false, true) => "body",
                (false, false) => "neither",
            }
        })
    }

    fn token(&self, at: usize, by: isize) -> Option<&Token> {
        self.lexed.tokens.get(at.checked_add_signed(by)?)
    }

    fn lower(&self, at: usize, by: isize) -> &str {
        self.token(at, by).map_or("|", |token| &token.lower)
    }

    fn stem(&self, at: usize, by: isize) -> &str {
        match self.token(at, by) {
            Some(token) if token.stem.is_empty() => &token.lower,
            Some(token) => &token.stem,
            None => "|",
        }
    }

    fn shape(&self, at: usize, by: isize) -> &str {
        of_row(&self.shapes, at, by)
    }

    fn words(&self, at: usize, clues: &mut Clues) {
        let token = &self.lexed.tokens[at];
        clues.add(0, &[]);
        for (template, by) in (1..).zip(-3..=3) {
            clues.add(template, &[self.lower(at, by)]);
        }
        for (template, by) in (8..).zip(-2..=2) {
            clues.add(template, &[self.stem(at, by)]);
        }
        clues.add(13, &[self.stem(at, -1), self.stem(at, 0)]);
        clues.add(14, &[self.stem(at, 0), self.stem(at, 1)]);
        for length in 1..=5 {
            clues.add(15, &[last_letters(&token.lower, length)]);
        }
        clues.add(16, &[first_letters(&token.lower, 3)]);
        clues.add(17, &[first_letters(&token.lower, 4)]);
        for (template, by) in (18..).zip([-2, -1, 1, 2]) {
            clues.add(template, &[last_letters(self.lower(at, by), 2)]);
            clues.add(template + 4, &[last_letters(self.lower(at, by), 3)]);
        }
        for (template, by) in (26..).zip(-2..=2) {
            clues.add(template, &[self.shape(at, by)]);
        }
        clues.add(31, &[self.shape(at, -1), self.shape(at, 0)]);
        clues.add(32, &[self.shape(at, 0), self.shape(at, 1)]);
        clues.add(
            33,
            &[self.shape(at, -1), self.shape(at, 0), self.shape(at, 1)],
        );
        clues.add(34, &[last_letters(&token.lower, 3), self.shape(at, 0)]);
        clues.add(
            35,
            &[
                last_letters(&token.lower, 2),
                last_letters(self.lower(at, 1), 2),
                self.shape(at, 1),
            ],
        );
    }

    fn lists(&self, at: usize, clues: &mut Clues) {
        for (template, by) in (40..).zip(-3..=3_isize) {
            let kinds = at.checked_add_signed(by).and_then(|at| self.kinds.get(at));
            for kind in kinds.into_iter().flatten() {
                clues.add(template, &[kind]);
                if by == 0 {
                    clues.add(47, &[kind, self.shape(at, 0)]);
                    clues.add(48, &[kind, last_letters(self.lower(at, 0), 2)]);
                }
            }
        }
        let joined = |by| of_row(&self.joined, at, by);
        clues.add(49, &[joined(-1), joined(0)]);
        clues.add(50, &[joined(0), joined(1)]);
        clues.add(51, &[joined(-1), joined(0), joined(1)]);
        for (template, by) in (52..).zip(-1..=1) {
            clues.add(template, &[of_row(&self.tags, at, by)]);
        }
        clues.add(55, &[of_row(&self.tags, at, 0), self.shape(at, 0)]);
        for (template, by) in (56..).zip(-1..=1_isize) {
            let there = at.checked_add_signed(by);
            let is = |row: &[bool]| there.is_some_and(|at| row.get(at).copied().unwrap_or(false));
            if is(&self.offices) {
                clues.add(template, &["office"]);
            }
            if is(&self.heads) {
                clues.add(template, &["head"]);
            }
            if is(&self.says) {
                clues.add(template, &["says"]);
            }
        }
    }

    fn grammar(&self, at: usize, clues: &mut Clues) {
        for mark in Mark::ALL {
            for (template, by) in (60..).zip(-2..=2_isize) {
                let place = at
                    .checked_add_signed(by)
                    .map_or('|', |at| self.before.place(mark, at));
                if place != 'o' {
                    let mut letters = [0; 4];
                    clues.add(template, &[mark.name(), place.encode_utf8(&mut letters)]);
                }
            }
            let places: String = (-1..=1)
                .map(|by| {
                    at.checked_add_signed(by)
                        .map_or('|', |at| self.before.place(mark, at))
                })
                .collect();
            clues.add(65, &[mark.name(), &places]);
            clues.add(66, &[mark.name(), &places, self.shape(at, 0)]);
            clues.add(67, &[mark.name(), &places, self.stem(at, 0)]);
        }
        let marks = |by| of_row(&self.marks, at, by);
        clues.add(68, &[marks(0)]);
        clues.add(69, &[marks(-1), marks(0), marks(1)]);
        clues.add(70, &[marks(0), of_row(&self.tags, at, 0)]);
        clues.add(71, &[marks(0), of_row(&self.joined, at, 0)]);
        clues.add(72, &[marks(0), self.stem(at, 1)]);
        clues.add(73, &[marks(0), self.stem(at, -1)]);
    }

    /// Where the next and the last name, office and body lie, and what stands between.
    fn surroundings(&self, at: usize, clues: &mut Clues) {
        let tokens = &self.lexed.tokens;
        let own = &tokens[at];
        let names = |there: usize| matches!(self.before.place(Mark::Person, there), 'b' | 's');
        let ahead = (at..(at + REACH).min(tokens.len()))
            .take_while(|there| tokens[*there].paragraph == own.paragraph);
        let (mut commas, mut met) = (0, [false; 3]);
        for there in ahead {
            let steps = distance(there - at);
            for (which, what, is) in [
                (0, "name", names(there)),
                (1, "office", self.offices[there]),
                (2, "head", self.heads[there]),
            ] {
                if is && !met[which] {
                    met[which] = true;
                    clues.add(80, &[what, steps, self.shape(at, 0)]);
                    clues.add(81, &[what, steps, distance(commas)]);
                    clues.add(82, &[what, self.stem(there, 0), self.shape(at, 0)]);
                }
            }
            if tokens[there].sort == Sort::Sign(',') {
                commas += 1;
            }
        }
        for (which, met) in ["name", "office", "head"].iter().zip(met) {
            if !met {
                clues.add(83, &[which]);
            }
        }
        let behind = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|there| tokens[*there].paragraph == own.paragraph);
        let (mut commas, mut met) = (0, [false; 2]);
        for there in behind {
            let steps = distance(at - there);
            let is_name = self.before.place(Mark::Person, there) != 'o';
            for (which, what, is) in [(0, "name", is_name), (1, "office", self.offices[there])] {
                if is && !met[which] {
                    met[which] = true;
                    clues.add(84, &[what, steps, self.shape(at, 0)]);
                    clues.add(85, &[what, steps, distance(commas)]);
                }
            }
            if tokens[there].sort == Sort::Sign(',') {
                commas += 1;
            }
        }
        let line = &self.lexed.paragraphs[own.paragraph].tokens;
        let first_of_sentence = at == 0 || tokens[at - 1].sentence != own.sentence;
        if first_of_sentence {
            clues.add(86, &[self.shape(at, 0)]);
            clues.add(87, &[self.stem(at, 0)]);
        }
        clues.add(88, &[distance(at - line.start), self.shape(at, 0)]);
        clues.add(89, &[distance(line.end - 1 - at), self.shape(at, 0)]);
        clues.add(90, &[distance(line.len() / 3), self.shape(at, 0)]);
        if let Some(elsewhere) = self.elsewhere(at) {
            clues.add(93, &[elsewhere, self.shape(at, 0)]);
            clues.add(94, &[elsewhere, of_row(&self.marks, at, 0)]);
        }
        if self.quoted[at] {
            clues.add(91, &[self.shape(at, 0)]);
        }
        if self.bracketed[at] {
            clues.add(92, &[self.shape(at, 0)]);
        }
    }

    /// Whether somebody may be speaking here.
    fn speech(&self, at: usize, clues: &mut Clues) {
        let tokens = &self.lexed.tokens;
        let own = &tokens[at];
        let line = &self.lexed.paragraphs[own.paragraph].tokens;
        let sentence = self.lexed.sentence_of(at);
        let says_in = |range: std::ops::Range<usize>| {
            range
                .clone()
                .find(|there| self.says.get(*there).copied().unwrap_or(false))
        };
        // a verb of saying ahead in the sentence: behind a comma or a dash, or amid
        let ahead = says_in(at..sentence.end);
        let parted = |end: usize| {
            (at..end)
                .rev()
                .take(3)
                .find_map(|there| match tokens[there].sort {
                    Sort::Sign(',') => Some(","),
                    Sort::Dash => Some("-"),
                    Sort::Quote => Some("q"),
                    Sort::Sign('?' | '!' | '.' | '…') => Some("."),
                    _ => None,
                })
        };
        let ahead = match ahead {
            None => "no",
            Some(end) => parted(end).unwrap_or("amid"),
        };
        let behind = match says_in(sentence.start..at) {
            None => "no",
            Some(_) => "yes",
        };
        let next = says_in(sentence.end..line.end.min(sentence.end + 40)).is_some();
        let next = if next { "later" } else { "never" };
        let opens = match tokens[line.start].sort {
            Sort::Dash => "dash",
            Sort::Quote => "quote",
            _ => "word",
        };
        let me = self.of_us[sentence.clone()].contains(&true);
        let me = if me { "we" } else { "they" };
        let quoted = if self.quoted[at] { "in" } else { "out" };
        let next_line = self
            .lexed
            .paragraphs
            .get(own.paragraph + 1)
            .map_or("none", |next| match tokens[next.tokens.start].sort {
                Sort::Dash => "dash",
                Sort::Quote => "quote",
                _ if says_in(next.tokens.start..next.tokens.end.min(next.tokens.start + 4))
                    .is_some() =>
                {
                    "says"
                }
                _ => "word",
            });
        let colon = line.start > 0 && self.lexed.is(line.start - 1, ':');
        let colon = if colon { ":" } else { "-" };
        clues.add(100, &[ahead, behind, quoted]);
        clues.add(101, &[ahead, behind, opens, me]);
        clues.add(102, &[ahead, next, opens, me, quoted]);
        clues.add(103, &[me, quoted]);
        clues.add(104, &[opens, colon, next_line, quoted]);
        clues.add(105, &[self.shape(at, 0), ahead, behind, self.shape(at, -1)]);
        clues.add(106, &[self.shape(at, 1), ahead, behind, self.shape(at, 2)]);
        if let Some(end) = says_in(at..(at + 8).min(tokens.len())) {
            clues.add(107, &[distance(end - at), self.shape(at, 0)]);
            clues.add(
                108,
                &[distance(end - at), self.shape(at, 1), self.shape(at, 2)],
            );
        }
        if let Some(end) = says_in(at.saturating_sub(8)..at) {
            clues.add(109, &[distance(at - end), self.shape(at, -1)]);
        }
        let name_after =
            (at..(at + 6).min(line.end)).any(|there| self.before.place(Mark::Person, there) != 'o');
        if name_after {
            clues.add(110, &[self.shape(at, 0), self.shape(at, 1), ahead]);
        }
    }
}

/// What a row has so many steps from a token.
fn of_row(row: &[String], at: usize, by: isize) -> &str {
    at.checked_add_signed(by)
        .and_then(|at| row.get(at))
        .map_or("|", String::as_str)
}

/// See [`Seen::elsewhere`].
fn count_elsewhere<'a>(lexed: &'a Lexed, before: &FoundBefore) -> HashMap<&'a str, [usize; 3]> {
    let mut counts: HashMap<&str, [usize; 3]> = HashMap::new();
    for (at, token) in lexed.tokens.iter().enumerate() {
        if token.sort == Sort::Word && token.capital {
            let counts = counts.entry(token.stem.as_str()).or_default();
            counts[0] += 1;
            counts[1] += usize::from(before.place(Mark::Person, at) != 'o');
            counts[2] += usize::from(before.place(Mark::Organisation, at) != 'o');
        }
    }
    counts
}

/// Whether a word speaks of those who speak: «біз», «айттым», «мы», «our».
fn is_of_us(token: &Token) -> bool {
    if token.sort != Sort::Word {
        return false;
    }
    let lower = token.lower.as_str();
    const WORDS: [&str; 34] = [
        "мен",
        "біз",
        "маған",
        "бізге",
        "менің",
        "біздің",
        "сіз",
        "сіздер",
        "сіздің",
        "сіздерге",
        "сізді",
        "бізде",
        "бізді",
        "я",
        "мы",
        "мне",
        "нам",
        "мой",
        "моя",
        "наш",
        "наша",
        "наши",
        "нашей",
        "нашего",
        "нас",
        "вас",
        "вам",
        "ваш",
        "we",
        "i",
        "our",
        "my",
        "you",
        "us",
    ];
    const ENDINGS: [&str; 14] = [
        "мыз",
        "міз",
        "быз",
        "біз",
        "пыз",
        "піз",
        "мын",
        "мін",
        "сыздар",
        "сіздер",
        "ңыздар",
        "ңіздер",
        "дық",
        "дік",
    ];
    WORDS.contains(&lower)
        || lower.chars().count() > 5 && ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// A letter for each kind of character, repetitions drawn together.
fn shape(token: &Token) -> String {
    match token.sort {
        Sort::Initial => return "I.".to_owned(),
        Sort::Quote => return "«".to_owned(),
        Sort::Dash => return "—".to_owned(),
        _ => {}
    }
    let mut last = None;
    token
        .text
        .chars()
        .take(24)
        .map(|c| {
            if c.is_uppercase() {
                'X'
            } else if c.is_alphabetic() {
                'x'
            } else if c.is_numeric() {
                '9'
            } else {
                c
            }
        })
        .filter(|c| last.replace(*c) != Some(*c))
        .collect()
}

/// A number of steps, roughly.
fn distance(steps: usize) -> &'static str {
    match steps {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4 => "4",
        5 | 6 => "5",
        7..=9 => "7",
        10..=15 => "10",
        16..=30 => "16",
        _ => "31",
    }
}

fn last_letters(word: &str, length: usize) -> &str {
    match word.char_indices().rev().nth(length - 1) {
        Some((byte, _)) => &word[byte..],
        None => word,
    }
}

fn first_letters(word: &str, length: usize) -> &str {
    match word.char_indices().nth(length) {
        Some((byte, _)) => &word[..byte],
        None => word,
    }
}
