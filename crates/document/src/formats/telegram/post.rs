//! What a post is made of, in whichever form it is exported.

use crate::document::{Block, PostFile};

/// Parts the words of a post in paragraphs, as one sees them.
pub(super) fn part_words(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in text.split('\n').chain([""]) {
        if !line.trim().is_empty() {
            lines.push(line.trim_end());
        } else if !lines.is_empty() {
            blocks.push(Block::Paragraph {
                text: lines.join("\n"),
            });
            lines.clear();
        }
    }
    blocks
}

/// The path of a file beside the export; none where it leads out of it, or where the file was not exported.
pub(super) fn find_file(path: &str, is_photo: bool) -> Option<PostFile> {
    let path = path.trim().replace('\\', "/");
    let leads_out = path.starts_with('/')
        || path.contains(':')
        || path.split('/').any(|step| step == ".." || step.is_empty())
        || path.starts_with('(')
        || path.chars().any(char::is_control);
    (!leads_out && path.len() < 500).then_some(PostFile { path, is_photo })
}
