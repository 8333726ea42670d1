//! Kazakh positions behind the name: after a dash, between commas, in brackets.

use crate::reader::found::Phrase;
use crate::reader::kk::noun_phrase::{REACH, listed, named_after, start_of_phrase};
use crate::reader::kk::words::is_position_head;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;

/// The positions behind a name that ends at `last`: «Исабаев – облыс әкімі, мәслихат депутаты», «Исабаев (облыс
/// әкімі)», «Исабаев, облыс әкімі,».
pub(crate) fn positions_behind(lexed: &Lexed, last: usize, starts: &[usize]) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = last + 1;
    let Some(mark) = lexed.tokens.get(at) else {
        return found;
    };
    let bracket = mark.sort == Sort::Sign('(');
    let comma = mark.sort == Sort::Sign(',');
    if !(mark.sort == Sort::Dash || bracket || comma)
        || mark.paragraph != lexed.tokens[last].paragraph
    {
        return found;
    }
    let paragraph = mark.paragraph;
    let mark_dash = mark.sort == Sort::Dash;
    loop {
        let begin = at + 1;
        let mut end = begin;
        let mut quoted = false;
        while let Some(token) = lexed
            .tokens
            .get(end)
            .filter(|token| token.paragraph == paragraph && end < begin + REACH)
        {
            if token.sort == Sort::Quote {
                quoted = !quoted;
            }
            let stops = matches!(
                token.sort,
                Sort::Sign(',' | ';' | '(' | ')' | '.' | ':') | Sort::Dash
            ) && !quoted;
            let list = token.sort == Sort::Sign(',') && listed(lexed, end, begin);
            let was = !quoted && mark_dash && matches!(token.folded.as_str(), "болды" | "болып");
            if was
                || stops && !list
                || starts.contains(&end)
                    && !quoted
                    && !named_after(lexed, end)
                    && !lexed.tokens[end..]
                        .iter()
                        .take(4)
                        .any(|t| t.lower == "атындағы")
            {
                break;
            }
            end += 1;
        }
        let closed = lexed.tokens.get(end).is_none_or(|token| {
            token.paragraph != paragraph
                || !matches!(token.sort, Sort::Word | Sort::Initial)
                || mark_dash && matches!(token.folded.as_str(), "болды" | "болып")
        });
        // «Омаров, бөлім бастығы, майор Әлиев»: all of it is the next one's
        if comma && starts.contains(&end) && end > begin && is_position_head(&lexed.tokens[end - 1])
        {
            found.clear();
        }
        if end <= begin
            || !closed
            || !is_position_head(&lexed.tokens[end - 1])
            || start_of_phrase(lexed, end - 1, begin) != begin
        {
            break;
        }
        let ends_with_comma = lexed.is(end, ',');
        // «…, облыс әкімі, …»: between commas, else the words belong to what follows.
        if comma
            && !ends_with_comma
            && lexed.tokens.get(end).is_some_and(|token| {
                token.paragraph == paragraph
                    && token.sort != Sort::Sign('.')
                    && !matches!(token.sort, Sort::Sign(';' | ':') | Sort::Dash)
            })
        {
            break;
        }
        found.push((begin, end - 1));
        if !ends_with_comma {
            break;
        }
        at = end;
    }
    found
}
