//! What comes in: releases (`add`) and the photos that belong to them (`attach`).

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use muragat_archive::{
    self as archive, Added, AlikeArticle, Error, Intake, PhotoHome, VersionOrder,
};
use muragat_intake::{self as intake, DocumentReader, SortedPaths, sort_paths, text_to_path};
use serde_json::{Value, json};

use crate::call::{Call, DONE, Status};
use crate::failure::Failure;
use crate::print;

/// How long the pages of one scan may take, where one did not ask for all: a command that says nothing for long seems to
/// hang.
pub(crate) const PATIENCE_FOR_PAGES: Duration = Duration::from_secs(12);

#[derive(Args, Debug)]
pub struct Add {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long = "photo", value_name = "P")]
    pub photos: Vec<PathBuf>,
    #[arg(long, value_name = "C")]
    pub credit: Option<String>,
    #[arg(long)]
    pub accept: bool,
    #[arg(long)]
    pub keep_forms: bool,
    #[arg(long)]
    pub keep_refused: bool,
    #[arg(long)]
    pub whole_scans: bool,
}

#[derive(Args, Debug)]
pub struct Attach {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(value_name = "PHOTO", required = true)]
    pub photos: Vec<PathBuf>,
    #[arg(long, value_name = "C")]
    pub caption: Option<String>,
    #[arg(long, value_name = "C")]
    pub credit: Option<String>,
}

pub fn add(call: &Call, given: &Add) -> Status {
    let SortedPaths {
        documents,
        photos,
        bundles,
        libraries,
        others,
        sidecars,
        tables,
        ..
    } = sort_paths(&given.files);
    if given.files.len() > 1 && (!given.photos.is_empty() || given.credit.is_some()) {
        return Err(Failure::new("photo_with_many", Value::Null));
    }
    if [
        documents.len(),
        photos.len(),
        sidecars.len(),
        tables.len(),
        bundles.len(),
        libraries.len(),
        others.len(),
    ] == [0; 7]
    {
        let folder = given.files.first().map(|path| path.display().to_string());
        return Err(Failure::new("folder_empty", json!({ "path": folder })));
    }
    let mut archive = call.open()?;
    let mut reader = reader()?;
    if !given.whole_scans {
        reader = reader.patience_for_pages(PATIENCE_FOR_PAGES);
    }
    let with = Intake {
        photos: given.photos.clone(),
        credit: given.credit.clone(),
        accept: given.accept,
        keep_forms: given.keep_forms,
        keep_unread: given.keep_refused,
        ..Intake::default()
    };
    // what is nothing that is taken in is asked for all the same, so that it is refused in words that say why
    let documents = documents.into_iter().map(|document| document.path);
    let documents: Vec<PathBuf> = documents
        .chain([tables, bundles, libraries, others, sidecars].concat())
        .map(|path| text_to_path(&path))
        .collect();
    let photos: Vec<PathBuf> = photos.iter().map(|path| text_to_path(path)).collect();
    let taken = intake::take_in(
        &mut archive,
        &reader,
        &documents,
        &photos,
        &with,
        &mut print::progress(call.messages),
    )
    .map_err(|error| call.name_library(Failure::from(error)))?
    .value;
    let mut status = tell_refused(call, &taken.refused);
    for photo in &taken.unplaced {
        let failure = Failure::new(
            "photo_unplaced",
            json!({ "file": photo.display().to_string() }),
        );
        failure.tell(call.messages, call.json);
        status = status.max(failure.status());
    }
    for article in &taken.articles {
        status = status.max(tell_refused(call, &article.photos.refused));
        if !call.json {
            let values = json!({ "reference": article.reference, "title": article.title });
            print::line(&call.say("add-done", &values));
            tell_alike(call, article.alike.as_ref());
            warn_of_photos(call, &article.photos.attached);
            tell_doubts(call, &article.doubts);
        }
    }
    for article in &taken.forms {
        status = status.max(tell_refused(call, &article.photos.refused));
        if !call.json {
            let values = json!({ "reference": article.reference, "title": article.title });
            print::line(&call.say("add-form-done", &values));
        }
    }
    // of one file that was refused all is said by its error
    let said_by_error = taken.articles.is_empty()
        && taken.forms.is_empty()
        && taken.files.len() <= 1
        && status != DONE;
    if call.json && !said_by_error {
        let articles: Vec<Value> = taken
            .articles
            .iter()
            .map(|article| {
                let mut line = json!({ "id": article.id, "reference": article.reference, "title": article.title });
                if !article.doubts.is_empty() {
                    line["doubts"] = json!(article.doubts);
                }
                if let Some(alike) = &article.alike {
                    line[field_of(alike)] = json!(alike);
                }
                line
            })
            .collect();
        let form = |article: &Added| json!({ "id": article.id, "reference": article.reference, "title": article.title });
        let forms: Vec<Value> = taken.forms.iter().map(form).collect();
        let mut answer = json!({ "articles": articles, "files": taken.files });
        if !forms.is_empty() {
            answer["forms"] = json!(forms);
        }
        print::json(&answer)?;
    }
    Ok(status)
}

