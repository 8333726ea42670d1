//! What is done to an article: `edit`, `register`, `delete`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::Access;
use muragat_archive::{self as archive, ArticleEdit, BatchAct, BatchFields, SeenValue};
use serde_json::json;

use crate::call::{Call, DONE, Status};
use crate::failure::Failure;
use crate::verbs::batches;
use crate::verbs::batches::Which;

#[derive(Args, Debug)]
pub struct Edit {
    #[command(flatten)]
    pub which: Which,
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub text: Option<PathBuf>,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "REFERENCE")]
    pub reference: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    #[arg(long, value_name = "NOTE")]
    pub note: Option<String>,
    #[arg(long, value_name = "open|restricted|embargo")]
    pub access: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long, value_name = "REASON")]
    pub reason: Option<String>,
    #[arg(long, value_name = "FIELD=VALUE")]
    pub seen: Vec<String>,
    #[arg(long, value_name = "FILE", requires = "text")]
    pub seen_text: Option<PathBuf>,
}

/// The options of `edit` that set a field of the article, with the field's name in history.
const FIELDS: [(&str, &str); 8] = [
    ("unit", "unit"),
    ("reference", "reference"),
    ("date", "publication_date"),
    ("kind", "kind"),
    ("note", "note"),
    ("access", "access"),
    ("until", "embargo_until"),
    ("reason", "access_reason"),
];

#[derive(Args, Debug)]
pub struct Register {
    #[command(flatten)]
    pub which: Which,
}

#[derive(Args, Debug)]
pub struct Delete {
    #[command(flatten)]
    pub which: Which,
}

pub fn edit(call: &Call, given: &Edit) -> Status {
    let access = match given.access.as_deref() {
        None => None,
        Some(word) => Some(Access::parse(word).ok_or_else(|| {
            Failure::new(
                "value_invalid",
                json!({ "noun": "article", "field": "access", "value": word }),
            )
        })?),
    };
    let Some(id) = given.which.one() else {
        return edit_many(call, given, access);
    };
    // read before anything is written: a file that cannot be read changes nothing
    let body = given.text.as_deref().map(archive::read_text).transpose()?;
    let fields = ArticleEdit {
        title: given.title.clone(),
        body,
        reference: given.reference.clone(),
        unit: given.unit.clone(),
        kind: given.kind.clone(),
        publication_date: given.date.clone(),
        note: given.note.clone(),
        access,
        embargo_until: given.until.clone(),
        access_reason: given.reason.clone(),
        ..ArticleEdit::default()
    };
    let base = given
        .seen_text
        .as_deref()
        .map(archive::read_text)
        .transpose()?;
    let mut archive = call.open()?;
    let record = archive.article(id)?;
    let seen = seen_values(&record, &given.seen, base)?;
    archive.having_seen(seen, |archive| archive.edit_article(&record.id, &fields))?;
    let now = archive.article(&record.id)?;
    let reference = &now.reference;
    let replaced = replaced(&record, &now);
    let answer = json!({ "id": record.id, "reference": reference, "replaced": replaced });
    call.answer(&answer, || {
        let mut lines = vec![call.say("edit-done", &json!({ "reference": reference }))];
        for (field, value) in &replaced {
            let value = match *field {
                "date" | "until" => call.messages.date(value),
                _ => value.clone(),
            };
            lines.push(call.say("edit-replaced", &json!({ "field": field, "value": value })));
        }
        lines
    })?;
    Ok(DONE)
}

/// Sets the same in many articles: not what only one can have, nor a note, which would take away what each has.
fn edit_many(call: &Call, given: &Edit, access: Option<Access>) -> Status {
    let single = [
        ("--title", given.title.is_some()),
        ("--text", given.text.is_some()),
        ("--reference", given.reference.is_some()),
        ("--note", given.note.is_some()),
        ("--seen", !given.seen.is_empty()),
    ];
    if let Some((option, _)) = single.into_iter().find(|(_, is_given)| *is_given) {
        return Err(Failure::new(
            "argument_conflict",
            json!({ "argument": option }),
        ));
    }
    let fields = BatchFields {
        unit: given.unit.clone(),
        kind: given.kind.clone(),
        publication_date: given.date.clone(),
        access,
        embargo_until: given.until.clone(),
        access_reason: given.reason.clone(),
        ..BatchFields::default()
    };
    batches::run(call, &given.which, BatchAct::Set(Box::new(fields)))
}

