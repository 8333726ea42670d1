//! Records of persons and organisations: `party` and its steps.

use clap::{Args, Subcommand};
use muragat_archive::record::terms::{NameKind, PartyKind};
use muragat_archive::{Archive, NameFields, PartyFields, PartyLine, PartyOrder, PartyQuery};
use serde_json::json;

use crate::call::{Call, DONE, Status};
use crate::failure::Failure;

#[derive(Args, Debug)]
pub struct Party {
    #[command(subcommand)]
    pub step: PartyStep,
}

#[derive(Subcommand, Debug)]
pub enum PartyStep {
    List(List),
    Show {
        #[arg(value_name = "PARTY")]
        party: String,
    },
    Edit(Box<Edit>),
    Form(Box<Form>),
    Merge {
        #[arg(value_name = "PARTY")]
        party: String,
        #[arg(value_name = "OTHER")]
        other: String,
    },
    Doubles {
        #[arg(long, value_name = "person|organisation")]
        kind: Option<String>,
    },
    Apart {
        #[arg(value_name = "PARTY")]
        party: String,
        #[arg(value_name = "OTHER")]
        other: String,
    },
}

#[derive(Args, Debug)]
pub struct List {
    #[arg(value_name = "WORDS")]
    pub words: Option<String>,
    #[arg(long, value_name = "person|organisation")]
    pub kind: Option<String>,
    #[arg(long, value_name = "surname|name|articles|latest")]
    pub order: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub limit: u32,
}

#[derive(Args, Debug)]
pub struct Edit {
    #[arg(value_name = "PARTY")]
    pub party: String,
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "SURNAME")]
    pub surname: Option<String>,
    #[arg(long, value_name = "NAMES")]
    pub given_names: Option<String>,
    #[arg(long, value_name = "PATRONYMIC")]
    pub patronymic: Option<String>,
    #[arg(long, value_name = "NOTE")]
    pub note: Option<String>,
}

#[derive(Args, Debug)]
pub struct Form {
    #[arg(value_name = "PARTY")]
    pub party: String,
    #[arg(value_name = "FORM")]
    pub form: String,
    #[arg(long, value_name = "official|former|short|misspelt")]
    pub kind: Option<String>,
    #[arg(long, value_name = "LANGUAGE")]
    pub in_language: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long)]
    pub remove: bool,
}

/// Does a step.
pub fn party(call: &Call, given: &Party) -> Status {
    match &given.step {
        PartyStep::List(given) => list(call, given),
        PartyStep::Show { party } => {
            let archive = call.open()?;
            show(call, &archive, &archive.party_named(party)?)
        }
        PartyStep::Edit(given) => edit(call, given),
        PartyStep::Form(given) => form(call, given),
        PartyStep::Merge { party, other } => {
            let mut archive = call.open()?;
            let (into, from) = (archive.party_named(party)?, archive.party_named(other)?);
            archive.merge_parties(&into, &from)?;
            show(call, &archive, &into)
        }
        PartyStep::Doubles { kind } => doubles(call, kind.as_deref()),
        PartyStep::Apart { party, other } => {
            let mut archive = call.open()?;
            let (one, other) = (archive.party_named(party)?, archive.party_named(other)?);
            archive.tell_apart(&one, &other)?;
            call.answer(&json!({ "one": one, "other": other }), || {
                vec![call.say("party-apart", &json!({}))]
            })?;
            Ok(DONE)
        }
    }
}

fn invalid(argument: &str) -> Failure {
    Failure::new("argument_invalid", json!({ "argument": argument }))
}

fn kind_of(word: Option<&str>) -> Result<Option<PartyKind>, Failure> {
    word.map(|word| PartyKind::parse(word).ok_or_else(|| invalid("--kind")))
        .transpose()
}

