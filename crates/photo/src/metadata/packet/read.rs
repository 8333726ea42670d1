//! RDF/XML as XMP uses it, to values (ISO 16684-1, 7). Any bytes may be given: what is no XMP, or breaks off, says less,
//! and what was whole before that is kept.

use std::borrow::Cow;
use std::collections::BTreeSet;

use quick_xml::NsReader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{QName, ResolveResult};

use super::names::{is_letter, is_name};
use super::value::{Content, Kind, Name, Packet, Property, Value};
use crate::metadata::limits::{BLOCK_MOST, DEPTH_MOST, NODES_MOST};
use crate::metadata::vocabularies::{META, RDF};
use crate::metadata::xmp::decode;

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// How deep elements may lie: so that they can be read when they are written again, within what stands around them.
const DEEPEST: usize = DEPTH_MOST - 8;

impl Packet {
    /// Reads a packet.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        if bytes.len() > BLOCK_MOST {
            return Self::default();
        }
        let text = decode(bytes);
        let mut parser = Parser {
            reader: NsReader::from_str(&text),
            prefixes: Self::default(),
            nodes: 0,
            is_broken: false,
        };
        let fields = parser.read_content(0).fields;
        let mut packet = Self {
            prefixes: parser.prefixes.prefixes,
            ..Self::default()
        };
        packet.complete_with(Self {
            properties: fields,
            ..Self::default()
        });
        packet
    }
}

/// What an element is to its parent.
enum Role {
    /// Only holds what lies in it: `x:xmpmeta`, `rdf:RDF`, `rdf:Description`, and elements of no vocabulary.
    Wrapper,
    Array(Kind),
    Item,
    /// `rdf:value`: the value itself, where qualifiers stand beside it.
    Value,
    Property(Name),
    Unknown,
}

/// What was found in an element.
#[derive(Default)]
struct Found {
    words: String,
    array: Option<(Kind, Vec<Value>)>,
    items: Vec<Value>,
    fields: Vec<Property>,
    value: Option<Value>,
    /// `xml:lang`.
    language: Option<String>,
    /// `rdf:resource`: the URI that is the whole value.
    resource: Option<String>,
}

struct Parser<'a> {
    reader: NsReader<&'a [u8]>,
    prefixes: Packet,
    nodes: usize,
    is_broken: bool,
}

