//! A statistical tagger of Kazakh text: a linear-chain conditional random field (Lafferty, McCallum and
//! Pereira 2001) over hashed features, trained by `examples/train` from KazNERD.

mod chain;
mod features;
mod index;
pub mod iob2;
mod model;
pub mod score;

pub use features::{Set, features};
pub(crate) use index::Scores;
pub(crate) use model::Models;
pub use model::{Model, ModelError};

use std::sync::OnceLock;

static SHIPPED: &[u8] = include_bytes!("../../../../assets/models/kaznerd.crf");

/// The model that ships inside the program; loaded when it is first asked for. `None` only if its bytes are
/// damaged, which a test excludes.
pub fn shipped() -> Option<&'static Model> {
    static MODEL: OnceLock<Option<Model>> = OnceLock::new();
    MODEL
        .get_or_init(|| Model::from_bytes(SHIPPED).ok())
        .as_ref()
}
