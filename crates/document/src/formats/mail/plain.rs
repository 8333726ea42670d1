//! Plain text of mails: its paragraphs, and lines that are quoted.

use crate::document::Block;
use crate::formats::html::{Piece, Zone};

/// Joins lines that a mail program broke and marked as broken (RFC 3676).
pub(super) fn unfold_flowed(text: &str, joins: bool) -> String {
    let mut unfolded = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.split('\n') {
        let depth = line.bytes().take_while(|byte| *byte == b'>').count();
        let words = line.get(depth..).unwrap_or_default();
        let words = words.strip_prefix(' ').unwrap_or(words);
        if open == Some(depth) {
            unfolded.push_str(words);
        } else {
            if open.is_some() {
                unfolded.push('\n');
            }
            if depth > 0 {
                unfolded.push_str(&">".repeat(depth.min(100)));
                unfolded.push(' ');
            }
            unfolded.push_str(words);
        }
        let goes_on = words.ends_with(' ') && words != "-- ";
        if goes_on {
            open = Some(depth);
            if joins {
                unfolded.pop();
            }
        } else {
            open = None;
            unfolded.push('\n');
        }
    }
    unfolded.truncate(unfolded.trim_end_matches(['\n', ' ']).len());
    unfolded
}

/// Parts plain text in paragraphs, quoted ones apart from others.
pub(super) fn part_text(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut zone = Zone::Text;
    for line in text.split('\n') {
        let of_line = match is_quoted(line) {
            true => Zone::Quoted,
            false => Zone::Text,
        };
        if of_line != zone || line.trim().is_empty() {
            finish_paragraph(&mut lines, zone, &mut pieces);
            zone = of_line;
        }
        if !line.trim().is_empty() {
            lines.push(line);
        }
    }
    finish_paragraph(&mut lines, zone, &mut pieces);
    pieces
}

fn finish_paragraph(lines: &mut Vec<&str>, zone: Zone, pieces: &mut Vec<Piece>) {
    if lines.is_empty() {
        return;
    }
    let ended: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    let text = ended.join("\n").trim_matches(['\n', ' ']).to_owned();
    lines.clear();
    pieces.push(Piece {
        zone,
        block: Block::Paragraph { text },
    });
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// Takes the marks of quoting away.
pub(super) fn unquote(text: &str) -> String {
    let mut unquoted: Vec<&str> = Vec::new();
    for line in text.split('\n') {
        let line = line.trim_start();
        let line = line.strip_prefix('>').unwrap_or(line);
        unquoted.push(line.strip_prefix(' ').unwrap_or(line));
    }
    unquoted.join("\n")
}
