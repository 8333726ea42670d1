//! Mails: what was written, who sent it when, and what came with it.

mod compose;
mod covering;
mod header;
mod mailbox;
mod message;
mod parts;
mod passed_on;
mod plain;
mod signed;
mod transfer;

use crate::budget::Budget;
use crate::document::Document;
use crate::format::Format;
use crate::refusal::Refusal;

pub(crate) use compose::compose;
pub(crate) use header::{find_safe_name, read_address};
pub(crate) use mailbox::read as read_mailbox;
pub(crate) use message::parse;
pub(crate) use parts::{Mail, MailPart, Written};

/// Reads a mail.
///
/// # Errors
/// See [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    let mail = parse(bytes, budget)?;
    compose(mail, Format::Eml, budget)
}
