//! Parties that are known before a release is read: those of the archive, or of a list that it loaded.

use crate::name::name_key;
use crate::party_key::party_key;
use crate::token::words;

/// People and organisations to be recognised in a text. Cheap to build: 10,000 names take milliseconds.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Sorted keys of each person's words.
    pub(crate) people: Vec<Vec<String>>,
    /// Key of each word of an organisation's name, in order, and the name.
    pub(crate) organisations: Vec<(Vec<String>, String)>,
}

impl Lexicon {
    /// Adds a person by a name in full; a bare word says too little and is passed over.
    pub fn add_person(&mut self, name: &str) {
        let mut keys: Vec<String> = words(name).map(|word| name_key(word.text)).collect();
        keys.sort();
        if keys.len() > 1 && keys.iter().all(|key| key.chars().nth(1).is_some()) {
            self.people.push(keys);
        }
    }

    /// Adds an organisation by its name in the nominative.
    pub fn add_organisation(&mut self, name: &str) {
        let keys: Vec<String> = words(name).map(|word| party_key(word.text)).collect();
        if !keys.is_empty() {
            self.organisations.push((keys, name.trim().to_owned()));
        }
    }

    /// Adds the parties of a list as CSV: `person,NAME` or `organisation,NAME` a line, further columns ignored.
    /// Gives the numbers of the lines, from 1, that say neither; a heading line is one of them.
    pub fn add_csv(&mut self, text: &str) -> Vec<usize> {
        let mut refused = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let mut cells = cells(line).into_iter();
            match (cells.next().as_deref().map(str::trim), cells.next()) {
                (Some("person"), Some(name)) => self.add_person(&name),
                (Some("organisation"), Some(name)) => self.add_organisation(&name),
                _ if line.trim().is_empty() => {}
                _ => refused.push(number),
            }
        }
        refused
    }
}

/// The cells of a CSV line (RFC 4180); a semicolon parts them as well where the line has no comma outside quotes.
fn cells(line: &str) -> Vec<String> {
    let mark = if line.split('"').step_by(2).any(|part| part.contains(',')) {
        ','
    } else {
        ';'
    };
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                if let Some(cell) = cells.last_mut() {
                    cell.push('"');
                }
            }
            '"' => quoted = !quoted,
            _ if c == mark && !quoted => cells.push(String::new()),
            _ => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(c);
                }
            }
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_and_tells_what_it_refused() {
        let mut lexicon = Lexicon::default();
        let refused = lexicon.add_csv(
            "kind,name\nperson,Сәуле Омарова,әкім\n\norganisation,\"«Ерлік», қоғамдық \"\"бірлестік\"\"\"\nperson;Ким Ен Су\n",
        );
        assert_eq!(refused, [1]);
        assert_eq!(lexicon.people.len(), 2);
        assert_eq!(
            lexicon.organisations[0].1,
            "«Ерлік», қоғамдық \"бірлестік\""
        );
        lexicon.add_person("Омарова");
        lexicon.add_person("С. Омарова");
        assert_eq!(lexicon.people.len(), 2);
    }
}
