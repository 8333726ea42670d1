//! The nominative of a Kazakh phrase.

use crate::cases::kazakh::{is_bare_case, without_case};
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::marks::closes;

/// Text from one token to another, the last without its Kazakh case ending.
pub(crate) fn nominative(lexed: &Lexed, first: usize, last: usize) -> String {
    let text = lexed.between(first, last);
    let token = &lexed.tokens[last];
    let quoted = first == last
        && first > 0
        && lexed.tokens[first - 1].sort == Sort::Quote
        && closes(lexed, last + 1);
    if token.sort != Sort::Word || quoted {
        return text;
    }
    if let Some((bare, ending)) = token.text.rsplit_once(['-', '‑'])
        && is_bare_case(&crate::text::fold::fold(&crate::text::latin::cyrillic(
            ending,
        )))
    {
        let cut = token.text.len() - bare.len();
        return text[..text.len() - cut].to_owned();
    }
    // «ауданы» is аудан with a possessive, not «ауда-ны»
    let owned = token
        .lower
        .strip_suffix(['ы', 'і'])
        .is_some_and(crate::gazetteer::is_noun);
    // «Қырғызстан»; a name alone has no possessive that a case could follow: «Сайқын»
    let country = token.capital && token.folded.ends_with("стан");
    let proper = first == last && token.capital;
    let cut = without_case(&token.folded)
        .filter(|rest| !(owned || country || proper && token.folded[rest.len()..] == *"н"))
        .map_or(0, |rest| {
            token.folded.chars().count() - rest.chars().count()
        });
    let length = text.chars().count();
    text.chars().take(length - cut.min(length)).collect()
}
