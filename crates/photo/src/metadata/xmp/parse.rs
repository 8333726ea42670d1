//! A packet of XMP to its properties (ISO 16684-1, 7: RDF as XMP uses it). Any bytes may be given: what is no XMP, or
//! breaks off, says less.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE};
use quick_xml::NsReader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{LocalName, QName, ResolveResult};

use super::namespaces::Namespace;
use super::tree::{Item, Node, Properties};
use crate::metadata::limits::{BLOCK_MOST, DEPTH_MOST, LIST_MOST, NODES_MOST, VALUE_MOST};
use crate::metadata::vocabularies::{META, RDF};
use crate::metadata::words::clean_words;

/// Reads the properties of a packet, and says whether it was whole.
pub(crate) fn read_packet(bytes: &[u8]) -> (Properties, bool) {
    if bytes.len() > BLOCK_MOST {
        return (Properties::default(), false);
    }
    let text = decode(bytes);
    let mut parser = Parser {
        reader: NsReader::from_str(&text),
        nodes: 0,
        is_broken: false,
    };
    let properties = parser.read_content(0).properties;
    (properties, !parser.is_broken)
}

/// XMP is UTF-8, and in old files UTF-16.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match bytes {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => UTF_16LE.decode_with_bom_removal(bytes).0,
        [0xFE, 0xFF, ..] | [0, b'<', ..] => UTF_16BE.decode_with_bom_removal(bytes).0,
        _ => String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)),
    }
}

/// What an element is to its parent.
enum Name {
    /// Only holds what lies in it: `x:xmpmeta`, `rdf:RDF`, `rdf:Description`, and elements of no vocabulary.
    Wrapper,
    /// `rdf:Bag`, `rdf:Seq`, `rdf:Alt`.
    List,
    /// `rdf:li`.
    Item,
    /// `rdf:value`: the value itself, where something is said of it beside.
    Value,
    Property(Namespace, String),
    Unknown,
}

/// What was found in an element.
#[derive(Default)]
struct Content {
    words: String,
    items: Vec<Item>,
    properties: Properties,
    value: Option<Node>,
}

struct Parser<'a> {
    reader: NsReader<&'a [u8]>,
    nodes: usize,
    is_broken: bool,
}

impl<'a> Parser<'a> {
    /// Reads to the end of the element that was opened last; at depth 0, to the end of the packet.
    fn read_content(&mut self, depth: usize) -> Content {
        let mut content = Content::default();
        loop {
            let event = match self.reader.read_event() {
                Ok(event) if !self.is_broken => event,
                _ => {
                    // Of a text that breaks off nothing is known; what was whole before it is.
                    self.is_broken = true;
                    content.words.clear();
                    return content;
                }
            };
            match event {
                Event::Start(element) => self.read_element(&element, &mut content, Some(depth + 1)),
                Event::Empty(element) => self.read_element(&element, &mut content, None),
                Event::Text(words) => content.add_words(&words),
                Event::CData(words) => content.add_words(&words),
                Event::GeneralRef(name) => {
                    if let Ok(Some(letter)) = name.resolve_char_ref() {
                        content.add_words(letter.encode_utf8(&mut [0; 4]));
                    }
                    content.add_words(resolve_xml_entity(&name).unwrap_or_default());
                }
                Event::End(_) => return content,
                Event::Eof => {
                    self.is_broken |= depth > 0;
                    content.words.clear();
                    return content;
                }
                _ => {}
            }
        }
    }

