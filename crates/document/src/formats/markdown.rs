//! Markdown.

use pulldown_cmark::{Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::html::{Piece, find_file_name, finish, read_mail_markup};
use crate::budget::Budget;
use crate::document::{Block, Document, LeftOutKind};
use crate::format::Format;
use crate::letters;
use crate::lists::read_bullet;
use crate::moment::read_moment;
use crate::refusal::Refusal;

/// So much of it is read as Markdown; what is longer is read as plain text, which takes no time.
const LONGEST: usize = 8 << 20;

/// Reads Markdown.
///
/// # Errors
/// See [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    if bytes.len() > LONGEST {
        return super::text::read(bytes, budget);
    }
    budget.take_bytes(bytes.len(), "text")?;
    let decoded = letters::decode(bytes, None);
    let mut reader = Reader {
        document: Document::new(Format::Markdown),
        budget,
        text: String::new(),
        kind: Kind::Paragraph,
        lists: Vec::new(),
        mark: None,
        rows: Vec::new(),
        is_in_cell: false,
        picture: None,
        notes: Vec::new(),
        is_in_note: false,
        markup: String::new(),
        is_metadata: false,
    };
    reader.document.doubts.extend(decoded.doubt);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let events = Parser::new_ext(&decoded.text, options).into_offset_iter();
    for (event, place) in events {
        if let Event::Start(Tag::Item) = event {
            reader.count_item(decoded.text.get(place).unwrap_or_default());
        }
        reader.read_event(event)?;
    }
    reader.flush()?;
    let Reader {
        mut document,
        notes,
        ..
    } = reader;
    document.blocks.extend(notes);
    if document.properties.title.is_none() {
        document.properties.title = document.blocks.iter().find_map(|block| match block {
            Block::Heading { level: 1, text } => Some(text.clone()),
            _ => None,
        });
    }
    finish(document)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Paragraph,
    Heading(u8),
    ListItem(u8),
}

struct Reader<'b> {
    document: Document,
    budget: &'b mut Budget,
    text: String,
    kind: Kind,
    /// The lists that are open: of one with numbers, the next.
    lists: Vec<Option<u64>>,
    /// What stands before the words of the item that is being read.
    mark: Option<String>,
    rows: Vec<Vec<String>>,
    is_in_cell: bool,
    /// The address of the picture whose alternative text is being read.
    picture: Option<String>,
    notes: Vec<Block>,
    is_in_note: bool,
    /// Markup in the text, until it ends.
    markup: String,
    is_metadata: bool,
}

