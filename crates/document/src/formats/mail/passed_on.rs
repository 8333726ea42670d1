//! Where in a mail another one begins, and where a signature does.

use crate::document::Block;
use crate::formats::html::{Piece, Zone};

/// How another mail comes into one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Passing {
    /// It says that it is forwarded.
    Forwarded,
    /// Its headers are repeated: it is answered or forwarded.
    Repeated,
    /// It is answered.
    Answered,
}

/// Beginnings of the headers that are repeated above a quoted mail.
const SENDER_LABELS: [&str; 8] = [
    "from:",
    "от:",
    "от кого:",
    "кімнен:",
    "жіберуші:",
    "отправитель:",
    "von:",
    "de:",
];
const OTHER_LABELS: [&str; 27] = [
    "sent:",
    "date:",
    "to:",
    "cc:",
    "subject:",
    "reply-to:",
    "attachments:",
    "importance:",
    "отправлено:",
    "дата:",
    "кому:",
    "копия:",
    "тема:",
    "вложения:",
    "важность:",
    "жіберілді:",
    "жіберілген:",
    "күні:",
    "кімге:",
    "көшірме:",
    "тақырыбы:",
    "тақырып:",
    "gesendet:",
    "an:",
    "betreff:",
    "envoyé:",
    "objet:",
];
const FORWARD_MARKS: [&str; 11] = [
    "forwarded message",
    "begin forwarded message",
    "forwarded by",
    "пересылаемое сообщение",
    "пересланное сообщение",
    "пересылаемое письмо",
    "начало пересылаемого сообщения",
    "начало переадресованного сообщения",
    "переадресованное сообщение",
    "қайта жіберілген хабарлама",
    "жолданған хабарлама",
];
const ORIGINAL_MARKS: [&str; 5] = [
    "original message",
    "исходное сообщение",
    "исходное письмо",
    "бастапқы хабарлама",
    "ursprüngliche nachricht",
];
const WRITES: [&str; 10] = [
    "wrote",
    "writes",
    "пишет",
    "писал",
    "написал",
    "написала",
    "написал(а)",
    "жазды",
    "жазған",
    "schrieb",
];

/// Finds where another mail begins, and parts the block there; its place is the first of what is passed on.
pub(super) fn find_passed_on(pieces: &mut Vec<Piece>) -> Option<(usize, Passing)> {
    for place in 0..pieces.len() {
        let lines = lines_from(pieces, place);
        let of_piece = count_lines(pieces.get(place)?);
        for at in 0..of_piece {
            let Some(rest) = lines.get(at..) else { break };
            let Some(passing) = find_passing(rest, at + 1 == of_piece) else {
                continue;
            };
            let next = pieces.get(place + 1).map(|piece| piece.zone);
            if passing == Passing::Answered && at + 2 < of_piece && next != Some(Zone::Quoted) {
                continue;
            }
            let begins = if at == 0 {
                place
            } else {
                part_piece(pieces, place, at);
                place + 1
            };
            return Some((begins, passing));
        }
    }
    None
}

/// The lines of a block and of the next few.
fn lines_from(pieces: &[Piece], place: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (further, piece) in pieces.iter().skip(place).take(8).enumerate() {
        let most = if further == 0 { usize::MAX } else { 8 };
        lines.extend(lines_of(piece).take(most));
    }
    lines
}

fn lines_of(piece: &Piece) -> Box<dyn Iterator<Item = String> + '_> {
    match &piece.block {
        Block::Heading { text, .. }
        | Block::Paragraph { text }
        | Block::ListItem { text, .. }
        | Block::Note { text } => Box::new(text.split('\n').map(tidy)),
        Block::Table { rows } => Box::new(rows.iter().map(|row| tidy(&row.join(" ")))),
        Block::Picture { .. } => Box::new(std::iter::empty()),
    }
}

fn count_lines(piece: &Piece) -> usize {
    lines_of(piece).count()
}

