//! XML as a tree that borrows from its text. Entities of a document's own are never resolved, nothing outside is asked
//! for, and what breaks off gives the elements that came before.

mod growing;

use std::borrow::Cow;

use quick_xml::escape::{resolve_xml_entity, unescape};

const NONE: u32 = u32::MAX;

/// The vocabularies that share names of elements or attributes, so that they must be told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Space {
    /// Without a prefix and without a namespace.
    None,
    /// Relations between the parts of an office package.
    Relations,
    /// Formulas.
    Math,
    /// Any other.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Element,
    Text,
    Raw,
    Reference,
}

#[derive(Debug, Clone, Copy)]
struct Span {
    start: u32,
    end: u32,
}

#[derive(Debug)]
struct Node {
    kind: Kind,
    space: Space,
    span: Span,
    attributes: Span,
    first_child: u32,
    next: u32,
}

#[derive(Debug)]
struct Attribute {
    name: Span,
    value: Span,
    space: Space,
}

/// XML, read.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    source: &'a str,
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
    /// Whether it breaks off or is not well formed.
    pub broken: bool,
}

/// An element of a tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'t> {
    tree: &'t Tree<'t>,
    index: u32,
}

/// What an element holds: other elements and words.
#[derive(Debug)]
pub(crate) enum Content<'t> {
    /// An element.
    Element(Element<'t>),
    /// Words.
    Text(Cow<'t, str>),
}

/// Decodes XML to text by its mark, its declaration, or as UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match bytes {
        [0xEF, 0xBB, 0xBF, ..] => encoding_rs::UTF_8,
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => encoding_rs::UTF_16LE,
        [0xFE, 0xFF, ..] | [0, b'<', ..] => encoding_rs::UTF_16BE,
        _ => find_declared_encoding(bytes).unwrap_or(encoding_rs::UTF_8),
    };
    encoding.decode(bytes).0
}

fn find_declared_encoding(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let begin = bytes.get(..200).unwrap_or(bytes);
    let declaration = begin.split(|byte| *byte == b'>').next()?;
    let at = declaration
        .windows(8)
        .position(|window| window == b"encoding")?;
    let value = declaration.get(at + 8..)?;
    let label = value
        .split(|byte| matches!(byte, b'"' | b'\''))
        .nth(1)
        .unwrap_or_default();
    // A declaration that could be read byte by byte is not in an encoding of two bytes, whatever it says.
    encoding_rs::Encoding::for_label(label).filter(|encoding| encoding.is_ascii_compatible())
}

impl<'a> Tree<'a> {
    /// Its outermost element.
    pub fn root(&self) -> Option<Element<'_>> {
        let first = self
            .nodes
            .iter()
            .position(|node| node.kind == Kind::Element)?;
        Some(Element {
            tree: self,
            index: u32::try_from(first).ok()?,
        })
    }

    fn get(&self, index: u32) -> Option<&Node> {
        self.nodes.get(index as usize)
    }

    fn slice(&self, span: Span) -> &str {
        self.source
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default()
    }
}

impl<'t> Element<'t> {
    fn node(self) -> Option<&'t Node> {
        self.tree.get(self.index)
    }

    /// Its name without prefix.
    pub fn name(self) -> &'t str {
        self.node().map_or("", |node| self.tree.slice(node.span))
    }

    /// Its vocabulary.
    pub fn space(self) -> Space {
        self.node().map_or(Space::None, |node| node.space)
    }

    fn nodes(self) -> impl Iterator<Item = (u32, &'t Node)> {
        let mut next = self.node().map_or(NONE, |node| node.first_child);
        std::iter::from_fn(move || {
            let node = self.tree.get(next)?;
            let index = std::mem::replace(&mut next, node.next);
            Some((index, node))
        })
    }

    /// Its elements.
    pub fn children(self) -> impl Iterator<Item = Element<'t>> {
        let tree = self.tree;
        self.nodes()
            .filter(|(_, node)| node.kind == Kind::Element)
            .map(move |(index, _)| Element { tree, index })
    }

    /// Its elements and words.
    pub fn contents(self) -> impl Iterator<Item = Content<'t>> {
        let tree = self.tree;
        self.nodes().map(move |(index, node)| match node.kind {
            Kind::Element => Content::Element(Element { tree, index }),
            kind => Content::Text(read_words(kind, tree.slice(node.span))),
        })
    }

    /// Its first element of a name.
    pub fn child(self, name: &str) -> Option<Element<'t>> {
        self.children().find(|child| child.name() == name)
    }

    /// The first element of a path of names.
    pub fn find(self, path: &[&str]) -> Option<Element<'t>> {
        path.iter()
            .try_fold(self, |element, name| element.child(name))
    }

    /// All elements within it, in order, itself first.
    pub fn descendants(self) -> impl Iterator<Item = Element<'t>> {
        let tree = self.tree;
        // The nodes stand in the order of the source, so that all that an element holds follows it directly.
        let end = self.find_end();
        (self.index..end)
            .filter(move |index| {
                tree.get(*index)
                    .is_some_and(|node| node.kind == Kind::Element)
            })
            .map(move |index| Element { tree, index })
    }

    /// The index after the last node that it holds.
    fn find_end(self) -> u32 {
        let mut last = self.index;
        loop {
            let Some(node) = self.tree.get(last) else {
                return last;
            };
            let mut child = node.first_child;
            if child == NONE {
                return last + 1;
            }
            while let Some(next) = self.tree.get(child).map(|node| node.next)
                && next != NONE
            {
                child = next;
            }
            last = child;
        }
    }

    /// The elements within it that are wanted, but for those within another such one.
    pub fn find_outermost(self, is_wanted: impl Fn(&str) -> bool) -> Vec<Element<'t>> {
        let end = self.find_end();
        let mut found = Vec::new();
        let mut index = self.index + 1;
        while index < end {
            let element = Element {
                tree: self.tree,
                index,
            };
            let is_element = element
                .node()
                .is_some_and(|node| node.kind == Kind::Element);
            index = match is_element && is_wanted(element.name()) {
                true => {
                    found.push(element);
                    element.find_end()
                }
                false => index + 1,
            };
        }
        found
    }

    /// All words within it.
    pub fn text(self) -> String {
        let mut text = String::new();
        for index in self.index..self.find_end() {
            if let Some(node) = self.tree.get(index)
                && node.kind != Kind::Element
            {
                text.push_str(&read_words(node.kind, self.tree.slice(node.span)));
            }
        }
        text
    }

    fn find_attribute(self, wanted: impl Fn(&Attribute) -> bool) -> Option<Cow<'t, str>> {
        let range = self.node()?.attributes;
        let attributes = self
            .tree
            .attributes
            .get(range.start as usize..range.end as usize)?;
        let attribute = attributes.iter().find(|attribute| wanted(attribute))?;
        let value = self.tree.slice(attribute.value);
        Some(unescape(value).unwrap_or(Cow::Borrowed(value)))
    }

    /// An attribute by its name without prefix; one that points to another part is none.
    pub fn attribute(self, name: &str) -> Option<Cow<'t, str>> {
        self.find_attribute(|attribute| {
            attribute.space != Space::Relations && self.tree.slice(attribute.name) == name
        })
    }

    /// An attribute that points to another part of a package.
    pub fn relation(self, name: &str) -> Option<Cow<'t, str>> {
        self.find_attribute(|attribute| {
            attribute.space == Space::Relations && self.tree.slice(attribute.name) == name
        })
    }
}

