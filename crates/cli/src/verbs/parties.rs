//! People and organisations: tagged in an article (`tag`), or loaded from a list (`officials`).

use std::path::PathBuf;

use clap::Args;
use muragat_archive::Tagging;
use muragat_archive::record::terms::{PartyKind, Role};
use serde_json::json;

use crate::call::{Call, DONE, Status};
use crate::failure::Failure;
use crate::print;

#[derive(Args, Debug)]
#[group(skip)]
#[command(group = clap::ArgGroup::new("party").required(true).args(["person", "organisation"]))]
pub struct Tag {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    #[arg(long, value_name = "R")]
    pub role: Option<String>,
    #[arg(long, value_name = "P")]
    pub position: Option<String>,
    #[arg(long = "for", value_name = "ORG")]
    pub on_behalf_of: Option<String>,
}

#[derive(Args, Debug)]
pub struct Officials {
    #[arg(value_name = "FILE.csv")]
    pub file: PathBuf,
}

pub fn tag(call: &Call, given: &Tag) -> Status {
    let role = match given.role.as_deref() {
        None => None,
        Some(word) => Some(Role::parse(word).ok_or_else(|| {
            let known: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
            Failure::new("role_unknown", json!({ "role": word, "known": known }))
        })?),
    };
    let (kind, name) = match (&given.person, &given.organisation) {
        (Some(name), _) => (PartyKind::Person, name),
        (None, Some(name)) => (PartyKind::Organisation, name),
        (None, None) => {
            return Err(Failure::new(
                "argument_missing",
                json!({ "argument": "--person" }),
            ));
        }
    };
    let tagging = Tagging {
        kind,
        name: name.clone(),
        role,
        position: given.position.clone(),
        on_behalf_of: given.on_behalf_of.clone(),
    };
    let tagged = call.open()?.tag(&given.id, &tagging)?.value;
    call.answer(&tagged, || {
        let key = if tagged.new { "tag-new" } else { "tag-known" };
        vec![call.say(
            key,
            &json!({ "name": tagged.name, "mentions": tagged.mentions }),
        )]
    })?;
    Ok(DONE)
}

pub fn officials(call: &Call, given: &Officials) -> Status {
    let done = call.open()?.load_officials(&given.file)?.value;
    call.answer(&done, || {
        let values = json!({ "rows": done.rows, "people": done.people, "organisations": done.organisations, "posts": done.posts });
        vec![call.say("officials-done", &values)]
    })?;
    for heading in &done.ignored {
        print::error(&call.say("officials-ignored", &json!({ "heading": heading })));
    }
    Ok(DONE)
}
