//! A mail of Outlook: storages and streams named for the properties that they hold (MS-OXMSG).

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use cfb::CompoundFile;

use super::mapi::{Bag, Value, make_file, make_mail};
use crate::budget::Budget;
use crate::document::{Document, Doubt};
use crate::format::Format;
use crate::formats::mail::{MailPart, compose, find_safe_name};
use crate::refusal::Refusal;

type File<'a> = CompoundFile<Cursor<&'a [u8]>>;

const PROPERTIES: &str = "__properties_version1.0";
const STREAM: &str = "__substg1.0_";
const EMBEDDED: &str = "__substg1.0_3701000D";

/// Reads a mail of Outlook.
///
/// # Errors
/// See [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|error| Refusal::Damaged {
        what: error.to_string(),
    })?;
    let root = Path::new("/");
    let mut is_damaged = false;
    let bag = read_bag(&mut file, root, 32, budget, &mut is_damaged)?;
    let class = bag.text(0x001A, None).unwrap_or_default();
    let mut parts = Vec::new();
    for storage in list(&file, root, true) {
        let name = storage.file_name().unwrap_or_default().to_string_lossy();
        if !name.starts_with("__attach_version1.0_") {
            continue;
        }
        budget.take_part("mail")?;
        let mut of_file = read_bag(&mut file, &storage, 8, budget, &mut is_damaged)?;
        let mut part = make_file(&mut of_file, bag.charset());
        let embedded = storage.join(EMBEDDED);
        if part.bytes.is_empty() && file.is_storage(&embedded) {
            let is_mail = file.is_stream(embedded.join(PROPERTIES));
            part.bytes = copy_storage(&mut file, &embedded, is_mail, budget)?;
            name_embedded(&mut part, is_mail);
        }
        parts.push(part);
    }
    if is_encrypted(&class, &parts) {
        return Err(Refusal::Locked);
    }
    let mail = make_mail(&bag, parts, budget)?;
    let mut document = compose(mail, Format::Msg, budget)?;
    if is_damaged {
        document.doubts.push(Doubt::Damaged);
    }
    Ok(document)
}

fn is_encrypted(class: &str, parts: &[MailPart]) -> bool {
    let class = class.to_ascii_lowercase();
    let sealed = class.starts_with("ipm.note.smime") && !class.contains("multipartsigned");
    let protected = class.contains("rpmsg")
        || parts
            .iter()
            .any(|part| part.name.as_deref() == Some("message.rpmsg"));
    // the same class is given to what is only signed, as a whole
    let enveloped = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03];
    let is_enveloped = parts.iter().any(|part| {
        let begin = part.bytes.get(..64).unwrap_or(&part.bytes);
        begin.windows(9).any(|window| window == enveloped)
    });
    protected || sealed && is_enveloped
}

fn list(file: &File<'_>, storage: &Path, storages: bool) -> Vec<PathBuf> {
    let Ok(entries) = file.read_storage(storage) else {
        return Vec::new();
    };
    entries
        .filter(|entry| entry.is_storage() == storages)
        .map(|entry| entry.path().to_path_buf())
        .collect()
}

fn read_stream(
    file: &mut File<'_>,
    path: &Path,
    budget: &mut Budget,
    is_damaged: &mut bool,
) -> Result<Vec<u8>, Refusal> {
    let Ok(stream) = file.open_stream(path) else {
        *is_damaged = true;
        return Ok(Vec::new());
    };
    match budget.unfold(stream, "mail") {
        Err(Refusal::Damaged { .. }) => {
            *is_damaged = true;
            Ok(Vec::new())
        }
        read => read,
    }
}

