//! One letter for all that look or sound alike.

use crate::text::marks::is_apostrophe;

/// The letter that stands for all that look or sound like one; none of a sign. A letter and its capital, and what looks
/// like either, are one: h is H, which looks like Н.
pub(crate) fn plain_letter(folded: char) -> Option<char> {
    Some(match folded {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'ə' => 'а',
        'h' | 'x' | 'н' => 'х',
        'i' | 'ı' => 'и',
        'j' => 'ј',
        'k' => 'к',
        'm' => 'м',
        'o' | 'ɵ' => 'о',
        'p' => 'р',
        't' => 'т',
        'y' => 'у',
        _ if is_apostrophe(folded) => return None,
        _ if folded.is_alphanumeric() => folded,
        _ => return None,
    })
}