    /// Reads an element into what its parent has; `depth` is nothing where it is empty.
    fn read_element(
        &mut self,
        element: &BytesStart<'_>,
        parent: &mut Content,
        depth: Option<usize>,
    ) {
        if depth.is_some_and(|depth| depth > DEPTH_MOST) {
            self.is_broken = true;
            return;
        }
        let name = self.name_of(element.name());
        if let Name::Unknown = name {
            if depth.is_some() {
                self.skip_content();
            }
            return;
        }
        self.nodes += 1;
        if self.nodes > NODES_MOST {
            self.is_broken = true;
            return;
        }
        let (mut properties, language, resource) = self.read_attributes(element);
        let mut content = depth
            .map(|depth| self.read_content(depth))
            .unwrap_or_default();
        properties.append(std::mem::take(&mut content.properties));
        content.properties = properties;
        match name {
            Name::Wrapper => {
                parent.properties.append(content.properties);
                parent.value = parent.value.take().or(content.value);
            }
            Name::List => parent.items.append(&mut content.items),
            Name::Item => {
                if let Some(node) = content.into_node(resource)
                    && parent.items.len() < LIST_MOST
                {
                    parent.items.push(Item { language, node });
                }
            }
            Name::Value => parent.value = content.into_node(resource),
            Name::Property(namespace, name) => {
                if let Some(node) = content.into_node(resource) {
                    parent.properties.0.push((namespace, name, node));
                }
            }
            Name::Unknown => {}
        }
    }

    /// Skips to the end of the element that was opened last.
    fn skip_content(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.reader.read_event() {
                Ok(Event::Start(_)) => depth += 1,
                Ok(Event::End(_)) => depth -= 1,
                Ok(Event::Eof) | Err(_) => {
                    self.is_broken = true;
                    return;
                }
                Ok(_) => {}
            }
        }
    }

    fn name_of(&self, name: QName<'_>) -> Name {
        let (namespace, local) = self.reader.resolver().resolve_element(name);
        let local = local.into_inner();
        match namespace {
            ResolveResult::Unbound => Name::Wrapper,
            ResolveResult::Unknown(_) => Name::Unknown,
            ResolveResult::Bound(namespace) => match (namespace.into_inner(), local) {
                (META, _) | (RDF, "RDF" | "Description") => Name::Wrapper,
                (RDF, "Bag" | "Seq" | "Alt") => Name::List,
                (RDF, "li") => Name::Item,
                (RDF, "value") => Name::Value,
                (uri, local) => match Namespace::of(uri) {
                    Some(namespace) => Name::Property(namespace, local.to_owned()),
                    None => Name::Unknown,
                },
            },
        }
    }

    /// Simple values may stand as attributes; beside them the language, and the URI that is the whole value.
    fn read_attributes(
        &mut self,
        element: &BytesStart<'_>,
    ) -> (Properties, Option<String>, Option<String>) {
        let (mut properties, mut language, mut resource) = (Properties::default(), None, None);
        // Looking for attributes that stand twice takes time by the square of their number.
        for attribute in element.attributes().with_checks(false).flatten() {
            let words = || {
                unescape(&attribute.value)
                    .ok()
                    .and_then(|words| clean_words(&words))
            };
            if attribute.key.into_inner() == "xml:lang" {
                language = words();
                continue;
            }
            let (namespace, local) = self.reader.resolver().resolve_attribute(attribute.key);
            match bound(&namespace, local) {
                Some((RDF, "resource")) => resource = words(),
                Some((uri, local)) => {
                    if let Some(namespace) = Namespace::of(uri)
                        && let Some(words) = words()
                    {
                        self.nodes += 1;
                        if self.nodes > NODES_MOST {
                            self.is_broken = true;
                            break;
                        }
                        properties
                            .0
                            .push((namespace, local.to_owned(), Node::Text(words)));
                    }
                }
                None => {}
            }
        }
        (properties, language, resource)
    }
}

fn bound<'n>(namespace: &ResolveResult<'n>, local: LocalName<'n>) -> Option<(&'n str, &'n str)> {
    match namespace {
        ResolveResult::Bound(namespace) => Some((namespace.into_inner(), local.into_inner())),
        _ => None,
    }
}

impl Content {
    fn add_words(&mut self, words: &str) {
        // A letter has four bytes at most; what is longer is cut to characters later.
        if self.words.len() < VALUE_MOST * 4 {
            self.words.push_str(words);
        }
    }

