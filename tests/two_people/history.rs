//! What history says, and what follows from it.

use serde_json::{Value, json};

use crate::common::*;
use crate::person::Done;

/// An op of history.
pub struct Op {
    pub id: i64,
    pub actor: String,
    pub kind: String,
    pub reverts: Option<i64>,
    pub undone: bool,
    pub changes: Vec<Value>,
}

/// History, the oldest op first.
pub fn history(home: &Home, article: Option<&str>) -> Vec<Op> {
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
pub fn accounts(done: &[Done], ops: &[&Op]) -> bool {
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
pub fn turned(op: &Op, round: bool) -> Vec<(String, String, String)> {
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
pub fn patched(before: &str, pieces: &Value) -> String {
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
pub type Replayed = ([Value; 3], Vec<(i64, String, usize, Value)>);

/// Replays an article's history from the text it was added with. Gives its fields as they end, and what
/// each edit made: (op, actor, field, value).
pub fn replay(ops: &[Op], added: [Value; 3]) -> Replayed {
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
