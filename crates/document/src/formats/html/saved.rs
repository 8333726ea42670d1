//! Where and when a page was saved, as browsers and their extensions note it in a comment before the page.

use crate::moment::read_moment;

/// So far a note is looked for, in bytes.
const LOOKED_AT: usize = 8 << 10;

/// What is noted of a saved page.
#[derive(Debug, Default)]
pub(super) struct Saved {
    /// Where it stood.
    pub url: Option<String>,
    /// When it was saved.
    pub moment: Option<String>,
}

/// Reads «saved from url=(0025)http://…», which browsers write, and what SingleFile writes in lines.
pub(super) fn read_note(markup: &str) -> Saved {
    let end = (0..=LOOKED_AT.min(markup.len()))
        .rev()
        .find(|at| markup.is_char_boundary(*at))
        .unwrap_or(0);
    let mut rest = markup.get(..end).unwrap_or_default();
    let mut saved = Saved::default();
    while let Some((_, after)) = rest.split_once("<!--") {
        let (comment, after) = after.split_once("-->").unwrap_or((after, ""));
        rest = after;
        if let Some((_, noted)) = comment.split_once("saved from url=(") {
            let address = noted.split_once(')').map_or("", |(_, address)| address);
            saved.url = saved.url.or_else(|| find_address(address));
        } else if comment.contains("saved with SingleFile") {
            for line in comment.lines().map(str::trim) {
                if let Some(address) = line.strip_prefix("url:") {
                    saved.url = saved.url.or_else(|| find_address(address));
                } else if let Some(moment) = line.strip_prefix("saved date:") {
                    // the name of the zone stands behind in brackets
                    let moment = moment.split('(').next().unwrap_or_default();
                    saved.moment = saved.moment.or_else(|| read_moment(moment));
                }
            }
        }
    }
    saved
}

fn find_address(noted: &str) -> Option<String> {
    let address = noted.split_whitespace().next()?;
    let is_of_web = address.starts_with("http://") || address.starts_with("https://");
    (is_of_web && address.len() < 2000).then(|| address.to_owned())
}
