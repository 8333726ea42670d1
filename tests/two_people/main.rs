//! Two people write to one library at once, each with programs of their own: nothing acknowledged is
//! lost, each undo does all or says why not, and history accounts for every word that stands.
//!
//! Which of the two comes first changes from run to run; what each asks for follows from the seed.
//! `MURAGAT_SEED` and `MURAGAT_STEPS` change it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

#[path = "../common/mod.rs"]
mod common;
mod history;
mod person;

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use common::*;
use history::*;
use person::*;
use serde_json::{Value, json};

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
