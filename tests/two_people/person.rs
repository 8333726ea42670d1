//! One of the two: what is asked for, and what was acknowledged.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::ops::Range;
use std::sync::Mutex;

use serde_json::Value;

use crate::common::*;

pub const PEOPLE: [&str; 2] = ["Айгүл", "Бауыржан"];
pub const ORGANISATIONS: [&str; 3] = [
    "Жетісу университеті",
    "Ерлік қоғамдық бірлестігі",
    "Қала әкімдігі",
];
/// What each does at first: add, tag, undo, redo, edit, undo, redo, undo twice, redo twice.
pub const ALONE: [u8; 11] = [0, 8, 11, 14, 3, 11, 14, 11, 11, 14, 14];
pub const FIELDS: [&str; 3] = ["title", "body", "note"];

/// What was acknowledged: the program came back with status 0.
#[derive(Debug, Clone, PartialEq)]
pub enum Done {
    Add {
        id: String,
    },
    Edit {
        id: String,
        field: usize,
        value: String,
    },
    Tag {
        id: String,
        person: String,
    },
    Undo {
        op: i64,
    },
    Redo {
        op: i64,
    },
}

/// What an answer acknowledges.
pub type Acknowledged = Box<dyn FnOnce(&Said) -> Done>;

impl Done {
    /// Its kind in history.
    pub fn kind(&self) -> &'static str {
        match self {
            Done::Add { .. } => "add_article",
            Done::Edit { field, .. } => ["edit_title", "edit_text", "edit_article"][*field],
            Done::Tag { .. } => "tag",
            Done::Undo { .. } => "undo",
            Done::Redo { .. } => "redo",
        }
    }

    /// Whether `self`, right after `before`, may have become one op with it.
    pub fn may_join(&self, before: &Done) -> bool {
        match (self, before) {
            (
                Done::Edit { id, field, .. },
                Done::Edit {
                    id: i, field: f, ..
                },
            ) => (id, field) == (i, f),
            _ => false,
        }
    }
}

/// Title and body as a release of this mark has them.
pub fn text(mark: &str) -> (String, String) {
    (
        format!("Кітапхана ашылды {mark}"),
        format!("Салтанатты жиынға тұрғындар қатысты.\nОқу залы {mark} жаңарды.\nҚала қуанышты."),
    )
}

/// One person, and how the work went.
pub struct Person {
    pub number: usize,
    pub random: fastrand::Rng,
    /// What was acknowledged, in order.
    pub done: Vec<Done>,
    /// How often which answer was no.
    pub refused: BTreeMap<String, u32>,
    /// Articles that the other one does not know of yet.
    pub own: Vec<String>,
}

/// Some steps of one person's work, on the articles that both know.
pub fn work(home: &Home, one: &mut Person, steps: Range<usize>, articles: &Mutex<Vec<String>>) {
    let Person {
        number: person,
        random,
        done,
        refused,
        own,
    } = one;
    let person = *person;
    let mut last = None;
    for step in steps {
        let first = ALONE.get(step).copied();
        let alone = first.is_some();
        let mark = format!("{person}·{step}·{}", random.u32(..));
        let run = |args: &[&str]| {
            let mut all = vec!["--actor", PEOPLE[person]];
            all.extend(args);
            home.run(&all)
        };
        let some = |random: &mut fastrand::Rng| {
            if let Some(id) = own.last() {
                return String::clone(id);
            }
            let articles = articles.lock().unwrap();
            let at = random.usize(..articles.len());
            articles[at].clone()
        };
        let number = |said: &Said| said.json()["op"].as_i64().unwrap();
        // who writes often goes on in the same field: then edits become one op
        let again = last.take().filter(|_| !alone && random.bool());
        // who undoes often does it again, and again
        let choice = match (&again, done.last()) {
            _ if alone => first.unwrap_or_default(),
            (Some(_), _) => 3,
            (None, Some(Done::Undo { .. })) if random.bool() => [11, 15][random.usize(..2)],
            _ => random.u8(..16),
        };
        let (said, what): (Said, Acknowledged) = match choice {
            0..3 => {
                let (title, body) = text(&mark);
                let file = home.file(
                    &format!("{person}-{step}.txt"),
                    format!("date 2026-03-14 {title}\n{body}\n"),
                );
                let said = home.run(&[
                    OsStr::new("--actor"),
                    PEOPLE[person].as_ref(),
                    "add".as_ref(),
                    file.as_os_str(),
                ]);
                (said, Box::new(|said| Done::Add { id: added(said).0 }))
            }
            3..8 => {
                let (id, field) = again.unwrap_or_else(|| (some(random), random.usize(..3)));
                let (title, body) = text(&mark);
                let value = [title, body, format!("ескерту {mark}")][field].clone();
                let file = home.file(&format!("{person}-{step}.body"), &value);
                let said = match field {
                    0 => run(&["edit", &id, "--title", &value]),
                    1 => run(&["edit", &id, "--text", file.to_str().unwrap()]),
                    _ => run(&["edit", &id, "--note", &value]),
                };
                last = Some((id.clone(), field));
                (said, Box::new(move |_| Done::Edit { id, field, value }))
            }
            8..11 => {
                let id = some(random);
                let name = format!("Тұрар {}", mark.replace('·', "-"));
                let organisation = match alone {
                    true => &format!("{} ұйымы", PEOPLE[person]),
                    false => ORGANISATIONS[random.usize(..3)],
                };
                let said = run(&["tag", &id, "--person", &name, "--for", organisation]);
                (said, Box::new(|_| Done::Tag { id, person: name }))
            }
            11..13 => (
                run(&["undo"]),
                Box::new(move |said| Done::Undo { op: number(said) }),
            ),
            13 => {
                let op = random.usize(1..2 * step + 3).to_string();
                (
                    run(&["undo", &op]),
                    Box::new(move |said| Done::Undo { op: number(said) }),
                )
            }
            _ => (
                run(&["redo"]),
                Box::new(move |said| Done::Redo { op: number(said) }),
            ),
        };
        if said.status == Some(0) {
            let what = what(&said.done());
            if let Done::Add { id } = &what {
                match alone {
                    true => own.push(id.clone()),
                    false => articles.lock().unwrap().push(id.clone()),
                }
            }
            done.push(what);
            continue;
        }
        let allowed: &[&str] = match choice {
            _ if alone => &[],
            // the other one took the article back
            3..11 => &["not_found"],
            11..13 => &["undo_blocked", "undo_clash", "nothing_to_undo"],
            13 => &["undo_blocked", "undo_clash", "op_not_standing"],
            14.. => &["undo_blocked", "undo_clash", "nothing_to_redo"],
            _ => &[],
        };
        let code = said.errors()[0].0.clone();
        assert!(allowed.contains(&code.as_str()), "{said:#?}");
        let message = said.failed(&code, 1);
        if code == "undo_blocked" {
            assert!(
                PEOPLE.iter().any(|name| message.contains(name)),
                "it names who stands in the way: {message}"
            );
        }
        *refused.entry(code).or_default() += 1;
    }
}
