//! The heads of a table's columns: they name kinds of things, and nobody.

use std::ops::Range;
use std::sync::LazyLock;

use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::{Sort, Token};
use crate::text::fold::fold;

/// A longer cell is no head.
const MOST_TOKENS: usize = 10;

/// Of so many cells one may be a head that is not known here.
const CELLS_WITH_UNKNOWN: usize = 4;

/// How words begin that stand in the heads of columns.
const BEGINNINGS: [&str; 42] = [
    "атау",
    "жөні",
    "тегі",
    "лауазым",
    "ұйым",
    "мекеме",
    "орган",
    "орындаушы",
    "жауапты",
    "мерзім",
    "уақыт",
    "шара",
    "іс-шара",
    "мекенжай",
    "телефон",
    "байланыс",
    "орны",
    "саны",
    "басшы",
    "аудан",
    "облыс",
    "ескертпе",
    "аты-жөні",
    "т.а.ә",
    "должност",
    "организаци",
    "наименовани",
    "ответственн",
    "исполнител",
    "срок",
    "мероприяти",
    "время",
    "место",
    "адрес",
    "руководител",
    "фамили",
    "фио",
    "министерств",
    "представител",
    "контакт",
    "район",
    "населени",
];

static FOLDED: LazyLock<Vec<String>> =
    LazyLock::new(|| BEGINNINGS.iter().map(|begin| fold(begin)).collect());

/// The tokens of the lines that are heads of tables: the first of lines with tabs, whose cells are heads.
pub(crate) fn find_table_heads(lexed: &Lexed) -> Vec<Range<usize>> {
    let mut heads = Vec::new();
    let mut was_row = false;
    for paragraph in &lexed.paragraphs {
        let tokens = lexed
            .tokens
            .get(paragraph.tokens.clone())
            .unwrap_or_default();
        let cells = cells_of(lexed, tokens);
        let is_row = cells.len() > 1;
        if is_row && !was_row && are_heads(&cells) {
            heads.push(paragraph.tokens.clone());
        }
        was_row = is_row;
    }
    heads
}

/// The tokens of each cell. A tab between words is a token, one behind the number of a row is not.
fn cells_of<'l>(lexed: &Lexed, tokens: &'l [Token]) -> Vec<&'l [Token]> {
    let is_tab = |token: &Token| lexed.chars.get(token.start) == Some(&'\t');
    let is_parted = |a: &Token, b: &Token| {
        let between = lexed.chars.get(a.end..b.start).unwrap_or_default();
        is_tab(a) || is_tab(b) || between.contains(&'\t')
    };
    tokens
        .chunk_by(|a, b| !is_parted(a, b))
        .filter(|cell| !cell.iter().any(is_tab))
        .collect()
}

fn are_heads(cells: &[&[Token]]) -> bool {
    let known = cells.iter().filter(|cell| is_head(cell)).count();
    let unknown = cells.len() - known;
    unknown == 0 || unknown == 1 && cells.len() >= CELLS_WITH_UNKNOWN
}

fn is_head(cell: &[Token]) -> bool {
    let is_number_sign = |token: &Token| token.sort == Sort::Sign('№') || token.text == "№";
    let is_known = |token: &Token| {
        token.sort == Sort::Word
            && (token.folded == "аты"
                || FOLDED
                    .iter()
                    .any(|begin| token.folded.starts_with(begin.as_str())))
    };
    // «Ф.И.О.», «Т.А.Ә.»
    let are_initials = cell
        .iter()
        .filter(|token| token.sort == Sort::Initial)
        .count()
        >= 2
        && cell
            .iter()
            .all(|token| token.sort != Sort::Word || token.text.chars().count() <= 2);
    cell.len() <= MOST_TOKENS
        && (are_initials
            || cell
                .iter()
                .any(|token| is_number_sign(token) || is_known(token)))
}