    /// The value that an element has by what was found in it.
    fn into_node(self, resource: Option<String>) -> Option<Node> {
        if self.value.is_some() {
            self.value
        } else if !self.items.is_empty() {
            Some(Node::List(self.items))
        } else if !self.properties.is_empty() {
            Some(Node::Structure(self.properties))
        } else {
            clean_words(&self.words).or(resource).map(Node::Text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PACKET: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
  xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:mm="http://ns.adobe.com/xap/1.0/mm/">
 <rdf:RDF><rdf:Description rdf:about="" e:DigitalSourceType="http://example.org/a&amp;b">
  <mm:Pantry><rdf:Bag><rdf:li><rdf:Description><dc:format>of another picture</dc:format></rdf:Description></rdf:li></rdf:Bag></mm:Pantry>
  <dc:description><rdf:Alt><rdf:li xml:lang="kk">Мектеп</rdf:li><rdf:li xml:lang="x-default">&#1064;кола &lt;<![CDATA[b>]]></rdf:li></rdf:Alt></dc:description>
  <plus:DataMining rdf:resource="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"/>
  <dc:source rdf:parseType="Resource"><rdf:value>Айқын</rdf:value><e:Note>a qualifier</e:Note></dc:source>
  <e:LocationShown><rdf:Bag>
   <rdf:li rdf:parseType="Resource"><e:City>Алматы</e:City></rdf:li>
   <rdf:li><rdf:Description e:City="Астана"/></rdf:li>
   <rdf:li e:City="Тараз"/>
  </rdf:Bag></e:LocationShown>
 </rdf:Description></rdf:RDF>
</x:xmpmeta>"#;

    #[test]
    fn values_in_each_way_in_which_rdf_writes_them() {
        let (read, is_whole) = read_packet(PACKET.as_bytes());
        assert!(is_whole);
        let languages = read.languages(Namespace::Dc, "description").unwrap();
        assert_eq!(languages.text_in("kk"), Some("Мектеп"));
        assert_eq!(languages.default_text(), "Школа <b>");
        assert_eq!(
            read.text(Namespace::IptcExt, "DigitalSourceType")
                .as_deref(),
            Some("http://example.org/a&b")
        );
        assert_eq!(
            read.text(Namespace::Plus, "DataMining").as_deref(),
            Some("http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED")
        );
        assert_eq!(read.text(Namespace::Dc, "source").as_deref(), Some("Айқын"));
        let shown = read.structures(Namespace::IptcExt, "LocationShown");
        let cities: Vec<String> = shown
            .iter()
            .filter_map(|one| one.text(Namespace::IptcExt, "City"))
            .collect();
        assert_eq!(cities, ["Алматы", "Астана", "Тараз"]);
        assert_eq!(read.text(Namespace::Dc, "format"), None);
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let marked = format!("\u{FEFF}{PACKET}");
            for text in [PACKET, &marked] {
                let wide: Vec<u8> = text.encode_utf16().flat_map(order).collect();
                assert_eq!(read_packet(&wide).0, read);
            }
        }
    }

    #[test]
    fn what_nests_too_deep_or_breaks_off_ends() {
        let deep = format!("<a>{}", "<b>".repeat(100_000));
        assert!(!read_packet(deep.as_bytes()).1);
        let many = format!(
            "<a xmlns:dc='http://purl.org/dc/elements/1.1/'>{}</a>",
            "<dc:a>b</dc:a>".repeat(NODES_MOST * 2)
        );
        let (read, is_whole) = read_packet(many.as_bytes());
        assert!(!is_whole && read.0.len() <= NODES_MOST);
        let broken = PACKET.replace("</e:LocationShown>", "<");
        let (read, is_whole) = read_packet(broken.as_bytes());
        assert!(!is_whole);
        assert_eq!(read.text(Namespace::Dc, "source").as_deref(), Some("Айқын"));
        assert_eq!(read_packet(b"Plain words"), (Properties::default(), true));
        // an entity of one's own is never unfolded
        let bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'>]><a xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:a>a&b;c</dc:a></a>";
        assert_eq!(
            read_packet(bomb.as_bytes())
                .0
                .text(Namespace::Dc, "a")
                .as_deref(),
            Some("ac")
        );
    }

    proptest! {
        #[test]
        fn any_change_of_a_packet_is_read(at in 0..PACKET.len(), byte in any::<u8>(), end in 0..PACKET.len()) {
            let mut bytes = PACKET.as_bytes().to_vec();
            bytes[at] = byte;
            read_packet(&bytes);
            read_packet(&bytes[..end]);
        }
    }
}
