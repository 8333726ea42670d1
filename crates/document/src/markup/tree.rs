//! Builds the tree: the tokens are html5ever's, which cost time in their length alone. The tree is our own, so that its
//! depth and size are bounded and it is dropped without recursion: html5ever's goes as deep as the page says.

use std::cell::RefCell;
use std::collections::HashMap;

use html5ever::LocalName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::attributes::count_bounded;
use crate::budget::Budget;
use crate::refusal::Refusal;

/// So many elements and texts are kept of a page.
const MOST_NODES: usize = 800_000;
/// So deep they stand within each other; what goes deeper stands beside it.
const DEEPEST: usize = 200;
/// So many bytes are handed on at once.
const MOUTHFUL: usize = 16 << 10;

/// Where a node stands in its tree.
pub(crate) type NodeId = u32;

const NONE: NodeId = NodeId::MAX;

/// An element or a text.
#[derive(Debug)]
pub(crate) struct Node {
    /// The name of an element, empty for a text.
    name: LocalName,
    text: StrTendril,
    attributes: Vec<(LocalName, StrTendril)>,
    parent: NodeId,
    first: NodeId,
    last: NodeId,
    next: NodeId,
}

impl Node {
    /// The name of an element, in small letters; empty for a text.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The words of a text; none for an element.
    pub fn text(&self) -> Option<&str> {
        self.name.is_empty().then_some(&*self.text)
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(one, _)| **one == *name)
            .map(|(_, value)| &**value)
    }

    /// Whether one of its classes, or its id, is this.
    pub fn is_called(&self, name: &str) -> bool {
        self.attribute("id") == Some(name)
            || self
                .attribute("class")
                .is_some_and(|class| class.split_ascii_whitespace().any(|one| one == name))
    }
}

/// A page.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    /// Whether more of it was left unread.
    pub is_cut_off: bool,
}

impl Tree {
    /// Reads markup.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`].
    pub fn read(markup: &str, budget: &mut Budget) -> Result<Tree, Refusal> {
        budget.take_bytes(markup.len(), "page")?;
        let builder = Builder::new();
        let tokens = Tokenizer::new(builder, TokenizerOpts::default());
        let input = BufferQueue::default();
        let bounded = count_bounded(markup, |name| raw_kind(name).is_some());
        let mut rest = markup.get(..bounded).unwrap_or(markup);
        tokens.sink.state.borrow_mut().is_full = bounded < markup.len();
        while !rest.is_empty() {
            let at = floor_of_char(rest, MOUTHFUL);
            let (mouthful, after) = rest.split_at(at);
            rest = after;
            input.push_back(StrTendril::from_slice(mouthful));
            // our sink never asks for a halt
            let _ = tokens.feed(&input);
            if tokens.sink.state.borrow().nodes.len() >= MOST_NODES {
                break;
            }
        }
        tokens.end();
        let state = tokens.sink.state.take();
        Ok(Tree {
            nodes: state.nodes,
            is_cut_off: state.is_full,
        })
    }

    /// What all else stands in.
    pub const ROOT: NodeId = 0;

    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    pub fn name(&self, id: NodeId) -> &str {
        self.node(id).map_or("", Node::name)
    }

    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let first = self.node(id).map_or(NONE, |node| node.first);
        std::iter::successors(Tree::existing(first), |one| {
            Tree::existing(self.node(*one).map_or(NONE, |node| node.next))
        })
    }

    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        Tree::existing(self.node(id)?.parent)
    }

    fn existing(id: NodeId) -> Option<NodeId> {
        (id != NONE).then_some(id)
    }

    /// It and all within it, in the order of the page. Nodes are numbered in that order but for none.
    pub fn within(&self, id: NodeId) -> Within<'_> {
        Within {
            tree: self,
            top: id,
            at: Some(id),
        }
    }

    /// The first element of a name within.
    pub fn find(&self, id: NodeId, name: &str) -> Option<NodeId> {
        self.within(id).find(|one| self.name(*one) == name)
    }

    /// Its words with blanks as they stand.
    pub fn words(&self, id: NodeId) -> String {
        let mut words = String::new();
        for one in self.within(id) {
            match self.node(one).and_then(Node::text) {
                Some(text) => words.push_str(text),
                None if !matches!(self.name(one), "b" | "i" | "span" | "a" | "em" | "strong") => {
                    words.push(' ');
                }
                None => {}
            }
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// See [`Tree::within`].
pub(crate) struct Within<'a> {
    tree: &'a Tree,
    top: NodeId,
    at: Option<NodeId>,
}

impl Iterator for Within<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let here = self.at?;
        let tree = self.tree;
        let node = tree.node(here)?;
        self.at = Tree::existing(node.first);
        let mut up = here;
        while self.at.is_none() && up != self.top {
            let node = tree.node(up)?;
            self.at = Tree::existing(node.next);
            up = node.parent;
        }
        Some(here)
    }
}

