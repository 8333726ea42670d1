//! A page with its pictures, as browsers keep it: a mail whose parts are the page and its files.

use super::html::{Part, finish, read_page};
use super::mail::{MailPart, Written, parse};
use crate::budget::Budget;
use crate::document::Document;
use crate::format::Format;
use crate::refusal::Refusal;

/// Reads a page that is kept as a mail.
///
/// # Errors
/// See [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    let mail = parse(bytes, budget)?;
    let mut document = Document::new(Format::Mhtml);
    document.doubts.clone_from(&mail.doubts);
    let of_body = mail.markup.iter().find_map(|one| match one {
        Written::Markup(markup) => Some(markup.as_bytes()),
        Written::Plain(_) => None,
    });
    // a page that is announced as an attachment
    let of_parts = mail.parts.iter().find(|part| {
        matches!(
            part.declared_type.as_deref(),
            Some("text/html" | "application/xhtml+xml")
        )
    });
    let (page, declared) = match (of_body, of_parts) {
        (Some(page), _) => (page, Some("utf-8")),
        (None, Some(part)) => (part.bytes.as_slice(), None),
        (None, None) => {
            let plain = mail.text.iter().find_map(|one| match one {
                Written::Plain(text) => Some(text.as_bytes()),
                Written::Markup(_) => None,
            });
            (plain.unwrap_or_default(), Some("utf-8"))
        }
    };
    let find_part = |address: &str| {
        let part = find_by_address(&mail.parts, address)?;
        Some(Part {
            name: part.name.as_deref(),
            bytes: &part.bytes,
        })
    };
    read_page(page, declared, &find_part, budget, &mut document)?;
    let properties = &mut document.properties;
    properties.title = properties.title.take().or(mail.subject);
    properties.captured = mail.sent.or(properties.captured.take());
    properties.url = properties.url.take().or(mail.location);
    finish(document)
}

fn find_by_address<'a>(parts: &'a [MailPart], address: &str) -> Option<&'a MailPart> {
    let id = address.strip_prefix("cid:");
    let is_it = |part: &&MailPart| {
        let of_id = part.content_id.as_deref();
        let of_id = of_id.map(|one| one.trim_matches(['<', '>', ' ']));
        part.location.as_deref() == Some(address) || id.is_some() && of_id == id
    };
    let below = address.trim_start_matches(['.', '/']);
    parts.iter().find(is_it).or_else(|| {
        parts.iter().find(|part| {
            let location = part.location.as_deref();
            !below.is_empty()
                && id.is_none()
                && !address.contains("://")
                && location.is_some_and(|location| location.ends_with(below))
        })
    })
}
