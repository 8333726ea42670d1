//! The manual, baked in: pages of assets/manual in three languages. A page is read into blocks that hold no markup, so
//! that whoever shows it can neither run nor fetch anything. What actions and the window's controls are called is not
//! written in it, but filled in from the registry and from assets/locales.

mod find;
mod html;
mod named;
mod page;
mod read_page;
mod sources;

pub use find::{FoundSection, find_in_manual};
pub use html::{HtmlPage, html_pages};
pub use named::Named;
pub use page::{Block, Inline, Page};
pub use read_page::{Misread, read_page};
pub use sources::{LANGUAGES, PAGES, pages, source};
