//! Bags that are not ours: every folder that holds files becomes an article with those files. Pictures are its photos,
//! the first text its text, and all else its originals; nothing is left behind. The same bag gives the same
//! UUIDs, so that it comes in once.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use muragat_archive::record::terms::{Access, Relation, State};
use muragat_archive::record::{
    AccessRecord, ArticleRecord, FileRecord, PhotoRecord, VersionRecord,
};
use muragat_archive::{PHOTO_LIMIT, TEXT_LIMIT, shown_name};
use muragat_bagit::Bag;
use muragat_files::sha256;
use muragat_language::Reading;
use muragat_photo::{Decodable, Description};

use crate::error::Error;
use crate::identity::derived_uuid;
use crate::verification::Verification;

/// Longer references are cut, in characters.
const REFERENCE_CHARS: usize = 120;
/// Endings of files that are read as text.
const TEXTS: [&str; 3] = [".txt", ".text", ".md"];

/// Articles made from a bag's files, and where the bytes lie: paths by SHA-256.
pub(crate) struct Made {
    pub records: Vec<ArticleRecord>,
    pub files: HashMap<String, String>,
}

/// Makes an article of each folder.
pub(crate) fn records(at: &Path, bag: &Bag, verified: &Verification) -> Result<Made, Error> {
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in bag.payload_paths() {
        let folder = path
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder)
            .to_owned();
        folders.entry(folder).or_default().push(path);
    }
    let said = |label: &str| {
        let found = verified
            .bag_info
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(label));
        found
            .map(|(_, value)| value.clone())
            .filter(|value| !value.trim().is_empty())
    };
    let name = said("External-Identifier").unwrap_or_else(|| {
        let stem = at.file_stem().or(at.file_name());
        stem.map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default()
    });
    let mut made = Made {
        records: Vec::new(),
        files: HashMap::new(),
    };
    for (folder, paths) in &folders {
        let record = article(at, bag, &name, folder, paths, &mut made.files)?;
        made.records.push(ArticleRecord {
            note: said("External-Description")
                .into_iter()
                .chain(record.note.clone())
                .reduce(|a, b| format!("{a}\n{b}")),
            ..record
        });
    }
    Ok(made)
}

