//! The ops of a library, which follow from its seed, and the articles as they should stand after each.

use crate::common::{picture, sha256};

/// What the op of this number does. Every op leaves its number in what it writes.
#[derive(Debug, Clone)]
pub enum Op {
    Add { photos: u64 },
    Title(usize),
    Text(usize),
    Note(usize),
    Attach(usize),
    Tag(usize),
}

/// An article as it should stand, or does.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    pub version: String,
    pub title: String,
    pub body: String,
    pub note: Option<String>,
    /// Name, SHA-256 and caption.
    pub photos: Vec<(String, String, Option<String>)>,
    pub people: Vec<String>,
}

/// The ops of one library follow from its seed, so that both processes know them.
pub struct Plan {
    pub seed: u64,
    pub next: u64,
    pub articles: Vec<Article>,
}

impl Plan {
    fn new(seed: u64) -> Plan {
        Plan {
            seed,
            next: 1,
            articles: Vec::new(),
        }
    }

    /// The plan after this many ops.
    pub fn after(seed: u64, ops: u64) -> Plan {
        let mut plan = Plan::new(seed);
        while plan.next <= ops {
            plan.step();
        }
        plan
    }

    fn op(&self) -> Op {
        let mut random = fastrand::Rng::with_seed(self.seed ^ (self.next << 20));
        if self.articles.is_empty() {
            return Op::Add { photos: 1 };
        }
        let at = random.usize(..self.articles.len());
        match random.u8(..8) {
            0 | 1 => Op::Add {
                photos: random.u64(..3),
            },
            2 => Op::Title(at),
            3 => Op::Text(at),
            4 => Op::Note(at),
            5 | 6 => Op::Attach(at),
            _ => Op::Tag(at),
        }
    }

    /// Does the next op to the articles as they should stand.
    pub fn step(&mut self) -> Op {
        let (op, number) = (self.op(), self.next);
        let photo = |at: u64| (photo_name(number, at), sha256(&photo_bytes(number, at)));
        match op {
            Op::Add { photos } => self.articles.push(Article {
                version: format!("{number}.txt"),
                title: title(number),
                body: body(number),
                photos: (0..photos)
                    .map(|at| {
                        let (name, digest) = photo(at);
                        (name, digest, None)
                    })
                    .collect(),
                ..Article::default()
            }),
            Op::Title(at) => self.articles[at].title = title(number),
            Op::Text(at) => self.articles[at].body = body(number),
            Op::Note(at) => self.articles[at].note = Some(format!("ескерту №{number}")),
            Op::Attach(at) => {
                let (name, digest) = photo(0);
                self.articles[at]
                    .photos
                    .push((name, digest, Some(format!("сурет №{number}"))));
            }
            Op::Tag(at) => self.articles[at].people.push(format!("Адам №{number}")),
        }
        self.next += 1;
        op
    }
}

pub fn title(number: u64) -> String {
    format!("Қалада жаңа мектеп ашылды №{number}")
}

pub fn body(number: u64) -> String {
    let line = format!("Жиынға облыс тұрғындары қатысты, мектеп №{number} осы жылы салынды.\n");
    line.repeat(1 + number as usize % 40).trim_end().to_owned()
}

pub fn photo_bytes(number: u64, at: u64) -> Vec<u8> {
    picture(number * 10 + at, 8 + (number % 5) as u32 * 12)
}

pub fn photo_name(number: u64, at: u64) -> String {
    format!("сурет {number}-{at}.png")
}
