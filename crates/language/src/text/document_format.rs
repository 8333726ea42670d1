//! Documents that hold a release's words among other things: known by their content, so that no mark-up, header or
//! table is ever taken for words.

use serde::Serialize;

use super::decode::decode;

/// What a file is that is no plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentFormat {
    /// Of a word processor: Word in any age, OpenDocument text.
    Word,
    /// Rich Text.
    RichText,
    /// PDF.
    Pdf,
    /// A web page.
    WebPage,
    /// A letter with its headers, of any mail program.
    Mail,
    /// A workbook or a table of values.
    Table,
    /// A presentation.
    Slides,
    /// A picture drawn in mark-up.
    Drawing,
    /// JSON, XML: data of a program.
    Data,
    /// A zip file of something else.
    Archive,
}

/// Headers that a letter begins with.
const MAIL_HEADERS: [&str; 13] = [
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
];

/// Elements that only a page of the web has.
const PAGE_TAGS: [&str; 12] = [
    "html", "head", "body", "div", "p", "span", "table", "meta", "style", "script", "article", "br",
];

/// Says what document the bytes are; none: plain text, a picture, or what nobody knows. A part of a file
/// is enough, its beginning; of a zip file both ends say more.
pub fn document_format(bytes: &[u8]) -> Option<DocumentFormat> {
    of_signature(bytes).or_else(|| of_text(&decode(bytes).ok()?.text))
}

fn of_signature(bytes: &[u8]) -> Option<DocumentFormat> {
    let has = |words: &[u8]| find(bytes, words);
    let has_wide = |words: &str| {
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(bytes, &wide)
    };
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(match () {
            () if has(b"word/") || has(b"opendocument.text") => DocumentFormat::Word,
            () if has(b"xl/") || has(b"opendocument.spreadsheet") => DocumentFormat::Table,
            () if has(b"ppt/") || has(b"opendocument.presentation") => DocumentFormat::Slides,
            () if has(b"application/epub+zip") => DocumentFormat::WebPage,
            () => DocumentFormat::Archive,
        });
    }
    // the compound file of old office programs and of Outlook: its streams are named in UTF-16
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(match () {
            () if has_wide("__substg1.0") || has_wide("__properties_version1") => {
                DocumentFormat::Mail
            }
            // before the others: a table may be pasted into it
            () if has_wide("WordDocument") => DocumentFormat::Word,
            () if has_wide("Workbook") || has_wide("Book\0") => DocumentFormat::Table,
            () if has_wide("PowerPoint Document") => DocumentFormat::Slides,
            () => DocumentFormat::Word,
        });
    }
    // some programs put lines of their own before it
    if find(bytes.get(..1024).unwrap_or(bytes), b"%PDF-") {
        return Some(DocumentFormat::Pdf);
    }
    let begin = bytes.trim_ascii_start();
    begin
        .starts_with(b"{\\rtf")
        .then_some(DocumentFormat::RichText)
}

fn find(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

fn of_text(text: &str) -> Option<DocumentFormat> {
    let begin = text.trim_start_matches(['\u{feff}', ' ', '\t', '\n']);
    if begin.starts_with('<') {
        return of_markup(begin);
    }
    if is_mail(begin) {
        // browsers keep a page with its pictures as a letter
        let of_browser = ["Snapshot-Content-Location:", "<Saved by"];
        let page = of_browser.iter().any(|sign| begin.contains(sign))
            || begin.contains("multipart/related") && begin.contains("Content-Location:");
        return Some(match page {
            true => DocumentFormat::WebPage,
            false => DocumentFormat::Mail,
        });
    }
    if is_json(begin) {
        return Some(DocumentFormat::Data);
    }
    is_table(begin).then_some(DocumentFormat::Table)
}

fn of_markup(begin: &str) -> Option<DocumentFormat> {
    let small = begin
        .chars()
        .take(16 << 10)
        .collect::<String>()
        .to_lowercase();
    let tags = tag_names(&small);
    let has = |name: &str| tags.iter().any(|tag| tag == name);
    if small.starts_with("<?xml") || small.starts_with("<!doctype") && !has("html") {
        return Some(match () {
            () if has("html") => DocumentFormat::WebPage,
            () if has("svg") => DocumentFormat::Drawing,
            () if small.contains("word.document")
                || small.contains("opendocument:xmlns:office") =>
            {
                DocumentFormat::Word
            }
            () if small.starts_with("<!doctype html") => DocumentFormat::WebPage,
            () => DocumentFormat::Data,
        });
    }
    if has("svg") && tags.first().is_some_and(|tag| tag == "svg") {
        return Some(DocumentFormat::Drawing);
    }
    let of_a_page = tags
        .iter()
        .filter(|tag| PAGE_TAGS.contains(&tag.as_str()))
        .count();
    // words may stand in angle brackets: two marks are more than a habit
    (has("html") || of_a_page >= 2).then_some(DocumentFormat::WebPage)
}

/// The names of the tags that open, in their order.
fn tag_names(text: &str) -> Vec<String> {
    text.split('<')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == ':')
                .collect::<String>()
        })
        .filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
        .collect()
}

