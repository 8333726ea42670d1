//! Markdown → a page. Only what the manual needs is understood; all else is told, and a test asks that nothing is.
//!
//! Beside Markdown a text has names in braces: `{action:article.new}` is an action with its key, `{key:article.new}`
//! its key alone, `{press:Tab}` a key that is no action's, `{word:register-title}` what a control is called.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::named::Named;
use crate::page::{Block, Inline, Page, words_of};

/// Something on a page that is not understood: what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread(pub String);

/// Keys that do the same in every field, list and dialog.
const PRESSED: &[&str] = &[
    "Tab",
    "Shift+Tab",
    "Enter",
    "Ctrl+Enter",
    "Shift+Enter",
    "Esc",
    "Space",
    "↑",
    "↓",
    "←",
    "→",
    "Shift+↓",
    "Shift+→",
    "Home",
    "End",
    "F10",
    "Shift+F10",
];

/// Reads a page, and tells what of it is not understood. Takes time linear in the text.
#[must_use]
pub fn read_page(name: &str, markdown: &str, named: &Named) -> (Page, Vec<Misread>) {
    let mut reading = Reading::new(named);
    for event in TextMergeStream::new(Parser::new_ext(markdown, Options::ENABLE_TABLES)) {
        reading.take(event);
    }
    if reading.title.is_empty() {
        reading.misread.push(Misread(format!("{name}: #")));
    }
    let page = Page {
        name: name.to_owned(),
        title: reading.title,
        blocks: reading.blocks,
    };
    (page, reading.misread)
}

struct Reading<'a> {
    named: &'a Named,
    title: String,
    blocks: Vec<Block>,
    misread: Vec<Misread>,
    /// The line that is being read.
    line: Vec<Inline>,
    strong: bool,
    /// The page that the words now read lead to.
    link: Option<String>,
    /// The view that the words now read describe.
    picture: Option<String>,
    /// The items of the list that is being read.
    items: Option<Vec<Vec<Inline>>>,
    head: Vec<Vec<Inline>>,
    row: Vec<Vec<Inline>>,
    rows: Vec<Vec<Vec<Inline>>>,
}

impl<'a> Reading<'a> {
    fn new(named: &'a Named) -> Reading<'a> {
        Reading {
            named,
            title: String::new(),
            blocks: Vec::new(),
            misread: Vec::new(),
            line: Vec::new(),
            strong: false,
            link: None,
            picture: None,
            items: None,
            head: Vec::new(),
            row: Vec::new(),
            rows: Vec::new(),
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.words(&text),
            Event::Code(text) => self.line.push(Inline::Code {
                text: text.into_string(),
            }),
            Event::SoftBreak => self.words(" "),
            other => self.misread.push(Misread(format!("{other:?}"))),
        }
    }

    fn begin(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::Item
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell => {}
            Tag::List(_) if self.items.is_none() => self.items = Some(Vec::new()),
            Tag::Strong => self.strong = true,
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.into_string()),
            Tag::Image { dest_url, .. } => self.picture = Some(dest_url.into_string()),
            other => self.misread.push(Misread(format!("{other:?}"))),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let line = |reading: &mut Reading| std::mem::take(&mut reading.line);
        match tag {
            TagEnd::Heading(level) => {
                let text = line(self);
                match level {
                    pulldown_cmark::HeadingLevel::H1 if self.title.is_empty() => {
                        self.title = words_of(&text);
                    }
                    pulldown_cmark::HeadingLevel::H2 => self.blocks.push(Block::Heading { text }),
                    _ => self.misread.push(Misread(words_of(&text))),
                }
            }
            // Of a loose item the words are the item's.
            TagEnd::Paragraph if self.items.is_some() => {}
            TagEnd::Paragraph => {
                let text = line(self);
                if !text.is_empty() {
                    self.blocks.push(Block::Paragraph { text });
                }
            }
            TagEnd::Item => {
                let text = line(self);
                self.items.get_or_insert_default().push(text);
            }
            TagEnd::List(numbered) => {
                let items = self.items.take().unwrap_or_default();
                self.blocks.push(if numbered {
                    Block::Steps { items }
                } else {
                    Block::Points { items }
                });
            }
            TagEnd::TableCell => {
                let text = line(self);
                self.row.push(text);
            }
            TagEnd::TableHead => self.head = std::mem::take(&mut self.row),
            TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.row)),
            TagEnd::Table => self.blocks.push(Block::Table {
                head: std::mem::take(&mut self.head),
                rows: std::mem::take(&mut self.rows),
            }),
            TagEnd::Strong => self.strong = false,
            TagEnd::Link => self.link = None,
            TagEnd::Image => self.picture = None,
            _ => {}
        }
    }

    /// Words with the names that stand among them.
    fn words(&mut self, text: &str) {
        if let Some(view) = &self.picture {
            let view = view.clone();
            self.blocks.push(Block::Picture {
                view,
                text: text.to_owned(),
            });
            return;
        }
        if let Some(link) = &self.link {
            let page = page_of(link);
            self.line.push(Inline::Page {
                page,
                text: text.to_owned(),
            });
            return;
        }
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            self.plain(before);
            let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
            self.name(name);
            rest = after;
        }
        self.plain(rest);
    }

    fn plain(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let text = text.to_owned();
        self.line.push(if self.strong {
            Inline::Strong { text }
        } else {
            Inline::Text { text }
        });
    }

    /// What stands in braces.
    fn name(&mut self, name: &str) {
        let found = name.split_once(':').and_then(|(kind, of)| match kind {
            "action" => self.named.action(of).map(|(text, keys)| Inline::Action {
                id: of.to_owned(),
                text,
                keys,
            }),
            "key" => self
                .named
                .action(of)
                .filter(|(_, keys)| !keys.is_empty())
                .map(|(_, keys)| Inline::ActionKey {
                    id: of.to_owned(),
                    keys,
                }),
            "press" => PRESSED.contains(&of).then(|| Inline::Press {
                keys: of.to_owned(),
            }),
            "word" => self.named.control(of).map(|text| Inline::Control { text }),
            _ => None,
        });
        match found {
            Some(inline) => self.line.push(inline),
            None => self.misread.push(Misread(format!("{{{name}}}"))),
        }
    }
}

/// The page that a link leads to: of `05-photos.md`, `photos`.
fn page_of(link: &str) -> String {
    let name = link.strip_suffix(".md").unwrap_or(link);
    name.split_once('-')
        .map_or(name, |(_, name)| name)
        .to_owned()
}
