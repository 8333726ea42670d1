//! The parts of a mail as it travels. Where they stand is told by mail-parser; their letters are decoded here, because what
//! mails declare of them is often wrong.

use mail_parser::{
    Encoding, HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType,
};

use super::header::{decode_words, find_safe_name, read_address, read_words};
use super::parts::{Mail, MailPart, Written};
use super::signed::{Sealed, find_sealed};
use super::transfer::{decode_base64, decode_quoted_printable, decode_uuencoded};
use crate::budget::Budget;
use crate::formats::html::find_charset;
use crate::letters;
use crate::moment::read_moment;
use crate::refusal::Refusal;

/// So many parts a mail may announce: each is looked for in all that follows.
const MOST_BOUNDARIES: usize = 2_000;
/// So many mails may stand within it: mail-parser drops them one within the other.
const MOST_NESTED: usize = 500;
/// So deep signed mails stand in signed mails.
const DEEPEST_SEAL: usize = 4;

/// Takes a mail apart.
///
/// # Errors
/// [`Refusal::Locked`] where it is encrypted; [`Refusal::Damaged`]; [`Refusal::TooLarge`].
pub(crate) fn parse(bytes: &[u8], budget: &mut Budget) -> Result<Mail, Refusal> {
    parse_within(bytes, budget, 0)
}

fn parse_within(bytes: &[u8], budget: &mut Budget, depth: usize) -> Result<Mail, Refusal> {
    budget.take_bytes(bytes.len(), "mail")?;
    let count = |words: &[u8]| {
        bytes
            .windows(words.len())
            .filter(|window| window.eq_ignore_ascii_case(words))
            .count()
    };
    let nested = count(b"message/rfc822") + count(b"message/global");
    if count(b"boundary=") > MOST_BOUNDARIES || nested > MOST_NESTED {
        return Err(Refusal::TooLarge {
            what: "parts of the mail".to_owned(),
        });
    }
    // the line that a mailbox sets above a mail
    let bytes = match bytes.strip_prefix(b"From ") {
        Some(rest) => {
            let end = rest.iter().position(|byte| *byte == b'\n');
            end.and_then(|end| rest.get(end + 1..)).unwrap_or(bytes)
        }
        None => bytes,
    };
    // mail-parser believes some parts of a spoilt mail to be where they are not, and where it checks that, it panics
    let message = std::panic::catch_unwind(|| MessageParser::default().parse(bytes));
    let message = message.ok().flatten();
    let message = message.ok_or_else(|| Refusal::Damaged {
        what: "headers of the mail".to_owned(),
    })?;
    let mut mail = read_headers(&message, bytes);
    match find_sealed(&message, bytes) {
        Some(Sealed::Encrypted) => return Err(Refusal::Locked),
        Some(Sealed::Signed(inner)) if depth < DEEPEST_SEAL => {
            let within = parse_within(&inner, budget, depth + 1)?;
            mail.text = within.text;
            mail.markup = within.markup;
            mail.parts = within.parts;
            mail.doubts = within.doubts;
            return Ok(mail);
        }
        _ => {}
    }
    read_parts(&message, bytes, &mut mail, budget)?;
    Ok(mail)
}

fn read_headers(message: &Message<'_>, bytes: &[u8]) -> Mail {
    // letters that nobody encoded are most likely those of the text
    let charset = message
        .parts
        .iter()
        .find_map(|part| part.content_type()?.attribute("charset"));
    let raw = |name: HeaderName<'_>| {
        let headers = message.headers();
        let header = headers.iter().rev().find(|header| header.name == name)?;
        bytes.get(header.offset_start as usize..header.offset_end as usize)
    };
    let words = |name: HeaderName<'_>| {
        let words = read_words(raw(name)?, charset);
        (!words.is_empty()).then_some(words)
    };
    let from = raw(HeaderName::From).or_else(|| raw(HeaderName::Sender));
    let (author, sender) = from.map_or((None, None), |from| read_address(from, charset));
    let dated = message
        .date()
        .filter(|date| date.is_valid() && date.year >= 1980);
    Mail {
        subject: words(HeaderName::Subject),
        author,
        sender,
        sent: dated
            .map(mail_parser::DateTime::to_rfc3339)
            .or_else(|| read_moment(&words(HeaderName::Date)?)),
        message_id: message.message_id().map(str::to_owned),
        generator: words(HeaderName::Other("X-Mailer".into()))
            .or_else(|| words(HeaderName::Other("User-Agent".into()))),
        location: words(HeaderName::Other("Snapshot-Content-Location".into()))
            .or_else(|| find_location(message)),
        ..Mail::default()
    }
}

/// Where the page stands of which a mail was made: what its first page says, or the mail itself.
fn find_location(message: &Message<'_>) -> Option<String> {
    let page = message.html_body.iter().find_map(|id| {
        let part = message.parts.get(*id as usize)?;
        matches!(part.body, PartType::Html(_)).then_some(part)
    });
    let location = page
        .and_then(MimeHeaders::content_location)
        .or_else(|| message.parts.first()?.content_location())?;
    let is_address = location.starts_with("http://") || location.starts_with("https://");
    is_address.then(|| location.to_owned())
}

