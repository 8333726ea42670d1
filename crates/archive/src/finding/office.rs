//! The office that a person held at a time, and the name borne then, each in one language.

use chrono::{Days, NaiveDate};
use muragat_language::Dating;
use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;
use crate::nouns::party::{Party, PartyName};
use crate::nouns::post::Post;
use crate::record::terms::{NameKind, PostKind};
use crate::store::rows;

/// What an article prints is true of so many days before and after its own.
const PRINTED_HOLDS: Days = Days::new(31);

/// From the first to the last day that a date may be, each `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct When {
    first: String,
    last: String,
}

impl When {
    /// Of a date or a moment as records keep it; none where an end is open.
    pub fn of(date: &str) -> Option<When> {
        let day = date.split('T').next().unwrap_or(date);
        let dating: Dating = day.parse().ok()?;
        Some(When {
            first: dating.earliest()?,
            last: dating.latest()?,
        })
    }

    /// Whether what an article of another date prints holds then too.
    pub fn is_near(&self, other: &When) -> bool {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let near = || {
            let (first, last) = (day(&other.first)?, day(&other.last)?);
            let begins = first.checked_sub_days(PRINTED_HOLDS)?;
            let ends = last.checked_add_days(PRINTED_HOLDS)?;
            Some(begins <= day(&self.first)? && day(&self.last)? <= ends)
        };
        near().unwrap_or(false)
    }
}

/// How well dates from and to say that something was so at a time; none where they say that it was not. What bears no
/// date says least, and what began last most.
fn covers(from: Option<&str>, to: Option<&str>, when: &When) -> Option<(bool, bool, String)> {
    let dating = |text: Option<&str>| text.and_then(|text| text.parse::<Dating>().ok());
    let (from, to) = (dating(from), dating(to));
    let begins = |day: &Option<String>| day.as_ref().is_none_or(|day| *day <= when.first);
    let ends = |day: &Option<String>| day.as_ref().is_none_or(|day| *day >= when.last);
    let (earliest, latest) = (from.and_then(Dating::earliest), to.and_then(Dating::latest));
    if !begins(&earliest) || !ends(&latest) {
        return None;
    }
    let surely = begins(&from.and_then(Dating::latest)) && ends(&to.and_then(Dating::earliest));
    let is_dated = from.is_some() || to.is_some();
    Some((is_dated, surely, earliest.unwrap_or_default()))
}

/// The title of the office, else of the membership, that a person held at a time by its posts, in a language.
pub(crate) fn office_at(
    sql: &Connection,
    person: i64,
    language: &str,
    when: &When,
) -> Result<Option<String>, Error> {
    let posts = rows::select::<Post>(sql, "WHERE person_id = ?1 ORDER BY id", [person])?;
    let held = posts.into_iter().filter_map(|post| {
        let is_office = match post.kind {
            PostKind::Office => true,
            PostKind::Membership => false,
            PostKind::HonoraryTitle | PostKind::Degree => return None,
        };
        let covered = covers(post.date_from.as_deref(), post.date_to.as_deref(), when)?;
        let is_sure = is_in_language(&post.title, language)?;
        Some(((is_office, covered, is_sure), post.title))
    });
    let best = held.max_by(|(one, _), (other, _)| one.cmp(other));
    Ok(best.map(|(_, title)| title))
}

/// The position that an article's text in a language prints for a party. Not of Russian: there it is printed in the
/// case that its sentence wants.
pub(crate) fn printed_position(
    sql: &Connection,
    article: i64,
    party: i64,
    language: &str,
) -> Result<Option<String>, Error> {
    if language == "ru" {
        return Ok(None);
    }
    Ok(sql
        .prepare_cached(
            "SELECT printed_position.text FROM participation
             JOIN printed_position ON participation_id = participation.id
             JOIN version ON version.id = version_id
             WHERE participation.article_id = ?1 AND party_id = ?2 AND version.language = ?3
             ORDER BY printed_position.ordinal, printed_position.id LIMIT 1",
        )?
        .query_row((article, party, language), |row| row.get(0))
        .optional()?)
}

