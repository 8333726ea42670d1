//! Tables that only lay out a page: a frame, the head of a letter in two languages, a signature, two columns of text.
//! They are read as paragraphs; a table of data stays rows.

use crate::document::{Block, Document};

/// A table of so few rows may be the head of a letter.
const ROWS_OF_HEAD: usize = 3;

/// So many cells stand beside each other in the head of a letter: both languages, and the emblem between them.
const CELLS_OF_HEAD: usize = 3;

/// A cell of so many lines holds paragraphs, or the lines of a letter's head.
const LINES_OF_HEAD: usize = 3;

/// A line that is longer is one of a running text.
const LONGEST_ENTRY: usize = 80;

/// A longer head of a column is none.
const LONGEST_COLUMN_HEAD: usize = 40;

/// Puts paragraphs in the place of tables that only lay out a page.
pub(crate) fn open_layout_tables(document: &mut Document) {
    let lays_out = |block: &Block| matches!(block, Block::Table { rows } if is_layout_table(rows));
    if !document.blocks.iter().any(lays_out) {
        return;
    }
    let mut blocks = Vec::with_capacity(document.blocks.len());
    for block in std::mem::take(&mut document.blocks) {
        match block {
            Block::Table { rows } if is_layout_table(&rows) => {
                let cells = rows.iter().flatten();
                let lines = cells.flat_map(|cell| cell.split('\n').map(str::trim));
                let words = lines.filter(|line| !line.is_empty());
                blocks.extend(words.map(|line| Block::Paragraph {
                    text: line.to_owned(),
                }));
            }
            block => blocks.push(block),
        }
    }
    document.blocks = blocks;
}

/// Whether a table only lays out a page.
fn is_layout_table(rows: &[Vec<String>]) -> bool {
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| {
            let cells = row.iter().map(|cell| cell.trim());
            cells.filter(|cell| !cell.is_empty()).collect()
        })
        .filter(|row: &Vec<&str>| !row.is_empty())
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if columns <= 1 {
        return true;
    }
    if columns > CELLS_OF_HEAD {
        return false;
    }
    // a number in a row of its own belongs to the word beside it
    if let [row] = rows.as_slice() {
        return row.iter().all(|cell| cell.contains(char::is_alphabetic));
    }
    let has_head = rows
        .first()
        .is_some_and(|row| row.iter().all(|cell| is_column_head(cell)));
    let mut cells = rows.iter().flatten();
    let is_head_of_letter = rows.len() <= ROWS_OF_HEAD
        && rows
            .first()
            .is_some_and(|row| row.iter().any(|cell| count_lines(cell) >= LINES_OF_HEAD));
    let is_running_text = columns == 2 && !has_head && cells.any(|cell| is_running_text(cell));
    is_head_of_letter || is_running_text
}

fn count_lines(cell: &str) -> usize {
    cell.lines().filter(|line| !line.trim().is_empty()).count()
}

fn is_column_head(cell: &str) -> bool {
    count_lines(cell) == 1
        && cell.chars().count() <= LONGEST_COLUMN_HEAD
        && !cell.ends_with(['.', ':', ';', ','])
}

/// Whether a cell holds paragraphs one after the other.
fn is_running_text(cell: &str) -> bool {
    let is_long = |line: &&str| line.trim().chars().count() > LONGEST_ENTRY;
    cell.lines().filter(is_long).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Format;
    use proptest::prelude::*;

    fn read(rows: &[&[&str]]) -> Vec<String> {
        let rows = rows.iter();
        let rows = rows.map(|row| row.iter().map(|cell| (*cell).to_owned()).collect());
        let mut document = Document::new(Format::Docx);
        document.blocks.push(Block::Table {
            rows: rows.collect(),
        });
        open_layout_tables(&mut document);
        document.text().lines().map(str::to_owned).collect()
    }

    #[test]
    fn what_lays_out_a_page_is_read_as_paragraphs() {
        let long = "Бүгін аудан орталығында жаңа мектеп ашылды, оған үш жүз оқушы барады, кітапханасы мен спорт залы бар.";
        let text = format!("{long}\n{long}");
        for (rows, lines) in [
            // a frame of rows
            (
                &[&["Бірінші"][..], &["Екінші\nүшінші"]][..],
                &["Бірінші", "Екінші", "үшінші"][..],
            ),
            // the head of a letter: a name in each language, the emblem between
            (
                &[
                    &[
                        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ\nАБАЙ ОБЛЫСЫНЫҢ\nӘКІМДІГІ",
                        "",
                        "РЕСПУБЛИКА КАЗАХСТАН\nАКИМАТ\nОБЛАСТИ АБАЙ",
                    ],
                    &["Семей қаласы", "", "город Семей"],
                ],
                &[
                    "ҚАЗАҚСТАН РЕСПУБЛИКАСЫ",
                    "АБАЙ ОБЛЫСЫНЫҢ",
                    "ӘКІМДІГІ",
                    "РЕСПУБЛИКА КАЗАХСТАН",
                    "АКИМАТ",
                    "ОБЛАСТИ АБАЙ",
                    "Семей қаласы",
                    "город Семей",
                ],
            ),
            // a signature
            (
                &[&["Аудан әкімі", "Е. Сапаров"]],
                &["Аудан әкімі", "Е. Сапаров"],
            ),
            // a text in both languages side by side
            (
                &[&[text.as_str(), text.as_str()]],
                &[long, long, long, long],
            ),
            (
                &[&["Қазақша мәтін:", "Текст:"], &[text.as_str(), "қысқа"]],
                &["Қазақша мәтін:", "Текст:", long, long, "қысқа"],
            ),
        ] {
            assert_eq!(read(rows), lines, "{rows:?}");
        }
    }

    #[test]
    fn a_table_of_data_stays_rows() {
        for (rows, lines) in [
            (
                &[
                    &["№", "Аты-жөні", "Лауазымы"][..],
                    &["1", "Сапаров Ерлан", "аудан әкімі"],
                ][..],
                &["№\tАты-жөні\tЛауазымы", "1\tСапаров Ерлан\tаудан әкімі"][..],
            ),
            (
                &[&["10:00", "Ашылуы"], &["11:00", "Баяндама\nтаныстыру"]],
                &["10:00\tАшылуы", "11:00\tБаяндама таныстыру"],
            ),
            (
                &[&["2024", "2025", "2026", "2027"]],
                &["2024\t2025\t2026\t2027"],
            ),
            (
                &[&["Аудан әкімі", "Е. Сапаров"], &["Хатшы", "Ж. Оспанова"]],
                &["Аудан әкімі\tЕ. Сапаров", "Хатшы\tЖ. Оспанова"],
            ),
        ] {
            assert_eq!(read(rows), lines, "{rows:?}");
        }
    }

    proptest! {
        #[test]
        fn no_word_is_lost(rows in proptest::collection::vec(proptest::collection::vec("[а-я \\n]{0,30}", 0..5), 0..5)) {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            let before: Vec<String> = rows.iter().flatten().flat_map(|cell| words(cell)).collect();
            let mut document = Document::new(Format::Docx);
            document.blocks.push(Block::Table { rows });
            open_layout_tables(&mut document);
            prop_assert_eq!(words(&document.text()), before);
        }
    }
}
