//! The tree of holdings: `unit`.

use clap::Args;
use muragat_archive as archive;
use serde_json::json;

use crate::call::{Call, DONE, Status};

#[derive(Args, Debug)]
pub struct Unit {
    #[arg(value_name = "CODE", requires = "title")]
    pub code: Option<String>,
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(long, value_name = "UNIT")]
    pub under: Option<String>,
}

pub fn unit(call: &Call, given: &Unit) -> Status {
    let mut archive = call.open()?;
    if let (Some(code), Some(title)) = (&given.code, &given.title) {
        let id = archive.add_unit(given.under.as_deref(), code, title)?.value;
        call.answer(&json!({ "id": id, "code": code, "title": title }), || {
            vec![call.say("unit-done", &json!({ "code": code, "title": title }))]
        })?;
        return Ok(DONE);
    }
    let units = archive.units()?;
    call.answer(&json!({ "units": units }), || {
        units
            .iter()
            .map(|unit| {
                let depth = match unit.level {
                    archive::record::terms::Level::Fonds => 0,
                    archive::record::terms::Level::Inventory => 2,
                    archive::record::terms::Level::File => 4,
                };
                format!(
                    "{:depth$}{}  {} ({})",
                    "", unit.code, unit.title, unit.articles
                )
            })
            .collect()
    })?;
    Ok(DONE)
}
