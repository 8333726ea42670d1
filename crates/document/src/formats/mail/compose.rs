//! Makes a document of a mail: its own words; what is quoted, forwarded or signed aside; files beside.

use std::cell::RefCell;
use std::collections::HashSet;

use super::covering::set_note_aside;
use super::parts::{Mail, MailPart, Written};
use super::passed_on::{Passing, find_passed_on, mark_signature, take_headers, words_of};
use super::plain::{part_text, unquote};
use crate::budget::Budget;
use crate::document::{Block, Document, Enclosed, LeftOutKind, Picture};
use crate::format::Format;
use crate::formats::html::{FindPart, Part, Piece, Zone, finish, read_mail_markup};
use crate::markup::Tree;
use crate::refusal::Refusal;

/// So many words a note above a release has at most.
const LONGEST_NOTE: usize = 40;
/// So often a mail is forwarded.
const MOST_PASSINGS: usize = 12;

/// Makes a document of a mail.
///
/// # Errors
/// See [`Refusal`].
pub(crate) fn compose(
    mail: Mail,
    format: Format,
    budget: &mut Budget,
) -> Result<Document, Refusal> {
    let mut document = Document::new(format);
    document.properties.title = mail.subject;
    document.properties.author = mail.author;
    document.properties.sender = mail.sender;
    document.properties.published = mail.sent;
    document.properties.message_id = mail.message_id;
    document.properties.generator = mail.generator;
    document.doubts = mail.doubts;
    document.doubts.dedup();
    let used = RefCell::new(HashSet::new());
    let parts = &mail.parts;
    let find_part = |address: &str| {
        let place = find_place(parts, address)?;
        let part = parts.get(place)?;
        used.borrow_mut().insert(place);
        Some(Part {
            name: part.name.as_deref(),
            bytes: &part.bytes,
        })
    };
    let written = choose_written(&mail.text, &mail.markup, budget)?;
    let pieces = read_written(written, &find_part, budget, &mut document)?;
    let subject = document.properties.title.clone().unwrap_or_default();
    sort_pieces(pieces, &subject, &mut document, budget)?;
    drop_unread_pictures(&mut document);
    // pictures that only the markup shows, where the plain text was read
    for one in &mail.markup {
        if let Written::Markup(markup) = one {
            let is_new = !written.contains(one);
            if is_new && markup.contains("cid:") {
                add_shown_pictures(markup, &find_part, budget, &mut document)?;
            }
        }
    }
    let used = used.into_inner();
    enclose_parts(mail.parts, &used, &mut document);
    set_note_aside(&mut document);
    finish(document)
}

/// What of a mail is read: its plain text, unless that is empty or only says that there is markup.
fn choose_written<'a>(
    text: &'a [Written],
    markup: &'a [Written],
    budget: &mut Budget,
) -> Result<&'a [Written], Refusal> {
    let count = |written: &[Written]| -> usize {
        written
            .iter()
            .map(|one| one.words().split_whitespace().count())
            .sum()
    };
    let of_text = count(text);
    if of_text == 0 {
        return Ok(markup);
    }
    if of_text < 60 && text != markup {
        let mut of_markup = 0;
        for one in markup {
            of_markup += match one {
                Written::Markup(markup) => {
                    let tree = Tree::read(markup, budget)?;
                    let top = tree.find(Tree::ROOT, "body").unwrap_or(Tree::ROOT);
                    tree.words(top).split_whitespace().count()
                }
                Written::Plain(text) => text.split_whitespace().count(),
            };
        }
        if of_markup > of_text * 3 + 10 {
            return Ok(markup);
        }
    }
    Ok(text)
}

fn read_written(
    written: &[Written],
    find_part: FindPart<'_>,
    budget: &mut Budget,
    document: &mut Document,
) -> Result<Vec<Piece>, Refusal> {
    let mut pieces = Vec::new();
    for one in written {
        match one {
            Written::Plain(text) => pieces.extend(part_text(text)),
            Written::Markup(markup) => {
                pieces.extend(read_mail_markup(markup, find_part, budget, document)?);
            }
        }
    }
    Ok(pieces)
}

