//! A property as a photo states it: what, where, and who says otherwise.

use serde::Serialize;

/// Where in a photo, or beside it, a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Source {
    /// Exif 3.0, also that of TIFF itself.
    Exif,
    /// IPTC-IIM 4.2.
    IptcIim,
    /// XMP in the file (ISO 16684-1).
    Xmp,
    /// XMP in a file beside the photo.
    Sidecar,
}

/// A property as a photo states it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stated<T> {
    /// What holds: the value of the first source, by the order of the Metadata Working Group.
    pub value: T,
    /// Where that stands.
    pub source: Source,
    /// What other sources say that does not agree with it, in the same order. Empty where all agree.
    pub differs: Vec<(Source, T)>,
    /// Whether the value may have been cut off where IPTC-IIM has no more room.
    #[serde(skip)]
    pub(crate) is_cut: bool,
}

/// Values of one property from several sources.
pub(crate) trait Reconcile: Sized + Clone + PartialEq {
    /// What both say together, where they do not contradict each other. A value that says no more than the other gives
    /// the other.
    fn join(&self, other: &Self) -> Option<Self> {
        (self == other).then(|| self.clone())
    }

    /// Whether this goes on where the other, which was cut off, ends.
    fn goes_on_from(&self, _cut: &Self) -> bool {
        false
    }
}

/// Adds what a source says. Sources are asked in the order in which they hold: the first value stays, one that agrees
/// and says more takes its place, one that does not agree is kept beside it.
pub(crate) fn state<T: Reconcile>(
    property: &mut Option<Stated<T>>,
    source: Source,
    value: Option<T>,
) {
    state_cut(property, source, value.map(|value| (value, false)));
}

/// The same for a value of which is known whether it may have been cut off.
pub(crate) fn state_cut<T: Reconcile>(
    property: &mut Option<Stated<T>>,
    source: Source,
    value: Option<(T, bool)>,
) {
    let Some((value, is_cut)) = value else {
        return;
    };
    let Some(stated) = property else {
        *property = Some(Stated {
            value,
            source,
            differs: Vec::new(),
            is_cut,
        });
        return;
    };
    if let Some(joined) = stated.value.join(&value) {
        if joined == value && joined != stated.value {
            stated.source = source;
        }
        stated.is_cut &= is_cut;
        stated.value = joined;
    } else if stated.is_cut && value.goes_on_from(&stated.value) {
        stated.value = value;
        stated.source = source;
        stated.is_cut = false;
    } else if !(is_cut && stated.value.goes_on_from(&value)) {
        stated.differs.push((source, value));
    }
}

impl Reconcile for String {
    fn join(&self, other: &Self) -> Option<Self> {
        super::words::are_same_words(self, other).then(|| self.clone())
    }

    fn goes_on_from(&self, cut: &Self) -> bool {
        self.len() > cut.len() && self.starts_with(cut.as_str())
    }
}

/// Lists agree in whatever order they stand.
impl<T: Clone + PartialEq + GoesOn> Reconcile for Vec<T> {
    fn join(&self, other: &Self) -> Option<Self> {
        let is_same = self.len() == other.len()
            && self.iter().all(|one| other.contains(one))
            && other.iter().all(|one| self.contains(one));
        is_same.then(|| self.clone())
    }

    fn goes_on_from(&self, cut: &Self) -> bool {
        let goes_on = |(one, cut): (&T, &T)| one == cut || one.goes_on(cut);
        self.len() == cut.len() && self.iter().zip(cut).all(goes_on)
    }
}

/// Values that may stand in a list.
pub(crate) trait GoesOn {
    /// Whether this goes on where the other, which was cut off, ends.
    fn goes_on(&self, _cut: &Self) -> bool {
        false
    }
}

impl GoesOn for String {
    fn goes_on(&self, cut: &Self) -> bool {
        self.goes_on_from(cut)
    }
}

impl Reconcile for i8 {}
impl Reconcile for u32 {}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(values: &[(Source, &str, bool)]) -> Stated<String> {
        let mut property = None;
        for (source, value, is_cut) in values {
            state_cut(&mut property, *source, Some(((*value).to_owned(), *is_cut)));
        }
        property.unwrap()
    }

    #[test]
    fn the_first_holds_and_who_says_otherwise_is_kept() {
        let read = stated(&[
            (Source::Exif, "A", false),
            (Source::IptcIim, "B", false),
            (Source::Xmp, " A", false),
            (Source::Sidecar, "C", false),
        ]);
        assert_eq!((read.value.as_str(), read.source), ("A", Source::Exif));
        let differs = [
            (Source::IptcIim, "B".to_owned()),
            (Source::Sidecar, "C".to_owned()),
        ];
        assert_eq!(read.differs, differs);
    }

    #[test]
    fn a_value_that_was_cut_off_is_no_other_value() {
        let whole = "Жетісу облысы әкімдігі";
        let cut = "Жетісу облысы әкі";
        for order in [
            [(Source::IptcIim, cut, true), (Source::Xmp, whole, false)],
            [(Source::Xmp, whole, false), (Source::IptcIim, cut, true)],
        ] {
            let read = stated(&order);
            assert_eq!((read.value.as_str(), read.source), (whole, Source::Xmp));
            assert!(read.differs.is_empty());
        }
        let short = stated(&[
            (Source::IptcIim, "Жиын", false),
            (Source::Xmp, "Жиында", false),
        ]);
        assert_eq!(short.value, "Жиын");
        assert_eq!(short.differs.len(), 1);
    }
}
