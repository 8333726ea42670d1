//! What the archive reads in a file: `read`.

use std::path::{Path, PathBuf};

use clap::Args;
use muragat_archive::Error;
use muragat_intake::{DocumentReader, Found};
use serde_json::json;

use crate::call::{Call, DONE, Status};
use crate::failure::Failure;
use crate::verbs::intake::PATIENCE_FOR_PAGES;

#[derive(Args, Debug)]
pub struct Read {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// The text of a document; of one that holds several, the first.
fn read_text(file: &Path) -> Result<String, Failure> {
    let reader = DocumentReader::with_this_program()
        .map_err(|error| Failure::new("unexpected", json!({ "detail": error.to_string() })))?
        .patience_for_pages(PATIENCE_FOR_PAGES);
    let mut refused = None;
    for found in reader.read_file(file)? {
        match found {
            Found::Release { text, .. } => return Ok(text.text),
            Found::Refused { why, .. } => refused = refused.or(Some(why)),
            Found::Picture { .. } => {}
        }
    }
    let nothing = || Error::TextEmpty {
        file: file.display().to_string(),
    };
    Err(refused.unwrap_or_else(nothing).into())
}

pub fn read(call: &Call, given: &Read) -> Status {
    // only a library that is asked for by -L takes part: reading needs none
    let text = read_text(&given.file)?;
    let reading = match call.library {
        Some(_) => call.open()?.read_text(&text)?,
        None => muragat_language::read(&text),
    };
    call.answer(&reading, || {
        let date = reading.date.as_deref().map(|date| call.messages.date(date));
        let mut lines = vec![
            reading.title.clone(),
            call.say("read-date", &json!({ "date": date })),
            call.say("read-language", &json!({ "language": reading.language })),
        ];
        for person in &reading.people {
            let roles: Vec<String> = person
                .roles
                .iter()
                .map(|role| call.messages.say(&format!("role-{role}")))
                .collect();
            lines.push(call.say(
                "read-person",
                &json!({ "name": person.name, "roles": roles.join(", ") }),
            ));
            for position in &person.positions {
                lines.push(call.say("read-position", &json!({ "position": position })));
            }
        }
        for organisation in &reading.organisations {
            lines.push(call.say("read-organisation", &json!({ "name": organisation.name })));
        }
        for place in &reading.places {
            lines.push(call.say("read-place", &json!({ "name": place.name })));
        }
        for quote in &reading.quotes {
            lines.push(call.say(
                "read-quote",
                &json!({ "speaker": quote.speaker, "text": quote.text }),
            ));
        }
        for credit in &reading.photo_credits {
            lines.push(call.say("read-credit", &json!({ "credit": credit.text })));
        }
        lines.push(String::new());
        lines.push(reading.body.clone());
        lines
    })?;
    Ok(DONE)
}