/// Whether it begins with headers of a letter: several that are known, before the first blank line.
fn is_mail(begin: &str) -> bool {
    let mut known = Vec::new();
    for (at, line) in begin.lines().enumerate() {
        if line.trim().is_empty() {
            break;
        }
        // a long header goes on in lines that begin with a blank; old mailboxes begin with a line of their own
        if line.starts_with([' ', '\t']) || at == 0 && line.starts_with("From ") {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            return false;
        };
        let name = name.to_ascii_lowercase();
        if name.contains(char::is_whitespace) || !name.is_ascii() {
            return false;
        }
        if MAIL_HEADERS.contains(&name.as_str()) && !known.contains(&name) {
            known.push(name);
        }
    }
    known.len() >= 3 || known.len() == 2 && known.iter().any(|name| name == "mime-version")
}

fn is_json(begin: &str) -> bool {
    let mut marks = begin.chars().filter(|c| !c.is_whitespace());
    match (marks.next(), marks.next()) {
        (Some('{'), Some('"' | '}')) => begin.contains(':') || begin.trim_end() == "{}",
        (Some('['), Some('{' | '"' | '[')) => true,
        _ => false,
    }
}

/// Whether every line has the same columns: three lines at least, so that no release looks so.
fn is_table(begin: &str) -> bool {
    let lines: Vec<&str> = begin
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(20)
        .collect();
    // the last one may be cut
    let whole = lines.get(..lines.len().saturating_sub(1)).unwrap_or(&lines);
    let lines = if lines.len() > 3 { whole } else { &lines };
    if lines.len() < 3 {
        return false;
    }
    [('\t', 1), (';', 2), (',', 2)]
        .into_iter()
        .any(|(mark, least)| {
            let columns = |line: &str| columns(line, mark);
            let first = lines.first().map_or(0, |line| columns(line));
            first >= least && lines.iter().all(|line| columns(line) == first)
        })
}

