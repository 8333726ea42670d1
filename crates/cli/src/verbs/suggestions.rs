//! What was turned down in documents, and taking that back: `refused`.

use clap::Args;
use serde_json::json;

use crate::call::{Call, DONE, Status};

#[derive(Args, Debug)]
pub struct Refused {
    #[arg(long, value_name = "KIND:KEY")]
    pub again: Option<String>,
}

pub fn refused(call: &Call, given: &Refused) -> Status {
    let mut library = call.open()?;
    if let Some(again) = &given.again {
        let (kind, key) = again.split_once(':').unwrap_or(("", again));
        let articles = library.suggest_again(kind, key)?.value;
        call.answer(&json!({ "articles": articles }), || {
            vec![call.say("refused-again-done", &json!({ "count": articles }))]
        })?;
        return Ok(DONE);
    }
    let names = library.refused_names()?;
    call.answer(&json!({ "refused": names }), || {
        let line = |name: &muragat_archive::RefusedName| {
            let state = match name.left_out {
                true => "refused-left-out",
                false => "refused-still-suggested",
            };
            format!(
                "{:>4}  {}  {}  ({}:{})",
                name.articles,
                name.name,
                call.messages.say(state),
                name.kind,
                name.key
            )
        };
        match names.is_empty() {
            true => vec![call.messages.say("refused-none")],
            false => names.iter().map(line).collect(),
        }
    })?;
    Ok(DONE)
}
