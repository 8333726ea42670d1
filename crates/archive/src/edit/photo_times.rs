//! A camera whose clock was wrong: the times of its photos are moved, all by the same.

use chrono::{DateTime, Duration, FixedOffset, NaiveDateTime, SecondsFormat};
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::nouns::photo::Photo;
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::rows;
use crate::values::value_invalid;

/// A photo's time as it would become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShiftedTime {
    /// The photo, by UUID.
    pub photo: String,
    /// Its name.
    pub name: String,
    /// As it stands, ISO 8601.
    pub before: Option<String>,
    /// As it becomes; none where it has no time of day, and so stays.
    pub after: Option<String>,
}

impl Archive {
    /// The times of photos as they would become, by so many seconds later, or earlier where it is less than none. Nothing is
    /// written.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn shifted_times(&self, ids: &[String], seconds: i64) -> Result<Vec<ShiftedTime>, Error> {
        ids.iter()
            .map(|id| {
                let photo: Photo = rows::by_uuid(self.connection(), id)?;
                Ok(ShiftedTime {
                    after: photo.taken_at.as_deref().and_then(|at| shift(at, seconds)),
                    photo: photo.uuid,
                    name: photo.name,
                    before: photo.taken_at,
                })
            })
            .collect()
    }

    /// Moves the times of photos by so many seconds, as one op. Gives how many were moved: a photo without a time of day
    /// keeps what it has.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::ValueInvalid`] where a time would leave the calendar.
    pub fn shift_photo_times(
        &mut self,
        ids: &[String],
        seconds: i64,
    ) -> Result<Outcome<u64>, Error> {
        self.transact(OpKind::ShiftPhotos, |tx| {
            let mut moved = 0;
            for id in ids {
                let mut photo: Photo = rows::by_uuid(tx.sql(), id)?;
                let Some(before) = photo.taken_at.clone().filter(|at| at.contains('T')) else {
                    continue;
                };
                let Some(after) = shift(&before, seconds) else {
                    return Err(value_invalid("photo", "taken_at", &before));
                };
                if after != before {
                    photo.taken_at = Some(after);
                    tx.update(&photo)?;
                    moved += 1;
                }
            }
            Ok(moved)
        })
    }
}

/// A time of day, ISO 8601, so many seconds later, as precise and with the offset as it was written; none for a date without a
/// time, and outside the calendar.
fn shift(at: &str, seconds: i64) -> Option<String> {
    let by = Duration::try_seconds(seconds)?;
    if let Ok(time) = DateTime::<FixedOffset>::parse_from_rfc3339(at) {
        let later = time.checked_add_signed(by)?;
        let is_utc = at.ends_with('Z');
        return four_digits(later.to_rfc3339_opts(precision(at), is_utc));
    }
    let patterns = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
    let time = patterns
        .iter()
        .find_map(|pattern| NaiveDateTime::parse_from_str(at, pattern).ok())?;
    let later = time.checked_add_signed(by)?;
    let had_seconds = at.matches(':').count() > 1;
    let pattern = match (had_seconds || seconds % 60 != 0, at.contains('.')) {
        (_, true) => "%Y-%m-%dT%H:%M:%S%.f",
        (true, false) => "%Y-%m-%dT%H:%M:%S",
        (false, false) => "%Y-%m-%dT%H:%M",
    };
    four_digits(later.format(pattern).to_string())
}

fn precision(at: &str) -> SecondsFormat {
    match at.contains('.') {
        true => SecondsFormat::AutoSi,
        false => SecondsFormat::Secs,
    }
}

/// A year of more or less than four digits is no date of the catalogue.
fn four_digits(time: String) -> Option<String> {
    let digits = time.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4).then_some(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_moved_as_precisely_as_it_was_written() {
        for (before, seconds, after) in [
            ("2026-03-14T10:30", 3600, Some("2026-03-14T11:30")),
            ("2026-03-14T10:30", -45, Some("2026-03-14T10:29:15")),
            ("2026-03-14T23:59:59", 1, Some("2026-03-15T00:00:00")),
            (
                "2026-03-14T10:30:00.250",
                60,
                Some("2026-03-14T10:31:00.250"),
            ),
            (
                "2026-03-14T10:30:00+05:00",
                -86_400,
                Some("2026-03-13T10:30:00+05:00"),
            ),
            ("2026-03-14T10:30:00Z", 60, Some("2026-03-14T10:31:00Z")),
            ("2026-03-14", 60, None),
            ("9999-12-31T23:59:59", 1, None),
            ("2026-03-14T10:30", i64::MAX, None),
        ] {
            assert_eq!(
                shift(before, seconds).as_deref(),
                after,
                "{before} {seconds}"
            );
        }
    }
}
