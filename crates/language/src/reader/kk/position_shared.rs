//! A position that several names share.

use crate::reader::found::Phrase;
use crate::reader::kk::positions::of_several;
use crate::reader::lex::lexed::Lexed;
use crate::reader::people::mention::Mention;

/// «аудан әкімінің орынбасарлары Омаров, Әлиев пен Сейітова»: the position of several, as printed, is each one's.
pub(crate) fn position_of_several_names(
    lexed: &Lexed,
    mentions: &[Mention],
    at: usize,
) -> Option<Phrase> {
    let mut first = at;
    while let Some(before) = first.checked_sub(1) {
        let joint = mentions[before].last + 1;
        let listed = joint + 1 == mentions[first].first
            && (lexed.is(joint, ',')
                || lexed.tokens.get(joint).is_some_and(|token| {
                    matches!(token.lower.as_str(), "және" | "мен" | "бен" | "пен")
                }));
        if !listed {
            break;
        }
        first = before;
    }
    let begin = mentions[first].first;
    // one name alone has no share
    let several = first < at
        || mentions
            .get(at + 1)
            .is_some_and(|next| next.first <= mentions[at].last + 2);
    of_several(lexed, begin).filter(|_| several)
}
