//! How wide the columns of a table are: by what stands in them.

use crate::paper::document::{Holds, Table, TableRow};
use crate::paper::font::Fonts;

/// Between a cell's edge and its text, in points.
pub(crate) const CELL_PAD: f32 = 3.5;
/// A column never asks for more than this part of the table before the others have what they need.
const GREATEST: f32 = 0.45;
/// How many rows are measured: more say nothing new.
const MEASURED: usize = 2_000;

/// What a column asks for, in points.
#[derive(Debug, Clone, Copy, Default)]
struct Wish {
    /// Its longest part that must not be broken.
    least: f32,
    /// Its text on one line.
    most: f32,
    /// What an even share of its lines takes: the sum over its rows.
    sum: f32,
}

/// The width of each column, in points; all come to `whole`. What must not be broken fits, as far as there is room;
/// what is left goes to the columns with the most text, so that rows are low.
pub(crate) fn of(table: &Table, fonts: &Fonts, size: f32, whole: f32) -> Vec<f32> {
    let mut wishes = vec![Wish::default(); table.columns.len()];
    let head = table.columns.iter().map(|column| column.heading.as_str());
    for (wish, heading) in wishes.iter_mut().zip(head) {
        wish.least = longest_word(heading, fonts, size, true);
        wish.most = fonts.weight(true).width(heading, size);
    }
    for row in table.rows.iter().take(MEASURED) {
        let (cells, bold) = match row {
            TableRow::Group(_) => continue,
            TableRow::Cells(cells) => (cells, false),
            TableRow::Total(cells) => (cells, true),
        };
        for ((wish, column), text) in wishes.iter_mut().zip(&table.columns).zip(cells) {
            let weight = fonts.weight(bold);
            let line = weight.width(&weight.writable(text), size);
            let least = match column.holds {
                Holds::Words => longest_word(text, fonts, size, bold),
                // several stand one after the other, and only between them is a line broken
                Holds::Codes => text
                    .split("; ")
                    .map(|code| weight.width(&weight.writable(code), size))
                    .fold(0.0, f32::max),
                Holds::Numbers => line,
            };
            wish.least = wish.least.max(least.min(whole * GREATEST));
            wish.most = wish.most.max(line);
            wish.sum += line;
        }
    }
    for wish in &mut wishes {
        wish.least += 2.0 * CELL_PAD + 0.5;
        wish.most += 2.0 * CELL_PAD + 0.5;
    }
    let mut widths = share(&wishes, whole);
    // a table fills its sheet: what nobody asks for goes to the words with the longest lines, as numbers far from
    // their heading are hard to read
    let most = |of: &dyn Fn(usize) -> bool| {
        let columns = (0..widths.len()).filter(|at| of(*at));
        columns.max_by(|one, other| wishes[*one].most.total_cmp(&wishes[*other].most))
    };
    let widest = most(&|at| table.columns[at].holds == Holds::Words).or_else(|| most(&|_| true));
    if let Some(widest) = widest {
        let left = whole - widths.iter().sum::<f32>();
        widths[widest] += left.max(0.0);
    }
    widths
}

fn share(wishes: &[Wish], whole: f32) -> Vec<f32> {
    let least: f32 = wishes.iter().map(|wish| wish.least).sum();
    if least >= whole {
        return wishes
            .iter()
            .map(|wish| wish.least / least * whole)
            .collect();
    }
    let mut widths: Vec<f32> = wishes.iter().map(|wish| wish.least).collect();
    let mut left = whole - least;
    // a column that has all it asks for leaves the rest to the others
    for _ in 0..wishes.len() {
        let open = |at: usize| widths[at] + 0.1 < wishes[at].most;
        let asking: Vec<usize> = (0..wishes.len()).filter(|at| open(*at)).collect();
        let sum: f32 = asking.iter().map(|at| wishes[*at].sum.sqrt()).sum();
        if left < 0.1 || sum <= 0.0 {
            break;
        }
        let give = left;
        for at in asking {
            let more = (give * wishes[at].sum.sqrt() / sum).min(wishes[at].most - widths[at]);
            widths[at] += more;
            left -= more;
        }
    }
    widths
}

fn longest_word(text: &str, fonts: &Fonts, size: f32, bold: bool) -> f32 {
    let weight = fonts.weight(bold);
    let text = weight.writable(text);
    text.split(' ')
        .map(|word| weight.width(word, size))
        .fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::document::Column;

    fn table(holds: [Holds; 3], rows: &[[&str; 3]]) -> Table {
        let column = |holds| Column {
            heading: "Күні".into(),
            holds,
        };
        let row = |cells: &[&str; 3]| TableRow::Cells(cells.map(str::to_owned).to_vec());
        Table {
            columns: holds.map(column).to_vec(),
            rows: rows.iter().map(row).collect(),
        }
    }

    #[test]
    fn a_code_is_never_broken_and_an_empty_column_is_narrow() {
        let fonts = Fonts::load().unwrap();
        let title = "Облыс әкімі кәсіпкерлермен кездесіп, жаңа жобаларды таныстырды ".repeat(3);
        let rows = [["ЖО-1-1-1/2023-0100", title.as_str(), ""]; 40];
        let widths = of(
            &table([Holds::Codes, Holds::Words, Holds::Words], &rows),
            &fonts,
            9.0,
            480.0,
        );
        assert!((widths.iter().sum::<f32>() - 480.0).abs() < 0.5);
        let code = fonts.regular.width("ЖО-1-1-1/2023-0100", 9.0);
        assert!(widths[0] >= code + 2.0 * CELL_PAD && widths[0] < code + 20.0);
        assert!(widths[2] < 40.0, "{widths:?}");
        let lines = fonts
            .regular
            .lines(rows[0][0], 9.0, widths[0] - 2.0 * CELL_PAD);
        assert_eq!(lines, ["ЖО-1-1-1/2023-0100"]);
    }

    #[test]
    fn what_is_left_goes_to_the_words_and_their_heading() {
        let fonts = Fonts::load().unwrap();
        let mut table = table(
            [Holds::Codes, Holds::Words, Holds::Numbers],
            &[["ЖО-1-2026", "2026 жыл", "3"]],
        );
        table.columns[1].heading = "Қор, тізімдеме, іс атауы".into();
        table.columns[2].heading = "Фотоқұжат".into();
        let widths = of(&table, &fonts, 9.0, 480.0);
        let heading = |text| fonts.weight(true).width(text, 9.0) + 2.0 * CELL_PAD;
        assert!(widths[2] < heading("Фотоқұжат") + 2.0, "{widths:?}");
        assert!(
            widths[1] > heading("Қор, тізімдеме, іс атауы"),
            "{widths:?}"
        );
        assert!((widths.iter().sum::<f32>() - 480.0).abs() < 0.5);
    }

    #[test]
    fn what_does_not_fit_is_shrunk_evenly() {
        let fonts = Fonts::load().unwrap();
        let long = "ә".repeat(400);
        let rows = [[long.as_str(); 3]];
        let widths = of(&table([Holds::Codes; 3], &rows), &fonts, 9.0, 300.0);
        assert!(widths.iter().all(|width| (width - 100.0).abs() < 1.0));
    }
}
