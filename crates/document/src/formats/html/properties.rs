//! What a page says of itself.

use serde_json::Value;

use super::saved;
use crate::document::Properties;
use crate::markup::{NodeId, Tree};
use crate::moment::read_moment;

/// So much of a JSON-LD script is read.
const LONGEST_SCRIPT: usize = 1 << 20;

/// Reads title, author, address and dates; what is there already stays. What comes back is the title that the page gives
/// its text, which has nothing of the site in it.
///
/// `markup` is what the tree was read of: comments, in which browsers note whence a page was saved, are not in the tree.
pub(super) fn read_properties(
    tree: &Tree,
    markup: &str,
    properties: &mut Properties,
) -> Option<String> {
    let mut said = Said::default();
    let saved = saved::read_note(markup);
    for id in tree.within(Tree::ROOT) {
        match tree.name(id) {
            "title" if said.page_title.is_none() => said.page_title = some(tree.words(id)),
            "meta" => said.read_meta(tree, id),
            "link" => said.read_link(tree, id),
            "base" if said.base.is_none() => {
                said.base = tree
                    .node(id)
                    .and_then(|node| find_address(node.attribute("href")?));
            }
            "script" => said.read_script(tree, id),
            "time" => said.read_time(tree, id),
            _ => {}
        }
        said.read_mark(tree, id);
    }
    let Properties {
        title,
        author,
        created,
        published,
        captured,
        url,
        generator,
        ..
    } = properties;
    let fill = |to: &mut Option<String>, from: Option<String>| {
        if to.is_none() {
            *to = from;
        }
    };
    let whole = said.find_whole_url(saved.url.as_deref());
    let of_text = said.title.clone();
    fill(title, said.title.or(said.page_title));
    fill(author, said.author);
    fill(created, said.created);
    fill(published, said.published.or(said.timed));
    fill(url, said.url.or(whole).or(saved.url));
    fill(captured, saved.moment);
    fill(generator, said.generator);
    of_text
}

#[derive(Default)]
struct Said {
    title: Option<String>,
    page_title: Option<String>,
    author: Option<String>,
    created: Option<String>,
    published: Option<String>,
    /// The first `<time>` of the page.
    timed: Option<String>,
    url: Option<String>,
    /// The canonical address where it is written without the site.
    path: Option<String>,
    base: Option<String>,
    generator: Option<String>,
}

impl Said {
    fn read_meta(&mut self, tree: &Tree, id: NodeId) {
        let Some(node) = tree.node(id) else { return };
        let name = node
            .attribute("property")
            .or_else(|| node.attribute("name"))
            .or_else(|| node.attribute("itemprop"));
        let (Some(name), Some(content)) = (name, node.attribute("content")) else {
            return;
        };
        let content = content.split_whitespace().collect::<Vec<_>>().join(" ");
        if content.is_empty() {
            return;
        }
        match &*name.to_ascii_lowercase() {
            "og:title" => self.title = Some(content),
            "twitter:title" | "dc.title" | "dcterms.title" if self.title.is_none() => {
                self.title = Some(content);
            }
            "author" | "article:author" | "dc.creator" | "dcterms.creator"
                if self.author.is_none() && !content.contains("://") =>
            {
                self.author = Some(content);
            }
            "article:published_time" | "og:published_time" | "datepublished" => {
                self.published = read_moment(&content).or(self.published.take());
            }
            "pubdate" | "publish_date" | "publication_date" | "date" | "dc.date"
            | "dc.date.issued" | "dcterms.issued" | "dcterms.date" | "sailthru.date"
            | "article:published"
                if self.published.is_none() =>
            {
                self.published = read_moment(&content);
            }
            "created" | "dcterms.created" | "dc.date.created" if self.created.is_none() => {
                self.created = read_moment(&content);
            }
            "og:url" if self.url.is_none() => self.url = find_address(&content),
            "generator" if self.generator.is_none() => self.generator = Some(content),
            _ => {}
        }
    }

    fn read_link(&mut self, tree: &Tree, id: NodeId) {
        let Some(node) = tree.node(id) else { return };
        let is_canonical = node
            .attribute("rel")
            .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
        let Some(href) = node.attribute("href").filter(|_| is_canonical) else {
            return;
        };
        match find_address(href) {
            Some(url) => self.url = Some(url),
            None if href.starts_with('/') && href.len() < 2000 => self.path = Some(href.to_owned()),
            None => {}
        }
    }

