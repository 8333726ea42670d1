//! What a person does to an article: its fields are set, it is laid elsewhere, it is registered.

use serde::Deserialize;
use ts_rs::TS;

use crate::edit::transfer as transfer_edit;
use crate::edit::version as version_edit;
use crate::edit::version::VersionFields;
use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::{article, place, subject, unit, version};
use crate::record::terms::{Access, OpKind, Relation, State};
use crate::store::door::{Outcome, Tx};
use crate::store::library::Archive;
use crate::values;

/// Fields of an article to set; those left out stay, an empty text clears one. Dates are as people
/// write them, or EDTF; days are whole.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(rename = "ArticleFields", optional_fields)]
pub struct ArticleEdit {
    /// Title of the newest version, a draft's.
    #[ts(skip)]
    pub title: Option<String>,
    /// Text of the newest version, a draft's.
    #[ts(skip)]
    pub body: Option<String>,
    /// Typed by hand; unique.
    pub reference: Option<String>,
    /// A UUID or codes as in `12/1/3`; empty: the in-tray. A draft's automatic reference follows.
    pub unit: Option<String>,
    /// Such as «press release».
    pub kind: Option<String>,
    /// The issuing office's registration number.
    pub outgoing_number: Option<String>,
    /// Its date.
    pub outgoing_date: Option<String>,
    /// EDTF.
    pub publication_date: Option<String>,
    /// `YYYY-MM-DD`.
    pub captured_on: Option<String>,
    /// Where it was published.
    pub source_url: Option<String>,
    /// Terms of use.
    pub rights: Option<String>,
    /// The archivist's note.
    pub note: Option<String>,
    /// Open, restricted or under embargo.
    pub access: Option<Access>,
    /// Last day of the embargo.
    pub embargo_until: Option<String>,
    /// Why access is restricted.
    pub access_reason: Option<String>,
    /// Who decided so.
    pub access_decided_by: Option<String>,
    /// The whole list of subject headings.
    pub subjects: Option<Vec<String>>,
    /// The whole list of places that the article is about, by name.
    pub places: Option<Vec<String>>,
}

impl Archive {
    /// Sets fields of an article.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::ReferenceTaken`], [`Error::ValueInvalid`] for a date that is none.
    pub fn edit_article(&mut self, id: &str, edit: &ArticleEdit) -> Result<Outcome<()>, Error> {
        let fields = ArticleEdit {
            title: None,
            body: None,
            ..edit.clone()
        };
        let headings = ArticleEdit {
            subjects: edit.subjects.clone(),
            places: edit.places.clone(),
            ..ArticleEdit::default()
        };
        let kind = match (&edit.title, &edit.body, fields == ArticleEdit::default()) {
            (Some(_), None, true) => OpKind::EditTitle,
            (_, Some(_), true) => OpKind::EditText,
            _ if fields == headings => OpKind::EditHeadings,
            _ => OpKind::EditArticle,
        };
        self.transact(kind, |tx| {
            let article = article::resolve(tx.sql(), id)?;
            set_fields(tx, article, edit)
        })
    }

    /// Lays several articles into one unit (a UUID or codes), or into the in-tray, in one op; numbers are given in
    /// the order of their dates.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn move_articles(
        &mut self,
        ids: &[String],
        unit: Option<&str>,
    ) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::MoveArticles, |tx| {
            let unit = unit.map(|name| unit::resolve(tx.sql(), name)).transpose()?;
            let articles = ids
                .iter()
                .map(|id| article::resolve(tx.sql(), id))
                .collect::<Result<_, _>>()?;
            for article in article::in_order_of_date(tx.sql(), articles)? {
                lay_into(tx, article, unit.as_ref().map(|unit| unit.id))?;
            }
            Ok(())
        })
    }

    /// Registers an article: the texts of all its versions become evidence.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn register(&mut self, id: &str) -> Result<Outcome<()>, Error> {
        self.transact(OpKind::Register, |tx| {
            let article = article::resolve(tx.sql(), id)?;
            fix_texts(tx, article)
        })
    }
}

