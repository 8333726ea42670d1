//! Two people write to one library at once, each with programs of their own: nothing acknowledged is
//! lost, each undo does all or says why not, and history accounts for every word that stands.
//!
//! Which of the two comes first changes from run to run; what each asks for follows from the seed.
//! `MURAGAT_SEED` and `MURAGAT_STEPS` change it.
#![allow(clippy::unwrap_used, clippy::panic)] // a test tells by failing

mod common;

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsStr;
use std::ops::Range;
use std::sync::Mutex;

use common::*;
use serde_json::{Value, json};

const PEOPLE: [&str; 2] = ["Айгүл", "Бауыржан"];
const ORGANISATIONS: [&str; 3] = [
    "Жетісу университеті",
    "Ерлік қоғамдық бірлестігі",
    "Қала әкімдігі",
];
/// What each does at first: add, tag, undo, redo, edit, undo, redo, undo twice, redo twice.
const ALONE: [u8; 11] = [0, 8, 11, 14, 3, 11, 14, 11, 11, 14, 14];
const FIELDS: [&str; 3] = ["title", "body", "note"];

/// What was acknowledged: the program came back with status 0.
#[derive(Debug, Clone, PartialEq)]
enum Done {
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
type Acknowledged = Box<dyn FnOnce(&Said) -> Done>;

impl Done {
    /// Its kind in history.
    fn kind(&self) -> &'static str {
        match self {
            Done::Add { .. } => "add_article",
            Done::Edit { field, .. } => ["edit_title", "edit_text", "edit_article"][*field],
            Done::Tag { .. } => "tag",
            Done::Undo { .. } => "undo",
            Done::Redo { .. } => "redo",
        }
    }

