//! Datings as the formats of others write them: a day, month or year by itself where it is one, else between which
//! days it lies; and how sure one is of it.

use muragat_language::Dating;

use crate::xml::Element;

/// What a format's attributes say of a date of a record.
pub(crate) struct Told {
    /// The day, month or year of ISO 8601.
    pub iso: Option<String>,
    /// The first day that it may be, where `iso` does not say it.
    pub not_before: Option<String>,
    /// The last.
    pub not_after: Option<String>,
    dating: Option<Dating>,
}

impl Told {
    /// Reads a date of a record.
    pub fn of(date: &str) -> Told {
        let dating = date.parse::<Dating>().ok();
        let iso = dating.and_then(Dating::iso);
        let bounds = dating.filter(|_| iso.is_none());
        Told {
            not_before: bounds.and_then(Dating::earliest),
            not_after: bounds.and_then(Dating::latest),
            iso,
            dating,
        }
    }

    /// `approximate`, `uncertain` or both in one name; none where nobody doubts it.
    pub fn certainty(&self) -> Option<&'static str> {
        let dating = self.dating?;
        match (dating.is_circa(), dating.is_uncertain()) {
            (false, false) => None,
            (true, false) => Some("approximate"),
            (false, true) => Some("uncertain"),
            (true, true) => Some("approximate-uncertain"),
        }
    }

    /// TEI's degree of certainty.
    pub fn cert(&self) -> Option<&'static str> {
        match self.certainty()? {
            "approximate" => Some("medium"),
            _ => Some("low"),
        }
    }

    /// The day, month or year, else the first day that it may be.
    pub fn begin(&self) -> Option<String> {
        self.iso.clone().or_else(|| self.not_before.clone())
    }

    /// The day, month or year, else the last day that it may be.
    pub fn end(&self) -> Option<String> {
        self.iso.clone().or_else(|| self.not_after.clone())
    }
}

/// An element of TEI with the attributes of a date.
pub(crate) fn with_tei_date(element: Element, date: &str) -> Element {
    let told = Told::of(date);
    element
        .with_some("when", told.iso.as_ref())
        .with_some("notBefore", told.not_before.as_ref())
        .with_some("notAfter", told.not_after.as_ref())
        .with_some("cert", told.cert())
}

/// When a photo was taken, of ISO 8601: a moment as it is; of a dating the day, month or year, else its first day.
pub(crate) fn moment(taken: &str) -> String {
    match taken.parse::<Dating>() {
        Ok(dating) => dating.iso().unwrap_or_else(|| dating.day_in_order()),
        Err(_) => taken.to_owned(),
    }
}

/// The day by which a record's date stands in order.
pub(crate) fn day_in_order(date: &str) -> String {
    date.parse::<Dating>()
        .map_or_else(|_| date.to_owned(), Dating::day_in_order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_date_is_itself_and_any_other_lies_between_days() {
        let told = |date: &str| {
            let told = Told::of(date);
            [told.iso, told.not_before, told.not_after].map(Option::unwrap_or_default)
        };
        assert_eq!(told("2026-02"), ["2026-02", "", ""]);
        assert_eq!(told("1998~"), ["1998", "", ""]);
        assert_eq!(told("199X"), ["", "1990-01-01", "1999-12-31"]);
        assert_eq!(told("1998/1999-05"), ["", "1998-01-01", "1999-05-31"]);
        assert_eq!(told("[..1950]"), ["", "", "1950-12-31"]);
        assert_eq!(Told::of("1998%").certainty(), Some("approximate-uncertain"));
        assert_eq!(Told::of("1998").certainty(), None);
    }
}
