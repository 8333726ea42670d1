//! The properties of which Outlook makes mails, whatever file holds them.

use std::collections::BTreeMap;

use super::{compressed, rich};
use crate::budget::Budget;
use crate::code_pages;
use crate::formats::html::find_charset;
use crate::formats::mail::{Mail, MailPart, Written, find_safe_name, read_address};
use crate::letters;
use crate::moment::{of_file_time, read_moment};
use crate::refusal::Refusal;

pub(super) const SUBJECT: u16 = 0x0037;
pub(super) const SUBMITTED: u16 = 0x0039;
const REPRESENTED_NAME: u16 = 0x0042;
const REPRESENTED_ADDRESS: u16 = 0x0065;
const HEADERS: u16 = 0x007D;
const SENDER_NAME: u16 = 0x0C1A;
const SENDER_ADDRESS: u16 = 0x0C1F;
const DELIVERED: u16 = 0x0E06;
pub(super) const BODY: u16 = 0x1000;
const RICH_BODY: u16 = 0x1009;
const MARKUP: u16 = 0x1013;
const MESSAGE_ID: u16 = 0x1035;
const DISPLAY_NAME: u16 = 0x3001;
const CREATED: u16 = 0x3007;
pub(super) const DATA: u16 = 0x3701;
const SHORT_NAME: u16 = 0x3704;
const LONG_NAME: u16 = 0x3707;
const MEDIA_TYPE: u16 = 0x370E;
const CONTENT_ID: u16 = 0x3712;
const CONTENT_LOCATION: u16 = 0x3713;
const MARKUP_CODE_PAGE: u16 = 0x3FDE;
const LOCALE: u16 = 0x3FF1;
const CODE_PAGE: u16 = 0x3FFD;
const SENDER_SMTP: u16 = 0x5D01;
const REPRESENTED_SMTP: u16 = 0x5D02;

/// The value of a property.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Wide(String),
    /// Letters of a code page that another property tells.
    Narrow(Vec<u8>),
    Bytes(Vec<u8>),
    Number(u64),
}

impl Value {
    /// Words in UTF-16.
    pub fn of_wide(bytes: &[u8]) -> Value {
        let (pairs, _) = bytes.as_chunks::<2>();
        let units = pairs.iter().map(|pair| u16::from_le_bytes(*pair));
        let text: String = char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        Value::Wide(text.trim_end_matches('\0').to_owned())
    }
}

/// The properties of a mail or of a file that came with it.
#[derive(Debug, Default)]
pub(super) struct Bag {
    values: BTreeMap<u16, Value>,
}

impl Bag {
    /// Adds a property; the first of several stays.
    pub fn add(&mut self, id: u16, value: Value) {
        self.values.entry(id).or_insert(value);
    }

    pub fn number(&self, id: u16) -> Option<u64> {
        match self.values.get(&id) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    pub fn bytes(&self, id: u16) -> Option<&[u8]> {
        match self.values.get(&id) {
            Some(Value::Bytes(bytes) | Value::Narrow(bytes)) => Some(bytes),
            _ => None,
        }
    }

    pub fn take_bytes(&mut self, id: u16) -> Option<Vec<u8>> {
        match self.values.remove(&id) {
            Some(Value::Bytes(bytes) | Value::Narrow(bytes)) => Some(bytes),
            _ => None,
        }
    }

    /// The encoding of its narrow letters.
    pub fn charset(&self) -> Option<&'static str> {
        let page = |id| {
            let number = self.number(id)?;
            code_pages::find_name(u32::try_from(number).ok()?)
        };
        let of_locale = match self.number(LOCALE) {
            // Russian, Kazakh, Kyrgyz, Belarusian, Tatar
            Some(1049 | 1087 | 1088 | 1059 | 1092) => Some("windows-1251"),
            _ => None,
        };
        let of_page = page(CODE_PAGE);
        match of_page {
            Some("windows-1252") | None => of_locale
                .or_else(|| page(MARKUP_CODE_PAGE).filter(|name| *name != "utf-8"))
                .or(of_page),
            of_page => of_page,
        }
    }

