//! What the archive reads in a file: `read`.

use std::path::PathBuf;

use clap::Args;
use muragat_archive as archive;
use serde_json::json;

use crate::call::{Call, DONE, Status};

#[derive(Args, Debug)]
pub struct Read {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

pub fn read(call: &Call, given: &Read) -> Status {
    // only a library that is asked for by -L takes part: reading needs none
    let reading = match call.library {
        Some(_) => call.open()?.read_file(&given.file)?,
        None => archive::read_file(&given.file)?,
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
