//! Forms of Kazakh words that stand in small letters in print, and how they are typed where the keyboard has Russian
//! letters only.

use crate::word_list::{WordList, word_list};
use std::sync::OnceLock;

/// Forms of Kazakh words in small letters.
pub(crate) static FORMS: WordList = word_list!("kk/common-forms");

/// Whether a word in small letters is a Kazakh form, typed with Kazakh letters or Russian ones.
pub(crate) fn is_known(lower: &str) -> bool {
    static KEYS: OnceLock<Vec<(String, &'static str)>> = OnceLock::new();
    let all = KEYS.get_or_init(|| {
        let mut all: Vec<_> = FORMS.iter().map(|form| (key_of(form), form)).collect();
        all.sort_unstable();
        all
    });
    let key = key_of(lower);
    let at = all.partition_point(|(own, _)| *own < key);
    let mut same = all.iter().skip(at).take_while(|(own, _)| *own == key);
    same.any(|(_, form)| may_be_typed(form, lower))
}

fn may_be_typed(form: &str, typed: &str) -> bool {
    form.chars().count() == typed.chars().count()
        && form
            .chars()
            .zip(typed.chars())
            .all(|(own, typed)| may_be_typed_as(own, typed))
}

/// Whether a letter is typed so where the keyboard has Russian letters only.
pub(crate) fn may_be_typed_as(own: char, typed: char) -> bool {
    own == typed
        || match own {
            'ә' => typed == 'а' || typed == 'я',
            'ғ' => typed == 'г',
            'қ' => typed == 'к',
            'ң' => typed == 'н',
            'ө' => typed == 'о',
            'ұ' | 'ү' => typed == 'у',
            'һ' => matches!(typed, 'х' | 'г'),
            'і' => matches!(typed, 'и' | 'ы'),
            _ => false,
        }
}

/// What all ways to type a word share.
pub(crate) fn key_of(lower: &str) -> String {
    let letter = |c: char| match c {
        'ә' | 'я' => 'а',
        'ғ' | 'һ' | 'х' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'і' | 'ы' => 'и',
        own => own,
    };
    lower.chars().map(letter).collect()
}
