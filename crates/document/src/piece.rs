//! Blocks while a document is read, and the captions that stand beside its pictures.

use crate::document::join_mark;
use crate::document::{Block, Document, Picture};

/// A longer paragraph is no caption, whatever it begins with.
const LONGEST_CAPTION: usize = 500;

/// Longer words in a text box are a text of its own, not what is written for the picture beside it.
const LONGEST_IN_BOX: usize = 200;

/// What a caption begins with that no style marks.
const CAPTION_WORDS: [&str; 15] = [
    "сурет",
    "суретте",
    "фото",
    "фотода",
    "фотосурет",
    "фотосуретте",
    "на фото",
    "на снимке",
    "на фотографии",
    "рис",
    "рисунок",
    "photo",
    "picture",
    "figure",
    "fig",
];

/// What a paragraph begins with that is the caption of a table.
const TABLE_WORDS: [&str; 4] = ["кесте", "таблица", "table", "табл"];

/// A block, and whether its style marks it as a caption.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// The block.
    pub block: Block,
    /// Whether its style is that of captions.
    pub caption: bool,
}

impl Piece {
    /// A block that no style marks.
    pub fn plain(block: Block) -> Piece {
        Piece {
            block,
            caption: false,
        }
    }
}

/// The words of a block as lines.
pub(crate) fn write_lines(block: &Block, lines: &mut Vec<String>) {
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text } | Block::Note { text } => {
            lines.push(text.clone());
        }
        Block::ListItem { mark, text, .. } => lines.push(join_mark(mark.as_deref(), text)),
        Block::Table { rows } => {
            for row in rows {
                let cells: Vec<String> = row.iter().map(|cell| cell.replace('\n', " ")).collect();
                let line = cells.join("\t");
                if !line.trim().is_empty() {
                    lines.push(line.trim_end().to_owned());
                }
            }
        }
        Block::Picture { .. } => {}
    }
}

/// The words of blocks as one text of lines, as they stand in a cell or a note.
pub(crate) fn flatten(pieces: &[Piece]) -> String {
    let mut lines = Vec::new();
    for piece in pieces {
        write_lines(&piece.block, &mut lines);
    }
    lines.join("\n")
}

/// The pictures among blocks.
pub(crate) fn list_pictures(pieces: &[Piece]) -> Vec<usize> {
    let picture = |piece: &Piece| match piece.block {
        Block::Picture { picture } => Some(picture),
        _ => None,
    };
    pieces.iter().filter_map(picture).collect()
}

/// Marks the words of a text box as a caption, where they are one short paragraph and a picture stands in the box or is
/// the last of what stands before it in its paragraph.
pub(crate) fn mark_box(pieces: &mut [Piece], before: &[Piece]) {
    let is_picture = |piece: &Piece| matches!(piece.block, Block::Picture { .. });
    let is_beside = pieces.iter().any(is_picture) || before.last().is_some_and(is_picture);
    let mut words = pieces.iter_mut().filter(|piece| !is_picture(piece));
    let (Some(only), None) = (words.next(), words.next()) else {
        return;
    };
    let is_short = matches!(&only.block, Block::Paragraph { text }
        if text.chars().count() <= LONGEST_IN_BOX && !text.contains('\n'));
    only.caption |= is_beside && is_short;
}

/// Whether a text begins as a caption does.
pub(crate) fn begins_as_caption(text: &str) -> bool {
    let numbered =
        |c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '.' | ' ' | '№' | '\u{2011}');
    let text = text.trim_start_matches([' ', '\t', '\n', '\u{a0}', '(', '[', '«', '"', '“', '*']);
    begins_with(text, &CAPTION_WORDS)
        || text.starts_with(|c: char| c.is_ascii_digit() || c == '№')
            && begins_with(text.trim_start_matches(numbered), &CAPTION_WORDS[..5])
}

/// The level of a heading by the name of its style.
pub(crate) fn read_level(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if matches!(name.as_str(), "title" | "название" | "атауы") {
        return Some(0);
    }
    let level = ["heading", "заголовок", "тақырып"]
        .iter()
        .find_map(|word| name.strip_prefix(word))?;
    let level = level.trim_start_matches([' ', '_', '-']);
    level.parse().ok().filter(|level| (1..=9).contains(level))
}

/// Whether a style of this name is that of captions.
pub(crate) fn is_caption_style(name: &str) -> bool {
    const NAMES: [&str; 9] = [
        "caption",
        "drawing",
        "figure",
        "figure caption",
        "figurecaption",
        "illustration",
        "image caption",
        "название объекта",
        "нысан атауы",
    ];
    NAMES.contains(&name.to_lowercase().as_str())
}

/// The blocks of pieces.
pub(crate) fn into_blocks(pieces: Vec<Piece>) -> Vec<Block> {
    pieces.into_iter().map(|piece| piece.block).collect()
}

