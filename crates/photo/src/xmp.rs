//! What programs write down about a photo in a file beside it (XMP): its caption, who took it, whom to name.
//!
//! Any bytes may be given: what is no XMP, or breaks off, says less.

use quick_xml::NsReader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{LocalName, ResolveResult};

/// Longer files are not read, in bytes: 4 MiB. Some hold a preview and a history of all that was done to the picture.
pub const XMP_LIMIT: usize = 4 << 20;
/// Longest value kept, in characters.
const VALUE_MOST: usize = 10_000;
/// How deep elements may lie in each other.
const DEPTH: usize = 64;

const DC: &str = "http://purl.org/dc/elements/1.1/";
const PHOTOSHOP: &str = "http://ns.adobe.com/photoshop/1.0/";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// What stands in XMP of use to an archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Xmp {
    /// What is to be seen, else the photo's title or headline.
    pub caption: Option<String>,
    /// Who took it; several are parted by commas.
    pub creator: Option<String>,
    /// Whom to name where it is published.
    pub credit: Option<String>,
    /// Who has the rights to it, and what may be done with it.
    pub rights: Option<String>,
}

/// A property that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Property {
    Title,
    Headline,
    Description,
    Creator,
    Credit,
    Rights,
}

/// A value: what language it is in, and its words.
#[derive(Debug, Default)]
struct Value {
    is_default: bool,
    words: String,
}

/// All values that were found.
#[derive(Default)]
struct Found(Vec<(Property, Value)>);

/// Reads XMP.
pub fn read_xmp(bytes: &[u8]) -> Xmp {
    if bytes.len() > XMP_LIMIT {
        return Xmp::default();
    }
    let Some(text) = decode(bytes) else {
        return Xmp::default();
    };
    let found = find(&text);
    let caption = [Property::Description, Property::Title, Property::Headline];
    Xmp {
        caption: caption.into_iter().find_map(|one| found.one(one)),
        creator: found.all(Property::Creator),
        credit: found.one(Property::Credit),
        rights: found.one(Property::Rights),
    }
}

/// XMP is UTF-8, and in old files UTF-16.
fn decode(bytes: &[u8]) -> Option<String> {
    let wide = |number: fn([u8; 2]) -> u16| {
        let pairs = bytes.get(2..)?.chunks_exact(2);
        let units: Vec<u16> = pairs
            .filter_map(|pair| Some(number([*pair.first()?, *pair.get(1)?])))
            .collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            String::from_utf8(bytes.to_vec()).ok()
        }
    }
}