/// Says of each block whose words it is, and keeps those that are the text.
fn sort_pieces(
    mut pieces: Vec<Piece>,
    subject: &str,
    document: &mut Document,
    budget: &mut Budget,
) -> Result<(), Refusal> {
    let mut is_forwarded = says_forwarded(subject);
    for _ in 0..MOST_PASSINGS {
        let begins = find_passed_on(&mut pieces);
        let marked = pieces.iter().position(|piece| piece.zone == Zone::Quoted);
        let (begins, passing) = match (begins, marked) {
            (Some((begins, passing)), Some(marked)) if marked < begins => (marked, passing),
            (Some((begins, passing)), _) => (begins, passing),
            (None, Some(marked)) => (marked, Passing::Answered),
            (None, None) => break,
        };
        is_forwarded |= passing == Passing::Forwarded;
        let mut passed = pieces.split_off(begins);
        mark_signature(&mut pieces);
        let (note, of_passed) = (count_own_words(&pieces), count_all_words(&passed));
        let is_release = note == 0 && of_passed > 0
            || is_forwarded
                && passing != Passing::Answered
                && note <= LONGEST_NOTE
                && of_passed > note.max(20)
            || is_forwarded && note <= LONGEST_NOTE / 2 && of_passed > 60;
        if !is_release {
            for piece in &mut passed {
                // an answer between the lines of what it answers is the sender's
                let is_own = passing == Passing::Answered && piece.zone == Zone::Text;
                if !is_own || is_header_of_answer(piece) {
                    piece.zone = Zone::Quoted;
                }
            }
            pieces.extend(passed);
            mark_signature(&mut pieces);
            break;
        }
        let of_note: Vec<Piece> = std::mem::take(&mut pieces);
        let (signed, own): (Vec<Piece>, Vec<Piece>) = of_note
            .into_iter()
            .partition(|piece| piece.zone == Zone::Signature);
        leave_out(LeftOutKind::CoveringNote, &own, document);
        leave_out(LeftOutKind::Signature, &signed, document);
        pieces = lift_quotes(passed);
        let headers = take_headers(&mut pieces);
        if !headers.trim().is_empty() {
            document.leave_out(LeftOutKind::QuotedMail, &headers);
        }
    }
    if !pieces.iter().any(|piece| piece.zone == Zone::Signature) {
        mark_signature(&mut pieces);
    }
    let mut signed = Vec::new();
    let mut quoted = Vec::new();
    for piece in pieces {
        match piece.zone {
            Zone::Text => {
                budget.take_part("mail")?;
                document.blocks.push(piece.block);
            }
            Zone::Signature => signed.push(piece),
            Zone::Quoted => quoted.push(piece),
        }
    }
    leave_out(LeftOutKind::Signature, &signed, document);
    leave_out(LeftOutKind::QuotedMail, &quoted, document);
    Ok(())
}

fn leave_out(kind: LeftOutKind, pieces: &[Piece], document: &mut Document) {
    let words: Vec<String> = pieces.iter().flat_map(words_of).collect();
    if !words.is_empty() {
        document.leave_out(kind, &words.join("\n"));
    }
}

/// What was quoted is the text now: one mark of quoting is taken from each line.
fn lift_quotes(passed: Vec<Piece>) -> Vec<Piece> {
    let all_marked = passed.iter().all(|piece| match &piece.block {
        Block::Paragraph { text } => text.trim_start().starts_with('>') || piece.zone == Zone::Text,
        _ => false,
    });
    let mut lifted: Vec<Piece> = Vec::new();
    for piece in passed {
        match piece.block {
            Block::Paragraph { text } if all_marked && piece.zone == Zone::Quoted => {
                lifted.extend(part_text(&unquote(&text)));
            }
            block => lifted.push(Piece {
                // a signature of the mail inside is still one
                zone: match piece.zone {
                    Zone::Quoted => Zone::Text,
                    zone => zone,
                },
                block,
            }),
        }
    }
    lifted
}

fn says_forwarded(subject: &str) -> bool {
    let small = subject.trim().to_lowercase();
    [
        "fwd:",
        "fw:",
        "пер:",
        "пересл:",
        "hа:",
        "fwd :",
        "wg:",
        "tr:",
        "қж:",
        "жолд:",
    ]
    .iter()
    .any(|mark| small.starts_with(mark) || small.contains(&format!(" {mark}")))
}

fn is_header_of_answer(piece: &Piece) -> bool {
    words_of(piece)
        .iter()
        .any(|words| words.trim_end().ends_with(':') && words.chars().count() < 250)
}

fn count_own_words(pieces: &[Piece]) -> usize {
    count_words(pieces.iter().filter(|piece| piece.zone == Zone::Text))
}

