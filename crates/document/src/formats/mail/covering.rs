//! Mails that only pass on a document that is attached: their words are a note, not the text.

use crate::document::{Block, Document, LeftOutKind};

/// So many words such a note has at most.
const LONGEST_NOTE: usize = 45;

/// Endings of the names of documents that somebody writes.
const ENDINGS: [&str; 12] = [
    ".docx", ".docm", ".doc", ".odt", ".fodt", ".rtf", ".pdf", ".pptx", ".txt", ".html", ".htm",
    ".zip",
];

/// Beginnings of words that say that something is attached or sent.
const PASSING_WORDS: [&str; 22] = [
    "жіберіп отыр",
    "жіберемі",
    "жібердім",
    "жолдап отыр",
    "жолдаймы",
    "жолданды",
    "жолдадым",
    "қосымшада",
    "тіркелген",
    "тіркеп",
    "қоса беріл",
    "қоса тіркел",
    "во вложении",
    "вложен",
    "направля",
    "прилага",
    "прикреп",
    "высыла",
    "отправля",
    "пересыла",
    "attached",
    "enclosed",
];

/// Words of a greeting, and those that fill a line around one.
const GREETING_WORDS: [&str; 22] = [
    "сәлеметсіз",
    "сәлем",
    "бе",
    "құрметті",
    "әріптестер",
    "әріптес",
    "қайырлы",
    "күн",
    "таң",
    "кеш",
    "армысыз",
    "здравствуйте",
    "добрый",
    "доброе",
    "день",
    "утро",
    "вечер",
    "уважаемые",
    "коллеги",
    "hello",
    "dear",
    "colleagues",
];

/// Moves the words of a mail to what is left out, where they only pass on a document that is enclosed.
pub(super) fn set_note_aside(document: &mut Document) {
    let brings_document = document.enclosed.iter().any(|file| {
        let name = file.name.to_lowercase();
        ENDINGS.iter().any(|ending| name.ends_with(ending))
    });
    if !brings_document || !only_passes_on(document) {
        return;
    }
    let is_words = |block: &Block| !matches!(block, Block::Picture { .. });
    let note: Vec<&str> = document.list_words().collect();
    let note = note.join("\n");
    document.blocks.retain(|block| !is_words(block));
    document.leave_out(LeftOutKind::CoveringNote, &note);
}

fn only_passes_on(document: &Document) -> bool {
    let words: Vec<String> = document
        .list_words()
        .flat_map(str::split_whitespace)
        .map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase()
        })
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() || words.len() > LONGEST_NOTE {
        return false;
    }
    let text = format!(" {}", words.join(" "));
    PASSING_WORDS
        .iter()
        .any(|passing| text.contains(&format!(" {passing}")))
        || words
            .iter()
            .all(|word| GREETING_WORDS.contains(&word.as_str()))
}
