//! The formats, and how bytes tell theirs.

use serde::{Deserialize, Serialize};

use crate::budget::{Budget, Limits};
use crate::container::Container;

/// Declares the formats, so that each has its names in one place.
macro_rules! formats {
    ($($(#[$about:meta])* $format:ident: $code:literal, $media:literal, $pronom:expr;)*) => {
        /// What a file is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Format {
            $($(#[$about])* #[serde(rename = $code)] $format,)*
        }

        impl Format {
            /// All of them.
            pub const ALL: &'static [Format] = &[$(Format::$format),*];

            /// A short name, as files of the kind end.
            pub fn code(self) -> &'static str {
                match self { $(Format::$format => $code,)* }
            }

            /// Its media type.
            pub fn media_type(self) -> &'static str {
                match self { $(Format::$format => $media,)* }
            }

            /// Its id in PRONOM, where one stands for the format in all its versions or for the usual one.
            pub fn pronom(self) -> Option<&'static str> {
                match self { $(Format::$format => $pronom,)* }
            }
        }
    };
}

formats! {
    /// Word since 2007.
    Docx: "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Some("fmt/412");
    /// The same with macros, which are never run.
    Docm: "docm", "application/vnd.ms-word.document.macroEnabled.12", Some("fmt/523");
    /// Word's XML of 2003, or its package as one XML.
    WordXml: "xml", "application/xml", Some("fmt/101");
    /// OpenDocument text.
    Odt: "odt", "application/vnd.oasis.opendocument.text", Some("fmt/291");
    /// The same as one XML.
    FlatOdt: "fodt", "application/vnd.oasis.opendocument.text-flat-xml", None;
    /// Word 97 to 2003.
    Doc: "doc", "application/msword", Some("fmt/40");
    /// Rich Text.
    Rtf: "rtf", "application/rtf", Some("fmt/355");
    /// PDF.
    Pdf: "pdf", "application/pdf", Some("fmt/276");
    /// A page of the web.
    Html: "html", "text/html", Some("fmt/96");
    /// A page with its pictures, as browsers keep it.
    Mhtml: "mhtml", "multipart/related", Some("x-fmt/429");
    /// A mail.
    Eml: "eml", "message/rfc822", Some("fmt/278");
    /// A mailbox of many mails.
    Mbox: "mbox", "application/mbox", Some("fmt/720");
    /// A mail of Outlook.
    Msg: "msg", "application/vnd.ms-outlook", Some("x-fmt/430");
    /// What Outlook sends to others (winmail.dat).
    Tnef: "tnef", "application/vnd.ms-tnef", None;
    /// PowerPoint since 2007.
    Pptx: "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Some("fmt/215");
    /// A channel as Telegram exports it.
    TelegramJson: "telegram_json", "application/json", Some("fmt/817");
    /// The same as pages.
    TelegramHtml: "telegram_html", "text/html", Some("fmt/96");
    /// A zip of files.
    Zip: "zip", "application/zip", Some("x-fmt/263");
    /// Markdown.
    Markdown: "md", "text/markdown", Some("fmt/1149");
    /// Plain text.
    Text: "txt", "text/plain", Some("x-fmt/111");
    /// A workbook.
    Workbook: "workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Some("fmt/214");
    /// Another format of office programs that is not read.
    OtherOffice: "office", "application/octet-stream", None;
}

/// Headers that a letter begins with.
const MAIL_HEADERS: [&str; 14] = [
    "from",
    "to",
    "cc",
    "subject",
    "date",
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "content-type",
    "delivered-to",
    "dkim-signature",
    "reply-to",
    "sender",
];

/// So far a text is looked at for what it is.
const LOOKED_AT: usize = 64 << 10;

/// Says what the bytes are; none where nobody knows. Plain text is what is nothing else and has no NUL.
pub fn recognise(bytes: &[u8]) -> Option<Format> {
    of_signature(bytes).or_else(|| of_text(bytes))
}

fn of_signature(bytes: &[u8]) -> Option<Format> {
    if [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00"]
        .iter()
        .any(|signature| bytes.starts_with(*signature))
    {
        return Some(of_zip(bytes));
    }
    // the compound file of old office programs and of Outlook: its streams are named in UTF-16
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(of_compound_file(bytes));
    }
    // Word 2, before there were compound files
    if bytes.starts_with(b"\xDB\xA5\x2D\x00") {
        return Some(Format::Doc);
    }
    if bytes.starts_with(b"\x78\x9F\x3E\x22") {
        return Some(Format::Tnef);
    }
    // some programs put lines of their own before it
    if holds(bytes.get(..1024).unwrap_or(bytes), b"%PDF-") {
        return Some(Format::Pdf);
    }
    let begin = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    begin
        .trim_ascii_start()
        .starts_with(b"{\\rt")
        .then_some(Format::Rtf)
}

