//! A packet as RDF/XML (ISO 16684-1, 7), in one of the many ways in which that may be written: each value an element, all
//! namespaces named once, properties in one order. The same packet gives the same bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::names::is_letter;
use super::value::{Content, Kind, Name, Packet, Property, Value};
use crate::metadata::vocabularies::{META, PREFIXES, RDF};

impl Packet {
    /// Writes the packet.
    pub(crate) fn write(&self) -> Vec<u8> {
        // The mark of order of bytes in `begin` is what the standard asks for (7.3.2).
        let start = "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
        let end = b"<?xpacket end=\"w\"?>\n";
        [start.as_bytes(), &self.write_without_wrapper(), end].concat()
    }

    /// Writes the packet as a part of one that is written elsewhere (XMP specification part 3, 1.1.3.1).
    pub(crate) fn write_without_wrapper(&self) -> Vec<u8> {
        let mut writer = Writer {
            out: String::new(),
            prefixes: self.assign_prefixes(),
        };
        writer.line(0, &format!("<x:xmpmeta xmlns:x=\"{META}\">"));
        writer.line(1, &format!("<rdf:RDF xmlns:rdf=\"{RDF}\">"));
        let mut namespaces: Vec<(&str, &str)> = writer
            .prefixes
            .iter()
            .map(|(vocabulary, prefix)| (*vocabulary, prefix.as_str()))
            .collect();
        namespaces.sort_by_key(|(vocabulary, _)| rank(vocabulary));
        let mut start = "<rdf:Description rdf:about=\"\"".to_owned();
        for (vocabulary, prefix) in namespaces {
            // Writing into a text never fails.
            let _ = write!(start, "\n    xmlns:{prefix}=\"{}\"", escaped(vocabulary));
        }
        writer.line(2, &format!("{start}>"));
        let mut properties: Vec<&Property> = self.properties.iter().collect();
        properties.sort_by_key(|property| {
            let Name { vocabulary, local } = &property.name;
            (rank(vocabulary), vocabulary, local)
        });
        for property in properties {
            writer.property(property, 3);
        }
        writer.line(2, "</rdf:Description>");
        writer.line(1, "</rdf:RDF>");
        writer.line(0, "</x:xmpmeta>");
        writer.out.into_bytes()
    }

    /// How long each property is when it is written, in bytes.
    pub(crate) fn measure_properties(&self) -> Vec<usize> {
        let mut writer = Writer {
            out: String::new(),
            prefixes: self.assign_prefixes(),
        };
        let measure = |property| {
            writer.out.clear();
            writer.property(property, 3);
            writer.out.len()
        };
        self.properties.iter().map(measure).collect()
    }
}

/// Where properties of a vocabulary stand.
pub(super) fn rank(vocabulary: &str) -> usize {
    PREFIXES
        .iter()
        .position(|(uri, _)| *uri == vocabulary)
        .unwrap_or(PREFIXES.len())
}

struct Writer<'a> {
    out: String,
    prefixes: BTreeMap<&'a str, String>,
}

impl Writer<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        self.out.extend(std::iter::repeat_n(' ', depth));
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn property(&mut self, property: &Property, depth: usize) {
        let Name { vocabulary, local } = &property.name;
        let prefix = self.prefixes.get(vocabulary.as_str());
        let tag = format!("{}:{local}", prefix.map_or("", String::as_str));
        self.value(&tag, &property.value, depth);
    }

    fn value(&mut self, tag: &str, value: &Value, depth: usize) {
        let start = match &value.language {
            Some(language) => format!("{tag} xml:lang=\"{}\"", escaped(language)),
            None => tag.to_owned(),
        };
        if value.qualifiers.is_empty() {
            self.content(tag, &start, &value.content, depth);
            return;
        }
        self.line(depth, &format!("<{start} rdf:parseType=\"Resource\">"));
        self.content("rdf:value", "rdf:value", &value.content, depth + 1);
        for qualifier in &value.qualifiers {
            self.property(qualifier, depth + 1);
        }
        self.line(depth, &format!("</{tag}>"));
    }

    fn content(&mut self, tag: &str, start: &str, content: &Content, depth: usize) {
        match content {
            Content::Text(text) => {
                let text = escaped(text);
                if text.trim().is_empty() {
                    self.line(depth, &format!("<{start}/>"));
                } else {
                    self.line(depth, &format!("<{start}>{text}</{tag}>"));
                }
            }
            Content::Uri(uri) => self.line(
                depth,
                &format!("<{start} rdf:resource=\"{}\"/>", escaped(uri)),
            ),
            Content::Array(kind, items) => {
                let kind = match kind {
                    Kind::Bag => "rdf:Bag",
                    Kind::Seq => "rdf:Seq",
                    Kind::Alt => "rdf:Alt",
                };
                self.line(depth, &format!("<{start}>"));
                self.line(depth + 1, &format!("<{kind}>"));
                for item in items {
                    self.value("rdf:li", item, depth + 2);
                }
                self.line(depth + 1, &format!("</{kind}>"));
                self.line(depth, &format!("</{tag}>"));
            }
            Content::Structure(fields) => {
                self.line(depth, &format!("<{start} rdf:parseType=\"Resource\">"));
                for field in fields {
                    self.property(field, depth + 1);
                }
                self.line(depth, &format!("</{tag}>"));
            }
        }
    }
}

/// A text with nothing in it that XML forbids. A carriage return would come back as a line feed.
fn escaped(text: &str) -> String {
    let allowed: String = text.chars().filter(|letter| is_letter(*letter)).collect();
    escape(allowed).replace('\r', "&#xD;")
}