pub fn attach(call: &Call, given: &Attach) -> Status {
    let mut archive = call.open()?;
    let photos = intake::take_out_photos(&reader()?, &given.photos)?;
    let outcome = archive.attach_to(
        &PhotoHome::Article(given.id.clone()),
        photos.paths(),
        &intake::read_sidecars(photos.paths()),
        given.caption.as_deref(),
        given.credit.as_deref(),
        &mut |_| true,
    )?;
    let done = outcome.value;
    let status = tell_refused(call, &done.refused);
    call.answer(&json!({ "photos": done.attached }), || {
        done.attached
            .iter()
            .map(|photo| call.say("attach-done", &json!({ "name": photo.name })))
            .collect()
    })?;
    if !call.json {
        warn_of_photos(call, &done.attached);
    }
    Ok(status)
}

fn reader() -> Result<DocumentReader, Failure> {
    DocumentReader::with_this_program()
        .map_err(|error| Failure::new("unexpected", json!({ "detail": error.to_string() })))
}

/// By what field an article is told of that another may be a version of.
fn field_of(alike: &AlikeArticle) -> &'static str {
    match (alike.is_version, alike.order) {
        (true, VersionOrder::Later) => "later_version_of",
        (true, VersionOrder::Earlier) => "earlier_version_of",
        (false, _) => "same_title_and_date_as",
    }
}

/// Tells of an article that the one which came in may be a version of.
fn tell_alike(call: &Call, alike: Option<&AlikeArticle>) {
    let Some(alike) = alike else { return };
    let message = match (alike.is_version, alike.order) {
        (true, VersionOrder::Later) => "add-later-version",
        (true, VersionOrder::Earlier) => "add-earlier-version",
        (false, _) => "add-same-head",
    };
    let values = json!({
        "reference": alike.reference,
        "title": alike.title,
        "percent": (alike.likeness * 100.0).round(),
    });
    print::error(&call.say(message, &values));
}

/// Warns of names of which it is not sure whom they mean.
fn tell_doubts(call: &Call, doubts: &[archive::Doubt]) {
    for doubt in doubts {
        let message = match doubt.made {
            Some(_) => "add-doubt",
            None => "add-quote-nobody",
        };
        let values = json!({ "name": doubt.name, "count": doubt.candidates.len() });
        print::error(&call.say(message, &values));
    }
}

/// Tells what was refused; gives the status.
fn tell_refused(call: &Call, refused: &[Error]) -> u8 {
    let failures: Vec<Failure> = refused.iter().map(Failure::from).collect();
    for failure in &failures {
        failure.tell(call.messages, call.json);
    }
    failures.iter().map(Failure::status).max().unwrap_or(DONE)
}

/// Warns of photos that came in and cannot be drawn, break off, have several pages, or are pictures that the library has.
fn warn_of_photos(call: &Call, photos: &[archive::Attached]) {
    for photo in photos {
        if let Some(reason) = &photo.undrawable {
            let why = call
                .messages
                .say(&format!("photo-{}", reason.replace('_', "-")));
            print::error(&call.say("photo-kept", &json!({ "name": photo.name, "why": why })));
        } else if photo.breaks_off {
            print::error(&call.say("photo-breaks-off", &json!({ "name": photo.name })));
        }
        if let Some(parts) = photo.parts {
            let values = json!({ "name": photo.name, "count": parts });
            print::error(&call.say("photo-in-parts", &values));
        }
        if let Some(near) = &photo.near {
            let values =
                json!({ "name": photo.name, "other": near.name, "reference": near.reference });
            let message = match near.reference {
                Some(_) => "photo-near",
                None => "photo-near-of-event",
            };
            print::error(&call.say(message, &values));
        }
    }
}
