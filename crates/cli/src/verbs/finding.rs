//! Articles, looked for and looked at: `list`, `search`, `show`.

use clap::Args;
use muragat_archive::{self as archive, ListQuery};
use serde_json::json;

use super::article_card::article_card;
use super::list_file::{self, ListFile};
use crate::call::{Call, DONE, Status};

#[derive(Args, Debug)]
pub struct List {
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i32>,
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
    #[command(flatten)]
    pub file: ListFile,
}

#[derive(Args, Debug)]
pub struct Search {
    #[arg(value_name = "QUERY")]
    pub query: String,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i32>,
    #[arg(long, default_value_t = 20, value_name = "N")]
    pub limit: u32,
    #[arg(long, value_name = "ORDER", default_value = "relevance", value_parser = ["relevance", "date"], hide_possible_values = true, hide_default_value = true)]
    pub order: String,
}

#[derive(Args, Debug)]
pub struct Show {
    #[arg(value_name = "ID")]
    pub id: String,
}

pub fn list(call: &Call, given: &List) -> Status {
    let query = ListQuery {
        unit: given.unit.clone(),
        year: given.year,
        limit: given.limit.unwrap_or(u32::MAX),
        ..ListQuery::default()
    };
    let mut archive = call.open()?;
    if let Some((format, target)) = given.file.wanted() {
        return list_file::write(call, &mut archive, query, &given.file, format, target);
    }
    let page = archive.lines(&query)?;
    call.answer(
        &json!({ "articles": page.rows, "total": page.total }),
        || {
            let rows = page.rows.iter().map(|row| Row {
                reference: &row.reference,
                date: row.date.as_deref(),
                title: &row.title,
            });
            let mut lines = in_columns(call, rows);
            lines.push(call.say("list-total", &json!({ "total": page.total })));
            lines
        },
    )?;
    Ok(DONE)
}

pub fn search(call: &Call, given: &Search) -> Status {
    let query = ListQuery {
        text: Some(given.query.clone()),
        unit: given.unit.clone(),
        year: given.year,
        limit: given.limit,
        similar: true,
        ..ListQuery::default()
    };
    // blank, it looks at all that the other options leave
    if !given.query.trim().is_empty() {
        query.must_say_which()?;
    }
    let archive = call.open()?;
    let found = match given.order.as_str() {
        "date" => archive.search_newest_first(&query)?,
        _ => archive.search(&query)?,
    };
    call.answer(&found, || {
        let mut lines = vec![call.say("search-total", &json!({ "total": found.total }))];
        if found.numbered {
            lines.push(call.messages.say("search-number"));
        }
        let tell = |hits: &[archive::Hit], lines: &mut Vec<String>| {
            let rows = hits.iter().map(|hit| Row {
                reference: &hit.reference,
                date: hit.date.as_deref(),
                title: &hit.title,
            });
            for (row, hit) in in_columns(call, rows).into_iter().zip(hits) {
                lines.extend([row, format!("    {}", hit.snippet)]);
            }
        };
        tell(&found.hits, &mut lines);
        if found.similar.total > 0 {
            let values =
                json!({ "words": found.similar.words.join(", "), "total": found.similar.total });
            lines.push(call.say("search-similar", &values));
            tell(&found.similar.hits, &mut lines);
        }
        let facets = &found.facets;
        let years: Vec<_> = facets
            .years
            .iter()
            .map(|year| format!("{} ({})", year.year, year.count))
            .collect();
        let counted = |counts: &[archive::Count]| {
            counts
                .iter()
                .map(|c| format!("{} ({})", c.name, c.count))
                .collect::<Vec<_>>()
        };
        let all = [
            ("search-years", years),
            ("search-units", counted(&facets.units)),
            ("search-people", counted(&facets.people)),
            ("search-organisations", counted(&facets.organisations)),
        ];
        for (key, values) in all.into_iter().filter(|(_, values)| !values.is_empty()) {
            lines.push(format!("{}: {}", call.messages.say(key), values.join(", ")));
        }
        lines
    })?;
    Ok(DONE)
}

/// A document in a line.
struct Row<'a> {
    reference: &'a str,
    date: Option<&'a str>,
    title: &'a str,
}

/// Documents in lines, the titles below each other; a date in words has no width of its own.
fn in_columns<'a>(call: &Call, rows: impl Iterator<Item = Row<'a>>) -> Vec<String> {
    let rows: Vec<(Row<'_>, String)> = rows
        .map(|row| {
            let date = row.date.map(|date| call.messages.date(date));
            (row, date.unwrap_or_default())
        })
        .collect();
    let width = rows.iter().map(|(_, date)| date.chars().count()).max();
    let width = width.unwrap_or_default();
    rows.iter()
        .map(|(row, date)| format!("{}  {date:width$}  {}", row.reference, row.title))
        .collect()
}

pub fn show(call: &Call, given: &Show) -> Status {
    let record = call.open()?.article(&given.id)?;
    call.answer(&record, || article_card(call.messages, &record))?;
    Ok(DONE)
}
