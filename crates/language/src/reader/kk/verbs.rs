//! Which Kazakh words are verbs of telling.

/// Verbs that tell of a speech where no quote stands, folded.
#[rustfmt::skip]
const TELLS: &[&str] = &[
    "таныстырды", "таныстырып", "усынды", "жасырмады", "багалады", "шагымданды", "тиледи",
];

/// Whether a folded word tells of a speech where no quote stands.
pub(crate) fn tells(folded: &str) -> bool {
    TELLS.iter().any(|word| folded.starts_with(word))
}
