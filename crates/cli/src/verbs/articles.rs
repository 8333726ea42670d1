//! What is done to an article: `edit`, `register`, `delete`.

use std::path::PathBuf;

use clap::Args;
use muragat_archive::record::terms::Access;
use muragat_archive::{self as archive, ArticleEdit};
use serde_json::json;

use crate::call::{Call, DONE, Status};
use crate::failure::Failure;

#[derive(Args, Debug)]
pub struct Edit {
    #[arg(value_name = "ID")]
    pub id: String,
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
}

#[derive(Args, Debug)]
pub struct Register {
    #[arg(value_name = "ID")]
    pub id: String,
}

#[derive(Args, Debug)]
pub struct Delete {
    #[arg(value_name = "ID")]
    pub id: String,
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
    let mut archive = call.open()?;
    let record = archive.article(&given.id)?;
    archive.edit_article(&record.id, &fields)?;
    let reference = archive.article(&record.id)?.reference;
    call.answer(&json!({ "id": record.id, "reference": reference }), || {
        vec![call.say("edit-done", &json!({ "reference": reference }))]
    })?;
    Ok(DONE)
}

pub fn register(call: &Call, given: &Register) -> Status {
    let mut archive = call.open()?;
    archive.register(&given.id)?;
    let record = archive.article(&given.id)?;
    call.answer(
        &json!({ "id": record.id, "reference": record.reference, "state": record.state }),
        || vec![call.say("register-done", &json!({ "reference": record.reference }))],
    )?;
    Ok(DONE)
}

pub fn delete(call: &Call, given: &Delete) -> Status {
    let mut archive = call.open()?;
    let record = archive.article(&given.id)?;
    archive.delete_article(&record.id)?;
    call.answer(
        &json!({ "id": record.id, "reference": record.reference }),
        || vec![call.say("delete-done", &json!({ "reference": record.reference }))],
    )?;
    Ok(DONE)
}
