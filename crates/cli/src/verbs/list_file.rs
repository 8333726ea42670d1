//! A list written into a file: `list --csv`, `--xlsx`, `--html`, `--pdf`.

use std::path::{Path, PathBuf};

use clap::Args;
use muragat_archive::record::terms::ReleaseWay;
use muragat_archive::{Archive, ListQuery};
use muragat_bundle::{ListColumn, ListFormat, ListWanted, Listed, write_list};
use serde_json::json;

use crate::call::{Call, DONE, Status};
use crate::failure::Failure;
use crate::print::{self, display_path};
use crate::verbs::bundles::told_closed;

#[derive(Args, Debug)]
pub struct ListFile {
    #[arg(long, value_name = "FILE", group = "into")]
    pub csv: Option<PathBuf>,
    #[arg(long, value_name = "FILE", group = "into")]
    pub xlsx: Option<PathBuf>,
    #[arg(long, value_name = "FILE", group = "into")]
    pub html: Option<PathBuf>,
    #[arg(long, value_name = "FILE", group = "into")]
    pub pdf: Option<PathBuf>,
    #[arg(long, value_name = "NAME,…", value_delimiter = ',', requires = "into")]
    pub columns: Vec<String>,
    #[arg(long, value_name = "ID", requires = "into")]
    pub restricted: Vec<String>,
}

impl ListFile {
    /// As what a file is wanted, and where.
    pub fn wanted(&self) -> Option<(ListFormat, &Path)> {
        let files = [
            (ListFormat::Csv, &self.csv),
            (ListFormat::Xlsx, &self.xlsx),
            (ListFormat::Html, &self.html),
            (ListFormat::Pdf, &self.pdf),
        ];
        files
            .into_iter()
            .find_map(|(format, file)| Some((format, file.as_deref()?)))
    }
}

/// Writes all that the query finds.
pub fn write(
    call: &Call,
    archive: &mut Archive,
    query: ListQuery,
    given: &ListFile,
    format: ListFormat,
    target: &Path,
) -> Status {
    let columns: Vec<ListColumn> = given
        .columns
        .iter()
        .map(|name| {
            let named = serde_json::from_value(json!(name.replace('-', "_")));
            named.map_err(|_| Failure::new("argument_invalid", json!({ "argument": name })))
        })
        .collect::<Result<_, _>>()?;
    // a page is the first so many: what is written are those
    let articles = match query.limit {
        u32::MAX => None,
        _ => Some(
            archive
                .lines(&query)?
                .rows
                .into_iter()
                .map(|row| row.id)
                .collect(),
        ),
    };
    let wanted = ListWanted {
        listed: Listed::Articles { articles, query },
        columns,
        format,
        language: call.messages.language.to_owned(),
        title: call.messages.say("list-file-title"),
        scope: vec![archive.name()],
        restricted: given.restricted.clone(),
    };
    let released = archive.release(&given.restricted, ReleaseWay::List, target)?;
    let made = write_list(
        archive,
        &wanted,
        &released.value,
        target,
        &mut print::progress(call.messages),
    )?;
    call.answer(&made, || {
        let values = json!({ "rows": made.rows, "path": display_path(&made.path) });
        let mut lines = vec![call.say("list-file-done", &values)];
        lines.extend(told_closed(call, "export-left-out", &made.left_out));
        lines
    })?;
    Ok(DONE)
}
