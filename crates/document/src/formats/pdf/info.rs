//! What a PDF says of itself, what is noted on its pages, and the files that it carries.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{
    Array, DateTime, Dict, Name, Object, Rect as Area, Stream, String as Words,
};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Rect};

use super::page::Collector;
use super::words::read_words;
use crate::budget::Budget;
use crate::document::{Document, Enclosed, LeftOutKind};
use crate::moment::read_moment;

/// How deep the tree of names may go, and how many files are taken.
const DEEPEST: usize = 16;
const MOST_FILES: usize = 200;

/// Reads title, author, date, program and the enclosed files.
pub(super) fn read_properties(pdf: &Pdf, document: &mut Document, budget: &mut Budget) {
    let metadata = pdf.metadata();
    let words = |bytes: &Option<Box<[u8]>>| {
        let words = read_words(bytes.as_ref()?);
        let words = words.trim();
        (!words.is_empty()).then(|| words.to_owned())
    };
    let properties = &mut document.properties;
    properties.title = words(&metadata.title);
    properties.author = words(&metadata.author);
    properties.generator = words(&metadata.creator).or_else(|| words(&metadata.producer));
    properties.created = metadata.creation_date.and_then(write_moment);
    properties.pages = u32::try_from(pdf.pages().len()).ok();
    let xref = pdf.xref();
    let Some(catalog) = xref.get::<Dict<'_>>(xref.root_id()) else {
        return;
    };
    if let Some(stream) = catalog.get::<Stream<'_>>("Metadata")
        && let Ok(xmp) = stream.decoded_data()
    {
        let xmp = String::from_utf8_lossy(&xmp);
        if properties.title.is_none() {
            properties.title = find_in_xmp(&xmp, "dc:title");
        }
        if properties.author.is_none() {
            properties.author = find_in_xmp(&xmp, "dc:creator");
        }
        if properties.created.is_none() {
            properties.created =
                find_in_xmp(&xmp, "xmp:CreateDate").and_then(|text| read_moment(&text));
        }
    }
    if let Some(names) = catalog.get::<Dict<'_>>("Names")
        && let Some(files) = names.get::<Dict<'_>>("EmbeddedFiles")
    {
        take_files(&files, 0, document, budget);
    }
}

fn take_files(tree: &Dict<'_>, depth: usize, document: &mut Document, budget: &mut Budget) {
    if depth > DEEPEST {
        return;
    }
    if let Some(entries) = tree.get::<Array<'_>>("Names") {
        for file in entries.iter::<Object<'_>>().filter_map(Object::into_dict) {
            if document.enclosed.len() < MOST_FILES {
                take_file(&file, document, budget);
            }
        }
    }
    if let Some(kids) = tree.get::<Array<'_>>("Kids") {
        for kid in kids.iter::<Dict<'_>>().take(MOST_FILES) {
            take_files(&kid, depth + 1, document, budget);
        }
    }
}

fn take_file(file: &Dict<'_>, document: &mut Document, budget: &mut Budget) {
    let name = file
        .get::<Words<'_>>("UF")
        .or_else(|| file.get::<Words<'_>>("F"))
        .map(|name| read_words(name.as_bytes()))
        .unwrap_or_default();
    // never a path out of where it is put
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    let Some(stream) = file
        .get::<Dict<'_>>("EF")
        .and_then(|files| files.get::<Stream<'_>>("F"))
    else {
        return;
    };
    let declared_type = stream
        .dict()
        .get::<Name<'_>>("Subtype")
        .map(|kind| kind.as_str().to_owned());
    let raw = stream.raw_data();
    let is_small = super::guard::measure(&raw, 64 << 20) <= 64 << 20;
    let Some(bytes) = is_small.then(|| stream.decoded_data().ok()).flatten() else {
        document.leave_out(LeftOutKind::Object, name);
        return;
    };
    if budget.take_bytes(bytes.len(), "files").is_err() {
        document.leave_out(LeftOutKind::Object, name);
        return;
    }
    document.enclosed.push(Enclosed {
        name: if name.is_empty() { "file" } else { name }.to_owned(),
        declared_type,
        bytes: bytes.into_owned(),
    });
}

/// Reads what is noted on a page: remarks are left out, what is filled into forms is text.
pub(super) fn read_annotations(page: &Page<'_>, transform: Affine, collector: &mut Collector<'_>) {
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else {
        return;
    };
    for annotation in annotations.iter::<Dict<'_>>().take(10_000) {
        let kind = annotation.get::<Name<'_>>("Subtype");
        let kind = kind.as_ref().map(AsRef::<[u8]>::as_ref);
        match kind {
            Some(b"Widget") => {
                let words = find_inherited(&annotation, "V").map(|value| match value {
                    Object::String(words) => read_words(words.as_bytes()),
                    _ => String::new(),
                });
                let area = annotation.get::<Area>("Rect");
                if let (Some(words), Some(area)) = (words, area) {
                    let area = Rect::new(area.x0, area.y0, area.x1, area.y1);
                    collector.add_words(&words, transform.transform_rect_bbox(area));
                }
            }
            Some(b"Link" | b"Popup" | b"Screen" | b"PrinterMark" | b"TrapNet") | None => {}
            Some(_) => {
                let words = annotation
                    .get::<Words<'_>>("Contents")
                    .map(|words| read_words(words.as_bytes()))
                    .unwrap_or_default();
                if !words.trim().is_empty() {
                    collector.document().leave_out(LeftOutKind::Comment, &words);
                }
            }
        }
    }
}

/// A value that a field has from itself or from what it is a part of.
fn find_inherited<'a>(field: &Dict<'a>, key: &str) -> Option<Object<'a>> {
    let mut field = field.clone();
    for _ in 0..DEEPEST {
        if let Some(value) = field.get::<Object<'_>>(key) {
            return Some(value);
        }
        field = field.get::<Dict<'_>>("Parent")?;
    }
    None
}

fn write_moment(moment: DateTime) -> Option<String> {
    if moment.year < 1980 {
        return None;
    }
    read_moment(&format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{:+03}:{:02}",
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second,
        moment.utc_offset_hour,
        moment.utc_offset_minute
    ))
}

/// The words of an element of XMP, or of the first item in it.
fn find_in_xmp(xmp: &str, name: &str) -> Option<String> {
    let after = xmp.split_once(&format!("<{name}"))?.1;
    let (inner, _) = after.split_once(&format!("</{name}>"))?;
    let words = inner
        .split('<')
        .filter_map(|part| part.split_once('>').map(|(_, words)| words.trim()))
        .find(|words| !words.is_empty())?;
    let words = quick_xml::escape::unescape(words).ok()?;
    Some(words.into_owned())
}