fn floor_of_char(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

struct Builder {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    nodes: Vec<Node>,
    open: Vec<NodeId>,
    /// How many elements are open that stand too deep to be told.
    unopened: usize,
    /// How many elements of each name are open.
    names: HashMap<LocalName, usize>,
    has_body: bool,
    is_full: bool,
}

impl TokenSink for Builder {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        if state.nodes.len() >= MOST_NODES {
            state.is_full = true;
            return TokenSinkResult::Continue;
        }
        match token {
            Token::CharacterTokens(text) => state.add_text(text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return state.open_tag(tag),
            Token::TagToken(tag) => state.close_tag(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.state.borrow().is_in_foreign()
    }
}

impl Builder {
    fn new() -> Builder {
        let root = Node {
            name: LocalName::from("#root"),
            text: StrTendril::new(),
            attributes: Vec::new(),
            parent: NONE,
            first: NONE,
            last: NONE,
            next: NONE,
        };
        Builder {
            state: RefCell::new(State {
                nodes: vec![root],
                open: vec![Tree::ROOT],
                ..State::default()
            }),
        }
    }
}

impl State {
    fn name(&self, id: NodeId) -> &str {
        self.nodes.get(id as usize).map_or("", Node::name)
    }

    fn add_text(&mut self, text: StrTendril) {
        let here = self.open.last().copied().unwrap_or(Tree::ROOT);
        let last = self.nodes.get(here as usize).map_or(NONE, |node| node.last);
        if let Some(node) = self.nodes.get_mut(last as usize)
            && node.name.is_empty()
        {
            node.text.push_tendril(&text);
            return;
        }
        self.add(LocalName::from(""), text, Vec::new());
    }

    fn add(
        &mut self,
        name: LocalName,
        text: StrTendril,
        attributes: Vec<(LocalName, StrTendril)>,
    ) -> NodeId {
        let parent = self.open.last().copied().unwrap_or(Tree::ROOT);
        let id = NodeId::try_from(self.nodes.len()).unwrap_or(NONE);
        self.nodes.push(Node {
            name,
            text,
            attributes,
            parent,
            first: NONE,
            last: NONE,
            next: NONE,
        });
        let last = self
            .nodes
            .get_mut(parent as usize)
            .map_or(NONE, |node| std::mem::replace(&mut node.last, id));
        if let Some(node) = self.nodes.get_mut(last as usize) {
            node.next = id;
        } else if let Some(node) = self.nodes.get_mut(parent as usize) {
            node.first = id;
        }
        id
    }

    fn open_tag(&mut self, tag: Tag) -> TokenSinkResult<()> {
        let name = tag.name;
        self.end_what_it_ends(&name);
        if &*name == "body" && std::mem::replace(&mut self.has_body, true) {
            return TokenSinkResult::Continue;
        }
        let attributes = tag
            .attrs
            .into_iter()
            .map(|one| (one.name.local, one.value))
            .collect();
        let id = self.add(name.clone(), StrTendril::new(), attributes);
        let is_in_foreign =
            name.contains(':') || self.is_in_foreign() || matches!(&*name, "svg" | "math");
        let is_raw = raw_kind(&name).is_some();
        if is_void(&name) || tag.self_closing && (is_in_foreign || is_raw) {
            return TokenSinkResult::Continue;
        }
        if self.open.len() >= DEEPEST && !is_raw {
            self.unopened += 1;
            return TokenSinkResult::Continue;
        }
        self.open.push(id);
        *self.names.entry(name.clone()).or_default() += 1;
        match raw_kind(&name) {
            Some(kind) => TokenSinkResult::RawData(kind),
            None if &*name == "plaintext" => TokenSinkResult::Plaintext,
            None => TokenSinkResult::Continue,
        }
    }

    /// Whether a drawing or a formula is open: its names are not those of pages.
    fn is_in_foreign(&self) -> bool {
        self.is_open("svg") || self.is_open("math")
    }

    fn is_open(&self, name: &str) -> bool {
        let name = LocalName::from(name);
        self.names.get(&name).is_some_and(|count| *count > 0)
    }

    /// Closes the elements that end where this one begins, though no tag ends them.
    fn end_what_it_ends(&mut self, name: &str) {
        let (ended, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu", "table", "td", "th"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl", "table", "td", "th"]),
            "option" | "optgroup" => (&["option"], &["select", "datalist"]),
            "tr" => (&["tr", "caption", "colgroup"], &["table"]),
            "td" | "th" => (&["td", "th", "caption"], &["tr", "table"]),
            "tbody" | "thead" | "tfoot" => (
                &["tbody", "thead", "tfoot", "caption", "colgroup"],
                &["table"],
            ),
            "body" | "frameset" => (&["head"], &["body"]),
            _ => (&[], &[]),
        };
        if !ended.is_empty() {
            self.close(ended, within);
        }
        if is_block(name) {
            self.close(
                &["p"],
                &["td", "th", "table", "caption", "button", "object", "li"],
            );
            self.close(&["head"], &["body"]);
        }
        if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
            let here = self.open.last().map_or("", |id| self.name(*id));
            if matches!(here, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
                self.close_from(self.open.len() - 1);
            }
        }
    }

    /// Closes the innermost of these that is open, with all in it, unless one of the others stands between.
    fn close(&mut self, names: &[&str], within: &[&str]) {
        if !names.iter().any(|name| self.is_open(name)) {
            return;
        }
        for (place, id) in self.open.iter().enumerate().skip(1).rev() {
            let name = self.name(*id);
            if names.contains(&name) {
                self.close_from(place);
                return;
            }
            if within.contains(&name) {
                return;
            }
        }
    }

    fn close_from(&mut self, place: usize) {
        for id in self.open.get(place..).unwrap_or_default() {
            if let Some(node) = self.nodes.get(*id as usize)
                && let Some(count) = self.names.get_mut(&node.name)
            {
                *count = count.saturating_sub(1);
            }
        }
        self.open.truncate(place);
    }

    fn close_tag(&mut self, name: &LocalName) {
        if self.unopened > 0 && !is_void(name) {
            self.unopened -= 1;
            return;
        }
        match &**name {
            "body" | "html" => {}
            "br" => {
                self.add(name.clone(), StrTendril::new(), Vec::new());
            }
            "p" if !self.is_open("p") => {
                self.add(name.clone(), StrTendril::new(), Vec::new());
            }
            "table" | "svg" | "math" => self.close(&[name], &[]),
            "tr" | "tbody" | "thead" | "tfoot" | "td" | "th" | "caption" => {
                self.close(&[name], &["table"]);
            }
            _ if is_block(name) => self.close(&[name], &["td", "th", "caption", "table"]),
            _ if !self.is_open(name) => {}
            // An inline element that is closed outside the block in which it was opened stays open: only where blocks begin
            // and end matters.
            _ => {
                for (place, id) in self.open.iter().enumerate().skip(1).rev() {
                    let open = self.name(*id);
                    if *open == **name {
                        self.close_from(place);
                        return;
                    }
                    if is_block(open) || matches!(open, "td" | "th" | "body") {
                        return;
                    }
                }
            }
        }
    }
}

fn raw_kind(name: &str) -> Option<RawKind> {
    match name {
        "script" => Some(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether an element begins and ends a paragraph.
pub(crate) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "ul"
            | "xmp"
    )
}
