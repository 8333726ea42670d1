//! Another version of a text that comes in, among those of the archive. The index of words is asked for rows of words
//! that only one release has; texts are compared only where it knows several of them, or where the titles are the same.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use muragat_language as language;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::version;
use crate::nouns::version::Version;
use crate::store::rows;

/// So many words stand in a row that is asked for: long ones in a row are the release's own.
const ROW: usize = 3;
/// So many rows are asked for, spread over the text, so that one paragraph that was changed hides no other.
const ROWS: usize = 6;
/// So many of a text's rows are known in another of which it may be a version.
const SHARED: usize = 2;
/// So many articles are looked at for a row or for a title.
const LOOKED_AT: usize = 8;
/// So many texts are compared.
const COMPARED: usize = 4;
/// From this likeness on a text is another version: most of its rows of words are the other's too.
const VERSION: f32 = 0.5;

/// Which of two texts of one release was there first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VersionOrder {
    /// The one that is told of is the later one.
    Later,
    /// It is the earlier one.
    Earlier,
}

/// An article that another may be a version of.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AlikeArticle {
    /// UUIDv7.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Title line of its text that is meant.
    pub title: String,
    /// UUID of that text.
    pub version: String,
    /// Whether that text is fixed by registration.
    pub registered: bool,
    /// How much of both texts is in both, 0 to 1, in hundredths.
    pub likeness: f64,
    /// Whether the texts are versions of one release; else only title and date are the same.
    pub is_version: bool,
    /// Whether what came in is the later or the earlier one, by their dates; of one day what comes in is the later one.
    pub order: VersionOrder,
}

/// A text that comes in.
#[derive(Debug, Clone)]
pub(crate) struct ComingText {
    title: String,
    /// Title and body.
    whole: String,
    date: Option<String>,
    /// The rows of words that are asked for.
    rows: Vec<Vec<String>>,
    /// All its rows of words, each as a number: of hundreds of texts the words themselves would be much.
    numbers: Vec<u64>,
}

impl ComingText {
    pub(crate) fn new(title: &str, body: &str, date: Option<&str>) -> ComingText {
        let words = words_of(body);
        ComingText {
            title: title.to_owned(),
            whole: whole(title, body),
            date: date.map(str::to_owned),
            rows: telling_rows(&words),
            numbers: words.windows(ROW).map(number_of).collect(),
        }
    }
}

fn whole(title: &str, body: &str) -> String {
    format!("{title}\n{body}")
}

/// Another version of a text in the archive, the one that is most like it; else an article of the same title and date.
pub(crate) fn find(sql: &Connection, coming: &ComingText) -> Result<Option<AlikeArticle>, Error> {
    let mut shared: BTreeMap<i64, usize> = BTreeMap::new();
    let mut by_rows = sql.prepare_cached(
        "SELECT rowid FROM search_text WHERE search_text MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
    )?;
    for row in &coming.rows {
        let expression = format!("body : \"{}\"", row.join(" "));
        let found = by_rows.query_map(params![expression, LOOKED_AT as i64], |row| row.get(0))?;
        for article in found {
            *shared.entry(article?).or_default() += 1;
        }
    }
    shared.retain(|_, rows| *rows >= SHARED.min(coming.rows.len()));
    if !coming.title.trim().is_empty() {
        let mut by_title = sql.prepare_cached(
            "SELECT article_id FROM search_entry WHERE title_key = ?1 ORDER BY article_id DESC LIMIT ?2",
        )?;
        let key = language::sort_key(&coming.title);
        for article in by_title.query_map(params![key, LOOKED_AT as i64], |row| row.get(0))? {
            *shared.entry(article?).or_default() += SHARED;
        }
    }
    let mut likely: Vec<(i64, usize)> = shared.into_iter().collect();
    likely.sort_by_key(|(article, rows)| (std::cmp::Reverse(*rows), *article));
    let mut best: Option<AlikeArticle> = None;
    for (article, _) in likely.into_iter().take(COMPARED) {
        let article: Article = rows::get(sql, article)?;
        take_better(&mut best, compare(sql, coming, &article)?);
    }
    Ok(best)
}

/// Texts that come in together, which no index knows yet.
#[derive(Default)]
pub(crate) struct TextsTogether {
    /// The articles that they became, in order.
    articles: Vec<i64>,
    /// By rows of words.
    rows: HashMap<u64, Vec<usize>>,
    titles: HashMap<Vec<u8>, Vec<usize>>,
}

