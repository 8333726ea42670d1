//! XMP (ISO 16684-1): from a packet to its properties, and from these to what a photo states.

mod namespaces;
mod parse;
mod regions;
mod state;
mod structures;
mod tree;

pub(crate) use namespaces::Namespace;
pub(crate) use parse::{decode, read_packet};
pub(crate) use regions::read_regions;
pub(crate) use state::{date_written, orientation, state_properties, stored_size};
pub(crate) use tree::Properties;
