//! The key that joins the spellings of a name.

use crate::names::kazakh::kazakh_ending;
use crate::text::fold::fold;
use crate::text::latin::cyrillic;

/// One key for all spellings and scripts of a name word: Гүлнар, Гульнар and Gulnar share it, in any of the seven
/// Kazakh cases. Исабаев and Исабаева do not. A key to compare, never to show.
pub fn name_key(word: &str) -> String {
    let lower = cyrillic(word);
    let ending = kazakh_ending(&lower);
    let length = lower.chars().count();
    let bare: String = lower.chars().take(length - ending.min(length)).collect();
    let mut key = String::new();
    for c in fold(&bare).chars().filter(|c| c.is_alphanumeric()) {
        let plain = match c {
            'ь' | 'ъ' => continue,
            'ю' => 'у',
            'э' => 'е',
            'ы' => 'и',
            // Дәурен and Даурен fold alike already; Мұхтар may be Мухтар, Хасен Қасен.
            _ => c,
        };
        if !key.ends_with(plain) {
            key.push(plain);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_spellings_share_a_key() {
        for (a, b) in [
            ("Гүлнар", "Гульнар"),
            ("Гүлнар", "Gulnar"),
            ("Гүлнардың", "Gülnar"),
            ("Исабаев", "Isabaev"),
            ("Қайрат", "Кайрат"),
            ("Әсет", "Асет"),
        ] {
            assert_eq!(name_key(a), name_key(b), "{a} {b}");
        }
        assert_ne!(name_key("Исабаев"), name_key("Исабаева"));
    }
}