/// A line without the marks of quoting and of bold letters.
fn tidy(line: &str) -> String {
    let line: String = line.chars().take(300).collect();
    line.trim_start_matches(['>', ' ', '\t', '*', '\u{a0}'])
        .trim()
        .replace("*", "")
        .to_lowercase()
}

/// How another mail begins with these lines; the first may be the last of its block.
fn find_passing(lines: &[String], is_last: bool) -> Option<Passing> {
    let first = lines.first()?;
    if first.chars().count() < 100 {
        let is_mark = |marks: &[&str]| {
            let words = first.trim_matches(|c: char| "-–—=_ :".contains(c));
            marks.iter().any(|mark| {
                words == *mark || words.starts_with(mark) && first.starts_with(['-', '–', '—', '_'])
            })
        };
        if is_mark(&FORWARD_MARKS) {
            return Some(Passing::Forwarded);
        }
        if is_mark(&ORIGINAL_MARKS) {
            return Some(Passing::Repeated);
        }
    }
    let is_rule = first.len() >= 10 && first.chars().all(|c| c == '_' || c == '-');
    let headers = match is_rule {
        true => lines.get(1..)?,
        false => lines,
    };
    if begins_headers(headers) {
        return Some(Passing::Repeated);
    }
    if is_attribution(first) {
        return Some(Passing::Answered);
    }
    // the line may be broken in two
    let second = lines.get(1).filter(|_| !is_last && !first.ends_with(':'))?;
    let is_two = second.chars().count() < 80
        && !is_attribution(second)
        && is_attribution(&format!("{first} {second}"));
    is_two.then_some(Passing::Answered)
}

fn begins_headers(lines: &[String]) -> bool {
    let Some(first) = lines.first() else {
        return false;
    };
    if !SENDER_LABELS.iter().any(|label| first.starts_with(label)) {
        return false;
    }
    let others = lines
        .iter()
        .skip(1)
        .take(7)
        .filter(|line| OTHER_LABELS.iter().any(|label| line.starts_with(label)));
    others.count() >= 2
}

/// `On 3 March Aidos <a@b.kz> wrote:` in the languages of the mail programs.
fn is_attribution(line: &str) -> bool {
    let Some(words) = line.trim_end().strip_suffix(':') else {
        return false;
    };
    if words.chars().count() > 200 {
        return false;
    }
    let of_mail_ru = words.ends_with('>') && words.contains(" от ") && words.contains('@');
    let writes = words.split_whitespace().any(|word| {
        WRITES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '('))
    });
    let is_dated = words.chars().any(|c| c.is_ascii_digit());
    of_mail_ru || writes && is_dated && (words.contains('@') || words.contains("20"))
}

fn part_piece(pieces: &mut Vec<Piece>, place: usize, at: usize) {
    let Some(piece) = pieces.get_mut(place) else {
        return;
    };
    let (Block::Paragraph { text }
    | Block::Heading { text, .. }
    | Block::ListItem { text, .. }
    | Block::Note { text }) = &mut piece.block
    else {
        return;
    };
    let lines: Vec<&str> = text.split('\n').collect();
    let (before, after) = lines.split_at(at.min(lines.len()));
    let after = after.join("\n");
    *text = before.join("\n");
    let zone = piece.zone;
    pieces.insert(
        place + 1,
        Piece {
            zone,
            block: Block::Paragraph { text: after },
        },
    );
}

