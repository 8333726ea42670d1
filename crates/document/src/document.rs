//! What is read of a document, whatever its format.

use serde::{Deserialize, Serialize};

use crate::format::Format;

/// A document as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What the bytes are.
    pub format: Format,
    /// What it says of itself.
    pub properties: Properties,
    /// Its text, in the order in which one reads it.
    pub blocks: Vec<Block>,
    /// Its pictures; a [`Block::Picture`] says where one stands.
    pub pictures: Vec<Picture>,
    /// Files that it carries along and that are no part of its text: attachments of a mail, entries of a zip, posts of a
    /// channel. They are not read here.
    pub enclosed: Vec<Enclosed>,
    /// Posts of a channel, oldest first as the export has them; each is read like a document of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<Post>,
    /// What it has besides and is not in the text.
    pub left_out: Vec<LeftOut>,
    /// Where the reader is not sure of what it gives.
    pub doubts: Vec<Doubt>,
}

/// A piece of text. Lines within one end with `\n`; no other control characters, and no markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A heading; its level from 1, a document's own title 0.
    Heading {
        /// 0 to 9.
        level: u8,
        /// Its words, behind the number that the document gives it.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// An item of a list.
    ListItem {
        /// How deep it stands, from 0.
        level: u8,
        /// What stands before its words as one sees it: «1.», «2)», «а)», «IV.», «1.1.», «–», «•».
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mark: Option<String>,
        /// Its words, without the mark.
        text: String,
    },
    /// A table: rows of cells; paragraphs in a cell are parted by `\n`. A merged cell stands once, the places that it
    /// covers are empty.
    Table {
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
    /// A footnote or endnote, at the end of the text.
    Note {
        /// Its words.
        text: String,
    },
    /// Where a picture stands.
    Picture {
        /// Its place in [`Document::pictures`].
        picture: usize,
    },
}

/// What a document says of itself. All of it is said by the document, nothing is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Properties {
    /// Title, or a mail's subject.
    pub title: Option<String>,
    /// Author, or a mail's sender as a name, a channel's name.
    pub author: Option<String>,
    /// A mail's sender as an address.
    pub sender: Option<String>,
    /// When it was written, as RFC 3339 with its offset where the source has one, else without.
    pub created: Option<String>,
    /// When a mail was sent, a page or post was published.
    pub published: Option<String>,
    /// When a page was captured.
    pub captured: Option<String>,
    /// A mail's message id, without brackets.
    pub message_id: Option<String>,
    /// Where a page or post stands.
    pub url: Option<String>,
    /// The program that wrote it.
    pub generator: Option<String>,
    /// How many pages it has, where the format knows pages.
    pub pages: Option<u32>,
}

/// A picture inside a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// What it is called inside, if anything; never a path.
    pub name: Option<String>,
    /// Its bytes as they stand in the document.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// What is written for it: a caption of its own, else the paragraph below or above that is marked as one.
    pub caption: Option<String>,
    /// Its alternative text.
    pub alternative: Option<String>,
}

/// A file inside, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosed {
    /// What it is called, decoded; never a path out.
    pub name: String,
    /// Its media type as declared.
    pub declared_type: Option<String>,
    /// Its bytes, decoded from the transfer.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// A post of a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Its number in the channel.
    pub id: String,
    /// Its text and properties: `published` is when it was posted, `url` where it stands, `author` whose it is.
    pub document: Document,
    /// Its photos and files as the export names them, relative to the export's folder; none leads out of it.
    pub files: Vec<PostFile>,
}

/// A file beside an exported channel that belongs to a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostFile {
    /// Its path below the export's folder, with `/`.
    pub path: String,
    /// Whether it is a photo.
    pub is_photo: bool,
}

/// Something that a document has and its text has not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// What it is.
    pub kind: LeftOutKind,
    /// Its words, all or their beginning (at most 400 chars); empty where it has none.
    pub text: String,
}