    /// The canonical address on the site that the page itself names.
    fn find_whole_url(&self, saved: Option<&str>) -> Option<String> {
        let path = self.path.as_deref()?;
        let site = self.base.as_deref().or(saved)?;
        let (scheme, rest) = site.split_once("://")?;
        match path.strip_prefix("//") {
            Some(_) => Some(format!("{scheme}:{path}")),
            None => Some(format!("{scheme}://{}{path}", rest.split('/').next()?)),
        }
    }

    fn read_time(&mut self, tree: &Tree, id: NodeId) {
        let Some(node) = tree.node(id) else { return };
        let moment = node.attribute("datetime").and_then(read_moment);
        let is_published = node.attribute("pubdate").is_some()
            || node.attribute("itemprop") == Some("datePublished")
            || ["published", "entry-date"]
                .iter()
                .any(|name| node.is_called(name));
        if is_published && self.published.is_none() {
            self.published = moment.clone();
        }
        if self.timed.is_none() {
            self.timed = moment.or_else(|| read_moment(&tree.words(id)));
        }
    }

    /// Microdata on elements that one sees.
    fn read_mark(&mut self, tree: &Tree, id: NodeId) {
        let Some(node) = tree.node(id) else { return };
        if node.name() == "meta" {
            return;
        }
        match node.attribute("itemprop") {
            Some("datePublished") if self.published.is_none() => {
                self.published = node
                    .attribute("datetime")
                    .or_else(|| node.attribute("content"))
                    .and_then(read_moment)
                    .or_else(|| read_moment(&tree.words(id)));
            }
            Some("author") if self.author.is_none() => {
                self.author = some(tree.words(id)).filter(|words| words.chars().count() < 120);
            }
            _ => {}
        }
    }

    fn read_script(&mut self, tree: &Tree, id: NodeId) {
        let is_data = tree
            .node(id)
            .and_then(|node| node.attribute("type"))
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"));
        if !is_data {
            return;
        }
        let script: String = tree
            .children(id)
            .filter_map(|child| tree.node(child)?.text())
            .collect();
        if script.len() > LONGEST_SCRIPT {
            return;
        }
        let Ok(value) = serde_json::from_str::<Value>(script.trim()) else {
            return;
        };
        let mut values = vec![&value];
        while let Some(value) = values.pop() {
            match value {
                Value::Array(several) => values.extend(several.iter().take(100)),
                Value::Object(one) => {
                    if let Some(graph) = one.get("@graph") {
                        values.push(graph);
                    }
                    self.read_linked_data(one);
                }
                _ => {}
            }
        }
    }

    fn read_linked_data(&mut self, one: &serde_json::Map<String, Value>) {
        let kinds = one.get("@type").map(Value::to_string).unwrap_or_default();
        if !["Article", "Posting", "WebPage", "Report"]
            .iter()
            .any(|kind| kinds.contains(kind))
        {
            return;
        }
        let words = |name: &str| one.get(name).and_then(Value::as_str).map(str::to_owned);
        if self.title.is_none() {
            self.title = words("headline");
        }
        if self.published.is_none() {
            self.published = words("datePublished").as_deref().and_then(read_moment);
        }
        if self.created.is_none() {
            self.created = words("dateCreated").as_deref().and_then(read_moment);
        }
        if self.author.is_none() {
            let author = match one.get("author") {
                Some(Value::Array(several)) => several.first(),
                author => author,
            };
            self.author = author
                .and_then(|author| author.get("name").unwrap_or(author).as_str())
                .map(str::to_owned);
        }
        if self.url.is_none() {
            let page = one.get("mainEntityOfPage");
            self.url = page
                .and_then(|page| page.get("@id").unwrap_or(page).as_str())
                .or_else(|| one.get("url").and_then(Value::as_str))
                .and_then(find_address);
        }
    }
}

fn some(words: String) -> Option<String> {
    (!words.is_empty()).then_some(words)
}

fn find_address(written: &str) -> Option<String> {
    let written = written.trim();
    let is_whole = written.starts_with("http://") || written.starts_with("https://");
    (is_whole && written.len() < 2000).then(|| written.to_owned())
}
