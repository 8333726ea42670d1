//! The data model of XMP (ISO 16684-1, 6): names, and values of four kinds with what is said of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::metadata::languages::DEFAULT;
use crate::metadata::limits::LIST_MOST;
use crate::metadata::words::are_same_words;

/// The name of a property or of a field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    /// The URI of its vocabulary.
    pub(crate) vocabulary: String,
    /// Its name there.
    pub(crate) local: String,
}

/// A property, or a field of a structure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Property {
    pub(crate) name: Name,
    pub(crate) value: Value,
}

/// A value with its qualifiers (ISO 16684-1, 6.4).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Value {
    pub(crate) content: Content,
    /// The qualifier `xml:lang`.
    pub(crate) language: Option<String>,
    /// All others.
    pub(crate) qualifiers: Vec<Property>,
}

/// The value itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Content {
    Text(String),
    /// A text that RDF knows to be a URI.
    Uri(String),
    Array(Kind, Vec<Value>),
    Structure(Vec<Property>),
}

/// The kinds of arrays (ISO 16684-1, 7.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// In no order.
    Bag,
    /// In order.
    Seq,
    /// Of which one is meant.
    Alt,
}

/// The properties of a resource.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Packet {
    pub(crate) properties: Vec<Property>,
    /// The prefix that each vocabulary had where it was first named, by its URI.
    pub(super) prefixes: BTreeMap<String, String>,
}

impl Name {
    pub(crate) fn new(vocabulary: &str, local: &str) -> Self {
        Self {
            vocabulary: vocabulary.to_owned(),
            local: local.to_owned(),
        }
    }

    pub(crate) fn is(&self, vocabulary: &str, local: &str) -> bool {
        self.vocabulary == vocabulary && self.local == local
    }
}

impl Property {
    pub(crate) fn new(vocabulary: &str, local: &str, value: Value) -> Self {
        Self {
            name: Name::new(vocabulary, local),
            value,
        }
    }
}

impl From<Content> for Value {
    fn from(content: Content) -> Self {
        Self {
            content,
            language: None,
            qualifiers: Vec::new(),
        }
    }
}

impl Value {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Content::Text(text.into()).into()
    }

    pub(crate) fn array(kind: Kind, items: Vec<Value>) -> Self {
        Content::Array(kind, items).into()
    }

    /// Texts in an array.
    pub(crate) fn texts(kind: Kind, texts: impl IntoIterator<Item = String>) -> Self {
        Self::array(kind, texts.into_iter().map(Self::text).collect())
    }

    /// A text in several languages, each with its own (ISO 16684-1, 8.2.2.4).
    pub(crate) fn alternatives(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let item = |(language, text)| Self {
            language: Some(language),
            ..Self::text(text)
        };
        Self::array(Kind::Alt, texts.into_iter().map(item).collect())
    }

    pub(crate) fn structure(fields: Vec<Property>) -> Self {
        Content::Structure(fields).into()
    }

    /// The text, if it is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) | Content::Uri(text) => Some(text),
            _ => None,
        }
    }

    /// The items of an array; a value that is none is the only one.
    pub(crate) fn into_items(self) -> Vec<Self> {
        match self.content {
            Content::Array(_, items) => items,
            _ => vec![self],
        }
    }

    /// The texts of an array, or the one that stands alone.
    pub(crate) fn as_texts(&self) -> Vec<&str> {
        match &self.content {
            Content::Array(_, items) => items.iter().filter_map(Self::as_text).collect(),
            _ => self.as_text().into_iter().collect(),
        }
    }

    /// All languages with their texts; one that names no language is for whoever asks for none.
    pub(crate) fn as_alternatives(&self) -> Vec<(&str, &str)> {
        match &self.content {
            Content::Array(_, items) => items
                .iter()
                .filter_map(|item| {
                    Some((item.language.as_deref().unwrap_or(DEFAULT), item.as_text()?))
                })
                .collect(),
            _ => self
                .as_text()
                .map(|text| (DEFAULT, text))
                .into_iter()
                .collect(),
        }
    }

    /// Whether no text stands anywhere in it.
    pub(crate) fn is_empty(&self) -> bool {
        match &self.content {
            Content::Text(text) | Content::Uri(text) => text.trim().is_empty(),
            Content::Array(_, items) => items.iter().all(Self::is_empty),
            Content::Structure(fields) => fields.iter().all(|field| field.value.is_empty()),
        }
    }

    /// The field of a structure.
    pub(crate) fn field(&self, vocabulary: &str, local: &str) -> Option<&Value> {
        match &self.content {
            Content::Structure(fields) => get(fields, vocabulary, local),
            _ => None,
        }
    }

    /// Sets a field; what is no structure becomes one.
    pub(crate) fn set_field(&mut self, vocabulary: &str, local: &str, value: Value) {
        if !matches!(self.content, Content::Structure(_)) {
            self.content = Content::Structure(Vec::new());
        }
        if let Content::Structure(fields) = &mut self.content {
            set(fields, vocabulary, local, value);
        }
    }

    /// Takes a field out.
    pub(crate) fn take_field(&mut self, vocabulary: &str, local: &str) {
        if let Content::Structure(fields) = &mut self.content {
            fields.retain(|field| !field.name.is(vocabulary, local));
        }
    }

    /// How many elements and attributes it is written as, and how many vocabularies it may need.
    pub(crate) fn count(&self) -> usize {
        let of_fields = |fields: &[Property]| -> usize {
            fields.iter().map(|field| 1 + field.value.count()).sum()
        };
        let within = match &self.content {
            Content::Text(_) | Content::Uri(_) => 0,
            Content::Array(_, items) => items.iter().map(Self::count).sum(),
            Content::Structure(fields) => of_fields(fields),
        };
        // The element, its array or URI or kind, its language; with qualifiers, the element of the value itself.
        let qualified = if self.qualifiers.is_empty() { 0 } else { 2 };
        2 + usize::from(self.language.is_some()) + within + qualified + of_fields(&self.qualifiers)
    }
}