    /// Whether `self`, right after `before`, may have become one op with it.
    fn may_join(&self, before: &Done) -> bool {
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
fn text(mark: &str) -> (String, String) {
    (
        format!("Кітапхана ашылды {mark}"),
        format!("Салтанатты жиынға тұрғындар қатысты.\nОқу залы {mark} жаңарды.\nҚала қуанышты."),
    )
}

/// One person, and how the work went.
struct Person {
    number: usize,
    random: fastrand::Rng,
    /// What was acknowledged, in order.
    done: Vec<Done>,
    /// How often which answer was no.
    refused: BTreeMap<String, u32>,
    /// Articles that the other one does not know of yet.
    own: Vec<String>,
}

/// Some steps of one person's work, on the articles that both know.
fn work(home: &Home, one: &mut Person, steps: Range<usize>, articles: &Mutex<Vec<String>>) {
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

/// An op of history.
struct Op {
    id: i64,
    actor: String,
    kind: String,
    reverts: Option<i64>,
    undone: bool,
    changes: Vec<Value>,
}

/// History, the oldest op first.
fn history(home: &Home, article: Option<&str>) -> Vec<Op> {
    let mut args = vec!["history", "--limit", "1000000"];
    args.extend(article);
    let lines = home.run(&args).done().json()["ops"]
        .as_array()
        .unwrap()
        .clone();
    let text = |line: &Value, key: &str| line[key].as_str().unwrap().to_owned();
    lines
        .iter()
        .rev()
        .map(|line| Op {
            id: line["op"].as_i64().unwrap(),
            actor: text(line, "actor"),
            kind: text(line, "kind"),
            reverts: line["reverts"].as_i64(),
            undone: line["undone"].as_bool().unwrap(),
            changes: line["changes"].as_array().unwrap().clone(),
        })
        .collect()
}

/// Whether one person's ops in history are what they were told is done, in this order. Edits of one field
/// that followed each other may have become one op.
fn accounts(done: &[Done], ops: &[&Op]) -> bool {
    let Some((first, rest)) = done.split_first() else {
        return ops.is_empty();
    };
    let Some((op, later)) = ops.split_first() else {
        return false;
    };
    if op.kind != first.kind() {
        return false;
    }
    if matches!(first, Done::Undo { op: root } if op.reverts != Some(*root)) {
        return false;
    }
    let joins = rest.iter().take_while(|next| next.may_join(first)).count();
    (0..=joins)
        .rev()
        .any(|joined| accounts(&rest[joined..], later))
}

/// What an undo must put back: each change turned round.
fn turned(op: &Op, round: bool) -> Vec<(String, String, String)> {
    let mut all: Vec<_> = op
        .changes
        .iter()
        .map(|change| {
            let text = |key: &str| change[key].as_str().unwrap_or_default().to_owned();
            let action = match (round, change["action"].as_str().unwrap()) {
                (true, "create") => "delete",
                (true, "delete") => "create",
                (_, action) => action,
            };
            (text("noun"), action.to_owned(), text("field"))
        })
        .collect();
    all.sort();
    all
}

/// A text after an edit, by its pieces, which count characters of the text before.
fn patched(before: &str, pieces: &Value) -> String {
    let old: Vec<char> = before.chars().collect();
    let (mut new, mut at) = (String::new(), 0);
    for piece in pieces.as_array().unwrap() {
        let start = piece["at"].as_u64().unwrap() as usize;
        let removed = piece["removed"].as_str().unwrap();
        new.extend(&old[at..start]);
        at = start + removed.chars().count();
        assert_eq!(
            old[start..at].iter().collect::<String>(),
            removed,
            "history does not fit the text"
        );
        new.push_str(piece["inserted"].as_str().unwrap());
    }
    new.extend(&old[at..]);
    new
}

/// The fields' values at the end, and each edit: op, actor, field, value.
type Replayed = ([Value; 3], Vec<(i64, String, usize, Value)>);

/// Replays an article's history from the text it was added with. Gives its fields as they end, and what
/// each edit made: (op, actor, field, value).
fn replay(ops: &[Op], added: [Value; 3]) -> Replayed {
    let (mut fields, mut made) = (added, Vec::new());
    for op in ops {
        for change in &op.changes {
            let noun = change["noun"].as_str().unwrap();
            let at = |name: &str| match (noun, name) {
                ("version", "title") => Some(0),
                ("version", "body") => Some(1),
                ("article", "note") => Some(2),
                _ => None,
            };
            if change["action"] == "delete" {
                for (name, value) in change["before"].as_object().unwrap() {
                    if let Some(at) = at(name) {
                        assert_eq!(fields[at], *value, "op {} took away another text", op.id);
                    }
                }
            }
            let Some(at) = change["field"].as_str().and_then(at) else {
                continue;
            };
            fields[at] = match change["pieces"].as_array().is_none_or(Vec::is_empty) {
                false => json!(patched(fields[at].as_str().unwrap(), &change["pieces"])),
                true => {
                    assert_eq!(fields[at], change["before"], "op {} began elsewhere", op.id);
                    change["after"].clone()
                }
            };
            if op.reverts.is_none() {
                made.push((op.id, op.actor.clone(), at, fields[at].clone()));
            }
        }
    }
    (fields, made)
}

#[test]
fn two_people_at_once_lose_nothing() {
    let number = |key: &str, otherwise: u64| {
        std::env::var(key).map_or(otherwise, |value| value.parse().unwrap())
    };
    let seed = number("MURAGAT_SEED", 20_260_314);
    let steps = (number("MURAGAT_STEPS", 150) as usize).max(ALONE.len() + 1);
    println!("MURAGAT_SEED={seed} MURAGAT_STEPS={steps}");
    let home = Home::new();
    let articles = Mutex::new(Vec::new());
    let (first, body) = text("бірінші");
    let (id, _) = home.add("first.txt", format!("date 2026-03-14 {first}\n{body}\n"));
    articles.lock().unwrap().push(id.clone());
    let mut people: Vec<Person> = (0..2)
        .map(|number| Person {
            number,
            random: fastrand::Rng::with_seed(seed + number as u64),
            done: Vec::new(),
            refused: BTreeMap::new(),
            own: Vec::new(),
        })
        .collect();
    // at first each on an article of their own, then both on all of them
    for part in [0..ALONE.len(), ALONE.len()..steps] {
        std::thread::scope(|scope| {
            for person in &mut people {
                let (home, articles, part) = (&home, &articles, part.clone());
                scope.spawn(move || work(home, person, part, articles));
            }
        });
        for person in &mut people {
            articles.lock().unwrap().append(&mut person.own);
        }
    }
    let told: Vec<(Vec<Done>, BTreeMap<String, u32>)> = people
        .into_iter()
        .map(|person| (person.done, person.refused))
        .collect();

    home.whole();
    let ops = history(&home, None);
    let by_id: HashMap<i64, &Op> = ops.iter().map(|op| (op.id, op)).collect();

    // each person's ops are what they were told is done, no more and no less, in this order
    for (person, (done, _)) in told.iter().enumerate() {
        let own: Vec<&Op> = ops.iter().filter(|op| op.actor == PEOPLE[person]).collect();
        assert!(
            accounts(done, &own),
            "{done:#?}\n{:#?}",
            own.iter()
                .map(|op| (op.id, &op.kind, op.reverts))
                .collect::<Vec<_>>()
        );
    }

    // each undo and redo turned round all that its op did, and history knows what stands
    let mut root: HashMap<i64, i64> = HashMap::new();
    let mut undone: HashMap<i64, bool> = HashMap::new();
    for op in &ops {
        match op.reverts {
            None => drop(undone.insert(op.id, false)),
            Some(reverted) => {
                assert_eq!(
                    turned(op, false),
                    turned(by_id[&reverted], true),
                    "op {} did not do all",
                    op.id
                );
                let of = root.get(&reverted).copied().unwrap_or(reverted);
                root.insert(op.id, of);
                let stood = undone.get_mut(&of).unwrap();
                assert_eq!(
                    *stood,
                    op.kind == "redo",
                    "op {} undid what did not stand",
                    op.id
                );
                *stood = !*stood;
            }
        }
    }
    for op in ops.iter().filter(|op| op.reverts.is_none()) {
        assert_eq!(op.undone, undone[&op.id], "op {}", op.id);
    }

    // an article is in the list where its making stands
    let listed = home.run(&["list"]).done().json();
    let mut listed: Vec<&str> = listed["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["id"].as_str().unwrap())
        .collect();
    let mut standing = Vec::new();
    standing.extend((!ops[0].undone).then_some(id.as_str()));
    for (person, (done, _)) in told.iter().enumerate() {
        let own = ops
            .iter()
            .filter(|op| op.actor == PEOPLE[person] && op.kind == "add_article");
        let adds = done.iter().filter_map(|one| match one {
            Done::Add { id } => Some(id.as_str()),
            _ => None,
        });
        standing.extend(own.zip(adds).filter(|(op, _)| !op.undone).map(|(_, id)| id));
    }
    listed.sort_unstable();
    standing.sort_unstable();
    assert_eq!(listed, standing);

    // every word and every tag that stands follows from history, and history from what was acknowledged
    let (mut edits, mut tags) = (0, 0);
    for id in &standing {
        let record = home.run(&["show", id]).done().json();
        let version = &record["versions"][0];
        let own = history(&home, Some(id));
        let received = record["versions"][0]["files"][0]["name"].as_str().unwrap();
        let received = std::fs::read_to_string(home.path(received)).unwrap();
        let (head, body) = received.trim_end().split_once('\n').unwrap();
        let title = head.strip_prefix("date 2026-03-14 ").unwrap();
        let (fields, made) = replay(&own, [json!(title), json!(body), Value::Null]);
        let stands = [
            version["title"].clone(),
            version["body"].clone(),
            record["note"].clone(),
        ];
        assert_eq!(fields, stands, "article {id}: {FIELDS:?}");

        for (person, (done, _)) in told.iter().enumerate() {
            for (at, one) in done.iter().enumerate() {
                let Done::Edit {
                    id: of,
                    field,
                    value,
                } = one
                else {
                    continue;
                };
                if of != id {
                    continue;
                }
                edits += 1;
                let joined = done.get(at + 1).is_some_and(|next| next.may_join(one));
                let found = made.iter().any(|(_, actor, at, made)| {
                    (actor.as_str(), *at, made) == (PEOPLE[person], *field, &json!(value))
                });
                assert!(found || joined, "{} is lost: {one:?}", PEOPLE[person]);
            }
        }
        for (op, actor, field, value) in &made {
            let person = PEOPLE.iter().position(|name| name == actor).unwrap();
            let acknowledged = told[person].0.iter().any(|one| {
                matches!(one, Done::Edit { id: of, field: f, value: v } if (of, f, json!(v)) == (&(*id).to_owned(), field, value.clone()))
            });
            assert!(
                acknowledged,
                "op {op} by {actor} made what nobody asked for: {value}"
            );
        }

        let mut people: Vec<&str> = Vec::new();
        for (person, (done, _)) in told.iter().enumerate() {
            let asked = done.iter().filter_map(|one| match one {
                Done::Tag { id: of, person } if of == id => Some(person.as_str()),
                _ => None,
            });
            let own: Vec<&Op> = own
                .iter()
                .filter(|op| op.actor == PEOPLE[person] && op.kind == "tag")
                .collect();
            let asked: Vec<&str> = asked.collect();
            assert_eq!(own.len(), asked.len(), "article {id}: tags");
            tags += own.len();
            people.extend(
                own.iter()
                    .zip(asked)
                    .filter(|(op, _)| !op.undone)
                    .map(|(_, name)| name),
            );
        }
        let name = |party: &Value| {
            let mut parties = record["parties"].as_array().unwrap().iter();
            parties.find(|one| one["id"] == *party).unwrap()["name"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        let mut cast: Vec<String> = record["cast"]
            .as_array()
            .unwrap()
            .iter()
            .map(|member| name(&member["party"]))
            .collect();
        cast.sort();
        people.sort_unstable();
        assert_eq!(cast, people, "article {id}: cast");
    }
    let count = |kind: &str| ops.iter().filter(|op| op.kind == kind).count();
    let acknowledged: usize = told.iter().map(|(done, _)| done.len()).sum();
    println!(
        "{acknowledged} acknowledged as {} ops; {} articles stand; {edits} edits and {tags} tags of theirs replayed; \
         {} undos, {} redos; answers no: {:?} and {:?}",
        ops.len() - 1,
        standing.len(),
        count("undo"),
        count("redo"),
        told[0].1,
        told[1].1,
    );
    assert!(
        steps < 150 || (count("undo") > 15 && count("redo") > 2 && edits > 20 && tags > 10),
        "too little happened"
    );
}