impl Parser<'_> {
    /// Reads to the end of the element that was opened last; at depth 0, to the end of the packet.
    fn read_content(&mut self, depth: usize) -> Found {
        let mut found = Found::default();
        loop {
            let event = match self.reader.read_event() {
                Ok(event) if !self.is_broken => event,
                _ => {
                    // Of a text that breaks off nothing is known.
                    self.is_broken = true;
                    found.words.clear();
                    return found;
                }
            };
            match event {
                Event::Start(element) => self.read_element(&element, &mut found, Some(depth + 1)),
                Event::Empty(element) => self.read_element(&element, &mut found, None),
                Event::Text(words) => found.words.push_str(&unify_line_ends(&words)),
                Event::CData(words) => found.words.push_str(&unify_line_ends(&words)),
                Event::GeneralRef(name) => match name.resolve_char_ref() {
                    Ok(Some(letter)) => found.words.push(letter),
                    _ => found
                        .words
                        .push_str(resolve_xml_entity(&name).unwrap_or_default()),
                },
                Event::End(_) => return found,
                Event::Eof => {
                    self.is_broken |= depth > 0;
                    found.words.clear();
                    return found;
                }
                _ => {}
            }
        }
    }

    /// Reads an element into what its parent has; `depth` is nothing where it is empty.
    fn read_element(&mut self, element: &BytesStart<'_>, parent: &mut Found, depth: Option<usize>) {
        self.nodes += 1;
        if depth.is_some_and(|depth| depth > DEEPEST) || self.nodes > NODES_MOST {
            self.is_broken = true;
            return;
        }
        let role = self.role_of(element.name());
        let mut found = self.read_attributes(element);
        if let Some(depth) = depth {
            let within = self.read_content(depth);
            found.fields.extend(within.fields);
            found = Found {
                fields: found.fields,
                language: found.language,
                resource: found.resource,
                value: found.value.or(within.value),
                ..within
            };
        }
        match role {
            Role::Wrapper => {
                parent.fields.append(&mut found.fields);
                parent.value = parent.value.take().or(found.value);
                parent.array = parent.array.take().or(found.array);
            }
            Role::Array(kind) => parent.array = Some((kind, found.items)),
            Role::Item => parent.items.push(found.into_value()),
            Role::Value => parent.value = Some(found.into_value()),
            Role::Property(name) => parent.fields.push(Property {
                name,
                value: found.into_value(),
            }),
            Role::Unknown => {}
        }
    }

    fn role_of(&self, name: QName<'_>) -> Role {
        let (vocabulary, local) = self.reader.resolver().resolve_element(name);
        let local = local.into_inner();
        match vocabulary {
            ResolveResult::Unbound => Role::Wrapper,
            ResolveResult::Unknown(_) => Role::Unknown,
            ResolveResult::Bound(vocabulary) => match (vocabulary.into_inner(), local) {
                (META, _) | (RDF, "RDF" | "Description") => Role::Wrapper,
                (RDF, "Bag") => Role::Array(Kind::Bag),
                (RDF, "Seq") => Role::Array(Kind::Seq),
                (RDF, "Alt") => Role::Array(Kind::Alt),
                (RDF, "li") => Role::Item,
                (RDF, "value") => Role::Value,
                (vocabulary, local) => {
                    name_of(vocabulary, local).map_or(Role::Unknown, Role::Property)
                }
            },
        }
    }

    /// Simple values may stand as attributes.
    fn read_attributes(&mut self, element: &BytesStart<'_>) -> Found {
        let mut found = Found::default();
        // Looking for attributes that stand twice takes time by the square of their number.
        for attribute in element.attributes().with_checks(false).flatten() {
            self.nodes += 1;
            if self.nodes > NODES_MOST {
                self.is_broken = true;
                break;
            }
            let Ok(words) = unescape(&attribute.value) else {
                continue;
            };
            let key = attribute.key.into_inner();
            if let Some(prefix) = key.strip_prefix("xmlns:") {
                let prefixes = &mut self.prefixes.prefixes;
                prefixes
                    .entry(words.into_owned())
                    .or_insert_with(|| prefix.to_owned());
                continue;
            }
            if key == "xml:lang" {
                found.language = Some(words.into_owned());
                continue;
            }
            let (vocabulary, local) = self.reader.resolver().resolve_attribute(attribute.key);
            let ResolveResult::Bound(vocabulary) = vocabulary else {
                continue;
            };
            match (vocabulary.into_inner(), local.into_inner()) {
                (RDF, "resource") => found.resource = Some(words.into_owned()),
                (RDF, "value") => found.value = Some(Value::text(words)),
                (vocabulary, local) => {
                    if let Some(name) = name_of(vocabulary, local) {
                        let value = Value::text(words);
                        found.fields.push(Property { name, value });
                    }
                }
            }
        }
        found
    }
}

/// A name that may be a property's: what RDF, XML and the packet itself have beside properties is none.
fn name_of(vocabulary: &str, local: &str) -> Option<Name> {
    // What resolves prefixes gives the value of `xmlns` as it is written.
    let vocabulary = unescape(vocabulary).ok()?;
    let is_syntax = matches!(vocabulary.as_ref(), RDF | META | XML | "");
    let is_uri = !vocabulary.contains(|letter: char| letter.is_control() || !is_letter(letter));
    (!is_syntax && is_uri && is_name(local)).then(|| Name::new(&vocabulary, local))
}

/// XML 1.0, 2.11.
fn unify_line_ends(words: &str) -> Cow<'_, str> {
    if words.contains('\r') {
        Cow::Owned(words.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(words)
    }
}

impl Found {
    /// The value that an element has by what was found in it.
    fn into_value(self) -> Value {
        // A name says one thing within a structure.
        let mut known = BTreeSet::new();
        let is_new = |field: &Property| known.insert(field.name.clone());
        let mut fields: Vec<Property> = self.fields.into_iter().filter(is_new).collect();
        if let Some(mut value) = self.value {
            value.qualifiers.append(&mut fields);
            value.language = self.language.or(value.language);
            return value;
        }
        let (content, qualifiers) = match (self.array, self.resource) {
            (Some((kind, items)), _) => (Content::Array(kind, items), fields),
            (None, Some(uri)) => (Content::Uri(uri), fields),
            (None, None) if !fields.is_empty() => (Content::Structure(fields), Vec::new()),
            (None, None) if self.words.trim().is_empty() => (Content::Text(String::new()), fields),
            (None, None) => (Content::Text(self.words), fields),
        };
        Value {
            content,
            language: self.language,
            qualifiers,
        }
    }
}
