//! What the columns of a list hold.

use muragat_language as language;

use crate::edit::csv::Line;
use crate::error::Error;
use crate::values;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Position,
    Organisation,
    From,
    To,
    Bin,
}

/// How the columns may be headed. A language may follow: «(ru)», `_kk`, «(қазақша)».
#[rustfmt::skip]
const HEADINGS: [(Column, &[&str]); 6] = [
    (Column::Name, &["аты-жөні", "тегі, аты, әкесінің аты", "тегі, аты", "тұлға", "есімі", "ФИО", "Ф.И.О.", "фамилия, имя, отчество", "фамилия, имя", "имя", "лицо", "name", "full name", "person"]),
    (Column::Position, &["лауазымы", "лауазым", "қызметі", "должность", "position", "post", "office"]),
    (Column::Organisation, &["ұйымы", "ұйым", "мекеме", "мекемесі", "жұмыс орны", "организация", "орган", "учреждение", "место работы", "organisation", "organization"]),
    (Column::From, &["бастап", "басталған күні", "тағайындалған күні", "с", "дата назначения", "назначен", "from", "date from", "since"]),
    (Column::To, &["дейін", "аяқталған күні", "босатылған күні", "по", "дата освобождения", "освобожден", "to", "date to", "until"]),
    (Column::Bin, &["БСН", "БИН", "BIN"]),
];

/// The words that name a language in a heading.
const LANGUAGES: [(&str, &[&str]); 2] = [
    (
        "kk",
        &[
            "kk",
            "kaz",
            "каз",
            "қаз",
            "қазақша",
            "казахском",
            "казахский",
            "қазақ",
        ],
    ),
    (
        "ru",
        &["ru", "rus", "рус", "орыс", "орысша", "русском", "русский"],
    ),
];

/// A heading without its language, and that language.
pub(super) fn heading(text: &str) -> Option<(Column, Option<&'static str>)> {
    let named = |word: &String| {
        LANGUAGES.iter().find_map(|(tag, names)| {
            let is = names.iter().any(|name| language::fold(name) == *word);
            is.then_some(*tag)
        })
    };
    let all = split(text);
    let known = |words: &[String]| {
        HEADINGS.iter().find_map(|(column, names)| {
            let is = names.iter().any(|name| split(name) == words);
            is.then_some(*column)
        })
    };
    if let Some(column) = known(&all) {
        // «ФИО» is Russian by itself, «аты-жөні» Kazakh
        let tag = match all.first().map(String::as_str) {
            Some("аты" | "теги" | "тулга" | "есими") => Some("kk"),
            Some("фио" | "ф" | "фамилия" | "имя" | "лицо") => Some("ru"),
            _ => None,
        };
        return Some((column, tag));
    }
    let tag = all.iter().find_map(named)?;
    let rest: Vec<String> = all
        .into_iter()
        .filter(|word| {
            named(word).is_none() && !["на", "языке", "тилинде", "in"].contains(&word.as_str())
        })
        .collect();
    known(&rest).map(|column| (column, Some(tag)))
}

/// The words of a heading, folded.
fn split(text: &str) -> Vec<String> {
    let folded = language::fold(text).replace(['_', '.', '-'], " ");
    language::words(&folded)
        .map(|word| word.text.to_owned())
        .collect()
}

/// Of a list: its file's name, and what its columns hold.
pub(super) struct List<'a> {
    pub file: &'a str,
    pub headings: Vec<String>,
    pub columns: Vec<Option<(Column, Option<&'static str>)>>,
}

/// A name with its language.
pub(super) type Form = (String, Option<&'static str>);

impl List<'_> {
    /// The cells of a column that hold something, the Kazakh one first, then one without a language.
    pub fn forms(&self, line: &Line, column: Column) -> Vec<Form> {
        let mut found: Vec<Form> = self
            .columns
            .iter()
            .zip(&line.cells)
            .filter_map(|(known, cell)| {
                let (own, tag) = (*known)?;
                let cell = values::one_line(cell);
                (own == column && !cell.is_empty()).then_some((cell, tag))
            })
            .collect();
        found.sort_by_key(|(_, tag)| match *tag {
            Some("kk") => 0,
            None => 1,
            _ => 2,
        });
        found
    }

    pub fn one(&self, line: &Line, column: Column) -> Option<String> {
        self.forms(line, column)
            .into_iter()
            .next()
            .map(|(cell, _)| cell)
    }

    /// A date, however it is written.
    pub fn date(&self, line: &Line, column: Column) -> Result<Option<String>, Error> {
        let Some(cell) = self.one(line, column) else {
            return Ok(None);
        };
        values::dating("post", "date_from", &cell)
            .map(Some)
            .map_err(|_| self.invalid(line, column, &cell))
    }

    pub fn invalid(&self, line: &Line, column: Column, value: &str) -> Error {
        let heading = self
            .columns
            .iter()
            .position(|known| known.is_some_and(|(own, _)| own == column))
            .and_then(|at| self.headings.get(at));
        Error::ListLineInvalid {
            file: self.file.to_owned(),
            line: line.number,
            column: heading.cloned().unwrap_or_default(),
            value: value.chars().take(80).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_three_languages() {
        for (text, column, tag) in [
            ("Аты-жөні", Column::Name, Some("kk")),
            ("Аты-жөні (орысша)", Column::Name, Some("ru")),
            ("ФИО", Column::Name, Some("ru")),
            ("Ф.И.О. на казахском языке", Column::Name, Some("kk")),
            ("name_kk", Column::Name, Some("kk")),
            ("Name (ru)", Column::Name, Some("ru")),
            ("Name", Column::Name, None),
            ("ЛАУАЗЫМЫ", Column::Position, None),
            ("Должность (рус.)", Column::Position, Some("ru")),
            ("Ұйым қазақ тілінде", Column::Organisation, Some("kk")),
            ("Дата назначения", Column::From, None),
            ("Босатылған күні", Column::To, None),
            ("БСН", Column::Bin, None),
        ] {
            assert_eq!(heading(text), Some((column, tag)), "{text}");
        }
        for text in ["", "№", "ИИН", "Телефон", "kk"] {
            assert_eq!(heading(text), None, "{text}");
        }
    }
}