fn count_all_words(pieces: &[Piece]) -> usize {
    count_words(pieces.iter())
}

fn count_words<'a>(pieces: impl Iterator<Item = &'a Piece>) -> usize {
    pieces
        .flat_map(words_of)
        .map(|words| words.split_whitespace().count())
        .sum()
}

/// Pictures of signatures and quoted mails are no pictures of the text.
fn drop_unread_pictures(document: &mut Document) {
    let mut kept: Vec<Picture> = Vec::new();
    let mut pictures: Vec<Option<Picture>> = std::mem::take(&mut document.pictures)
        .into_iter()
        .map(Some)
        .collect();
    for block in &mut document.blocks {
        if let Block::Picture { picture } = block
            && let Some(one) = pictures.get_mut(*picture).and_then(Option::take)
        {
            *picture = kept.len();
            kept.push(one);
        }
    }
    document.pictures = kept;
}

fn add_shown_pictures(
    markup: &str,
    find_part: FindPart<'_>,
    budget: &mut Budget,
    document: &mut Document,
) -> Result<(), Refusal> {
    let mut aside = Document::new(document.format);
    let mut pieces = read_mail_markup(markup, find_part, budget, &mut aside)?;
    if let Some((begins, _)) = find_passed_on(&mut pieces) {
        pieces.truncate(begins);
    }
    mark_signature(&mut pieces);
    for piece in pieces {
        if let Block::Picture { picture } = piece.block
            && piece.zone == Zone::Text
            && let Some(picture) = aside.pictures.get(picture)
            && !document.pictures.contains(picture)
        {
            document.blocks.push(Block::Picture {
                picture: document.pictures.len(),
            });
            document.pictures.push(picture.clone());
        }
    }
    Ok(())
}

/// The part that an address in the markup means.
fn find_place(parts: &[MailPart], address: &str) -> Option<usize> {
    let address = address.trim();
    if let Some(id) = address
        .get(..4)
        .filter(|scheme| scheme.eq_ignore_ascii_case("cid:"))
        .and_then(|_| address.get(4..))
    {
        let decoded = decode_percents(id);
        let is_it = |part: &MailPart| {
            let id_of_part = part.content_id.as_deref();
            id_of_part
                .map(|id| id.trim_matches(['<', '>', ' ']))
                .is_some_and(|id_of_part| id_of_part == id || id_of_part == decoded)
        };
        return parts.iter().position(is_it);
    }
    let is_it = |part: &MailPart| {
        let location = part.location.as_deref().map(str::trim);
        location.is_some_and(|location| location == address)
    };
    let file = address.rsplit('/').next().unwrap_or(address);
    parts.iter().position(is_it).or_else(|| {
        // a relative address stands below the page's own
        let ends = |part: &MailPart| {
            let location = part.location.as_deref();
            !address.contains("://")
                && !file.is_empty()
                && location.is_some_and(|location| {
                    location.ends_with(address.trim_start_matches(['.', '/']))
                })
        };
        parts.iter().position(ends)
    })
}

fn decode_percents(text: &str) -> String {
    let mut bytes = Vec::new();
    super::transfer::decode_escapes(text.replace('%', "=").as_bytes(), &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Encloses the files that came with a mail; pictures that stand in its text are there already.
fn enclose_parts(parts: Vec<MailPart>, used: &HashSet<usize>, document: &mut Document) {
    for (place, part) in parts.into_iter().enumerate() {
        let kind = part.declared_type.as_deref().unwrap_or_default();
        if used.contains(&place) || part.bytes.is_empty() {
            continue;
        }
        if matches!(
            kind,
            "application/pkcs7-signature"
                | "application/x-pkcs7-signature"
                | "application/pgp-signature"
        ) {
            let name = part.name.unwrap_or_else(|| kind.to_owned());
            document.leave_out(LeftOutKind::Signature, &name);
            continue;
        }
        let name = part
            .name
            .unwrap_or_else(|| format!("{}{}", place + 1, find_ending(kind)));
        document.enclosed.push(Enclosed {
            name,
            declared_type: part.declared_type,
            bytes: part.bytes,
        });
    }
}

fn find_ending(kind: &str) -> &'static str {
    match kind {
        "image/jpeg" | "image/jpg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "text/plain" => ".txt",
        "text/html" => ".html",
        "text/calendar" => ".ics",
        "application/pdf" => ".pdf",
        "message/rfc822" => ".eml",
        "application/ms-tnef" => ".dat",
        _ => "",
    }
}