fn article(
    at: &Path,
    bag: &Bag,
    name: &str,
    folder: &str,
    paths: &[String],
    files: &mut HashMap<String, String>,
) -> Result<ArticleRecord, Error> {
    let mut digests = Vec::new();
    let mut kept: Vec<(String, String, u64, Option<Description>)> = Vec::new();
    let mut seen: HashMap<String, String> = HashMap::new();
    let mut twice = Vec::new();
    let mut reading: Option<(Reading, String, String)> = None;
    for path in paths {
        let bytes = bag
            .read(path, PHOTO_LIMIT)
            .map_err(|e| Error::reading(at, e))?;
        let digest = sha256(&bytes);
        let file = path
            .rsplit_once('/')
            .map_or(path.as_str(), |(_, file)| file)
            .to_owned();
        digests.push(format!("{digest} {path}"));
        files.entry(digest.clone()).or_insert_with(|| path.clone());
        // the catalogue keeps the same bytes once in an article; their other names go into its note
        if let Some(first) = seen.get(&digest) {
            twice.push(format!("{file} = {first}"));
            continue;
        }
        seen.insert(digest.clone(), file.clone());
        let lower = file.to_lowercase();
        if reading.is_none()
            && TEXTS.iter().any(|ending| lower.ends_with(ending))
            && bytes.len() as u64 <= TEXT_LIMIT
            && let Ok(decoded) = muragat_language::decode(&bytes)
        {
            let read = muragat_language::read(&decoded.text);
            reading = Some((read, digest.clone(), decoded.encoding.label().to_owned()));
        }
        let seen = muragat_photo::describe(&bytes).ok();
        kept.push((file, digest, bytes.len() as u64, seen));
    }
    let id = derived_uuid(std::iter::once("article").chain(digests.iter().map(String::as_str)));
    let made = |kind: &str, digest: &str| derived_uuid([id.as_str(), kind, digest]);
    let mut photos = Vec::new();
    let mut originals = Vec::new();
    for (file, digest, size, seen) in kept {
        match seen {
            Some(seen) => photos.push(PhotoRecord {
                id: made("photo", &digest),
                name: shown_name(&file),
                sha256: digest.clone(),
                size,
                media_type: seen.media_type.to_owned(),
                width: seen.width,
                height: seen.height,
                undrawable: match seen.decodable {
                    Decodable::Yes => None,
                    Decodable::No { reason } => Some(reason.to_owned()),
                },
                texts: Vec::new(),
                credit: None,
                photographer: None,
                taken_at: seen.taken_at,
                place: None,
                rights: None,
                instructions: None,
                digital_source_type: None,
                rating: None,
                picked: false,
                published: false,
                turned: 0,
                event: None,
                regions: Vec::new(),
            }),
            None => originals.push(FileRecord {
                id: made("file", &digest),
                name: shown_name(&file),
                sha256: digest.clone(),
                size,
                media_type: media_type(&file).to_owned(),
                encoding: reading
                    .as_ref()
                    .filter(|(_, of, _)| *of == digest)
                    .map(|(_, _, encoding)| encoding.clone()),
                pronom: None,
                derivation: None,
                source: None,
            }),
        }
    }
    let below = folder
        .strip_prefix("data")
        .unwrap_or(folder)
        .trim_start_matches('/');
    let place = match below.is_empty() {
        true => name.to_owned(),
        false => format!("{name}/{below}"),
    };
    let reference: String = one_line(&place).chars().take(REFERENCE_CHARS).collect();
    let now = chrono::Utc::now();
    let read = reading.map(|(reading, _, _)| reading);
    let title = read
        .as_ref()
        .map(|read| one_line(&read.title))
        .filter(|title| !title.is_empty());
    let language = read.as_ref().and_then(|read| read.language.clone());
    Ok(ArticleRecord {
        id: id.clone(),
        reference: Some(reference.trim().to_owned())
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| id.clone()),
        state: State::Draft,
        kind: None,
        outgoing_number: None,
        outgoing_date: None,
        publication_date: read.as_ref().and_then(|read| read.date.clone()),
        captured_on: Some(now.date_naive().to_string()),
        source_url: None,
        rights: None,
        note: (!twice.is_empty()).then(|| twice.join("\n")),
        access: AccessRecord {
            level: Access::Open,
            until: None,
            reason: None,
            decided_by: None,
        },
        units: Vec::new(),
        subjects: Vec::new(),
        places: Vec::new(),
        events: Vec::new(),
        versions: vec![VersionRecord {
            id: made("version", ""),
            language: language.unwrap_or_else(|| "und".to_owned()),
            title: title.unwrap_or(reference),
            body: read.map(|read| read.body).unwrap_or_default(),
            relation: Relation::Original,
            of: None,
            fixed_at: None,
            files: originals,
            mentions: Vec::new(),
            quotes: Vec::new(),
        }],
        cast: Vec::new(),
        photos,
        parties: Vec::new(),
        decisions: Vec::new(),
        created_at: now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
    })
}

/// Text in one line, without controls.
fn one_line(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The IANA media type of what comes with press releases, by its ending.
fn media_type(file: &str) -> &'static str {
    let ending = file
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase())
        .unwrap_or_default();
    match ending.as_str() {
        "txt" | "text" | "md" => "text/plain",
        "html" | "htm" => "text/html",
        "xml" => "application/xml",
        "json" => "application/json",
        "csv" => "text/csv",
        "pdf" => "application/pdf",
        "eml" => "message/rfc822",
        "rtf" => "application/rtf",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "odt" => "application/vnd.oasis.opendocument.text",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
