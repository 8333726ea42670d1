//! The same done to many articles: how `register`, `edit` and `delete` do it, and say what it would come to.

use clap::Args;
use muragat_archive::{Archive, Batch, BatchAct, BatchResult};
use serde_json::json;

use crate::call::{Call, DONE, Status};
use crate::failure::Failure;

/// Which articles are meant.
#[derive(Args, Debug)]
pub struct Which {
    #[arg(value_name = "ID", required_unless_present = "search")]
    pub ids: Vec<String>,
    #[arg(long, value_name = "WORDS", conflicts_with = "ids")]
    pub search: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
}

impl Which {
    /// The one article that is named, where it is not only asked what would change.
    pub fn one(&self) -> Option<&str> {
        match (self.ids.as_slice(), self.dry_run) {
            ([id], false) => Some(id),
            _ => None,
        }
    }
}

/// Does the same to all that are meant, as one op; or says what it would come to.
pub fn run(call: &Call, which: &Which, act: BatchAct) -> Status {
    let mut archive = call.open()?;
    let articles = match &which.search {
        Some(words) => archive.ids_of_words(words)?,
        None => resolve(&archive, &which.ids)?,
    };
    let batch = Batch { articles, act };
    let result = match which.dry_run {
        true => archive.rehearse_batch(&batch, &mut |_| true)?,
        false => archive.run_batch(&batch, &mut |_| true)?.value,
    };
    let mut answer = serde_json::to_value(&result).unwrap_or_default();
    if let Some(map) = answer.as_object_mut() {
        map.insert("dry_run".to_owned(), json!(which.dry_run));
    }
    call.answer(&answer, || lines(call, which.dry_run, &result))?;
    Ok(DONE)
}

/// UUIDs of what is named: a name that means nothing is an error before anything is done.
fn resolve(archive: &Archive, ids: &[String]) -> Result<Vec<String>, Failure> {
    let found = ids.iter().map(|id| Ok(archive.line(id)?.id));
    found.collect()
}

fn lines(call: &Call, dry_run: bool, result: &BatchResult) -> Vec<String> {
    let said = match dry_run {
        true => "batch-would-change",
        false => "batch-changed",
    };
    let mut lines = vec![call.say(said, &json!({ "count": result.changed }))];
    if result.same > 0 {
        lines.push(call.say("batch-same", &json!({ "count": result.same })));
    }
    for hindered in &result.hindered {
        let why = serde_json::to_value(hindered.why).unwrap_or_default();
        let key = format!("batch-{}", why.as_str().unwrap_or_default());
        lines.push(call.say(&key, &json!({ "count": hindered.count })));
        for article in &hindered.articles {
            lines.push(format!("  {}  {}", article.reference, article.title));
        }
    }
    if dry_run {
        for line in &result.lines {
            lines.push(format!(
                "{}  {}",
                line.article.reference, line.article.title
            ));
            for change in &line.changes {
                let value = |text: &Option<String>| match text {
                    Some(text) => value_words(call, &change.field, text),
                    None => "–".to_owned(),
                };
                let (before, after) = (value(&change.before), value(&change.after));
                let field = change.field.trim_end_matches("_id").replace('_', "-");
                let field = call.messages.find(&format!("field-{field}"));
                let field = field.as_ref().unwrap_or(&change.field);
                lines.push(format!("  {field}: {before} → {after}"));
            }
        }
    }
    lines
}

/// A value of a field as people read it.
fn value_words(call: &Call, field: &str, value: &str) -> String {
    match field {
        "publication_date" | "embargo_until" => call.messages.date(value),
        "access" | "state" => call.messages.say(&format!("{field}-{value}")),
        _ => value.to_owned(),
    }
}