impl Reader<'_> {
    fn read_event(&mut self, event: Event<'_>) -> Result<(), Refusal> {
        match event {
            Event::Start(tag) => self.begin(tag)?,
            Event::End(tag) => self.end(tag)?,
            Event::Text(text) if self.is_metadata => self.read_metadata(&text),
            Event::Text(text) | Event::Code(text) => self.text.push_str(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.text.push('\n'),
            Event::Html(markup) => self.markup.push_str(&markup),
            // marks within a line: the words between them are words of the line
            Event::InlineHtml(markup) => {
                if markup.starts_with("<br") {
                    self.text.push('\n');
                }
            }
            Event::Rule => self.flush()?,
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
        Ok(())
    }

    /// Counts an item of the innermost list, by the sign with which it begins in the source.
    fn count_item(&mut self, source: &str) {
        let source = source.trim_start();
        self.mark = match self.lists.last_mut() {
            Some(Some(next)) => {
                let number = *next;
                *next = number.saturating_add(1);
                let behind = source.trim_start_matches(|c: char| c.is_ascii_digit());
                let stop = if behind.starts_with(')') { ')' } else { '.' };
                Some(format!("{number}{stop}"))
            }
            _ => Some(read_bullet(source.get(..1).unwrap_or_default()).to_owned()),
        };
    }

    fn begin(&mut self, tag: Tag<'_>) -> Result<(), Refusal> {
        match tag {
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Table(_) => {
                self.flush()?;
            }
            Tag::Heading { level, .. } => {
                self.flush()?;
                self.kind = Kind::Heading(match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    HeadingLevel::H3 => 3,
                    HeadingLevel::H4 => 4,
                    HeadingLevel::H5 => 5,
                    HeadingLevel::H6 => 6,
                });
            }
            Tag::List(first) => {
                self.flush()?;
                self.lists.push(first);
            }
            Tag::Item => {
                let mark = self.mark.take();
                self.flush()?;
                self.mark = mark;
                let level = self.lists.len().saturating_sub(1).min(usize::from(u8::MAX));
                self.kind = Kind::ListItem(level as u8);
            }
            Tag::FootnoteDefinition(_) => {
                self.flush()?;
                self.is_in_note = true;
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::TableCell => {
                self.text.clear();
                self.is_in_cell = true;
            }
            Tag::Image { dest_url, .. } => self.picture = Some(dest_url.into_string()),
            Tag::HtmlBlock => {
                self.flush()?;
                self.markup.clear();
            }
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.is_metadata = true,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), Refusal> {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::BlockQuote(_) => self.flush()?,
            TagEnd::Heading(_) | TagEnd::Item => {
                self.flush()?;
                self.kind = Kind::Paragraph;
            }
            TagEnd::List(_) => {
                self.flush()?;
                self.lists.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.flush()?;
                self.is_in_note = false;
            }
            TagEnd::TableCell => {
                self.budget.take_part("table")?;
                let cell = std::mem::take(&mut self.text).trim().to_owned();
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
                self.is_in_cell = false;
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.push(Block::Table { rows })?;
            }
            TagEnd::Image => self.miss_picture(),
            TagEnd::HtmlBlock => self.read_markup()?,
            TagEnd::MetadataBlock(_) => self.is_metadata = false,
            _ => {}
        }
        Ok(())
    }

    /// The picture is not in the file; its alternative text stands for it where it was.
    fn miss_picture(&mut self) {
        if let Some(address) = self.picture.take() {
            let name = find_file_name(&address).unwrap_or(address);
            self.document.leave_out(LeftOutKind::MissingPicture, &name);
        }
    }

    fn read_markup(&mut self) -> Result<(), Refusal> {
        let markup = std::mem::take(&mut self.markup);
        let pieces: Vec<Piece> =
            read_mail_markup(&markup, &|_| None, self.budget, &mut self.document)?;
        for piece in pieces {
            self.push(piece.block)?;
        }
        Ok(())
    }

    fn read_metadata(&mut self, text: &str) {
        for line in text.lines() {
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim().trim_matches(['"', '\'']).to_owned();
            let properties = &mut self.document.properties;
            match name.trim() {
                _ if value.is_empty() => {}
                "title" => properties.title = Some(value),
                "author" => properties.author = Some(value),
                "date" => properties.published = read_moment(&value),
                "url" | "permalink" if value.starts_with("http") => properties.url = Some(value),
                _ => {}
            }
        }
    }

    fn flush(&mut self) -> Result<(), Refusal> {
        if self.is_in_cell {
            return Ok(());
        }
        let text = std::mem::take(&mut self.text);
        let text = text.trim_matches(['\n', ' ']).to_owned();
        if text.is_empty() {
            return Ok(());
        }
        if self.is_in_note {
            self.budget.take_part("text")?;
            self.notes.push(Block::Note { text });
            return Ok(());
        }
        let block = match self.kind {
            Kind::Paragraph => Block::Paragraph { text },
            Kind::Heading(level) => Block::Heading { level, text },
            Kind::ListItem(level) => {
                self.kind = Kind::Paragraph;
                let mark = self.mark.take();
                Block::ListItem { level, mark, text }
            }
        };
        self.push(block)
    }

    fn push(&mut self, block: Block) -> Result<(), Refusal> {
        self.budget.take_part("text")?;
        self.document.blocks.push(block);
        Ok(())
    }
}