/// What a zip is, by its entries; those of a zip within it are not its own.
fn of_zip(bytes: &[u8]) -> Format {
    let Ok(container) = Container::open(bytes) else {
        return Format::Zip;
    };
    let names: Vec<String> = container
        .entries
        .iter()
        .map(|entry| entry.plain_name().to_lowercase())
        .collect();
    let has = |begin: &str| names.iter().any(|name| name.starts_with(begin));
    let read = |name: &str| {
        let mut budget = Budget::new(Limits {
            unfolded_bytes: 4 << 20,
            ..Limits::default()
        });
        let unpacked = container
            .find(name)
            .and_then(|entry| container.unpack(entry, &mut budget).ok());
        unpacked.map_or(Vec::new(), |unpacked| unpacked.bytes)
    };
    if has("[content_types].xml") || has("word/document") {
        let types = read("[Content_Types].xml");
        let said = |words: &str| holds(&types, words.as_bytes());
        return match () {
            () if said("wordprocessingml.document.main")
                || said("wordprocessingml.template.main") =>
            {
                Format::Docx
            }
            () if said("ms-word.document.macro") || said("ms-word.template.macro") => Format::Docm,
            () if said("presentationml.") && has("ppt/") => Format::Pptx,
            () if said("spreadsheetml.sheet") || has("xl/workbook") => Format::Workbook,
            () if has("word/document") && has("word/vbaproject.bin") => Format::Docm,
            () if has("word/") => Format::Docx,
            () if has("ppt/presentation.xml") || has("ppt/slides/") => Format::Pptx,
            () if has("visio/") || has("documents/1/") => Format::OtherOffice,
            () => Format::Zip,
        };
    }
    let kind = String::from_utf8_lossy(&read("mimetype")).trim().to_owned();
    match kind.as_str() {
        kind if kind.contains("opendocument.text") || kind.contains("sun.xml.writer") => {
            Format::Odt
        }
        kind if kind.contains("opendocument.spreadsheet") => Format::Workbook,
        kind if kind.contains("opendocument.") || kind.contains("epub") => Format::OtherOffice,
        _ if has("content.xml") && (has("meta-inf/manifest.xml") || has("styles.xml")) => {
            Format::Odt
        }
        _ => Format::Zip,
    }
}

fn of_compound_file(bytes: &[u8]) -> Format {
    let has = |words: &str| {
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &wide)
    };
    match () {
        () if has("__substg1.0") || has("__properties_version1") => Format::Msg,
        // before the others: a table may be pasted into it
        () if has("WordDocument") => Format::Doc,
        // an office file under a password is wrapped so
        () if has("EncryptedPackage") => Format::Docx,
        () if has("Workbook") => Format::Workbook,
        () => Format::OtherOffice,
    }
}

fn of_text(bytes: &[u8]) -> Option<Format> {
    let looked_at = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let text = match looked_at {
        [0xFF, 0xFE, wide @ ..] => wide_text(wide, u16::from_le_bytes),
        [0xFE, 0xFF, wide @ ..] => wide_text(wide, u16::from_be_bytes),
        _ => looked_at.iter().map(|byte| char::from(*byte)).collect(),
    };
    let begin =
        text.trim_start_matches(|c: char| c.is_whitespace() || "\u{ef}\u{bb}\u{bf}".contains(c));
    let small = begin.to_ascii_lowercase();
    if small.starts_with("from ") && is_mail(small.split_once('\n').map_or("", |(_, rest)| rest)) {
        // one mail alone may have the line of a mailbox above it
        let several = holds(bytes, b"\n\nFrom ") || holds(bytes, b"\r\n\r\nFrom ");
        return Some(if several { Format::Mbox } else { Format::Eml });
    }
    if is_mail(&small) {
        let head = small.split("\r\n\r\n").next().unwrap_or(&small);
        let head = head.split("\n\n").next().unwrap_or(head);
        let is_sent = ["\nto:", "\nreceived:", "\nmessage-id:"]
            .iter()
            .any(|header| head.contains(header));
        let of_browser = head.contains("snapshot-content-location:")
            || head.contains("<saved by")
            || !is_sent
                && (head.contains("multipart/related") && small.contains("\ncontent-location:")
                    || head.contains("content-location:"));
        return Some(if of_browser {
            Format::Mhtml
        } else {
            Format::Eml
        });
    }
    if small.starts_with('<') {
        return of_markup(&small);
    }
    let has = |name: &str| small.contains(&format!("\"{name}\""));
    if small.starts_with('{') && has("messages") && has("id") && has("date") && has("text") {
        return Some(Format::TelegramJson);
    }
    is_plain_text(looked_at, &text).then(|| {
        if is_markdown(begin) {
            Format::Markdown
        } else {
            Format::Text
        }
    })
}

