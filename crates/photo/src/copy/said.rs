//! What is stated, as the one text that Exif and IIM have room for.

use crate::metadata::{InLanguages, Stated};

pub(super) fn text(stated: &Option<Stated<String>>) -> Option<&str> {
    stated.as_ref().map(|stated| stated.value.as_str())
}

pub(super) fn default_text(stated: &Option<Stated<InLanguages>>) -> Option<&str> {
    stated.as_ref().map(|stated| stated.value.default_text())
}
