//! Quotation marks: which one opens what another closes.

use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;

/// The opening mark of the quotation that a closing one ends, within `reach` tokens.
pub(crate) fn opening(lexed: &Lexed, close: usize, floor: usize, reach: usize) -> Option<usize> {
    let lowest = floor.max(close.saturating_sub(reach));
    let mut depth = 0_usize;
    // «"Жетісу" корпорациясы» АҚ», where one opening mark serves two
    let mut inner = None;
    for at in (lowest..close).rev() {
        let token = lexed.tokens.get(at)?;
        if token.sort != Sort::Quote {
            continue;
        }
        let mark = token.text.as_str();
        if mark == "»" {
            depth += 1;
        } else if depth > 0 {
            depth -= 1;
            inner = Some(at).filter(|_| depth == 0);
        } else {
            return Some(at);
        }
    }
    inner
}

/// Whether a token is a closing mark, by what stands around it.
pub(crate) fn closes(lexed: &Lexed, at: usize) -> bool {
    let Some(token) = lexed.tokens.get(at).filter(|t| t.sort == Sort::Quote) else {
        return false;
    };
    match token.text.as_str() {
        "»" | "”" | "›" => true,
        "«" | "„" | "‹" => false,
        _ => {
            let before = token
                .start
                .checked_sub(1)
                .and_then(|at| lexed.chars.get(at));
            let after = lexed.chars.get(token.end);
            let blank = |c: Option<&char>| c.is_none_or(|c| c.is_whitespace());
            !blank(before) && (before != Some(&'(')) || blank(after)
        }
    }
}
