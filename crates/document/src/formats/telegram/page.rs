//! `messages.html`, `messages2.html` and so on.

use super::post::find_file;
use crate::budget::Budget;
use crate::document::{Document, LeftOutKind, Post};
use crate::format::Format;
use crate::formats::html::{finish, read_element};
use crate::letters;
use crate::markup::{NodeId, Tree};
use crate::moment::read_moment;
use crate::refusal::Refusal;

/// Reads a page of an exported channel.
///
/// # Errors
/// See [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    let decoded = letters::decode(bytes, Some("utf-8"));
    let tree = Tree::read(&decoded.text, budget)?;
    let mut document = Document::new(Format::TelegramHtml);
    document.doubts.extend(decoded.doubt);
    if tree.is_cut_off {
        document.doubts.push(crate::document::Doubt::CutOff);
    }
    let name = find_called(&tree, Tree::ROOT, "page_header")
        .map(|header| tree.words(header))
        .filter(|name| !name.is_empty());
    document.properties.author.clone_from(&name);
    document.properties.title.clone_from(&name);
    // the name of a sender stands at the first of several posts
    let mut author = name.clone();
    for id in tree.within(Tree::ROOT) {
        let Some(node) = tree.node(id) else { continue };
        if node.name() != "div" || !node.is_called("message") || node.is_called("service") {
            continue;
        }
        if let Some(from) = find_called(&tree, id, "from_name") {
            author = Some(tree.words(from)).filter(|words| !words.is_empty());
        }
        budget.take_part("channel")?;
        let post = read_post(&tree, id, author.as_deref(), budget)?;
        document.posts.extend(post);
    }
    finish(document)
}

fn read_post(
    tree: &Tree,
    id: NodeId,
    author: Option<&str>,
    budget: &mut Budget,
) -> Result<Option<Post>, Refusal> {
    let mut document = Document::new(Format::TelegramHtml);
    document.properties.author = author.map(str::to_owned);
    let mut files = Vec::new();
    for one in tree.within(id) {
        let Some(node) = tree.node(one) else { continue };
        if node.is_called("date") && document.properties.published.is_none() {
            let title = node.attribute("title");
            document.properties.published = title
                .and_then(read_moment)
                .or_else(|| read_moment(&tree.words(one)));
        }
        if node.name() == "div" && node.is_called("text") {
            read_element(tree, one, budget, &mut document)?;
        }
        let is_photo = node.is_called("photo_wrap");
        let is_file = [
            "media_file",
            "video_file_wrap",
            "media_photo",
            "media_video",
        ]
        .iter()
        .any(|name| node.is_called(name))
            && node.name() == "a";
        if node.name() == "a" && (is_photo || is_file) {
            let path = node.attribute("href").unwrap_or_default();
            let is_photo = is_photo || node.is_called("media_photo");
            files.extend(find_file(path, is_photo));
        }
        if node.name() == "div" && node.is_called("media") {
            // a photo or file that was not exported: a link would stand in its place
            let title = find_called(tree, one, "title").map(|title| tree.words(title));
            let (kind, name) = match node.is_called("media_photo") {
                true => (LeftOutKind::MissingPicture, None),
                false => (LeftOutKind::Object, title),
            };
            document.leave_out(kind, &name.unwrap_or_default());
        }
    }
    let number = tree
        .node(id)
        .and_then(|node| node.attribute("id"))
        .map(|id| id.trim_start_matches("message").to_owned());
    let is_empty = document.blocks.is_empty() && files.is_empty();
    Ok((!is_empty || !document.left_out.is_empty()).then(|| Post {
        id: number.unwrap_or_default(),
        document,
        files,
    }))
}

fn find_called(tree: &Tree, id: NodeId, name: &str) -> Option<NodeId> {
    tree.within(id)
        .find(|one| tree.node(*one).is_some_and(|node| node.is_called(name)))
}
