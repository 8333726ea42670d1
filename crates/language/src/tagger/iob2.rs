//! IOB2: one token and its tag a line, a blank line between sentences.

/// A sentence of tokens with their tags.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// The line that names the sentence (`AID283875`), where the file has one. It is no token.
    pub id: Option<String>,
    /// Tokens as the file cuts them.
    pub tokens: Vec<String>,
    /// One tag a token: `O`, `B-PERSON`, `I-PERSON`; `O` where the line has none.
    pub tags: Vec<String>,
}

impl Sentence {
    /// The number behind the letters of the id: variants of one sentence share it.
    pub fn story(&self) -> Option<&str> {
        self.id
            .as_deref()
            .map(|id| id.trim_start_matches(|c: char| c.is_ascii_alphabetic()))
    }
}

/// Reads sentences; a token is all before the last blank of its line.
pub fn read(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    for line in text.lines().map(str::trim_end).chain([""]) {
        if line.is_empty() {
            if !sentence.tokens.is_empty() || sentence.id.is_some() {
                sentences.push(std::mem::take(&mut sentence));
            }
            continue;
        }
        let (token, tag) = line.rsplit_once([' ', '\t']).unwrap_or((line, "O"));
        if sentence.tokens.is_empty() && sentence.id.is_none() && is_id(token) {
            sentence.id = Some(token.to_owned());
        } else {
            sentence.tokens.push(token.trim_end().to_owned());
            sentence.tags.push(tag.to_owned());
        }
    }
    sentences
}

/// Writes what [`read`] reads, with other tags.
pub fn write(sentence: &Sentence, tags: &[String], out: &mut String) {
    if let Some(id) = &sentence.id {
        out.push_str(id);
        out.push_str(" O\n");
    }
    for (token, tag) in sentence.tokens.iter().zip(tags) {
        out.push_str(token);
        out.push(' ');
        out.push_str(tag);
        out.push('\n');
    }
    out.push('\n');
}

/// `AID283875`: capitals that end in ID, then digits.
fn is_id(token: &str) -> bool {
    let digits = token.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = &token[..token.len() - digits.len()];
    letters.ends_with("ID")
        && letters.len() > 2
        && !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The entities of a row of tags: class, first token, token after the last. A stray `I-` begins one, as the
/// CoNLL scorer has it.
pub fn entities(tags: &[String]) -> Vec<(&str, usize, usize)> {
    let mut found: Vec<(&str, usize, usize)> = Vec::new();
    let mut open = false;
    for (at, tag) in tags.iter().enumerate() {
        match tag.split_once('-') {
            Some(("I", class)) if open && found.last().is_some_and(|last| last.0 == class) => {
                if let Some(last) = found.last_mut() {
                    last.2 = at + 1;
                }
            }
            Some((_, class)) => {
                found.push((class, at, at + 1));
                open = true;
            }
            None => open = false,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn id_lines_are_no_tokens() {
        let sentences =
            read("AID12 O\nАбай B-PERSON\n. O\n\nBID12 O\nСөз O\n\n\nІлияс\tB-PERSON\n");
        assert_eq!(sentences.len(), 3);
        assert_eq!(sentences[0].tokens, ["Абай", "."]);
        assert_eq!(sentences[0].story(), Some("12"));
        assert_eq!(sentences[1].story(), Some("12"));
        assert_eq!(
            (sentences[2].id.as_deref(), sentences[2].tags[0].as_str()),
            (None, "B-PERSON")
        );
        let mut out = String::new();
        write(&sentences[0], &sentences[0].tags, &mut out);
        assert_eq!(read(&out), sentences[..1]);
    }

    #[test]
    fn entities_are_cut_as_the_scorer_cuts_them() {
        let tags: Vec<String> = ["B-A", "I-A", "B-A", "O", "I-B", "I-C", "O"]
            .map(String::from)
            .into();
        assert_eq!(
            entities(&tags),
            [("A", 0, 2), ("A", 2, 3), ("B", 4, 5), ("C", 5, 6)]
        );
    }
}
