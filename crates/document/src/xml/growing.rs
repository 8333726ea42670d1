//! A tree while it is read.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Attribute, Kind, NONE, Node, Space, Span, Tree};
use crate::budget::Budget;
use crate::refusal::Refusal;

/// XML longer than this is refused: its tree would not fit beside it into the memory that a reader has.
const LONGEST: usize = 96 << 20;

/// Ends without a beginning: each is looked for among all open elements.
const MOST_STRAY_ENDS: usize = 10_000;

/// Nodes and attributes of one tree.
const MOST_NODES: usize = 5_000_000;

/// Prefixes that hold at the same time: each name is looked for among them.
const MOST_PREFIXES: usize = 200;

impl<'a> Tree<'a> {
    /// Reads a text; elements that `skip` names are left out with all that they hold.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn read(
        source: &'a str,
        skip: fn(&str) -> bool,
        budget: &Budget,
    ) -> Result<Tree<'a>, Refusal> {
        let too_large = || Refusal::TooLarge {
            what: "XML".to_owned(),
        };
        if source.len() > LONGEST {
            return Err(too_large());
        }
        let mut growing = Growing::new(source);
        let mut reader = Reader::from_str(source);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let mut skipped = 0_usize;
        loop {
            let Ok(event) = reader.read_event() else {
                growing.tree.broken = true;
                break;
            };
            if skipped > 0 {
                match event {
                    Event::Start(_) => skipped += 1,
                    Event::End(_) => skipped -= 1,
                    Event::Eof => break,
                    _ => {}
                }
                continue;
            }
            match event {
                Event::Start(start) if skip(start.local_name().as_ref()) => skipped = 1,
                Event::Empty(start) if skip(start.local_name().as_ref()) => {}
                Event::Start(start) => {
                    growing.open(&start);
                    budget.allow_depth(growing.open.len(), "elements within each other")?;
                }
                Event::Empty(start) => {
                    growing.open(&start);
                    growing.close();
                }
                Event::End(end) => {
                    growing.close_named(end.name().as_ref());
                    if growing.stray_ends > MOST_STRAY_ENDS {
                        growing.tree.broken = true;
                        break;
                    }
                }
                Event::Text(text) => growing.add_text(Kind::Text, &text.into_inner()),
                Event::CData(text) => growing.add_text(Kind::Raw, &text.into_inner()),
                Event::GeneralRef(name) => growing.add_text(Kind::Reference, &name.into_inner()),
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
            if growing.tree.nodes.len() + growing.tree.attributes.len() > MOST_NODES {
                return Err(too_large());
            }
        }
        growing.tree.broken |= skipped > 0 || !growing.open.is_empty();
        Ok(growing.tree)
    }
}

/// A tree while it is read.
struct Growing<'a> {
    pub tree: Tree<'a>,
    /// The open elements, each with its last child so far.
    pub open: Vec<(u32, u32)>,
    last_root: u32,
    /// How many ends had no beginning.
    pub stray_ends: usize,
    /// Prefixes and what they stand for, with the depth of the element that says so.
    prefixes: Vec<(usize, String, Space)>,
}

