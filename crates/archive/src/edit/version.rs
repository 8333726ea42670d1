//! What a person does to a text: a draft's is edited, and its spans move along; another version is added.

use muragat_language::{SpanText, byte_of_char};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::mention::Mention;
use crate::nouns::quote::Quote;
use crate::nouns::version::{UNDETERMINED, Version, release_key};
use crate::record::terms::{MentionState, OpKind, Relation};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::store::{rows, text_patch, three_way_merge};
use crate::values;
use crate::values::{is_language, one_line};

/// So many characters of a text tell its language while it is typed …
const TELLING: usize = 80;

/// … or so many, where so many came at once: then they were pasted, and no more will come.
const TELLING_AT_ONCE: usize = 20;

/// More than this tell no more.
const TOLD: usize = 20_000;

impl Archive {
    /// Changes a draft's text. Spans after the edit move with it; one that the edit cuts through goes stale.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::TextRegistered`].
    pub fn edit_version(
        &mut self,
        version: &str,
        title: Option<&str>,
        body: Option<&str>,
    ) -> Result<Outcome<()>, Error> {
        self.set_version(
            version,
            &VersionFields {
                title: title.map(str::to_owned),
                body: body.map(str::to_owned),
                language: None,
            },
        )
    }

    /// Sets fields of a draft's text, as [`Archive::edit_version`], and its language.
    ///
    /// # Errors
    /// As there; [`Error::ValueInvalid`] for what is no language tag.
    pub fn set_version(
        &mut self,
        version: &str,
        fields: &VersionFields,
    ) -> Result<Outcome<()>, Error> {
        let kind = match (&fields.title, &fields.body, &fields.language) {
            (Some(_), None, None) => OpKind::EditTitle,
            (None, None, Some(_)) => OpKind::EditLanguage,
            _ => OpKind::EditText,
        };
        self.transact(kind, |tx| {
            let stored: Version = rows::by_uuid(tx.sql(), version)?;
            edit_text(tx, &stored, fields)
        })
    }

    /// Adds a version to an article: a translation, a correction, a replacement, a withdrawal. Gives its UUID.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] where the relation wants no other version.
    pub fn add_version(
        &mut self,
        of: &str,
        relation: Relation,
        language: &str,
        title: &str,
        body: &str,
    ) -> Result<Outcome<String>, Error> {
        self.transact(OpKind::AddVersion, |tx| {
            let of: Version = rows::by_uuid(tx.sql(), of)?;
            let body = muragat_language::normalise_newlines(body).into_owned();
            let id = add_related(tx, &of, relation, language, &one_line(title), body)?;
            Ok(rows::get::<Version>(tx.sql(), id)?.uuid)
        })
    }
}

/// Enters a version that relates to another. Gives its key.
pub(crate) fn add_related(
    tx: &mut Tx<'_>,
    of: &Version,
    relation: Relation,
    language: &str,
    title: &str,
    body: String,
) -> Result<i64, Error> {
    if relation == Relation::Original {
        return Err(Error::ValueInvalid {
            noun: "version",
            field: "relation".into(),
            value: "original".into(),
        });
    }
    tx.insert(&Version {
        id: 0,
        uuid: String::new(),
        article_id: of.article_id,
        language: language.to_owned(),
        release_key: release_key(title, &body),
        title: values::one_line(title),
        body,
        relation,
        of_id: Some(of.id),
        fixed_at: None,
    })
}

/// Fields of a draft version's text to set.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct VersionFields {
    /// One line.
    pub title: Option<String>,
    /// The text.
    pub body: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
}

/// Changes a draft's title, body and language.
pub(crate) fn edit_text(
    tx: &mut Tx<'_>,
    stored: &Version,
    fields: &VersionFields,
) -> Result<(), Error> {
    let mut edited = stored.clone();
    if let Some(title) = &fields.title {
        edited.title = one_line(title);
    }
    if let Some(body) = &fields.body {
        let mine = muragat_language::normalise_newlines(body).into_owned();
        edited.body = join_body(tx, stored, mine)?;
    }
    if let Some(language) = fields.language.as_deref().map(str::trim) {
        if !is_language(language) {
            return Err(Error::ValueInvalid {
                noun: "version",
                field: "language".into(),
                value: language.to_owned(),
            });
        }
        edited.language = language.to_owned();
    } else if edited.language == UNDETERMINED
        && let Some(language) = tell_language(stored, &edited)
    {
        // begun blank: once there is enough to tell, nobody need say it
        edited.language = language.to_owned();
    }
    if edited == *stored {
        return Ok(());
    }
    if stored.fixed_at.is_some() {
        let article: crate::nouns::article::Article = rows::get(tx.sql(), stored.article_id)?;
        return Err(Error::TextRegistered {
            reference: article.reference,
        });
    }
    tx.update(&edited)?;
    match edited.body == stored.body {
        true => Ok(()),
        false => shift_spans(tx, stored.id, &stored.body, &edited.body),
    }
}

/// The language of a text that was edited, where there is enough of it to tell.
fn tell_language(stored: &Version, edited: &Version) -> Option<&'static str> {
    let length = |version: &Version| version.title.chars().count() + version.body.chars().count();
    let (before, now) = (length(stored), length(edited));
    if now < TELLING && now < before + TELLING_AT_ONCE {
        return None;
    }
    let text = format!("{}\n{}", edited.title, edited.body);
    let told = byte_of_char(&text, TOLD).and_then(|end| text.get(..end));
    muragat_language::language(told.unwrap_or(&text))
}