impl TextsTogether {
    /// Another version of a text among those before it.
    pub(crate) fn find(
        &self,
        sql: &Connection,
        coming: &ComingText,
    ) -> Result<Option<AlikeArticle>, Error> {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for row in &coming.rows {
            for at in self.rows.get(&number_of(row)).into_iter().flatten() {
                *shared.entry(*at).or_default() += 1;
            }
        }
        shared.retain(|_, rows| *rows >= SHARED.min(coming.rows.len()));
        let of_title = self.titles.get(&language::sort_key(&coming.title));
        for at in of_title.into_iter().flatten().take(LOOKED_AT) {
            *shared.entry(*at).or_default() += SHARED;
        }
        let mut likely: Vec<(usize, usize)> = shared.into_iter().collect();
        likely.sort_by_key(|(at, rows)| (std::cmp::Reverse(*rows), *at));
        let mut best = None;
        for (at, _) in likely.into_iter().take(COMPARED) {
            let Some(&article) = self.articles.get(at) else {
                continue;
            };
            let article: Article = rows::get(sql, article)?;
            take_better(&mut best, compare(sql, coming, &article)?);
        }
        Ok(best)
    }

    /// Remembers a text that became an article.
    pub(crate) fn add(&mut self, article: i64, text: &ComingText) {
        let at = self.articles.len();
        self.articles.push(article);
        for number in &text.numbers {
            let texts = self.rows.entry(*number).or_default();
            if texts.last() != Some(&at) && texts.len() < LOOKED_AT {
                texts.push(at);
            }
        }
        if !text.title.trim().is_empty() {
            let texts = self
                .titles
                .entry(language::sort_key(&text.title))
                .or_default();
            texts.push(at);
        }
    }
}

/// What an article's text that is most like one that comes in is to it; none where it is neither a version of it nor of
/// its title and date.
fn compare(
    sql: &Connection,
    coming: &ComingText,
    article: &Article,
) -> Result<Option<AlikeArticle>, Error> {
    let mut best: Option<(f32, Version)> = None;
    for text in version::of_article(sql, article.id)? {
        let there = whole(&text.title, &text.body);
        let likeness = language::later_version_likeness(&coming.whole, &there);
        // of equal ones the newest: what corrects it goes on from there
        if best.as_ref().is_none_or(|(before, _)| likeness >= *before) {
            best = Some((likeness, text));
        }
    }
    let Some((likeness, text)) = best else {
        return Ok(None);
    };
    let is_version = likeness >= VERSION;
    let same_head = !coming.title.trim().is_empty()
        && language::sort_key(&text.title) == language::sort_key(&coming.title)
        && article.publication_date == coming.date;
    if !is_version && !same_head {
        return Ok(None);
    }
    let day = |date: &Option<String>| date.as_deref().map(rows::day_in_order);
    let is_earlier = match (day(&coming.date), day(&article.publication_date)) {
        (Some(coming), Some(there)) => coming < there,
        _ => false,
    };
    Ok(Some(AlikeArticle {
        id: article.uuid.clone(),
        reference: article.reference.clone(),
        title: text.title,
        version: text.uuid,
        registered: text.fixed_at.is_some(),
        likeness: (f64::from(likeness) * 100.0).round() / 100.0,
        is_version,
        order: match is_earlier {
            true => VersionOrder::Earlier,
            false => VersionOrder::Later,
        },
    }))
}

/// Keeps the better of two: a version before what only has the same head, and the more alike.
pub(crate) fn take_better(best: &mut Option<AlikeArticle>, other: Option<AlikeArticle>) {
    let Some(other) = other else { return };
    if best
        .as_ref()
        .is_none_or(|best| (best.is_version, best.likeness) < (other.is_version, other.likeness))
    {
        *best = Some(other);
    }
}

/// A number that stands for a row of words.
fn number_of(row: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.hash(&mut hasher);
    hasher.finish()
}

/// The words of a text as the index has them.
fn words_of(body: &str) -> Vec<String> {
    let indexed = language::indexed(body);
    indexed
        .words
        .iter()
        .map(|word| word.term.form.clone())
        .collect()
}

/// Rows of words to be asked for: of each part of a text the one with the longest words, as those are its own.
fn telling_rows(words: &[String]) -> Vec<Vec<String>> {
    let length = |row: &[String]| row.iter().map(|word| word.chars().count()).sum::<usize>();
    let part = (words.len() / ROWS).max(ROW);
    words
        .chunks(part)
        .filter_map(|part| {
            // from behind, as of equal ones the last is taken
            part.windows(ROW)
                .rev()
                .max_by_key(|row| length(row))
                .map(<[String]>::to_vec)
        })
        .take(ROWS + 1)
        .collect()
}