impl<'a> Growing<'a> {
    pub fn new(source: &'a str) -> Growing<'a> {
        Growing {
            tree: Tree {
                source,
                nodes: Vec::new(),
                attributes: Vec::new(),
                broken: false,
            },
            open: Vec::new(),
            last_root: NONE,
            stray_ends: 0,
            prefixes: Vec::new(),
        }
    }

    /// Where a piece of the source stands in it.
    fn find_span(&self, piece: &str) -> Span {
        let start = (piece.as_ptr() as usize).wrapping_sub(self.tree.source.as_ptr() as usize);
        let end = start.wrapping_add(piece.len());
        if start > self.tree.source.len() || end > self.tree.source.len() {
            return Span { start: 0, end: 0 };
        }
        let narrow = |at: usize| u32::try_from(at).unwrap_or(0);
        Span {
            start: narrow(start),
            end: narrow(end),
        }
    }

    fn add(&mut self, node: Node) -> u32 {
        let index = u32::try_from(self.tree.nodes.len()).unwrap_or(NONE);
        let last = match self.open.last_mut() {
            Some((parent, last)) => {
                if *last == NONE
                    && let Some(parent) = self.tree.nodes.get_mut(*parent as usize)
                {
                    parent.first_child = index;
                }
                last
            }
            None => &mut self.last_root,
        };
        let before = std::mem::replace(last, index);
        if let Some(before) = self.tree.nodes.get_mut(before as usize) {
            before.next = index;
        }
        self.tree.nodes.push(node);
        index
    }

    pub fn open(&mut self, start: &BytesStart) {
        let depth = self.open.len() + 1;
        let from = self.tree.attributes.len();
        // Prefixes that an element declares hold for its own attributes too, so they are read first.
        for attribute in start.attributes().with_checks(false).flatten() {
            let key: &str = attribute.key.as_ref();
            if let Some(prefix) = key.strip_prefix("xmlns")
                && self.prefixes.len() < MOST_PREFIXES
            {
                let prefix = prefix.trim_start_matches(':').to_owned();
                let space = space_of_uri(&attribute.value);
                self.prefixes.push((depth, prefix, space));
            }
        }
        for attribute in start.attributes().with_checks(false) {
            let Ok(attribute) = attribute else {
                self.tree.broken = true;
                continue;
            };
            let key: &str = attribute.key.as_ref();
            if key.starts_with("xmlns") {
                continue;
            }
            let (prefix, local) = key.split_once(':').unwrap_or(("", key));
            let space = match prefix {
                "" => Space::None,
                prefix => self.resolve(prefix),
            };
            let value = match &attribute.value {
                Cow::Borrowed(value) => self.find_span(value),
                Cow::Owned(_) => Span { start: 0, end: 0 },
            };
            let name = self.find_span(local);
            self.tree.attributes.push(Attribute { name, value, space });
        }
        let name = start.name();
        let name: &str = name.as_ref();
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let narrow = |at: usize| u32::try_from(at).unwrap_or(0);
        let node = Node {
            kind: Kind::Element,
            space: self.resolve(prefix),
            span: self.find_span(local),
            attributes: Span {
                start: narrow(from),
                end: narrow(self.tree.attributes.len()),
            },
            first_child: NONE,
            next: NONE,
        };
        let index = self.add(node);
        self.open.push((index, NONE));
    }

    pub fn close(&mut self) {
        while self
            .prefixes
            .last()
            .is_some_and(|(depth, _, _)| *depth >= self.open.len())
        {
            self.prefixes.pop();
        }
        self.open.pop();
    }

    /// Closes the element of a name, and those within it that nobody closed; an end without a beginning is passed over.
    pub fn close_named(&mut self, name: &str) {
        let local = name.split_once(':').map_or(name, |(_, local)| local);
        let named = |(index, _): &(u32, u32)| {
            let node = self.tree.get(*index);
            node.is_some_and(|node| self.tree.slice(node.span) == local)
        };
        match self.open.iter().rposition(named) {
            Some(depth) => {
                self.tree.broken |= depth + 1 != self.open.len();
                while self.open.len() > depth {
                    self.close();
                }
            }
            None => {
                self.tree.broken = true;
                self.stray_ends += 1;
            }
        }
    }

    pub fn add_text(&mut self, kind: Kind, text: &str) {
        if self.open.is_empty() {
            return;
        }
        let span = self.find_span(text);
        self.add(Node {
            kind,
            space: Space::None,
            span,
            attributes: Span { start: 0, end: 0 },
            first_child: NONE,
            next: NONE,
        });
    }

    fn resolve(&self, prefix: &str) -> Space {
        let declared = self
            .prefixes
            .iter()
            .rev()
            .find(|(_, name, _)| name == prefix);
        match (declared, prefix) {
            (Some((_, _, space)), _) => *space,
            (None, "") => Space::None,
            // What nobody declares is meant as everybody declares it.
            (None, "r") => Space::Relations,
            (None, "m") => Space::Math,
            (None, _) => Space::Other,
        }
    }
}

fn space_of_uri(uri: &str) -> Space {
    match uri {
        _ if uri.contains("officeDocument") && uri.ends_with("/relationships") => Space::Relations,
        _ if uri.contains("officeDocument") && uri.ends_with("/math") => Space::Math,
        _ => Space::Other,
    }
}