impl Packet {
    pub(crate) fn get(&self, vocabulary: &str, local: &str) -> Option<&Value> {
        get(&self.properties, vocabulary, local)
    }

    /// Sets a property, in the place of the value that it had.
    pub(crate) fn set(&mut self, vocabulary: &str, local: &str, value: Value) {
        set(&mut self.properties, vocabulary, local, value);
    }

    /// Takes a property out.
    pub(crate) fn take(&mut self, vocabulary: &str, local: &str) -> Option<Value> {
        let is_it = |property: &Property| property.name.is(vocabulary, local);
        let at = self.properties.iter().position(is_it)?;
        Some(self.properties.remove(at).value)
    }

    /// Adds what another packet says, where this one does not: of a property that stands in both, the value of this one
    /// is the one that holds. An unordered array has no order in which one of two holds, and is joined; of a text in
    /// several languages that says all that the other does, and more, nothing is lost either.
    pub(crate) fn complete_with(&mut self, other: Self) {
        for (vocabulary, prefix) in other.prefixes {
            self.prefixes.entry(vocabulary).or_insert(prefix);
        }
        let mut known: BTreeMap<Name, usize> = BTreeMap::new();
        for (at, property) in self.properties.iter().enumerate() {
            known.entry(property.name.clone()).or_insert(at);
        }
        for property in other.properties {
            let at = known.get(&property.name).copied();
            if let Some(own) = at.and_then(|at| self.properties.get_mut(at)) {
                own.value.complete_with(property.value);
            } else {
                known.insert(property.name.clone(), self.properties.len());
                self.properties.push(property);
            }
        }
    }
}

impl Value {
    fn complete_with(&mut self, other: Self) {
        if self.is_empty() || (self.is_alternatives() && self.is_all_said_by(&other)) {
            *self = other;
        } else if let (Content::Array(Kind::Bag, own), Content::Array(Kind::Bag, theirs)) =
            (&mut self.content, other.content)
        {
            let mut known: BTreeSet<Self> = own.iter().cloned().collect();
            let is_new = |item: &Self| known.insert(item.clone());
            own.extend(theirs.into_iter().filter(is_new));
        }
    }

    fn is_alternatives(&self) -> bool {
        matches!(self.content, Content::Array(Kind::Alt, _))
    }

    fn is_all_said_by(&self, other: &Self) -> bool {
        let theirs = other.as_alternatives();
        let own = self.as_alternatives();
        // There are not as many languages; each text is compared with each.
        own.len() < theirs.len()
            && theirs.len() <= LIST_MOST
            && own.iter().all(|(language, text)| {
                theirs.iter().any(|(other, words)| {
                    (language == other || *language == DEFAULT) && are_same_words(text, words)
                })
            })
    }
}

fn get<'a>(properties: &'a [Property], vocabulary: &str, local: &str) -> Option<&'a Value> {
    let is_it = |property: &&Property| property.name.is(vocabulary, local);
    properties
        .iter()
        .find(is_it)
        .map(|property| &property.value)
}

fn set(properties: &mut Vec<Property>, vocabulary: &str, local: &str, value: Value) {
    let is_it = |property: &&mut Property| property.name.is(vocabulary, local);
    match properties.iter_mut().find(is_it) {
        Some(property) => property.value = value,
        None => properties.push(Property::new(vocabulary, local, value)),
    }
}
