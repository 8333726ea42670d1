//! Mails as Outlook keeps them (.msg), and as it sends them to others (winmail.dat).

mod compressed;
mod mapi;
mod msg;
mod rich;
mod tnef;

pub(crate) use msg::read as read_msg;
pub(crate) use tnef::read as read_tnef;