/// Kinds of what is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutKind {
    /// A reviewer's comment.
    Comment,
    /// Text that a tracked change deletes: the accepted text is the text.
    Deletion,
    /// A header or footer of the pages.
    PageHeader,
    /// Text that is marked as hidden.
    Hidden,
    /// Menus, banners, scripts and other furniture of a page.
    Furniture,
    /// A mail's signature.
    Signature,
    /// Mails that are quoted or forwarded below.
    QuotedMail,
    /// What stands above a release that a mail only passes on.
    CoveringNote,
    /// A picture that is not in the file, or cannot be taken out of it.
    MissingPicture,
    /// A chart, formula, sound, film or embedded object.
    Object,
    /// Speaker's notes of a slide.
    SpeakerNote,
    /// A page that is only a picture.
    ScannedPage,
    /// A file inside that is locked by a password; its text is its name.
    LockedFile,
    /// A file inside of which nothing can be read; its text is its name.
    DamagedFile,
}

/// Where the reader is not sure, or mended something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Doubt {
    /// Letters of an old Kazakh font were read as what they were drawn as.
    OldFont {
        /// The font, or empty where its letters told it.
        font: String,
        /// Some words as they stand in the file.
        before: String,
        /// The same as they are read.
        after: String,
    },
    /// Bytes that are no letters of the document's encoding.
    BrokenLetters {
        /// How many.
        count: usize,
        /// Words around the first.
        near: String,
    },
    /// A program read letters in pictures of pages.
    MachineRead {
        /// Which program.
        by: String,
        /// Of how many pages.
        pages: usize,
        /// How many words it is not sure of.
        unsure: usize,
        /// Some of them.
        near: String,
    },
    /// The file breaks off, or a part of it is damaged: what is here is what could be read.
    Damaged,
    /// More than the limits allow was left unread.
    CutOff,
}

impl Document {
    /// An empty document of a format.
    pub fn new(format: Format) -> Document {
        Document {
            format,
            properties: Properties::default(),
            blocks: Vec::new(),
            pictures: Vec::new(),
            enclosed: Vec::new(),
            posts: Vec::new(),
            left_out: Vec::new(),
            doubts: Vec::new(),
        }
    }

    /// Its text as paragraphs: a line a paragraph, item behind its mark, note or row of a table (cells parted by a tab),
    /// `\n` line ends.
    pub fn text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Heading { text, .. } | Block::Paragraph { text } | Block::Note { text } => {
                    lines.push(text.clone());
                }
                Block::ListItem { mark, text, .. } => lines.push(join_mark(mark.as_deref(), text)),
                Block::Table { rows } => {
                    for row in rows {
                        let cells: Vec<String> =
                            row.iter().map(|cell| cell.replace('\n', " ")).collect();
                        lines.push(cells.join("\t"));
                    }
                }
                Block::Picture { .. } => {}
            }
        }
        lines.join("\n")
    }

    /// The words of its blocks and cells, in their order.
    pub(crate) fn list_words(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().flat_map(|block| {
            let (text, rows): (Option<&str>, &[Vec<String>]) = match block {
                Block::Heading { text, .. }
                | Block::Paragraph { text }
                | Block::ListItem { text, .. }
                | Block::Note { text } => (Some(text), &[]),
                Block::Table { rows } => (None, rows),
                Block::Picture { .. } => (None, &[]),
            };
            let cells = rows.iter().flatten().map(String::as_str);
            text.into_iter().chain(cells)
        })
    }

    /// Notes what was left out.
    pub(crate) fn leave_out(&mut self, kind: LeftOutKind, text: &str) {
        let text = text.trim();
        self.left_out.push(LeftOut {
            kind,
            text: text.chars().take(400).collect(),
        });
    }
}

/// An item's words behind its mark.
pub(crate) fn join_mark(mark: Option<&str>, text: &str) -> String {
    match mark {
        None => text.to_owned(),
        Some(mark) if text.is_empty() => mark.to_owned(),
        // a mark whose stop stands among the words: «1-бап» and «. Жалпы ережелер»
        Some(mark) if text.starts_with(['.', ',', ':', ';', ')']) => format!("{mark}{text}"),
        Some(mark) => format!("{mark} {text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stands_before_the_words() {
        assert_eq!(join_mark(Some("2)"), "екінші"), "2) екінші");
        assert_eq!(join_mark(Some("1-бап"), ". Ережелер"), "1-бап. Ережелер");
        assert_eq!(join_mark(None, "сөз"), "сөз");
        assert_eq!(join_mark(Some("3."), ""), "3.");
    }
}