/// The name of a party in a language: the form that it bore at a time, else that of the language, else that of the
/// language's script, else the authorised one.
pub(crate) fn name_at(
    sql: &Connection,
    party: &Party,
    language: &str,
    when: Option<&When>,
) -> Result<String, Error> {
    let forms = rows::select::<PartyName>(sql, "WHERE party_id = ?1 ORDER BY id", [party.id])?;
    let of_language = |form: &&PartyName| form.language.as_deref() == Some(language);
    let usable =
        |form: &&PartyName| !matches!(form.kind, Some(NameKind::Misspelt | NameKind::Short));
    let borne = |form: &&PartyName| {
        let is_dated = form.date_from.is_some() || form.date_to.is_some();
        let covered =
            |when| covers(form.date_from.as_deref(), form.date_to.as_deref(), when).is_some();
        is_dated && when.is_some_and(covered)
    };
    let in_force = |form: &&PartyName| form.kind != Some(NameKind::Former) || borne(form);
    let all = || forms.iter().filter(usable).filter(in_force);
    let is_undated = |form: &&PartyName| form.date_from.is_none() && form.date_to.is_none();
    let wanted = is_written_in_latin(language);
    let other_script = is_latin(&party.name) != wanted;
    let found = all()
        .find(|form| borne(form) && (of_language(form) || form.language.is_none()))
        .or_else(|| all().filter(is_undated).find(of_language))
        .or_else(|| {
            let of_script = |form: &&PartyName| is_latin(&form.form) == wanted;
            let alike = all().filter(is_undated).find(of_script);
            alike.filter(|_| other_script)
        });
    Ok(found.map_or_else(|| party.name.clone(), |form| form.form.clone()))
}

fn is_latin(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_alphabetic())
}

/// Whether a title may stand in a text of a language, and is known to be of it; none where it may not. What does not
/// tell by its words does by its letters.
fn is_in_language(title: &str, language: &str) -> Option<bool> {
    match muragat_language::post_language(title) {
        Some(told) => (told == language).then_some(true),
        None => (is_latin(title) == is_written_in_latin(language)).then_some(false),
    }
}

fn is_written_in_latin(language: &str) -> bool {
    language == "en" || language.ends_with("-Latn")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_posts_are_told_by_their_words() {
        for (title, kk, ru, en) in [
            ("Талдықорған қаласының әкімі", true, false, false),
            ("облыс әкімі", true, false, false),
            ("қала әкімінің орынбасары", true, false, false),
            ("мәслихат депутаты", true, false, false),
            ("мектеп директоры", true, false, false),
            ("аудан депутаты", true, false, false),
            ("аким города Талдыкорган", false, true, false),
            ("аким области", false, true, false),
            ("заместитель акима города", false, true, false),
            ("директор школы", false, true, false),
            ("ректор", true, true, false),
            ("депутат", true, true, false),
            ("mayor of Taldykorgan", false, false, true),
            ("rector", false, false, true),
        ] {
            let told = ["kk", "ru", "en"].map(|language| is_in_language(title, language).is_some());
            assert_eq!(told, [kk, ru, en], "{title}");
        }
    }

    #[test]
    fn a_date_covers_a_time_as_far_as_it_is_known() {
        let of = |from, to, when: &str| covers(from, to, &When::of(when).unwrap()).is_some();
        for (from, to, when, yes) in [
            (Some("2019"), Some("2023"), "2020-05-01", true),
            (Some("2019"), Some("2023"), "2023-12-31", true),
            (Some("2019"), Some("2023"), "2024-01-01", false),
            (Some("2020-03-02"), None, "2020-03-01", false),
            (Some("2020-03-02"), None, "2026-03-14T10:30", true),
            // in that year, before or after
            (Some("2020-03-02"), None, "2020", false),
            (None, None, "2020", true),
        ] {
            assert_eq!(of(from, to, when), yes, "{from:?} {to:?} {when}");
        }
    }

    #[test]
    fn what_is_printed_holds_for_a_month() {
        let near =
            |one: &str, other: &str| When::of(one).unwrap().is_near(&When::of(other).unwrap());
        assert!(near("2026-03-14", "2026-03-20"));
        assert!(!near("2019-03-14", "2026-03-20"));
        assert!(!near("2026", "2026-03-20"));
    }
}