/// What the hand says that it saw: `note=…`, and the text of the newest version.
fn seen_values(
    record: &ArticleRecord,
    given: &[String],
    base: Option<String>,
) -> Result<Vec<SeenValue>, Failure> {
    let value = |noun: &str, id: &str, field: &str, value: &str| SeenValue {
        noun: noun.to_owned(),
        id: id.to_owned(),
        field: field.to_owned(),
        value: Some(value.to_owned()),
        prefer: None,
    };
    let newest = record.versions.last().map(|version| version.id.as_str());
    let mut seen = Vec::new();
    for text in given {
        let wrong = || {
            Failure::new(
                "value_invalid",
                json!({ "noun": "article", "field": "seen", "value": text }),
            )
        };
        let (option, saw) = text.split_once('=').ok_or_else(wrong)?;
        if option == "title"
            && let Some(version) = newest
        {
            seen.push(value("version", version, "title", saw));
            continue;
        }
        let known = FIELDS.iter().find(|(name, _)| *name == option);
        let (_, field) = known.ok_or_else(wrong)?;
        // a unit is seen by its codes, and kept by its UUID
        let unit = record.units.last().filter(|_| option == "unit");
        let saw = match unit {
            Some(unit) if codes_of(record) == saw => unit.id.as_str(),
            _ => saw,
        };
        seen.push(value("article", &record.id, field, saw));
    }
    if let (Some(base), Some(version)) = (base, newest) {
        seen.push(value("version", version, "body", &base));
    }
    Ok(seen)
}

/// The codes of the units in which an article lies, as in `12/1/3`.
fn codes_of(record: &ArticleRecord) -> String {
    let codes: Vec<&str> = record.units.iter().map(|unit| unit.code.as_str()).collect();
    codes.join("/")
}

/// What stood where something else stands now, by the option that set it; texts are in history.
fn replaced(before: &ArticleRecord, after: &ArticleRecord) -> BTreeMap<&'static str, String> {
    let fields = |record: &ArticleRecord| -> [Option<String>; 8] {
        [
            Some(codes_of(record)),
            Some(record.reference.clone()),
            record.publication_date.clone(),
            record.kind.clone(),
            record.note.clone(),
            Some(record.access.level.as_str().to_owned()),
            record.access.until.clone(),
            record.access.reason.clone(),
        ]
    };
    FIELDS
        .iter()
        .zip(fields(before).into_iter().zip(fields(after)))
        .filter(|(_, (before, after))| before != after)
        .filter_map(|((name, _), (before, _))| {
            Some((*name, before.filter(|text| !text.is_empty())?))
        })
        .collect()
}

pub fn register(call: &Call, given: &Register) -> Status {
    let Some(id) = given.which.one() else {
        return batches::run(call, &given.which, BatchAct::Register);
    };
    let mut archive = call.open()?;
    archive.register(id)?;
    let record = archive.article(id)?;
    call.answer(
        &json!({ "id": record.id, "reference": record.reference, "state": record.state }),
        || vec![call.say("register-done", &json!({ "reference": record.reference }))],
    )?;
    Ok(DONE)
}

pub fn delete(call: &Call, given: &Delete) -> Status {
    let Some(id) = given.which.one() else {
        return batches::run(call, &given.which, BatchAct::Delete);
    };
    let mut archive = call.open()?;
    let record = archive.article(id)?;
    archive.delete_article(&record.id)?;
    call.answer(
        &json!({ "id": record.id, "reference": record.reference }),
        || vec![call.say("delete-done", &json!({ "reference": record.reference }))],
    )?;
    Ok(DONE)
}
