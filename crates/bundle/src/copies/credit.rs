//! Whom the strip beneath a picture names.

use muragat_archive::record::PhotoRecord;
use muragat_photo::read_photo_metadata;

/// The photographer and the credit line, where that does not name him itself: as the archive says, else as the photo, whose
/// bytes are given, states of itself.
pub(super) fn credit_of(photo: &PhotoRecord, bytes: &[u8]) -> Option<String> {
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let (mut photographer, mut credit) = (filled(&photo.photographer), filled(&photo.credit));
    if photographer.is_none() || credit.is_none() {
        let said = read_photo_metadata(bytes, None);
        photographer = photographer.or_else(|| said.creators.map(|all| all.value.join(", ")));
        credit = credit.or_else(|| said.credit_line.map(|line| line.value));
    }
    match (photographer, credit) {
        (Some(photographer), Some(credit)) if !credit.contains(&photographer) => {
            Some(format!("{photographer} / {credit}"))
        }
        (photographer, credit) => credit.or(photographer),
    }
}