fn read_parts(
    message: &Message<'_>,
    bytes: &[u8],
    mail: &mut Mail,
    budget: &mut Budget,
) -> Result<(), Refusal> {
    for (is_text, ids) in [(true, &message.text_body), (false, &message.html_body)] {
        for id in ids {
            let Some(part) = message.parts.get(*id as usize) else {
                continue;
            };
            if !matches!(part.body, PartType::Text(_) | PartType::Html(_)) {
                continue;
            }
            let body = decode_transfer(part, bytes);
            budget.take_bytes(body.len(), "mail")?;
            let written = read_written(part, &body, is_text, mail);
            if is_text {
                mail.text.push(written);
            } else {
                mail.markup.push(written);
            }
        }
    }
    for (place, id) in message.attachments.iter().enumerate() {
        let Some(part) = message.parts.get(*id as usize) else {
            continue;
        };
        budget.take_part("mail")?;
        let declared = part.content_type();
        let is_only = *id == 0 && find_name(part, bytes).is_none();
        if is_only && declared.is_none_or(|declared| declared.ctype() == "text") {
            // a text whose kind is not said, or said wrongly
            let body = decode_transfer(part, bytes);
            let written = read_written(part, &body, true, mail);
            mail.text.push(written);
            continue;
        }
        let mut file = MailPart {
            name: find_name(part, bytes),
            declared_type: find_type(part),
            content_id: part.content_id().map(str::to_owned),
            location: part.content_location().map(str::to_owned),
            bytes: decode_transfer(part, bytes),
        };
        if find_encoding(part).contains("uu")
            && let Some((name, decoded)) = decode_uuencoded(&file.bytes)
        {
            file.name = file.name.or_else(|| find_safe_name(&name));
            file.bytes = decoded;
        }
        if let PartType::Message(inner) = &part.body {
            file.declared_type = Some("message/rfc822".to_owned());
            let subject = inner.subject().and_then(find_safe_name);
            file.name = file
                .name
                .or_else(|| Some(format!("{}.eml", subject?)))
                .or_else(|| Some(format!("{}.eml", place + 1)));
        }
        budget.take_bytes(file.bytes.len(), "attachment")?;
        mail.parts.push(file);
    }
    Ok(())
}

fn read_written(part: &MessagePart<'_>, body: &[u8], is_text: bool, mail: &mut Mail) -> Written {
    let content = part.content_type();
    let of = |name: &str| content.and_then(|content| content.attribute(name));
    let is_markup = matches!(part.body, PartType::Html(_));
    let charset = of("charset").map(str::to_owned);
    let charset = charset.or_else(|| is_markup.then(|| find_charset(body)).flatten());
    let decoded = letters::decode(body, charset.as_deref());
    let mut text = decoded.text;
    if is_text || is_markup {
        mail.doubts.extend(decoded.doubt);
    }
    if is_markup {
        return Written::Markup(text);
    }
    if of("format").is_some_and(|format| format.eq_ignore_ascii_case("flowed")) {
        let joins = of("delsp").is_some_and(|joins| joins.eq_ignore_ascii_case("yes"));
        text = super::plain::unfold_flowed(&text, joins);
    }
    if let Some((before, rest)) = text.split_once("\nbegin 6")
        && let Some((name, bytes)) = decode_uuencoded(format!("begin 6{rest}").as_bytes())
        && is_text
        && !bytes.is_empty()
    {
        let after = rest.split_once("\nend").map_or("", |(_, after)| after);
        mail.parts.push(MailPart {
            name: find_safe_name(&name),
            declared_type: None,
            content_id: None,
            location: None,
            bytes,
        });
        return Written::Plain(format!("{before}\n{after}"));
    }
    Written::Plain(text)
}

fn find_encoding(part: &MessagePart<'_>) -> String {
    part.headers
        .iter()
        .find(|header| header.name == HeaderName::ContentTransferEncoding)
        .and_then(|header| header.value.as_text())
        .unwrap_or_default()
        .to_ascii_lowercase()
}

fn decode_transfer(part: &MessagePart<'_>, bytes: &[u8]) -> Vec<u8> {
    let span = part.offset_body as usize..part.offset_end as usize;
    let Some(raw) = bytes.get(span) else {
        return part.contents().to_vec();
    };
    match part.encoding {
        Encoding::Base64 => decode_base64(raw),
        Encoding::QuotedPrintable => decode_quoted_printable(raw),
        // announced, and not so: it is decoded as far as it goes
        Encoding::None if part.is_encoding_problem && find_encoding(part) == "base64" => {
            decode_base64(raw)
        }
        Encoding::None if part.is_encoding_problem && find_encoding(part).starts_with("quoted") => {
            decode_quoted_printable(raw)
        }
        Encoding::None => raw.to_vec(),
    }
}

fn find_type(part: &MessagePart<'_>) -> Option<String> {
    let content = part.content_type()?;
    let subtype = content.subtype()?;
    Some(format!("{}/{subtype}", content.ctype()).to_ascii_lowercase())
}

fn find_name(part: &MessagePart<'_>, bytes: &[u8]) -> Option<String> {
    let name = part.attachment_name();
    let name = match name {
        Some(name) if name.contains('\u{fffd}') => {
            find_raw_name(part, bytes).unwrap_or_else(|| name.to_owned())
        }
        Some(name) => name.to_owned(),
        None => find_raw_name(part, bytes)?,
    };
    find_safe_name(&decode_words(&name))
}

/// The name of a file in letters that nobody encoded.
fn find_raw_name(part: &MessagePart<'_>, bytes: &[u8]) -> Option<String> {
    for header in &part.headers {
        let named = matches!(
            header.name,
            HeaderName::ContentDisposition | HeaderName::ContentType
        ) && matches!(header.value, HeaderValue::ContentType(_));
        let raw = bytes.get(header.offset_start as usize..header.offset_end as usize);
        let Some(raw) = raw.filter(|_| named) else {
            continue;
        };
        let text = letters::decode(raw, None).text;
        let small = text.to_ascii_lowercase();
        let Some(at) = small.find("name=") else {
            continue;
        };
        let value = text.get(at + "name=".len()..)?;
        let value = match value.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next()?,
            None => value.split([';', '\n']).next()?,
        };
        return Some(value.trim().to_owned());
    }
    None
}