/// A body as it was typed, with what somebody else wrote into the text since it was seen.
fn join_body(tx: &mut Tx<'_>, stored: &Version, mine: String) -> Result<String, Error> {
    let Some(seen) = tx.seen("version", &stored.uuid, "body") else {
        return Ok(mine);
    };
    let base = muragat_language::normalise_newlines(seen.value.as_deref().unwrap_or_default());
    let joined = three_way_merge::join(&base, &stored.body, &mine, seen.prefer);
    let joined = joined.map_err(|clash| Error::EditConflict {
        noun: "version".to_owned(),
        id: stored.uuid.clone(),
        field: "body".to_owned(),
        seen: clash.seen,
        now: clash.theirs,
        mine: clash.mine,
    })?;
    tx.settle_seen("version", &stored.uuid, "body");
    Ok(joined)
}

/// Moves the spans of a version along an edit of its body. A span whose text is gone goes with it.
fn shift_spans(tx: &mut Tx<'_>, version: i64, before: &str, after: &str) -> Result<(), Error> {
    let tail = "WHERE version_id = ?1 ORDER BY id";
    let mentions = rows::select::<Mention>(tx.sql(), tail, [version])?;
    let quotes = rows::select::<Quote>(tx.sql(), tail, [version])?;
    if mentions.is_empty() && quotes.is_empty() {
        return Ok(());
    }
    let cuts = text_patch::cuts(before, after);
    let new = SpanText::new(after);
    let text_of = |span: &Moved| {
        new.cut(span.start, span.end)
            .filter(|text| !text.is_empty())
    };
    for mut mention in mentions {
        let span = move_span(mention.start_at, mention.end_at, &cuts);
        let Some(text) = text_of(&span) else {
            tx.delete::<Mention>(mention.id)?;
            continue;
        };
        (mention.start_at, mention.end_at) = (span.start as i64, span.end as i64);
        mention.state =
            match span.whole && mention.state == MentionState::Fresh || text == mention.text {
                true => MentionState::Fresh,
                false => MentionState::Stale,
            };
        tx.update(&mention)?;
    }
    for mut quote in quotes {
        let span = move_span(quote.start_at, quote.end_at, &cuts);
        let Some(text) = text_of(&span) else {
            tx.delete::<Quote>(quote.id)?;
            continue;
        };
        // what is mended inside a quotation is still that quotation
        (quote.start_at, quote.end_at) = (span.start as i64, span.end as i64);
        quote.text = text.to_owned();
        tx.update(&quote)?;
    }
    Ok(())
}

/// Where a span lies after an edit.
struct Moved {
    start: usize,
    end: usize,
    /// No piece of the edit lay inside it.
    whole: bool,
}

fn move_span(start: i64, end: i64, cuts: &[(usize, usize, usize)]) -> Moved {
    let (start, end) = (
        usize::try_from(start).unwrap_or(0),
        usize::try_from(end).unwrap_or(0),
    );
    let (mut new_start, mut new_end, mut whole) = (start as isize, end as isize, true);
    let mut shift = 0isize;
    for &(at, removed, inserted) in cuts {
        let stop = at + removed;
        let change = inserted as isize - removed as isize;
        if stop <= start {
            new_start += change;
            new_end += change;
        } else if at < end {
            whole = false;
            // a cut over an end leaves what lies inside the span
            if at < start {
                new_start = at as isize + shift + inserted as isize;
            }
            new_end = match stop > end {
                true => at as isize + shift,
                false => new_end + change,
            };
        }
        shift += change;
    }
    Moved {
        start: new_start.max(0) as usize,
        end: new_end.max(0) as usize,
        whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shifted(before: &str, after: &str, start: i64, end: i64) -> (String, bool) {
        let cuts = text_patch::cuts(before, after);
        let span = move_span(start, end, &cuts);
        let chars: Vec<char> = after.chars().collect();
        (
            chars
                .get(span.start..span.end.max(span.start))
                .unwrap_or_default()
                .iter()
                .collect(),
            span.whole,
        )
    }

    #[test]
    fn edits_around_a_span_leave_it_whole() {
        let far = "ұзақ сөйлем осылай жалғаса береді, ".repeat(5);
        let before = format!("Бірінші {far}Сәуле Омарова айтты {far}соңғы");
        let after = format!("Алғашқы әрі {far}Сәуле Омарова айтты {far}ақырғы сөз");
        let start = before.chars().take_while(|c| *c != 'С').count() as i64;
        assert_eq!(
            shifted(&before, &after, start, start + 13),
            ("Сәуле Омарова".to_owned(), true)
        );
    }

    #[test]
    fn a_cut_leaves_what_lies_inside() {
        assert_eq!(
            shifted("абвгдежз", "абвгzежз", 2, 6),
            ("вгzе".to_owned(), false)
        );
        assert_eq!(shifted("абвгдежз", "абжз", 3, 5), (String::new(), false));
        assert_eq!(shifted("абвгдежз", "", 3, 5), (String::new(), false));
        // what is typed at a border is not part of the span
        assert_eq!(shifted("аб вг", "абв вг", 0, 2), ("аб".to_owned(), true));
        assert_eq!(shifted("аб вг", "аб жвг", 3, 5), ("вг".to_owned(), true));
    }

    proptest! {
        #[test]
        fn a_span_stays_inside_the_text(before in "[абв ]{1,200}", after in "[абв ]{0,200}", a in 0usize..200, b in 0usize..200) {
            let length = before.chars().count();
            let (start, end) = ((a % length).min(b % length), (a % length).max(b % length) + 1);
            let cuts = text_patch::cuts(&before, &after);
            let span = move_span(start as i64, end as i64, &cuts);
            prop_assert!(span.end <= after.chars().count() || span.start >= span.end);
            if span.whole {
                let old: String = before.chars().skip(start).take(end - start).collect();
                let new: String = after.chars().skip(span.start).take(span.end - span.start).collect();
                prop_assert_eq!(old, new);
            }
        }
    }
}
