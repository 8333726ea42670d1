//! Who signs: people of photo credits and bylines.

use crate::reader::languages;
use crate::reader::lex::lexed::Lexed;
use crate::reader::lexicon::Lexicon;
use crate::reader::people::names::{self as people, Mention};
use crate::release::{Role, Span};

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
            "автор"
            | "авторы"
            | "матин"
            | "матиннин авторы"
            | "текст"
            | "автор текста"
            | "avtor" => Some(Role::Author),
            "аударган" | "перевод" | "перевела" | "перевел" | "аудармашы" => {
                Some(Role::Translator)
            }
            // A name alone on the last line, or with its position, signs the article.
            _ if paragraph.end == lexed.tokens.len()
                && mention.last + 1 == paragraph.end
                && start > paragraph.start
                && languages::at(lexed, start).signs_with_position(
                    lexed,
                    start,
                    paragraph.start,
                ) =>
            {
                Some(Role::Author)
            }
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
