//! A file of which nothing could be read, as it is kept where one wishes.

use muragat_archive::record::{DerivationRecord, DoubtRecord, NOT_READ};
use muragat_archive::{Error, ReceivedFile, Unread};

/// What is said of bytes of an unknown kind.
const UNKNOWN: &str = "application/octet-stream";

/// What is known of a file that was refused, with why; none for one that may not be kept: an empty one, one that is larger
/// than what is read, or where it was no fault of the file.
pub(crate) fn describe(name: &str, bytes: Vec<u8>, why: &Error) -> Option<ReceivedFile> {
    let reason = match why {
        Error::TextBinary { .. } => "unknown_format".to_owned(),
        Error::DocumentUnread { why, .. } => match why {
            Unread::TooLarge | Unread::NotStarted => return None,
            other => code_of(*other)?,
        },
        _ => return None,
    };
    let format = muragat_document::recognise(&bytes);
    let media_type = match format {
        Some(format) => format.media_type(),
        None if bytes.starts_with(b"Rar!\x1a\x07") => "application/vnd.rar",
        None if bytes.starts_with(b"7z\xbc\xaf\x27\x1c") => "application/x-7z-compressed",
        None => UNKNOWN,
    };
    let code = format.map_or("unknown", muragat_document::Format::code);
    let mut file = ReceivedFile::new(name, media_type, bytes);
    file.record.pronom = format
        .and_then(muragat_document::Format::pronom)
        .map(str::to_owned);
    file.record.derivation = Some(DerivationRecord {
        reader: format!("{} ({code})", muragat_document::READER),
        left_out: Vec::new(),
        doubts: vec![DoubtRecord {
            kind: format!("{NOT_READ}{reason}"),
            before: String::new(),
            after: String::new(),
            count: None,
        }],
    });
    Some(file)
}

/// The reason's code, as errors tell it.
fn code_of(why: Unread) -> Option<String> {
    let written = serde_json::to_value(why).ok()?;
    written.as_str().map(str::to_owned)
}
