//! XML, as all the bundle's formats need it: a small tree, written the same way each time.
//!
//! An element with text among its children is written on one line, as blanks count there; every other
//! one is indented. What XML 1.0 (2.2) cannot hold becomes U+FFFD; article.json keeps it.

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    pub(crate) name: &'static str,
    pub(crate) attributes: Vec<(&'static str, String)>,
    pub(crate) children: Vec<Node>,
}

/// What an element holds.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// An element.
    Element(Element),
    /// Text, not escaped.
    Text(String),
}

impl Element {
    /// An empty element.
    pub fn new(name: &'static str) -> Element {
        Element {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }

    /// An element that holds a text alone.
    pub fn of(name: &'static str, text: impl AsRef<str>) -> Element {
        Element::new(name).text(text)
    }

    /// With an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl AsRef<str>) -> Element {
        self.attributes.push((name, clean(value.as_ref())));
        self
    }

    /// With an attribute, where there is a value.
    #[must_use]
    pub fn with_some(self, name: &'static str, value: Option<impl AsRef<str>>) -> Element {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With a text after what it holds.
    #[must_use]
    pub fn text(mut self, text: impl AsRef<str>) -> Element {
        if !text.as_ref().is_empty() {
            self.children.push(Node::Text(clean(text.as_ref())));
        }
        self
    }

    /// With an element after what it holds.
    #[must_use]
    pub fn child(mut self, child: Element) -> Element {
        self.children.push(Node::Element(child));
        self
    }

    /// With elements after what it holds: an `Option`, or many.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Element {
        self.children
            .extend(children.into_iter().map(Node::Element));
        self
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// Itself, unless it holds nothing.
    pub fn or_none(self) -> Option<Element> {
        (!self.is_empty()).then_some(self)
    }

    /// The document with this element as its root: UTF-8, ending in a line end.
    pub fn document(&self) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new());
        // a Vec takes whatever it is given: no step below can fail
        let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        self.write(&mut writer, Some(0));
        let mut bytes = writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    /// `depth`: how far it is indented; none where blanks count.
    fn write(&self, writer: &mut Writer<Vec<u8>>, depth: Option<usize>) {
        let line = |writer: &mut Writer<Vec<u8>>, depth: usize| {
            writer.get_mut().push(b'\n');
            let blanks = vec![b' '; depth * 2];
            writer.get_mut().extend_from_slice(&blanks);
        };
        if let Some(depth) = depth {
            line(writer, depth);
        }
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, value.as_str()));
        }
        if self.is_empty() {
            let _ = writer.write_event(Event::Empty(start));
            return;
        }
        let _ = writer.write_event(Event::Start(start));
        let mixed = self
            .children
            .iter()
            .any(|child| matches!(child, Node::Text(_)));
        let below = depth.filter(|_| !mixed).map(|depth| depth + 1);
        for child in &self.children {
            match child {
                Node::Element(child) => child.write(writer, below),
                Node::Text(text) => {
                    let _ = writer.write_event(Event::Text(BytesText::from_escaped(
                        partial_escape(text.as_str()),
                    )));
                }
            }
        }
        if let Some(depth) = depth.filter(|_| !mixed) {
            line(writer, depth);
        }
        let _ = writer.write_event(Event::End(BytesEnd::new(self.name)));
    }
}

/// Only what XML 1.0 can hold; a carriage return too would not come back.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'.. => c,
            _ => '\u{fffd}',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn blanks_count_only_beside_text() {
        let element = Element::new("a").child(
            Element::new("p")
                .with("n", "<\"&'>")
                .text("x & <y> ")
                .child(Element::of("b", "z"))
                .child(Element::new("c")),
        );
        let text = String::from_utf8(element.document()).unwrap();
        assert_eq!(
            text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <p n=\"&lt;&quot;&amp;&apos;&gt;\">x &amp; &lt;y&gt; <b>z</b><c/></p>\n</a>\n"
        );
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in any::<String>()) {
            let bytes = Element::of("a", &text).with("b", &text).document();
            let mut reader = quick_xml::Reader::from_reader(&bytes[..]);
            let mut buffer = Vec::new();
            let mut seen = String::new();
            loop {
                match reader.read_event_into(&mut buffer).unwrap() {
                    Event::Text(piece) => seen.push_str(&piece),
                    Event::GeneralRef(name) => {
                        let name = name.to_string();
                        seen.push_str(quick_xml::escape::resolve_xml_entity(&name).unwrap());
                    }
                    Event::Eof => break,
                    _ => {}
                }
                buffer.clear();
            }
            let wanted = clean(&text);
            prop_assert_eq!(seen.trim_matches('\n'), wanted.trim_matches('\n'));
        }
    }
}