/// Reads the properties in a storage: those in streams of their own, and those of fixed length in one stream, which has a
/// head that differs by what the storage is of.
fn read_bag(
    file: &mut File<'_>,
    storage: &Path,
    head: usize,
    budget: &mut Budget,
    is_damaged: &mut bool,
) -> Result<Bag, Refusal> {
    let mut bag = Bag::default();
    for path in list(file, storage, false) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some(tag) = name.strip_prefix(STREAM) else {
            continue;
        };
        // several values of one property have a number behind
        let tag = (tag.len() == 8)
            .then(|| u32::from_str_radix(tag, 16).ok())
            .flatten();
        let Some(tag) = tag else { continue };
        budget.take_part("mail")?;
        let [high, low, kind_high, kind_low] = tag.to_be_bytes();
        let id = u16::from_be_bytes([high, low]);
        let kind = u16::from_be_bytes([kind_high, kind_low]);
        if !matches!(kind, 0x001E | 0x001F | 0x0102) {
            continue;
        }
        let bytes = read_stream(file, &path, budget, is_damaged)?;
        bag.add(
            id,
            match kind {
                0x001E => Value::Narrow(bytes),
                0x001F => Value::of_wide(&bytes),
                _ => Value::Bytes(bytes),
            },
        );
    }
    let path = storage.join(PROPERTIES);
    if file.is_stream(&path) {
        let bytes = read_stream(file, &path, budget, is_damaged)?;
        let (entries, _) = bytes.get(head..).unwrap_or_default().as_chunks::<16>();
        for entry in entries {
            let [kind_low, kind_high, low, high, _, _, _, _, value @ ..] = *entry;
            let id = u16::from_le_bytes([low, high]);
            let number = u64::from_le_bytes(value);
            match u16::from_le_bytes([kind_low, kind_high]) {
                0x0002 | 0x000B => bag.add(id, Value::Number(number & 0xFFFF)),
                0x0003 => bag.add(id, Value::Number(number & 0xFFFF_FFFF)),
                0x0014 | 0x0040 => bag.add(id, Value::Number(number)),
                _ => {}
            }
        }
    }
    Ok(bag)
}

/// Copies a storage into a file of its own: a mail within a mail, or an object.
fn copy_storage(
    file: &mut File<'_>,
    storage: &Path,
    is_mail: bool,
    budget: &mut Budget,
) -> Result<Vec<u8>, Refusal> {
    let damaged = |error: std::io::Error| Refusal::Damaged {
        what: error.to_string(),
    };
    let mut bytes = Cursor::new(Vec::new());
    let mut copy = CompoundFile::create(&mut bytes).map_err(damaged)?;
    let mut at = vec![storage.to_path_buf()];
    while let Some(from) = at.pop() {
        let Ok(below) = from.strip_prefix(storage).map(Path::to_path_buf) else {
            continue;
        };
        budget.allow_depth(below.components().count(), "mail")?;
        let to = Path::new("/").join(&below);
        for path in list(file, &from, false) {
            budget.take_part("mail")?;
            let mut is_damaged = false;
            let mut content = read_stream(file, &path, budget, &mut is_damaged)?;
            let name = path.file_name().unwrap_or_default();
            // the head of the properties is longer in a file than in a mail within one
            if is_mail && from == storage && name == PROPERTIES && content.len() >= 24 {
                content.splice(24..24, [0; 8]);
            }
            let stream = copy.create_stream(to.join(name));
            stream
                .and_then(|mut stream| stream.write_all(&content))
                .map_err(damaged)?;
        }
        for path in list(file, &from, true) {
            budget.take_part("mail")?;
            let name = path.file_name().unwrap_or_default();
            copy.create_storage(to.join(name)).map_err(damaged)?;
            at.push(path);
        }
    }
    copy.flush().map_err(damaged)?;
    drop(copy);
    Ok(bytes.into_inner())
}

fn name_embedded(part: &mut MailPart, is_mail: bool) {
    if !is_mail {
        return;
    }
    part.declared_type = Some(Format::Msg.media_type().to_owned());
    let name = part.name.take().unwrap_or_else(|| "mail".to_owned());
    let is_named = name.to_ascii_lowercase().ends_with(".msg");
    part.name = match is_named {
        true => Some(name),
        false => find_safe_name(&format!("{name}.msg")),
    };
}
