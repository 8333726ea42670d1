//! What a mail is made of.

use crate::document::Doubt;

/// A mail, from whatever format.
#[derive(Debug, Default)]
pub(crate) struct Mail {
    pub subject: Option<String>,
    pub author: Option<String>,
    pub sender: Option<String>,
    pub sent: Option<String>,
    pub message_id: Option<String>,
    pub generator: Option<String>,
    /// Where a page stood that is kept as a mail.
    pub location: Option<String>,
    /// What was written, as plain text; several pieces where files stand between them.
    pub text: Vec<Written>,
    /// The same as markup.
    pub markup: Vec<Written>,
    /// What came with it.
    pub parts: Vec<MailPart>,
    /// How bytes were damaged, if they were.
    pub doubts: Vec<Doubt>,
}

/// A piece of what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Written {
    Plain(String),
    Markup(String),
}

impl Written {
    /// Its words.
    pub fn words(&self) -> &str {
        match self {
            Written::Plain(text) | Written::Markup(text) => text,
        }
    }
}

/// A file that came with a mail.
#[derive(Debug, Clone)]
pub(crate) struct MailPart {
    pub name: Option<String>,
    pub declared_type: Option<String>,
    pub content_id: Option<String>,
    pub location: Option<String>,
    pub bytes: Vec<u8>,
}