fn find(text: &str) -> Found {
    let mut found = Found::default();
    let mut reader = NsReader::from_str(text);
    let mut depth = 0;
    // the property that is open, how deep it lies, and its value that is being read
    let mut open: Option<(Property, usize)> = None;
    let mut value: Option<Value> = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                depth += 1;
                if depth > DEPTH {
                    return found;
                }
                if open.is_none() {
                    found.take_attributes(&reader, &element);
                    let property = property_of(reader.resolver().resolve_element(element.name()));
                    open = property.map(|property| (property, depth));
                    value = open.map(|_| Value::default());
                } else if is_item(reader.resolver().resolve_element(element.name())) {
                    value = Some(Value {
                        is_default: is_default(&element),
                        words: String::new(),
                    });
                }
            }
            Ok(Event::Empty(element)) if open.is_none() => {
                found.take_attributes(&reader, &element);
            }
            Ok(Event::End(_)) => {
                if let Some((property, at)) = open {
                    if let Some(value) = value.take() {
                        found.push(property, &value);
                    }
                    if at == depth {
                        open = None;
                    }
                }
                depth = depth.saturating_sub(1);
            }
            Ok(Event::Text(words)) => {
                if let Some(value) = &mut value {
                    value.words.push_str(&words);
                }
            }
            Ok(Event::CData(words)) => {
                if let Some(value) = &mut value {
                    value.words.push_str(&words);
                }
            }
            Ok(Event::GeneralRef(name)) => {
                if let Some(value) = &mut value {
                    value.words.extend(name.resolve_char_ref().ok().flatten());
                    let known = resolve_xml_entity(&name);
                    value.words.push_str(known.unwrap_or_default());
                }
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

fn property_of((namespace, name): (ResolveResult<'_>, LocalName<'_>)) -> Option<Property> {
    let ResolveResult::Bound(namespace) = namespace else {
        return None;
    };
    Some(match (namespace.into_inner(), name.into_inner()) {
        (DC, "title") => Property::Title,
        (DC, "description") => Property::Description,
        (DC, "creator") => Property::Creator,
        (DC, "rights") => Property::Rights,
        (PHOTOSHOP, "Credit") => Property::Credit,
        (PHOTOSHOP, "Headline") => Property::Headline,
        _ => return None,
    })
}

/// Whether an element is one of the values of a property.
fn is_item((namespace, name): (ResolveResult<'_>, LocalName<'_>)) -> bool {
    let is_rdf = matches!(namespace, ResolveResult::Bound(space) if space.into_inner() == RDF);
    is_rdf && name.into_inner() == "li"
}

/// Whether a value is meant for whoever asks for no language.
fn is_default(element: &BytesStart<'_>) -> bool {
    let attributes = element.attributes().flatten();
    attributes
        .filter(|attribute| attribute.key.into_inner() == "xml:lang")
        .any(|attribute| attribute.value == "x-default")
}

impl Found {
    /// Simple values may stand as attributes.
    fn take_attributes(&mut self, reader: &NsReader<&[u8]>, element: &BytesStart<'_>) {
        for attribute in element.attributes().flatten() {
            let name = reader.resolver().resolve_attribute(attribute.key);
            let Some(property) = property_of(name) else {
                continue;
            };
            if let Ok(words) = unescape(&attribute.value) {
                let words = words.into_owned();
                let is_default = false;
                self.push(property, &Value { is_default, words });
            }
        }
    }

    fn push(&mut self, property: Property, value: &Value) {
        let words = value.words.trim();
        if !words.is_empty() {
            let words = words.chars().take(VALUE_MOST).collect();
            let is_default = value.is_default;
            self.0.push((property, Value { is_default, words }));
        }
    }

    /// The value of a property for whoever asks for no language, else the first.
    fn one(&self, property: Property) -> Option<String> {
        let of_it = || self.0.iter().filter(|(one, _)| *one == property);
        let default = of_it().find(|(_, value)| value.is_default);
        let (_, value) = default.or_else(|| of_it().next())?;
        Some(value.words.clone())
    }

    /// All values of a property.
    fn all(&self, property: Property) -> Option<String> {
        let of_it = self.0.iter().filter(|(one, _)| *one == property);
        let words: Vec<&str> = of_it.map(|(_, value)| value.words.as_str()).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIDECAR: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:ps="http://ns.adobe.com/photoshop/1.0/" ps:Credit="Аудан әкімдігі &amp; «Айқын»">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Мектеп</rdf:li></rdf:Alt></dc:title>
   <dc:description><rdf:Alt>
     <rdf:li xml:lang="ru">Открытие школы</rdf:li>
     <rdf:li xml:lang="x-default">Мектептің ашылуы &#8212; 2026 &lt;наурыз&gt;</rdf:li>
   </rdf:Alt></dc:description>
   <dc:creator><rdf:Seq><rdf:li>Ерлан Сәтов</rdf:li><rdf:li>Дана Ахметова</rdf:li></rdf:Seq></dc:creator>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>"#;

    #[test]
    fn caption_creators_and_credit_are_read_however_they_are_written_down() {
        let read = read_xmp(SIDECAR.as_bytes());
        assert_eq!(
            read,
            Xmp {
                caption: Some("Мектептің ашылуы — 2026 <наурыз>".to_owned()),
                creator: Some("Ерлан Сәтов, Дана Ахметова".to_owned()),
                credit: Some("Аудан әкімдігі & «Айқын»".to_owned()),
                rights: None,
            }
        );
        let wide: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(SIDECAR.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(read_xmp(&wide), read);
    }

    #[test]
    fn a_title_is_a_caption_where_there_is_no_other_and_names_of_other_vocabularies_say_nothing() {
        let only_title = SIDECAR
            .replace("dc:description", "dc:subject")
            .replace("ps:Credit", "ps:Source");
        let read = read_xmp(only_title.as_bytes());
        assert_eq!(read.caption.as_deref(), Some("Мектеп"));
        assert_eq!(read.credit, None);
        let other = SIDECAR.replace("http://purl.org/dc/elements/1.1/", "urn:other");
        assert_eq!(read_xmp(other.as_bytes()).caption, None);
    }

    #[test]
    fn what_breaks_off_says_what_came_before_and_what_is_no_xmp_nothing() {
        for end in 0..SIDECAR.len() {
            let read = read_xmp(&SIDECAR.as_bytes()[..end]);
            assert!(read.caption.is_none_or(|caption| caption.len() > 5));
        }
        assert_eq!(read_xmp(b"Plain words"), Xmp::default());
        let deep = format!("<a>{}", "<b>".repeat(100_000));
        assert_eq!(read_xmp(deep.as_bytes()), Xmp::default());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            read_xmp(&bytes);
        }

        #[test]
        fn any_change_of_a_sidecar_is_read(at in 0..SIDECAR.len(), byte in any::<u8>()) {
            let mut bytes = SIDECAR.as_bytes().to_vec();
            bytes[at] = byte;
            read_xmp(&bytes);
        }
    }
}
