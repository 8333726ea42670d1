//! Single properties of characters and paragraphs, one after the other.

use crate::bytes::Bytes;

/// A property: which, and its value.
type Sprm<'a> = (u16, &'a [u8]);

/// Walks properties.
struct Sprms<'a> {
    bytes: &'a [u8],
    at: usize,
    is_old: bool,
}

impl<'a> Sprms<'a> {
    fn new(bytes: &'a [u8], is_old: bool) -> Sprms<'a> {
        Sprms {
            bytes,
            at: 0,
            is_old,
        }
    }

    /// The next one as Word 6 and 95 have it, under the number that it has since 97. One that is not known ends the walk,
    /// for nobody knows how long it is.
    fn next_old(&mut self) -> Option<Sprm<'a>> {
        let which = self.bytes.get(self.at).copied()?;
        let at = self.at + 1;
        let (skipped, length) = match which {
            52 | 83 => (0, 0),
            4..=11
            | 13
            | 14
            | 24
            | 25
            | 29
            | 35..=37
            | 44
            | 50
            | 51
            | 65..=67
            | 71
            | 75
            | 85..=92
            | 94
            | 98
            | 100..=102
            | 104
            | 117..=119
            | 185
            | 186 => (0, 1),
            2
            | 16..=19
            | 21
            | 22
            | 26..=28
            | 30..=34
            | 38..=43
            | 45..=49
            | 69
            | 72
            | 80
            | 93
            | 96
            | 97
            | 99
            | 107
            | 109
            | 110
            | 182..=184
            | 189 => (0, 2),
            73 | 95 => (0, 3),
            20 | 70 => (0, 4),
            187 => (0, 12),
            188 | 190 => (2, usize::from(self.bytes.word(at)).saturating_sub(1)),
            3 | 12 | 15 | 23 | 68 | 74 | 81 | 82 | 103 | 105 | 106 | 108 | 191 => {
                (1, usize::from(self.bytes.byte(at)))
            }
            _ => return None,
        };
        let value = self.bytes.part(at + skipped, length);
        self.at = at + skipped + length;
        let which = match which {
            24 => 0x2416,
            25 => 0x2417,
            65 => 0x0800,
            75 => 0x080a,
            92 => 0x083c,
            93 => 0x4a51,
            117 => 0x0855,
            118 => 0x0856,
            _ => 0,
        };
        Some((which, value))
    }
}

impl<'a> Iterator for Sprms<'a> {
    type Item = Sprm<'a>;

    fn next(&mut self) -> Option<Sprm<'a>> {
        if self.is_old {
            return self.next_old();
        }
        self.bytes.get(self.at + 1)?;
        let which = self.bytes.word(self.at);
        let at = self.at + 2;
        let (skipped, length) = match which >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ => match which {
                // how long the description of a table is takes two bytes
                0xd608 | 0xd606 => (2, usize::from(self.bytes.word(at)).saturating_sub(1)),
                // a list of tabs may be longer than its byte can say
                0xc615 if self.bytes.byte(at) == 255 => {
                    let deleted = usize::from(self.bytes.byte(at + 1));
                    let added = usize::from(self.bytes.byte(at + 2 + 4 * deleted));
                    (1, 2 + 4 * deleted + 3 * added)
                }
                _ => (1, usize::from(self.bytes.byte(at))),
            },
        };
        let value = self.bytes.part(at + skipped, length);
        self.at = at + skipped + length;
        Some((which, value))
    }
}

/// What characters are that matters to their text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CharacterProperties {
    pub hidden: bool,
    pub deleted: bool,
    pub is_special: bool,
    pub is_object: bool,
    /// The font of letters that are neither Latin nor of the far East, and of Latin ones.
    pub font: Option<u16>,
    /// Where in the stream of pictures the picture stands that a special character draws.
    pub picture: Option<u32>,
    /// A character of a font of symbols.
    pub symbol: Option<(u16, u16)>,
}

impl CharacterProperties {
    /// Applies properties; `of_style` is what a property is set back to.
    pub fn apply(&mut self, sprms: &[u8], of_style: CharacterProperties, is_old: bool) {
        for (which, value) in Sprms::new(sprms, is_old) {
            let first = value.byte(0);
            match which {
                0x0800 => self.deleted = first != 0,
                0x083c => {
                    self.hidden = match first {
                        0x80 => of_style.hidden,
                        0x81 => !of_style.hidden,
                        on => on != 0,
                    }
                }
                0x0855 => self.is_special = first != 0,
                0x080a | 0x0856 => self.is_object = first != 0,
                0x4a4f => self.font = self.font.or(Some(value.word(0))),
                0x4a51 => self.font = Some(value.word(0)),
                0x6a03 => {
                    self.picture = Some(value.long(0));
                    self.is_special = true;
                }
                0x6a09 => {
                    self.symbol = Some((value.word(0), value.word(2)));
                    self.is_special = true;
                }
                _ => {}
            }
        }
    }
}

/// What a paragraph is that matters to its text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ParagraphProperties {
    pub in_table: bool,
    pub depth: u32,
    pub ends_row: bool,
    pub ends_inner_cell: bool,
    pub ends_inner_row: bool,
    pub list: u16,
    pub level: u8,
    /// 9 is body text.
    pub outline: Option<u8>,
}

impl ParagraphProperties {
    pub fn apply(&mut self, sprms: &[u8], is_old: bool) {
        for (which, value) in Sprms::new(sprms, is_old) {
            let first = value.byte(0);
            match which {
                0x2416 => self.in_table = first != 0,
                0x2417 => self.ends_row = first != 0,
                0x6649 => self.depth = value.long(0),
                0x664a => self.depth = self.depth.saturating_add_signed(value.long(0) as i32),
                0x244b => self.ends_inner_cell = first != 0,
                0x244c => self.ends_inner_row = first != 0,
                0x460b => self.list = value.word(0),
                0x260a => self.level = first,
                0x2640 => self.outline = Some(first),
                _ => {}
            }
        }
    }

    /// Whether it is an item of a list.
    pub fn is_item(&self) -> bool {
        (1..0xf800).contains(&self.list)
    }

    /// How many tables deep the paragraph stands.
    pub fn table_depth(&self) -> usize {
        match self.in_table {
            true => self.depth.clamp(1, 1000) as usize,
            false => 0,
        }
    }
}