fn list(call: &Call, given: &List) -> Status {
    let order = match given.order.as_deref() {
        None | Some("surname") => PartyOrder::Surname,
        Some("name") => PartyOrder::Name,
        Some("articles") => PartyOrder::Articles,
        Some("latest") => PartyOrder::Latest,
        Some(_) => return Err(invalid("--order")),
    };
    let query = PartyQuery {
        kind: kind_of(given.kind.as_deref())?,
        text: given.words.clone(),
        order,
        limit: given.limit,
        ..PartyQuery::default()
    };
    let page = call.open()?.parties(&query)?;
    call.answer(&page, || {
        let name = |line: &PartyLine| match order {
            PartyOrder::Name => line.name.clone(),
            _ => line.listed.clone(),
        };
        page.rows
            .iter()
            .map(|line| line_of(call, line, &name(line)))
            .collect()
    })?;
    Ok(DONE)
}

/// A party in one line: its name, former ones, in how many documents it stands.
fn line_of(call: &Call, line: &PartyLine, name: &str) -> String {
    let name = match &line.former {
        Some(former) => call.say("party-former", &json!({ "name": name, "former": former })),
        None => name.to_owned(),
    };
    format!("{name} · {}", line.articles)
}

fn show(call: &Call, archive: &Archive, id: &str) -> Status {
    let page = archive.party(id)?;
    call.answer(&page.record, || {
        let mut lines = vec![line_of(call, &page.line, &page.line.listed)];
        for name in &page.record.names {
            let dates = match (&name.date_from, &name.date_to) {
                (None, None) => None,
                (from, to) => {
                    let words = |end: &Option<String>| match end {
                        Some(date) => call.messages.date(date),
                        None => "…".to_owned(),
                    };
                    Some(format!("{} – {}", words(from), words(to)))
                }
            };
            let kind = name
                .kind
                .map(|kind| call.messages.say(&format!("name-{}", kind.as_str())));
            let parts = [Some(name.form.clone()), kind, name.language.clone(), dates];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            lines.push(format!("  {}", parts.join(" · ")));
        }
        lines
    })?;
    Ok(DONE)
}

fn edit(call: &Call, given: &Edit) -> Status {
    let mut archive = call.open()?;
    let id = archive.party_named(&given.party)?;
    let fields = PartyFields {
        name: given.name.clone(),
        surname: given.surname.clone(),
        given_names: given.given_names.clone(),
        patronymic: given.patronymic.clone(),
        note: given.note.clone(),
        ..PartyFields::default()
    };
    archive.edit_party(&id, &fields)?;
    show(call, &archive, &id)
}

/// Adds a form of a name, sets the one that is written so, or takes it away.
fn form(call: &Call, given: &Form) -> Status {
    let mut archive = call.open()?;
    let id = archive.party_named(&given.party)?;
    let kind = match given.kind.as_deref() {
        None => None,
        Some(word) => Some(NameKind::parse(word).ok_or_else(|| invalid("--kind"))?),
    };
    let stands = archive.party(&id)?.record.names;
    let stands = stands.into_iter().find(|name| name.form == given.form);
    let fields = NameFields {
        form: given.form.clone(),
        language: given.in_language.clone(),
        kind,
        date_from: given.from.clone(),
        date_to: given.until.clone(),
    };
    match (stands, given.remove) {
        (Some(name), true) => {
            archive.remove_party_name(&name.id)?;
        }
        (None, true) => {
            return Err(Failure::new("not_found", json!({ "id": given.form })));
        }
        (Some(name), false) => {
            archive.edit_party_name(&name.id, &fields)?;
        }
        (None, false) => {
            archive.add_party_name(&id, &fields)?;
        }
    }
    show(call, &archive, &id)
}

fn doubles(call: &Call, kind: Option<&str>) -> Status {
    let archive = call.open()?;
    let kinds = match kind_of(kind)? {
        Some(kind) => vec![kind],
        None => vec![PartyKind::Person, PartyKind::Organisation],
    };
    let mut pairs = Vec::new();
    for kind in kinds {
        pairs.extend(archive.doubles(kind, &mut |_| true)?);
    }
    let mut lines = Vec::with_capacity(pairs.len());
    if !call.json {
        for pair in &pairs {
            let (one, other) = (
                archive.party(&pair.one)?.line,
                archive.party(&pair.other)?.line,
            );
            lines.push(format!("{}  =?  {}", one.name, other.name));
        }
    }
    call.answer(&json!({ "pairs": pairs }), || match lines.is_empty() {
        true => vec![call.messages.say("party-no-doubles")],
        false => lines,
    })?;
    Ok(DONE)
}
