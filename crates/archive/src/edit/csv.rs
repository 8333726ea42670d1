//! Lists as comma-separated values (RFC 4180), also with semicolons or tabs, as spreadsheets write them.

/// A row with the number of the line at which it begins, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub number: u64,
    /// Trimmed.
    pub cells: Vec<String>,
}

/// The rows of a list, blank ones left out; what parts the cells is told by the first line. `Err` has the number
/// of the line in which a quotation mark opens that nothing closes.
pub(crate) fn parse_rows(text: &str) -> Result<Vec<Line>, u64> {
    let text = text.trim_start_matches('\u{feff}');
    let mark = mark(text.lines().next().unwrap_or_default());
    let mut rows = Vec::new();
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let (mut number, mut begins) = (1, 1);
    let mut opened = None;
    let mut letters = text.chars().peekable();
    let mut end = |cells: &mut Vec<String>, begins: u64| {
        let cells = std::mem::take(cells);
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Line {
                number: begins,
                cells,
            });
        }
    };
    while let Some(c) = letters.next() {
        number += u64::from(c == '\n');
        match (c, opened) {
            ('"', Some(_)) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', Some(_)) => opened = None,
            // a mark opens only a cell; inside one it is the text's own
            ('"', None) if cell.trim().is_empty() => {
                cell.clear();
                opened = Some(number);
            }
            (c, None) if c == mark => cells.push(taken(&mut cell)),
            ('\n', None) => {
                cells.push(taken(&mut cell));
                end(&mut cells, begins);
                begins = number;
            }
            (c, _) => cell.push(c),
        }
    }
    if let Some(line) = opened {
        return Err(line);
    }
    cells.push(taken(&mut cell));
    end(&mut cells, begins);
    Ok(rows)
}

/// A cell that ended, on one line.
fn taken(cell: &mut String) -> String {
    std::mem::take(cell)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// What parts the cells: the sign that the heading has most of outside quotation marks.
fn mark(heading: &str) -> char {
    let outside: String = heading.split('"').step_by(2).collect();
    let count = |mark: char| outside.chars().filter(|c| *c == mark).count();
    let mut best = ',';
    for mark in [';', '\t'] {
        if count(mark) > count(best) {
            best = mark;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u64, Vec<String>)> {
        let rows = parse_rows(text).unwrap();
        rows.into_iter()
            .map(|row| (row.number, row.cells))
            .collect()
    }

    fn row(number: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (
            number,
            cells.iter().map(|cell| (*cell).to_owned()).collect(),
        )
    }

    #[test]
    fn rows_are_cut_as_the_standard_says() {
        assert_eq!(
            cells("\u{feff}a,b\n\n 1 , \"x, \"\"y\"\"\nz\"\n2,«ә» \"б\"\n,\n"),
            [
                row(1, &["a", "b"]),
                row(3, &["1", "x, \"y\" z"]),
                row(5, &["2", "«ә» \"б\""]),
            ]
        );
        assert_eq!(
            cells("a;b,c;d\n1;2;3"),
            [row(1, &["a", "b,c", "d"]), row(2, &["1", "2", "3"])]
        );
        assert_eq!(
            cells("a\tb\n1\t2"),
            [row(1, &["a", "b"]), row(2, &["1", "2"])]
        );
        assert_eq!(cells("").len(), 0);
    }

    #[test]
    fn an_open_quotation_mark_is_told_with_its_line() {
        assert_eq!(parse_rows("a,b\n1,2\n3,\"x\n4,5\n"), Err(3));
    }
}
