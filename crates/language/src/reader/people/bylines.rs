//! Who signs: people of photo credits and bylines.

use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lex::token::Sort;
use crate::reader::lexicon::Lexicon;
use crate::reader::people::names::{self as people, Mention};
use crate::release::{Role, Span};
use crate::word_list::{WordList, word_list};

/// What stands before the name of who wrote the text.
static WRITES: WordList = word_list!("byline-labels");

/// A byline below the title has at most so many tokens behind the name.
const MAX_BEHIND_NAME: usize = 8;

/// People of credits and bylines: their mentions are added; the tokens at which they begin, with their role.
pub(crate) fn with_credits(
    lexed: &Lexed,
    credits: &[Span],
    lexicon: &Lexicon,
    mentions: &mut Vec<Mention>,
) -> Vec<(usize, Role)> {
    let mut roles = Vec::new();
    for credit in credits {
        let part = Lexed::new(&credit.text, None);
        for mut mention in people::find_names_of_credit(&part, lexicon) {
            let whole = mention.first == 0
                || part.is(mention.first - 1, ',')
                || part.is(mention.first - 1, '/');
            if whole && (mention.is_full() || !mention.initials.is_empty()) {
                let offset = lexed.token_at(credit.start);
                let own = part.tokens[mention.first].text.clone();
                mention.first += offset;
                mention.last += offset;
                // Beyond what is read of a long text, or cut otherwise there.
                let there = lexed.tokens.get(mention.first);
                if there.is_none_or(|token| token.text != own) || mention.last >= lexed.tokens.len()
                {
                    continue;
                }
                roles.push((mention.first, Role::Photographer));
                mentions.push(mention);
            }
        }
    }
    mentions.sort_by_key(|mention| mention.first);
    for mention in mentions.iter() {
        let start = mention.first;
        let paragraph = &lexed.paragraphs[lexed.tokens[start].paragraph].tokens;
        let label: String = lexed.tokens[paragraph.start..start]
            .iter()
            .map(|token| token.folded.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let role = match label.trim_end_matches([':', ' ', '-']) {
            label if WRITES.has(label) => Some(Role::Author),
            "аударган" | "перевод" | "перевела" | "перевел" | "аудармашы" => {
                Some(Role::Translator)
            }
            // A name alone on the last line, or with its position, signs the article.
            _ if paragraph.end == lexed.tokens.len()
                && mention.last + 1 == paragraph.end
                && start > paragraph.start
                // the last row of a table is no signature
                && lexed.tokens[start - 1].sort != Sort::Dash
                && languages::at(lexed, start).signs_with_position(
                    lexed,
                    start,
                    paragraph.start,
                ) =>
            {
                Some(Role::Author)
            }
            "" if signs_below_title(lexed, mention) => Some(Role::Author),
            "" if paragraph.end == lexed.tokens.len()
                && mention.last + 1
                    >= paragraph.end - usize::from(lexed.is(paragraph.end - 1, '.')) =>
            {
                Some(Role::Author)
            }
            _ => None,
        };
        roles.extend(role.map(|role| (start, role)));
    }
    roles
}

/// Whether a name begins the text and stands there alone or with the newspaper that its bearer writes for: «Айгүл
/// Серікова, «Ақ бұлақ» газеті». What follows has to be a sentence, for names below each other are a list.
fn signs_below_title(lexed: &Lexed, mention: &Mention) -> bool {
    let number = lexed.tokens[mention.first].paragraph;
    let (Some(own), Some(next)) = (
        lexed.paragraphs.get(number),
        lexed.paragraphs.get(number + 1),
    ) else {
        return false;
    };
    let sentence = next.tokens.end.checked_sub(1);
    // a name that goes on in the next paragraph signs nothing
    if mention.last >= own.tokens.end {
        return false;
    }
    let behind = mention.last + 1..own.tokens.end;
    let writes = lexed.tokens[behind.clone()].iter().any(|token| {
        ["газет", "журнал", "тилши", "корреспондент", "спецкор", "\""]
            .iter()
            .any(|begin| token.folded.starts_with(begin))
    });
    let is_alone = behind.is_empty() && mention.is_full();
    let is_with_paper = behind.len() <= MAX_BEHIND_NAME && lexed.is(behind.start, ',') && writes;
    number == 0
        && mention.first == own.tokens.start
        && (is_alone || is_with_paper)
        && sentence.is_some_and(|last| {
            ['.', '!', '?', '…']
                .into_iter()
                .any(|mark| lexed.is(last, mark))
        })
}