fn read_words(kind: Kind, raw: &str) -> Cow<'_, str> {
    match kind {
        Kind::Reference => match raw.strip_prefix('#') {
            Some(number) => {
                Cow::Owned(read_reference(number).map(String::from).unwrap_or_default())
            }
            None => Cow::Borrowed(resolve_xml_entity(raw).unwrap_or_default()),
        },
        _ if raw.contains('\r') => Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n")),
        _ => Cow::Borrowed(raw),
    }
}

fn read_reference(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(number) => u32::from_str_radix(number, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::{Budget, Limits};
    use crate::refusal::Refusal;

    fn read(source: &str) -> Tree<'_> {
        Tree::read(source, |_| false, &Budget::new(Limits::default())).unwrap()
    }

    #[test]
    fn words_elements_and_attributes_stand_in_order() {
        let tree = read(
            "<?xml version='1.0'?><a:тізім xmlns:a='urn:x' a:тіл='қазақша &amp; орысша'>Бір <b>екі</b> \
             &lt;үш&gt; &#x4E9;<![CDATA[ & ]]></a:тізім>",
        );
        let root = tree.root().unwrap();
        assert_eq!(root.name(), "тізім");
        assert_eq!(root.attribute("тіл").unwrap(), "қазақша & орысша");
        assert_eq!(root.text(), "Бір екі <үш> ө & ");
        assert_eq!(root.children().count(), 1);
        assert!(!tree.broken);
    }

    #[test]
    fn an_attribute_that_points_to_a_part_is_told_from_one_of_the_same_name() {
        let tree = read(
            "<s xmlns:q='http://purl.oclc.org/ooxml/officeDocument/relationships' id='256' q:id='rId2'/>",
        );
        let root = tree.root().unwrap();
        assert_eq!(root.attribute("id").unwrap(), "256");
        assert_eq!(root.relation("id").unwrap(), "rId2");
    }

    #[test]
    fn what_breaks_off_gives_what_came_before() {
        let tree = read("<a><p>бірінші</p><p>екін");
        assert!(tree.broken);
        assert_eq!(tree.root().unwrap().text(), "біріншіекін");
    }

    #[test]
    fn entities_of_the_document_are_not_resolved() {
        let tree = read(
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y 'көп'>]><a>&x;&y; мәтін</a>",
        );
        assert_eq!(tree.root().unwrap().text(), " мәтін");
    }

    #[test]
    fn elements_too_deep_are_refused() {
        let source = "<a>".repeat(5000);
        let budget = Budget::new(Limits::default());
        let refusal = Tree::read(&source, |_| false, &budget).unwrap_err();
        assert!(matches!(refusal, Refusal::TooLarge { .. }));
    }

    #[test]
    fn descendants_end_with_their_element() {
        let tree = read("<a><b><c/><d><e/></d></b><f/></a>");
        let b = tree.root().unwrap().child("b").unwrap();
        let names: Vec<&str> = b.descendants().map(Element::name).collect();
        assert_eq!(names, ["b", "c", "d", "e"]);
    }

    #[test]
    fn outermost_elements_are_found_once() {
        let tree = read("<a><p>бір<p>екі</p></p><b><p>үш</p></b></a>");
        let found = tree.root().unwrap().find_outermost(|name| name == "p");
        let words: Vec<String> = found.into_iter().map(Element::text).collect();
        assert_eq!(words, ["бірекі", "үш"]);
    }

    #[test]
    fn encodings_are_told_by_mark_and_declaration() {
        let declared = encoding_rs::WINDOWS_1251
            .encode("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>Сәлем, Алматы</a>")
            .0
            .into_owned();
        assert!(decode(&declared).contains("Алматы"));
        let wide: Vec<u8> = "\u{feff}<a>Сәлем</a>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&wide), "<a>Сәлем</a>");
    }
}
