//! An article begins: its record and its first text.

use crate::edit::intake::Intake;
use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::event::Event;
use crate::nouns::version::Version;
use crate::nouns::{article, event, unit, version};
use crate::record::terms::{Access, Relation, State};
use crate::store::door::Tx;
use crate::store::rows;
use crate::values;

/// What a new article's first version says.
#[derive(Default)]
pub(crate) struct Text<'a> {
    pub language: Option<&'a str>,
    pub title: &'a str,
    pub body: &'a str,
    pub date: Option<&'a str>,
    pub url: Option<&'a str>,
    /// The day of its capture where its source decides on it; none: today.
    pub captured: Option<Option<String>>,
    /// Nothing was read of its file: it is known again by no words.
    pub is_unread: bool,
}

/// Enters a draft of a text where it belongs; gives it and its version's key.
pub(crate) fn start_draft(
    tx: &mut Tx<'_>,
    text: &Text<'_>,
    with: &Intake,
) -> Result<(Article, i64), Error> {
    let unit_id = match with.unit.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(name) => Some(unit::resolve(tx.sql(), name)?.id),
    };
    let now = tx.now().to_owned();
    let today = tx.today().to_owned();
    let year = values::year_of(text.date.unwrap_or(&today));
    let (reference, series, number) = article::next_reference(tx, unit_id, &year)?;
    let id = tx.insert(&Article {
        id: 0,
        uuid: String::new(),
        unit_id,
        reference,
        series: Some(series),
        number: Some(number),
        state: State::Draft,
        kind: None,
        outgoing_number: None,
        outgoing_date: None,
        publication_date: text.date.map(str::to_owned),
        captured_on: text.captured.clone().unwrap_or(Some(today)),
        source_url: text.url.map(str::to_owned),
        rights: None,
        note: None,
        access: Access::Open,
        embargo_until: None,
        access_reason: None,
        access_decided_by: None,
        created_at: now,
    })?;
    let version = tx.insert(&Version {
        id: 0,
        uuid: String::new(),
        article_id: id,
        language: text.language.unwrap_or(version::UNDETERMINED).to_owned(),
        title: values::one_line(text.title),
        body: text.body.to_owned(),
        relation: Relation::Original,
        of_id: None,
        fixed_at: None,
        release_key: match text.is_unread {
            true => None,
            false => version::release_key(text.title, text.body),
        },
    })?;
    if let Some(event) = &with.event {
        let event: Event = rows::by_uuid(tx.sql(), event)?;
        event::link_article(tx, id, event.id)?;
    }
    Ok((rows::get(tx.sql(), id)?, version))
}