/// Elements of pages, one of which a page or a piece of one begins with.
const PAGE_ELEMENTS: [&str; 43] = [
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "base",
    "style",
    "script",
    "div",
    "p",
    "span",
    "table",
    "article",
    "section",
    "main",
    "header",
    "nav",
    "aside",
    "br",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "pre",
    "font",
    "center",
    "a",
    "b",
    "i",
    "em",
    "strong",
    "img",
    "blockquote",
    "figure",
    "frameset",
];

fn of_markup(small: &str) -> Option<Format> {
    if small.contains("class=\"message default") && small.contains("tgme")
        || small.contains("<div class=\"page_wrap\"")
    {
        return Some(Format::TelegramHtml);
    }
    // a page that Word wrote has the names of its own XML in comments, so what comes first decides
    let first = find_first_element(small);
    if PAGE_ELEMENTS.contains(&first) || small.starts_with("<!doctype html") {
        return Some(Format::Html);
    }
    if small.contains("<office:document") {
        return Some(match small.contains("opendocument.text") {
            true => Format::FlatOdt,
            false => Format::OtherOffice,
        });
    }
    if small.contains("<w:worddocument")
        || small.contains("<w:document")
        || small.contains("<pkg:package") && small.contains("/word/")
        || small.contains("<?mso-application progid=\"word.document\"")
    {
        return Some(Format::WordXml);
    }
    if small.contains("<?mso-application") {
        return Some(Format::OtherOffice);
    }
    small.contains("<html").then_some(Format::Html)
}

/// The name of the first element, behind declarations and comments.
fn find_first_element(small: &str) -> &str {
    let mut rest = small;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && !":-_".contains(c));
        let name = after.get(..end.unwrap_or(after.len())).unwrap_or_default();
        if !name.is_empty() {
            return name;
        }
    }
    ""
}

/// Whether a text begins with the headers of a letter: two of them at least, each on its line.
fn is_mail(small: &str) -> bool {
    let (mut headers, mut others) = (0, 0);
    for line in small.lines().take(60) {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) && headers > 0 {
            continue;
        }
        let name = line.split_once(':').map_or("", |(name, _)| name.trim_end());
        let is_header = name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        if name.is_empty() || !is_header {
            // one line that is broken makes no other thing of it
            others += 1;
            if others * 3 > headers || others > 2 {
                return false;
            }
            continue;
        }
        headers += usize::from(MAIL_HEADERS.contains(&name));
    }
    headers >= 2
}

/// Whether a text has the marks of Markdown where a plain text has none: a heading first, or links and emphasis.
fn is_markdown(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let heading = first.starts_with("# ") || first.starts_with("## ");
    let linked = text.contains("](http");
    heading || linked && text.contains("**")
}

/// Whether bytes in which nothing else was recognised are a text: NUL, which other files have in quantity, stands in few
/// places, or is half of each letter of UTF-16.
fn is_plain_text(bytes: &[u8], text: &str) -> bool {
    if !text.contains('\0') || is_wide_text(bytes) {
        return true;
    }
    // the end of a block on a disk is filled up with it
    let text = text.trim_end_matches('\0');
    let is_stray = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C);
    let strays = text
        .chars()
        .filter(|c| u8::try_from(*c).is_ok_and(|byte| is_stray(&byte)));
    strays.count() * 20 <= text.chars().count() && !text.is_empty()
}

fn is_wide_text(bytes: &[u8]) -> bool {
    let even = bytes.get(..bytes.len() / 2 * 2).unwrap_or(bytes);
    muragat_language::decode(even).is_ok_and(|decoded| {
        matches!(
            decoded.encoding,
            muragat_language::Encoding::Utf16Le | muragat_language::Encoding::Utf16Be
        )
    })
}

fn wide_text(bytes: &[u8], of_pair: fn([u8; 2]) -> u16) -> String {
    let units = bytes
        .chunks_exact(2)
        .map(|pair| of_pair([pair[0], pair[1]]));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or('\u{fffd}'))
        .collect()
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}
