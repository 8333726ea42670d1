//! What holds within a group of Rich Text, and where its text goes.

/// Where the text of a group goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    /// To the text, or to the story whose text it is.
    Text,
    /// Nowhere.
    Skip,
    /// To the table of fonts.
    FontTable,
    /// To the table of styles.
    StyleSheet,
    /// To a property of the document.
    Property(Property),
    /// To the date of a property.
    Created,
    /// To a picture.
    Picture,
    /// To the name of a property of a drawing.
    ShapeName,
    /// To the value of a property of a drawing.
    ShapeValue,
    /// To what stands before the words of a paragraph.
    ListMark,
}

/// What a document says of itself in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Property {
    Title,
    Author,
    Generator,
}

/// A story: a text of its own within the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    Body,
    PageHeader,
    Note,
    Comment,
    TextBox,
}

/// What holds within a group; a group within it begins with a copy.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub destination: Destination,
    pub font: i32,
    /// How many characters stand after `\uN` for readers that do not know it.
    pub fallback: usize,
    pub hidden: bool,
    pub deleted: bool,
    pub in_table: bool,
    pub table_depth: usize,
    pub list: Option<u8>,
    pub outline: Option<u8>,
    pub style: i32,
    /// Whether `\*` stood before what comes.
    pub starred: bool,
    /// Whether the group began the story that is being read.
    pub begins_story: bool,
}

impl Default for State {
    fn default() -> State {
        State {
            destination: Destination::Text,
            font: -1,
            fallback: 1,
            hidden: false,
            deleted: false,
            in_table: false,
            table_depth: 1,
            list: None,
            outline: None,
            style: 0,
            starred: false,
            begins_story: false,
        }
    }
}

impl State {
    /// How many tables deep a paragraph stands.
    pub fn depth(&self) -> usize {
        if self.in_table {
            self.table_depth.max(1)
        } else {
            0
        }
    }

    /// What `\pard` sets back.
    pub fn reset_paragraph(&mut self) {
        self.in_table = false;
        self.table_depth = 1;
        self.list = None;
        self.outline = None;
        self.style = 0;
    }

    /// What `\plain` sets back.
    pub fn reset_characters(&mut self, default_font: i32) {
        self.font = default_font;
        self.hidden = false;
        self.deleted = false;
    }
}
