//! The encoding that a page declares in its own first bytes.

/// So far a declaration is looked for.
const LOOKED_AT: usize = 8 << 10;

/// Finds what `<meta charset>`, `<meta http-equiv>` or the XML declaration says.
pub(crate) fn find_charset(bytes: &[u8]) -> Option<String> {
    let begin = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let begin: String = begin
        .iter()
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let begin = drop_comments(&begin);
    if let Some(declaration) = begin.trim_start().strip_prefix("<?xml")
        && let Some((declaration, _)) = declaration.split_once("?>")
        && let Some(label) = find_label(declaration, "encoding")
    {
        return Some(label);
    }
    let mut rest = begin.as_str();
    while let Some((_, meta)) = rest.split_once("<meta") {
        let (tag, after) = meta.split_once('>').unwrap_or((meta, ""));
        rest = after;
        if let Some(label) = find_label(tag, "charset")
            && encoding_rs::Encoding::for_label(label.as_bytes()).is_some()
        {
            return Some(label);
        }
    }
    None
}

fn find_label(tag: &str, name: &str) -> Option<String> {
    let (_, value) = tag.split_once(name)?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let label: String = value
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
        .collect();
    (!label.is_empty()).then_some(label)
}

fn drop_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}