/// The name of a picture's file, if what is given is one; «Picture 1» is none.
pub(crate) fn read_file_name(name: &str) -> Option<String> {
    const ENDINGS: [&str; 15] = [
        "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "emf",
        "wmf", "svg", "pct",
    ];
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    let (_, ending) = name.rsplit_once('.')?;
    let known = ENDINGS.contains(&ending.to_lowercase().as_str());
    known.then(|| name.to_owned())
}

fn begins_with(text: &str, words: &[&str]) -> bool {
    let begin: String = text.trim_start().chars().take(40).collect();
    let begin = begin.to_lowercase();
    words.iter().any(|word| {
        begin
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

fn find_caption(piece: Option<&Piece>) -> Option<&str> {
    let piece = piece?;
    let (Block::Paragraph { text } | Block::Heading { text, .. }) = &piece.block else {
        return None;
    };
    let fits = (piece.caption && !begins_with(text, &TABLE_WORDS)) || begins_as_caption(text);
    (fits && text.chars().count() <= LONGEST_CAPTION).then_some(text.as_str())
}

/// Gives pictures of a document whose reader knows no captions those that stand below or above them.
pub(crate) fn find_captions(document: &mut Document) {
    if document.pictures.iter().any(|it| it.caption.is_none()) {
        let blocks = std::mem::take(&mut document.blocks);
        let pieces: Vec<Piece> = blocks.into_iter().map(Piece::plain).collect();
        assign_captions(&pieces, &mut document.pictures);
        document.blocks = into_blocks(pieces);
    }
}

/// Gives pictures that have no caption the one that stands below or above: below, unless the first has one above and the
/// last has none below.
pub(crate) fn assign_captions(pieces: &[Piece], pictures: &mut [Picture]) {
    let is_picture = |piece: &Piece| matches!(piece.block, Block::Picture { .. });
    let mut groups: Vec<(usize, usize)> = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        match groups.last_mut() {
            _ if !is_picture(piece) => {}
            Some((_, end)) if *end == place => *end = place + 1,
            _ => groups.push((place, place + 1)),
        }
    }
    let above = |start: usize| find_caption(start.checked_sub(1).and_then(|at| pieces.get(at)));
    let below = |end: usize| find_caption(pieces.get(end));
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return;
    };
    let stand_above = above(first.0).is_some() && below(last.1).is_none();
    let mut taken = None;
    for (start, end) in &groups {
        let caption = match stand_above {
            true => above(*start),
            false => below(*end).or_else(|| above(*start).filter(|_| taken != Some(*start))),
        };
        let Some(caption) = caption else { continue };
        // A caption below one picture is not the caption above the next.
        taken = Some(*end + 1);
        for picture in list_pictures(pieces.get(*start..*end).unwrap_or_default()) {
            if let Some(picture) = pictures.get_mut(picture)
                && picture.caption.is_none()
            {
                picture.caption = Some(caption.to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pictures(count: usize) -> Vec<Picture> {
        let picture = Picture {
            name: None,
            bytes: Vec::new(),
            caption: None,
            alternative: None,
        };
        vec![picture; count]
    }

    fn paragraph(text: &str) -> Piece {
        Piece::plain(Block::Paragraph {
            text: text.to_owned(),
        })
    }

    fn picture(picture: usize) -> Piece {
        Piece::plain(Block::Picture { picture })
    }

    fn captions(pieces: &[Piece], count: usize) -> Vec<Option<String>> {
        let mut pictures = pictures(count);
        assign_captions(pieces, &mut pictures);
        pictures.into_iter().map(|it| it.caption).collect()
    }

    #[test]
    fn a_caption_below_is_given_to_all_pictures_of_a_row() {
        let pieces = [
            paragraph("Жиын өтті."),
            picture(0),
            picture(1),
            paragraph("Сурет: ауыл мектебі"),
            picture(2),
            paragraph("Келесі сөз."),
        ];
        let caption = Some("Сурет: ауыл мектебі".to_owned());
        assert_eq!(captions(&pieces, 3), [caption.clone(), caption, None]);
    }

    #[test]
    fn captions_above_are_told_by_the_last_picture() {
        let pieces = [
            paragraph("Фото: көпір"),
            picture(0),
            paragraph("На фото: открытие моста"),
            picture(1),
        ];
        let captions = captions(&pieces, 2);
        assert_eq!(captions[0].as_deref(), Some("Фото: көпір"));
        assert_eq!(captions[1].as_deref(), Some("На фото: открытие моста"));
    }

    #[test]
    fn a_photographer_is_no_caption() {
        assert!(begins_as_caption("Фото: Асхат Серіков"));
        assert!(begins_as_caption("СУРЕТТЕ: ардагерлер"));
        assert!(begins_as_caption("2-сурет. Ауыл көшесі"));
        assert!(begins_as_caption("(Сурет: әкімдіктің баспасөз қызметі)"));
        assert!(!begins_as_caption("2026 жылы фото көрме өтті"));
        assert!(!begins_as_caption("Фотограф көрмеге келді"));
        assert!(!begins_as_caption("Суретші картинасын сыйлады"));
    }
}
