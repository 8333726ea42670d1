//! `result.json`.

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::post::{find_file, part_words};
use crate::budget::Budget;
use crate::document::{Document, Doubt, LeftOutKind, Post};
use crate::format::Format;
use crate::formats::html::finish;
use crate::letters;
use crate::moment::read_moment;
use crate::refusal::Refusal;

/// A channel, or an account with several.
#[derive(Deserialize)]
struct Export<'a> {
    name: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    id: Option<i64>,
    #[serde(borrow, default)]
    messages: Vec<&'a RawValue>,
    #[serde(borrow)]
    chats: Option<Chats<'a>>,
}

#[derive(Deserialize)]
struct Chats<'a> {
    #[serde(borrow, default)]
    list: Vec<Export<'a>>,
}

/// Reads the export of a channel.
///
/// # Errors
/// See [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    budget.take_bytes(bytes.len(), "channel")?;
    let decoded = letters::decode(bytes, Some("utf-8"));
    let text = decoded.text.trim();
    let mut document = Document::new(Format::TelegramJson);
    document.doubts.extend(decoded.doubt);
    let export: Export<'_> = match serde_json::from_str(text) {
        Ok(export) => export,
        Err(error) => {
            let mended = mend(text).ok_or_else(|| Refusal::Damaged {
                what: error.to_string(),
            })?;
            document.doubts.push(Doubt::Damaged);
            return read_export_of(&mended, document, budget);
        }
    };
    read_export(export, document, budget)
}

fn read_export_of(
    text: &str,
    document: Document,
    budget: &mut Budget,
) -> Result<Document, Refusal> {
    let export: Export<'_> = serde_json::from_str(text).map_err(|error| Refusal::Damaged {
        what: error.to_string(),
    })?;
    read_export(export, document, budget)
}

fn read_export(
    export: Export<'_>,
    mut document: Document,
    budget: &mut Budget,
) -> Result<Document, Refusal> {
    document.properties.author.clone_from(&export.name);
    document.properties.title.clone_from(&export.name);
    let chats = export.chats.map(|chats| chats.list).unwrap_or_default();
    let channel = Export {
        name: export.name,
        kind: export.kind,
        id: export.id,
        messages: export.messages,
        chats: None,
    };
    for channel in [channel].into_iter().chain(chats) {
        let is_channel = channel
            .kind
            .as_deref()
            .is_some_and(|kind| kind.contains("channel") || kind.contains("supergroup"));
        for message in &channel.messages {
            budget.take_part("channel")?;
            let Ok(message) = serde_json::from_str::<Value>(message.get()) else {
                document.doubts.push(Doubt::Damaged);
                continue;
            };
            let number = channel.id.filter(|_| is_channel);
            document
                .posts
                .extend(read_post(&message, channel.name.as_deref(), number));
        }
    }
    document.doubts.dedup();
    if document.posts.is_empty() {
        return Err(Refusal::Empty);
    }
    finish(document)
}

fn read_post(message: &Value, channel: Option<&str>, number: Option<i64>) -> Option<Post> {
    let words = |name: &str| message.get(name).and_then(Value::as_str);
    if words("type").is_some_and(|kind| kind != "message") {
        return None;
    }
    let id = message.get("id")?.to_string();
    let mut document = Document::new(Format::TelegramJson);
    let text = letters::clean(&join_words(message.get("text")));
    document.blocks = part_words(&text);
    let properties = &mut document.properties;
    properties.author = words("from").or(channel).map(str::to_owned);
    properties.published = read_date(words("date"), message.get("date_unixtime"));
    properties.url = number.map(|number| {
        // numbers of channels are written with and without their mark
        let number = number.to_string();
        let number = number.strip_prefix("-100").unwrap_or(&number);
        format!("https://t.me/c/{number}/{id}")
    });
    let mut files = Vec::new();
    for (name, is_photo) in [("photo", true), ("file", false)] {
        let Some(path) = words(name) else { continue };
        let is_picture = is_photo
            || words("mime_type").is_some_and(|kind| {
                kind.starts_with("image/") && words("media_type") != Some("sticker")
            });
        match find_file(path, is_picture) {
            Some(file) => files.push(file),
            None => {
                let kind = match is_picture {
                    true => LeftOutKind::MissingPicture,
                    false => LeftOutKind::Object,
                };
                // «(File not included. …)» are words of the program that exported it, no name
                let path = path.trim_start().strip_prefix('(').map_or(path, |_| "");
                document.leave_out(kind, words("file_name").unwrap_or(path));
            }
        }
    }
    if let Some(poll) = message.get("poll") {
        document.leave_out(LeftOutKind::Object, &join_words(poll.get("question")));
    }
    let is_empty = document.blocks.is_empty() && files.is_empty();
    (!is_empty || !document.left_out.is_empty()).then_some(Post {
        id,
        document,
        files,
    })
}

/// The words of a text that is written as one string, or as pieces with their looks.
fn join_words(text: Option<&Value>) -> String {
    let of_piece = |piece: &Value| -> String {
        let words = piece.get("text").unwrap_or(piece);
        words.as_str().unwrap_or_default().to_owned()
    };
    match text {
        Some(Value::Array(pieces)) => pieces.iter().map(of_piece).collect(),
        Some(piece) => of_piece(piece),
        None => String::new(),
    }
}

/// The time on the clock of who exported it, with the offset that the moment beside it tells.
fn read_date(local: Option<&str>, moment: Option<&Value>) -> Option<String> {
    let local = local.and_then(read_moment);
    let seconds = moment.and_then(|moment| match moment {
        Value::String(text) => text.parse::<i64>().ok(),
        moment => moment.as_i64(),
    });
    let Some(seconds) = seconds else {
        return local;
    };
    let moment = chrono::DateTime::from_timestamp(seconds, 0)?;
    let clock = local
        .as_deref()
        .and_then(|local| chrono::NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M:%S").ok());
    let offset = clock.and_then(|clock| {
        let seconds = (clock - moment.naive_utc()).num_seconds();
        let seconds = i32::try_from(seconds).ok()?;
        let is_offset = seconds % 900 == 0 && seconds.abs() <= 14 * 3600;
        is_offset
            .then(|| chrono::FixedOffset::east_opt(seconds))
            .flatten()
    });
    Some(match offset {
        Some(offset) => moment.with_timezone(&offset).to_rfc3339(),
        None => moment.to_rfc3339(),
    })
}

/// Ends an export that breaks off behind its last whole post.
fn mend(text: &str) -> Option<String> {
    let (head, messages) = text.split_once("\"messages\"")?;
    let begin = messages.find('[')? + 1;
    let mut end = None;
    let (mut depth, mut is_string, mut is_escaped) = (0usize, false, false);
    for (at, byte) in messages.bytes().enumerate().skip(begin) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_string => is_escaped = true,
            b'"' => is_string = !is_string,
            _ if is_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    end = Some(at + 1);
                }
            }
            _ => {}
        }
    }
    let messages = messages.get(..end?)?;
    let closed = head.matches("\"chats\"").count();
    let tail = if closed > 0 { "]}]}}" } else { "]}" };
    Some(format!("{head}\"messages\"{messages}{tail}"))
}
