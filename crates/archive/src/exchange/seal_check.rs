//! What a check says of rows that are not what was saved: which record, which field.

use rusqlite::Connection;

use crate::article_seal;
use crate::error::Error;
use crate::exchange::checked::{Checked, Problem, go_on};
use crate::record_name::name_of;
use crate::store::job::Watch;
use crate::store::seals::Broken;
use crate::store::{chain, job, seals};

/// Compares all rows with their seals, and the seals with the chain.
pub(super) fn check_seals(
    sql: &Connection,
    found: &mut Checked,
    watch: Watch<'_>,
) -> Result<Broken, Error> {
    let mut broken = Broken::default();
    let nouns = go_on(seals::sealed_tables(sql), found)?.unwrap_or_default();
    for (done, noun) in nouns.iter().enumerate() {
        job::tell(watch, "comparing", done as u64, nouns.len() as u64)?;
        go_on(seals::compare(sql, noun, &mut broken), found)?;
    }
    let told = found.problems.len();
    for (noun, id, fields) in &broken.altered {
        found.problems.push(Problem {
            noun: Some(noun.clone()),
            fields: fields.clone(),
            ..Problem::new("record_altered", name_of(sql, noun, *id))
        });
    }
    for (rows, code) in [
        (&broken.gone, "record_gone"),
        (&broken.strange, "record_strange"),
    ] {
        for (noun, id) in rows {
            found.problems.push(Problem {
                noun: Some(noun.clone()),
                ..Problem::new(code, name_of(sql, noun, *id))
            });
        }
    }
    let rows_fit = told == found.problems.len();
    if let Some((links, sum_fits)) = go_on(chain::compare(sql), found)? {
        for op in links {
            found
                .problems
                .push(Problem::new("history_broken", op.to_string()));
        }
        if rows_fit && !sum_fits {
            found
                .problems
                .push(Problem::new("history_broken", String::new()));
        }
    }
    if rows_fit && let Some(articles) = go_on(article_seal::broken(sql), found)? {
        for article in articles {
            found.problems.push(Problem {
                noun: Some("article".to_owned()),
                ..Problem::new("evidence_broken", name_of(sql, "article", article))
            });
        }
    }
    Ok(broken)
}
