//! Marks that stand in or between words and are no letters.

/// Marks that take no room on paper: soft hyphen, zero-width blanks and joiners, direction marks, BOM.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether `c` is an apostrophe of any shape.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '‚' | '‛' | 'ʼ' | 'ʻ' | 'ʹ' | '′' | '`' | '´' | '＇'
    )
}
