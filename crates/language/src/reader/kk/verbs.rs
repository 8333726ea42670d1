//! Which Kazakh words are verbs of telling.

use crate::word_list::{WordList, word_list};

/// Verbs that tell of a speech where no quote stands, folded.
static TELLS: WordList = word_list!("kk/tells");

/// Whether a folded word tells of a speech where no quote stands.
pub(crate) fn tells(folded: &str) -> bool {
    TELLS.begins(&folded)
}
