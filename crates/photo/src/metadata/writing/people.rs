//! Persons shown, beside those that came (IPTC Photo Metadata 2025.1, Person Shown in the Image, and with details).

use super::texts::{add_to_bag, clean_list, join_bag, join_languages};
use crate::metadata::languages::InLanguages;
use crate::metadata::limits::LIST_MOST;
use crate::metadata::packet::{Kind, Packet, Property, Value};
use crate::metadata::values::{CvTerm, Person};
use crate::metadata::vocabularies::IPTC_EXT;
use crate::metadata::words::{are_same_words, clean_words};

/// Adds persons; one whom the photo names too is one person.
pub(super) fn lay_persons(packet: &mut Packet, known: &[Person], default_language: Option<&str>) {
    let mut detailed = packet
        .get(IPTC_EXT, "PersonInImageWDetails")
        .cloned()
        .map(Value::into_items)
        .unwrap_or_default();
    let came = detailed.len();
    let mut has_details = false;
    let mut names = Vec::new();
    for person in known.iter().take(LIST_MOST) {
        names.extend(name_of(person, default_language));
        let with_details = detailed
            .iter_mut()
            .take(came)
            .find(|one| is_same(person, one));
        let is_more_than_name = person
            .name
            .as_ref()
            .is_some_and(|name| name.texts().len() > 1)
            || person.description.is_some()
            || !person.ids.is_empty()
            || !person.characteristics.is_empty();
        match with_details {
            Some(one) => lay_person(one, person, default_language),
            None if is_more_than_name => {
                let mut one = Value::structure(Vec::new());
                lay_person(&mut one, person, default_language);
                if !one.is_empty() {
                    detailed.push(one);
                }
            }
            None => continue,
        }
        has_details = true;
    }
    add_to_bag(packet, IPTC_EXT, "PersonInImage", names);
    if has_details && !detailed.is_empty() {
        let detailed = Value::array(Kind::Bag, detailed);
        packet.set(IPTC_EXT, "PersonInImageWDetails", detailed);
    }
}

/// The name for whoever asks for no language.
fn name_of(person: &Person, default_language: Option<&str>) -> Option<String> {
    let names = join_languages(None, person.name.as_ref()?, default_language)?;
    names.as_texts().first().map(|name| (*name).to_owned())
}

/// Whether a person that came is this one, by an identifier or by a name in any language.
fn is_same(person: &Person, came: &Value) -> bool {
    let texts = |name| came.field(IPTC_EXT, name).map(Value::as_texts);
    let has_id = |id: &&str| person.ids.iter().any(|known| known == id);
    let has_name = |name: &&str| {
        let names = person.name.iter().flat_map(InLanguages::texts);
        names
            .into_iter()
            .any(|known| are_same_words(&known.text, name))
    };
    texts("PersonId").unwrap_or_default().iter().any(has_id)
        || texts("PersonName").unwrap_or_default().iter().any(has_name)
}

fn lay_person(one: &mut Value, person: &Person, default_language: Option<&str>) {
    for (texts, name) in [
        (&person.name, "PersonName"),
        (&person.description, "PersonDescription"),
    ] {
        let came = one.field(IPTC_EXT, name);
        let laid = texts
            .as_ref()
            .and_then(|texts| join_languages(came, texts, default_language));
        if let Some(value) = laid {
            one.set_field(IPTC_EXT, name, value);
        }
    }
    let ids = one.field(IPTC_EXT, "PersonId").cloned();
    if let Some(ids) = join_bag(ids, &person.ids) {
        one.set_field(IPTC_EXT, "PersonId", ids);
    }
    let came = one.field(IPTC_EXT, "PersonCharacteristic").cloned();
    let mut terms = came.map(Value::into_items).unwrap_or_default();
    let count = terms.len();
    for term in person.characteristics.iter().take(LIST_MOST) {
        let term = write_term(term, default_language);
        if !term.is_empty() && !terms.contains(&term) {
            terms.push(term);
        }
    }
    if terms.len() > count {
        let terms = Value::array(Kind::Bag, terms);
        one.set_field(IPTC_EXT, "PersonCharacteristic", terms);
    }
}

/// A term of a vocabulary (structure CV-Term).
fn write_term(term: &CvTerm, default_language: Option<&str>) -> Value {
    let text = |text: &Option<String>| text.as_deref().and_then(clean_words).map(Value::text);
    let name = term.name.as_ref();
    let name = name.and_then(|name| join_languages(None, name, default_language));
    let fields = [
        ("CvId", text(&term.vocabulary)),
        ("CvTermId", text(&term.id)),
        ("CvTermName", name),
        ("CvTermRefinedAbout", text(&term.refined_about)),
    ];
    let fields = fields
        .into_iter()
        .filter_map(|(name, value)| Some(Property::new(IPTC_EXT, name, value?)));
    Value::structure(fields.collect())
}

/// Names of persons or organisations as an array.
pub(super) fn write_names(names: &[String]) -> Option<Value> {
    let names = clean_list(names);
    (!names.is_empty()).then(|| Value::texts(Kind::Bag, names))
}