/// How many times a mark parts columns in a line: not in quotation marks, nor before a blank, as in a sentence.
fn columns(line: &str, mark: char) -> usize {
    let mut quoted = false;
    let mut count = 0;
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        quoted ^= c == '"';
        let in_sentence = mark == ',' && rest.peek() == Some(&' ');
        count += usize::from(c == mark && !quoted && !in_sentence);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn documents_are_known_by_what_they_hold() {
        let old = |stream: &str| {
            let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
            bytes.resize(1024, 0);
            bytes.extend(wide(stream));
            bytes
        };
        let utf16_page = {
            let mut bytes = b"\xFF\xFE".to_vec();
            bytes.extend(wide("<html><body>\u{2116} 5</body></html>"));
            bytes
        };
        let cases: &[(&str, Vec<u8>, DocumentFormat)] = &[
            ("docx", b"PK\x03\x04..[Content_Types].xml..word/document.xml".to_vec(), DocumentFormat::Word),
            ("odt", b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text".to_vec(), DocumentFormat::Word),
            ("doc", old("WordDocument"), DocumentFormat::Word),
            ("rtf", b"{\\rtf1\\ansi hello}".to_vec(), DocumentFormat::RichText),
            ("pdf", b"%PDF-1.7\n1 0 obj".to_vec(), DocumentFormat::Pdf),
            ("pdf later", b"\n\n%PDF-1.4".to_vec(), DocumentFormat::Pdf),
            ("html", b"<!DOCTYPE html>\n<html><head></head></html>".to_vec(), DocumentFormat::WebPage),
            ("html, no head", "<div class=\"news\"><p>Хабар</p></div>".into(), DocumentFormat::WebPage),
            ("html after a remark", "<!-- saved --><html><body>Хабар</body></html>".into(), DocumentFormat::WebPage),
            ("xhtml", b"<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"x\"></html>".to_vec(), DocumentFormat::WebPage),
            ("utf-16", utf16_page, DocumentFormat::WebPage),
            ("eml", b"From: press@zhetisu.gov.kz\nTo: a@b.kz\nSubject: =?utf-8?B?0Jw=?=\nMIME-Version: 1.0\n\nbody".to_vec(), DocumentFormat::Mail),
            ("eml with folds", b"Received: from a\n\tby b;\n Fri\nDate: x\nMessage-ID: <1>\n\nbody".to_vec(), DocumentFormat::Mail),
            ("mht", b"From: <Saved by Blink>\nSubject: x\nDate: y\nMIME-Version: 1.0\n\n".to_vec(), DocumentFormat::WebPage),
            ("doc with a table", old("WordDocument..Workbook"), DocumentFormat::Word),
            ("msg", old("__substg1.0_0037001F"), DocumentFormat::Mail),
            ("xlsx", b"PK\x03\x04..xl/workbook.xml".to_vec(), DocumentFormat::Table),
            ("xls", old("Workbook"), DocumentFormat::Table),
            ("csv", "аты;лауазымы;бастап\nА;б;1\nВ;г;2\nД;е;3\n".into(), DocumentFormat::Table),
            ("tsv", "a\tb\n1\t2\n3\t4\n".into(), DocumentFormat::Table),
            ("commas", "id,name,date\n1,\"А, Б\",2\n2,В,3\n".into(), DocumentFormat::Table),
            ("pptx", b"PK\x03\x04..ppt/presentation.xml".to_vec(), DocumentFormat::Slides),
            ("svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><path/></svg>".to_vec(), DocumentFormat::Drawing),
            ("svg in xml", b"<?xml version=\"1.0\"?>\n<svg></svg>".to_vec(), DocumentFormat::Drawing),
            ("json", "{\n  \"title\": \"Хабар\"\n}".into(), DocumentFormat::Data),
            ("json list", b"[{\"a\": 1}]".to_vec(), DocumentFormat::Data),
            ("xml", b"<?xml version=\"1.0\"?><record><a/></record>".to_vec(), DocumentFormat::Data),
            ("zip", b"PK\x03\x04..photo.jpg".to_vec(), DocumentFormat::Archive),
        ];
        for (name, bytes, format) in cases {
            assert_eq!(document_format(bytes), Some(*format), "{name}");
        }
    }

    #[test]
    fn a_release_is_none_of_them_whatever_signs_it_has() {
        for text in [
            "Облыс әкімі жиын өткізді\n\nЖиынға жүзден астам адам қатысты.",
            "Дата: 27.02.2026\nМесто: Талдыкорган\nТема: паводок\n\nВ акимате прошло совещание.",
            "From: Жетісу облысы\n\nМәтін",
            "Date: 27.02.2026\nSubject: паводок\n\nТекст",
            "<Жедел хабар> Су тасқыны <қауіп>",
            "{Жоба} Мәтін",
            "[Талдықорған] Мәтін: жиын өтті",
            "Қатысушылар: А, Б, В\nКүн тәртібі: а, ә, б\nШешім: бір, екі, үш\nҚосымша: г, д, е",
            "Бірінші; екінші; үшінші\nТөртінші абзац осында.\nБесінші; алтыншы",
            "- бір\n- екі\n- үш",
            "http://example.kz/a?b=c&d\nТақырып\nМәтін",
            "",
        ] {
            assert_eq!(document_format(text.as_bytes()), None, "{text}");
        }
    }
}