    pub fn text(&self, id: u16, charset: Option<&str>) -> Option<String> {
        let text = match self.values.get(&id)? {
            Value::Wide(text) => letters::clean(text),
            Value::Narrow(bytes) => {
                let end = bytes.iter().rposition(|byte| *byte != 0)?;
                letters::decode(bytes.get(..=end)?, charset).text
            }
            Value::Bytes(_) | Value::Number(_) => return None,
        };
        (!text.trim().is_empty()).then_some(text)
    }
}

/// Makes a mail of its properties and of those of the files that came with it.
pub(super) fn make_mail(
    bag: &Bag,
    files: Vec<MailPart>,
    budget: &mut Budget,
) -> Result<Mail, Refusal> {
    let charset = bag.charset();
    let text = |id: u16| bag.text(id, charset);
    let line = |id: u16| Some(text(id)?.replace(['\n', '\t'], " ").trim().to_owned());
    let headers = text(HEADERS);
    let header = |name: &str| headers.as_deref().and_then(|all| find_header(all, name));
    let (name, address) = header("from")
        .map(|from| read_address(from.as_bytes(), None))
        .unwrap_or_default();
    let smtp = |id: u16| line(id).filter(|address| address.contains('@'));
    let sent = header("date").as_deref().and_then(read_moment);
    let time = |id: u16| bag.number(id).and_then(of_file_time);
    let message_id = line(MESSAGE_ID).or_else(|| header("message-id"));
    let mut mail = Mail {
        subject: line(SUBJECT),
        author: line(REPRESENTED_NAME)
            .or_else(|| line(SENDER_NAME))
            .or(name),
        sender: smtp(REPRESENTED_SMTP)
            .or_else(|| smtp(SENDER_SMTP))
            .or_else(|| smtp(REPRESENTED_ADDRESS))
            .or_else(|| smtp(SENDER_ADDRESS))
            .or(address),
        sent: sent
            .or_else(|| time(SUBMITTED))
            .or_else(|| time(DELIVERED))
            .or_else(|| time(CREATED)),
        message_id: message_id.map(|id| id.trim().trim_matches(['<', '>']).to_owned()),
        parts: files,
        ..Mail::default()
    };
    if let Some(body) = text(BODY) {
        mail.text.push(Written::Plain(body));
    }
    if let Some(markup) = read_markup(bag, charset) {
        mail.markup.push(Written::Markup(markup));
    } else if let Some(compressed) = bag.bytes(RICH_BODY) {
        let rich = compressed::unfold(compressed, budget)?;
        match rich::read_body(&rich, budget)? {
            Some(Written::Plain(_)) if !mail.text.is_empty() => {}
            Some(Written::Plain(plain)) => mail.text.push(Written::Plain(plain)),
            Some(markup) => mail.markup.push(markup),
            None => {}
        }
    }
    Ok(mail)
}

fn read_markup(bag: &Bag, charset: Option<&str>) -> Option<String> {
    if let Some(text) = bag.text(MARKUP, charset) {
        return Some(text);
    }
    let bytes = bag.bytes(MARKUP)?;
    let page = bag.number(MARKUP_CODE_PAGE);
    let page = page.and_then(|page| code_pages::find_name(u32::try_from(page).ok()?));
    let declared = find_charset(bytes);
    let charset = page.or(declared.as_deref());
    Some(letters::decode(bytes, charset).text)
}

/// Makes a file of its properties; its bytes, where it has some of its own.
pub(super) fn make_file(bag: &mut Bag, charset: Option<&str>) -> MailPart {
    let text = |id: u16| bag.text(id, charset.or_else(|| bag.charset()));
    let name = text(LONG_NAME)
        .or_else(|| text(SHORT_NAME))
        .or_else(|| text(DISPLAY_NAME))
        .and_then(|name| find_safe_name(&name));
    MailPart {
        name,
        declared_type: text(MEDIA_TYPE),
        content_id: text(CONTENT_ID),
        location: text(CONTENT_LOCATION),
        bytes: bag.take_bytes(DATA).unwrap_or_default(),
    }
}

fn find_header(headers: &str, name: &str) -> Option<String> {
    let mut lines = headers.lines();
    let mut found = lines.find_map(|line| {
        let (of_line, value) = line.split_once(':')?;
        of_line
            .trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.trim().to_owned())
    })?;
    for line in lines {
        if !line.starts_with([' ', '\t']) {
            break;
        }
        found.push(' ');
        found.push_str(line.trim());
    }
    Some(found)
}