/// Sets fields of an article.
pub(crate) fn set_fields(
    tx: &mut Tx<'_>,
    mut article: Article,
    edit: &ArticleEdit,
) -> Result<(), Error> {
    let set = |field: &mut Option<String>, new: &Option<String>| {
        if let Some(new) = new {
            *field = values::typed(Some(new));
        }
    };
    set(&mut article.kind, &edit.kind);
    set(&mut article.outgoing_number, &edit.outgoing_number);
    set(&mut article.outgoing_date, &edit.outgoing_date);
    set(&mut article.publication_date, &edit.publication_date);
    set(&mut article.captured_on, &edit.captured_on);
    set(&mut article.source_url, &edit.source_url);
    set(&mut article.rights, &edit.rights);
    set(&mut article.note, &edit.note);
    set(&mut article.embargo_until, &edit.embargo_until);
    set(&mut article.access_reason, &edit.access_reason);
    set(&mut article.access_decided_by, &edit.access_decided_by);
    if let Some(access) = edit.access {
        article.access = access;
        if access != Access::Embargo
            && edit
                .embargo_until
                .as_deref()
                .is_none_or(|day| day.trim().is_empty())
        {
            article.embargo_until = None;
        }
    }
    for (field, value) in [
        ("outgoing_date", &mut article.outgoing_date),
        ("publication_date", &mut article.publication_date),
    ] {
        *value = values::optional_dating("article", field, value.as_deref())?;
    }
    for (field, value) in [
        ("captured_on", &mut article.captured_on),
        ("embargo_until", &mut article.embargo_until),
    ] {
        if let Some(day) = value {
            *day = values::day("article", field, day)?;
        }
    }
    if (article.access == Access::Embargo) != article.embargo_until.is_some() {
        return Err(Error::ValueInvalid {
            noun: "article",
            field: "embargo_until".into(),
            value: article.embargo_until.clone().unwrap_or_default(),
        });
    }
    if let Some(name) = &edit.unit {
        article.unit_id = match name.trim() {
            "" => None,
            name => Some(unit::resolve(tx.sql(), name)?.id),
        };
    }
    if edit.unit.is_some() || edit.publication_date.is_some() {
        follow_series(tx, &mut article)?;
    }
    if let Some(reference) = edit
        .reference
        .as_deref()
        .map(values::one_line)
        .filter(|text| !text.is_empty())
        && reference != article.reference
    {
        let other = article::with_reference(tx.sql(), &reference)?;
        if let Some(other) = other.filter(|other| other.id != article.id) {
            return Err(Error::ReferenceTaken {
                reference: other.reference,
            });
        }
        (article.reference, article.series, article.number) = (reference, None, None);
    }
    tx.update(&article)?;
    if let Some(subjects) = &edit.subjects {
        let now = subject::names_of(tx.sql(), article.id)?;
        let mine = in_order(subjects);
        if tx.may_write_list(("article", &article.uuid, "subjects"), &now, &mine)? {
            subject::set_subjects(tx, article.id, subjects)?;
        }
    }
    if let Some(places) = &edit.places {
        let now = place::headings_of(tx.sql(), article.id)?;
        let mine = in_order(places);
        if tx.may_write_list(("article", &article.uuid, "places"), &now, &mine)? {
            place::set_places(tx, article.id, places)?;
        }
    }
    if edit.title.is_some() || edit.body.is_some() {
        let newest = version::of_article(tx.sql(), article.id)?.pop();
        let newest = newest.ok_or_else(|| Error::NotFound {
            noun: "version",
            id: article.uuid.clone(),
        })?;
        let text = VersionFields {
            title: edit.title.clone(),
            body: edit.body.clone(),
            language: None,
        };
        version_edit::edit_text(tx, &newest, &text)?;
    }
    Ok(())
}

/// Lays an article into a unit, or into the in-tray.
pub(crate) fn lay_into(
    tx: &mut Tx<'_>,
    mut article: Article,
    unit: Option<i64>,
) -> Result<(), Error> {
    article.unit_id = unit;
    follow_series(tx, &mut article)?;
    tx.update(&article)
}

/// Makes the texts of all versions of an article evidence.
pub(crate) fn fix_texts(tx: &mut Tx<'_>, mut article: Article) -> Result<(), Error> {
    let versions = version::of_article(tx.sql(), article.id)?;
    // a translation of what was taken back brings nothing back
    let newest = versions
        .iter()
        .rfind(|version| version.relation != Relation::Translates);
    article.state = match newest.map(|version| version.relation) {
        Some(Relation::Withdraws) => State::Withdrawn,
        _ => State::Registered,
    };
    tx.update(&article)?;
    for mut version in versions {
        if version.fixed_at.is_none() {
            version.fixed_at = Some(tx.now().to_owned());
            tx.update(&version)?;
        }
    }
    Ok(())
}

/// Headings as typed, in the order in which records list them.
fn in_order(names: &[String]) -> Vec<String> {
    let mut names = values::distinct_lines(names);
    names.sort_by_cached_key(|name| muragat_language::sort_key(name));
    names
}

/// A draft's automatic reference goes with its unit and its year. Once registered, or handed over with a transfer, it
/// is on record elsewhere and stays.
fn follow_series(tx: &Tx<'_>, article: &mut Article) -> Result<(), Error> {
    if article.series.is_none()
        || article.state != State::Draft
        || transfer_edit::was_sent(tx.sql(), article.id)?.is_some()
    {
        return Ok(());
    }
    let dated = article.publication_date.as_deref();
    let year = values::year_of(dated.unwrap_or(&article.created_at));
    if article.series != Some(article::series_of(tx.sql(), article.unit_id, &year)?) {
        let (reference, series, number) = article::next_reference(tx, article.unit_id, &year)?;
        (article.reference, article.series, article.number) =
            (reference, Some(series), Some(number));
    }
    Ok(())
}