/// Takes the headers from the beginning of what is passed on; their words are what comes back.
pub(super) fn take_headers(pieces: &mut Vec<Piece>) -> String {
    let mut headers = Vec::new();
    while let Some(piece) = pieces.first_mut() {
        let lines: Vec<String> = lines_of(piece).collect();
        let mut taken = 0;
        for line in &lines {
            let is_header = line.is_empty()
                || SENDER_LABELS.iter().chain(&OTHER_LABELS).any(|label| line.starts_with(label))
                || find_passing(std::slice::from_ref(line), true).is_some()
                || line.chars().all(|c| "-_—– ".contains(c))
                // an address that did not fit into the line above
                || taken > 0 && line.contains('@') && line.contains('>');
            if !is_header {
                break;
            }
            taken += 1;
        }
        if taken == 0 {
            break;
        }
        match &mut piece.block {
            Block::Paragraph { text } if taken < lines.len() => {
                let all: Vec<&str> = text.split('\n').collect();
                let (before, after) = all.split_at(taken.min(all.len()));
                headers.push(before.join("\n"));
                *text = after.join("\n");
                break;
            }
            _ if taken < lines.len() => break,
            Block::Picture { .. } => break,
            _ => {
                let piece = pieces.remove(0);
                headers.extend(words_of(&piece));
            }
        }
    }
    headers.join("\n")
}

/// Marks the signature in what somebody wrote: all below `-- `, or below a farewell near the end.
pub(super) fn mark_signature(pieces: &mut Vec<Piece>) {
    const FAREWELLS: [&str; 12] = [
        "с уважением",
        "с наилучшими пожеланиями",
        "құрметпен",
        "ізгі тілекпен",
        "ізгі ниетпен",
        "best regards",
        "kind regards",
        "regards",
        "sincerely",
        "yours faithfully",
        "c уважением",
        "mit freundlichen grüßen",
    ];
    const BY_PROGRAMS: [&str; 9] = [
        "отправлено с ",
        "отправлено из ",
        "sent from my ",
        "sent from mail",
        "get outlook for",
        "жіберілген құрылғы",
        "iphone-нан жіберілді",
        "--\u{a0}отправлено",
        "отправлено через ",
    ];
    let own: Vec<usize> = (0..pieces.len())
        .filter(|place| {
            pieces
                .get(*place)
                .is_some_and(|piece| piece.zone == Zone::Text)
        })
        .collect();
    let mut begins: Option<(usize, usize)> = None;
    for (from_end, place) in own.iter().rev().enumerate() {
        let Some(piece) = pieces.get(*place) else {
            break;
        };
        let Block::Paragraph { text } = &piece.block else {
            if matches!(piece.block, Block::Table { .. }) {
                break;
            }
            continue;
        };
        for (at, line) in text.split('\n').enumerate() {
            let small = line.trim().to_lowercase();
            let is_mark = line == "--" || line == "-- " || line.trim_end() == "--";
            let is_farewell = from_end < 10
                && small.chars().count() < 60
                && (FAREWELLS.iter().any(|word| is_farewell(&small, word))
                    || BY_PROGRAMS.iter().any(|word| small.starts_with(word)));
            if is_mark || is_farewell {
                begins = Some((*place, at));
                break;
            }
        }
        if from_end > 40 {
            break;
        }
    }
    let Some((mut place, at)) = begins else {
        return;
    };
    let below: usize = own
        .iter()
        .filter(|one| **one >= place)
        .filter_map(|one| pieces.get(*one))
        .map(|piece| {
            words_of(piece)
                .iter()
                .map(|words| words.chars().count())
                .sum::<usize>()
        })
        .sum();
    if below > 1500 {
        return;
    }
    if at > 0 {
        part_piece(pieces, place, at);
        place += 1;
    }
    for piece in pieces.iter_mut().skip(place) {
        let is_picture = matches!(piece.block, Block::Picture { .. });
        if piece.zone == Zone::Text && !is_picture {
            piece.zone = Zone::Signature;
        }
    }
}

fn is_farewell(small: &str, word: &str) -> bool {
    small
        .strip_prefix(word)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([',', '!', '.', ' ', ':']))
}

/// The words of a block, each paragraph by itself.
pub(super) fn words_of(piece: &Piece) -> Vec<String> {
    match &piece.block {
        Block::Heading { text, .. }
        | Block::Paragraph { text }
        | Block::ListItem { text, .. }
        | Block::Note { text } => vec![text.clone()],
        Block::Table { rows } => rows.iter().map(|row| row.join("\t")).collect(),
        Block::Picture { .. } => Vec::new(),
    }
}
