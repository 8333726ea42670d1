//! Forms of Kazakh words that are known: which words are common nouns and verbs, and how a word is spelled that was
//! typed with Russian letters.

use crate::cases::stem::stem_kk;
use crate::word_list::{WordList, word_list};
use std::collections::HashSet;
use std::sync::OnceLock;

static FORMS: WordList = word_list!("kk/common-forms");

/// Whether a Kazakh word in small letters is no name by itself: some form of it stands in small letters in print.
pub(crate) fn is_common(lower: &str) -> bool {
    static STEMS: OnceLock<HashSet<String>> = OnceLock::new();
    let stems = STEMS.get_or_init(|| FORMS.iter().map(stem_kk).collect());
    FORMS.has(lower) || stems.contains(&stem_kk(lower))
}
