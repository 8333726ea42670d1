//! A channel as Telegram exports it: each post is read like a document of its own.

mod json;
mod page;
mod post;

pub(crate) use json::read as read_json;
pub(crate) use page::read as read_page;
