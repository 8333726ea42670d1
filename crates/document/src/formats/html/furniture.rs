//! What of a page is no part of its text: menus, banners, notices of cookies, counters, what to read next.
//!
//! A page without any such mark is bare, and all of it is text: what is taken away needs a reason that the page gives.

use std::collections::HashSet;

use crate::markup::{Node, NodeId, Tree};

/// What is left out of a page, and what goes first.
#[derive(Debug, Default)]
pub(super) struct Furniture {
    skipped: HashSet<NodeId>,
    /// The heading of the text, where it stands outside of it.
    pub lead: Option<NodeId>,
}

/// Words of which the classes and ids of furniture are made: `main-menu`, `menu_top`.
const FURNITURE_WORDS: [&str; 36] = [
    "advert",
    "advertisement",
    "advertising",
    "banner",
    "banners",
    "breadcrumb",
    "breadcrumbs",
    "captcha",
    "cookie",
    "cookies",
    "copyright",
    "disqus",
    "footer",
    "gdpr",
    "login",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "offcanvas",
    "pager",
    "paginator",
    "pagination",
    "popup",
    "recommended",
    "related",
    "share",
    "sharing",
    "sidebar",
    "social",
    "socials",
    "subscribe",
    "subscription",
    "share2",
];

/// Names that mean furniture only as a whole: as a part, builders of pages give them to anything (`elementor-widget`,
/// `views-row`).
const FURNITURE_NAMES: [&str; 20] = [
    "ad", "ads", "comments", "counter", "counters", "crumbs", "dropdown", "feedback", "hits",
    "langs", "popular", "print", "promo", "search", "similar", "toolbar", "topbar", "views",
    "widget", "widgets",
];

/// So many letters outside of links are a text, whatever its box is called.
const TEXT_IN_A_BOX: usize = 600;

/// Words of which the classes of a date, a section or labels above a text are made.
const LABEL_WORDS: [&str; 12] = [
    "category",
    "categories",
    "rubric",
    "rubrics",
    "tag",
    "tags",
    "date",
    "datetime",
    "time",
    "published",
    "posted",
    "meta",
];

/// Marks of the element that holds the text.
const TEXT_MARKS: [&str; 16] = [
    "article-body",
    "article-content",
    "article-text",
    "article__body",
    "article__text",
    "content-text",
    "entry-content",
    "field-name-body",
    "news-content",
    "news-detail",
    "news-text",
    "news_text",
    "post-content",
    "post-body",
    "single-content",
    "td-post-content",
];

impl Furniture {
    /// Nothing is left out.
    pub fn none() -> Furniture {
        Furniture::default()
    }

    /// Whether the page has nothing but its text.
    pub fn is_bare(&self) -> bool {
        self.skipped.is_empty()
    }

    pub fn is_skipped(&self, id: NodeId) -> bool {
        self.skipped.contains(&id)
    }

    /// Looks through a page.
    pub fn find(tree: &Tree, is_dated: bool) -> Furniture {
        let weights = Weights::measure(tree);
        let mut furniture = Furniture::default();
        furniture.find_marked(tree, &weights);
        furniture.find_rows_of_links(tree, &weights);
        if let Some(text) = furniture.find_text(tree, &weights) {
            furniture.skip_around(tree, text, &weights);
        }
        if !furniture.is_bare() && is_dated {
            furniture.find_labels(tree, &weights);
        }
        furniture
    }

    fn find_marked(&mut self, tree: &Tree, weights: &Weights) {
        let whole = weights.words(Tree::ROOT);
        for id in tree.within(Tree::ROOT) {
            let Some(node) = tree.node(id) else { continue };
            if node.text().is_some() || weights.words(id) == 0 {
                continue;
            }
            let is_most = weights.words(id) * 2 > whole;
            let is_marked = match node.name() {
                "html" | "body" | "main" | "article" | "head" => false,
                "nav" | "aside" | "menu" => true,
                "footer" => !is_most,
                "header" => !is_most && tree.find(id, "h1").is_none() && !stands_in_text(tree, id),
                _ => {
                    let is_text =
                        weights.unlinked(id) > TEXT_IN_A_BOX && !node.is_called("comments");
                    !is_most && !is_text && is_marked(node) && !holds_heading(tree, id)
                }
            };
            if is_marked && !(is_most && weights.unlinked(id) * 2 > whole) {
                self.skipped.insert(id);
            }
        }
    }

    /// Lists and boxes that are hardly more than links, on a page that has paragraphs besides.
    fn find_rows_of_links(&mut self, tree: &Tree, weights: &Weights) {
        if !weights.has_paragraph {
            return;
        }
        for id in tree.within(Tree::ROOT) {
            let is_box = matches!(
                tree.name(id),
                "ul" | "ol" | "div" | "td" | "p" | "section" | "center" | "table"
            );
            let links = weights.links(id);
            if !is_box || links < 4 || weights.unlinked(id) * 5 > weights.words(id) {
                continue;
            }
            // names in a sentence are longer than words of a menu
            let is_menu = weights.words(id) / links <= 60;
            if is_menu && weights.words(id) * 2 < weights.words(Tree::ROOT) {
                self.skipped.insert(id);
            }
        }
    }

    /// The element that holds the text and nothing else, if the page marks one.
    fn find_text(&self, tree: &Tree, weights: &Weights) -> Option<NodeId> {
        let mut best: Option<(usize, NodeId)> = None;
        let mut articles = 0;
        for id in tree.within(Tree::ROOT) {
            let Some(node) = tree.node(id) else { continue };
            let words = weights.unlinked(id);
            if words < 140 || self.stands_in_skipped(tree, id) {
                continue;
            }
            let role = node.attribute("role");
            let rank = match node.name() {
                _ if node.attribute("itemprop") == Some("articleBody") => 4,
                "article" => {
                    articles += 1;
                    3
                }
                _ if TEXT_MARKS.iter().any(|mark| node.is_called(mark)) => 3,
                "main" => 2,
                _ if role == Some("main") => 2,
                _ => continue,
            };
            // much must stand in it, or it is one item among many
            let is_most = words * 5 > weights.unlinked(Tree::ROOT) * 2;
            if is_most && best.is_none_or(|(of_best, _)| rank > of_best) {
                best = Some((rank, id));
            }
        }
        let (rank, text) = best?;
        // several articles on a page are a list of them
        (articles <= 1 || rank != 3).then_some(text)
    }

    fn stands_in_skipped(&self, tree: &Tree, id: NodeId) -> bool {
        std::iter::successors(Some(id), |one| tree.parent(*one)).any(|one| self.is_skipped(one))
    }

    fn skip_around(&mut self, tree: &Tree, text: NodeId, weights: &Weights) {
        if tree.find(text, "h1").is_none() {
            self.lead = tree
                .within(Tree::ROOT)
                .take_while(|id| *id < text)
                .find(|id| {
                    let hidden =
                        std::iter::successors(Some(*id), |one| tree.parent(*one)).any(|one| {
                            matches!(tree.name(one), "nav" | "aside" | "footer" | "noscript")
                        });
                    tree.name(*id) == "h1" && !hidden && weights.words(*id) > 10
                });
        }
        let mut inner = text;
        while let Some(outer) = tree.parent(inner) {
            for id in tree.children(outer) {
                let is_head = tree.name(id) == "head";
                if id != inner && weights.words(id) > 0 && !is_head {
                    self.skipped.insert(id);
                }
            }
            inner = outer;
        }
    }

    /// Dates and names of sections that stand alone above a text.
    fn find_labels(&mut self, tree: &Tree, weights: &Weights) {
        let mut labels = Vec::new();
        for id in tree.within(Tree::ROOT) {
            let Some(node) = tree.node(id) else { continue };
            let is_short = (1..=40).contains(&weights.words(id));
            let is_time = node.name() == "time" && stands_alone(tree, id, weights);
            let is_box = matches!(node.name(), "div" | "span" | "p" | "ul" | "li" | "a");
            let is_label = is_box && stands_alone(tree, id, weights) && {
                let names = names_of(node);
                LABEL_WORDS.iter().any(|word| is_named(&names, word))
            };
            if is_short && (is_time || is_label) && !stands_in_heading(tree, id) {
                labels.push(id);
            }
        }
        self.skipped.extend(labels);
    }
}

/// Whether a paragraph of a page with furniture is some of it: a counter, a button to share, a path of sections.
pub(super) fn is_furniture_line(text: &str) -> bool {
    const COUNTERS: [&str; 14] = [
        "оқылды",
        "қаралды",
        "қаралым",
        "көрілді",
        "оқылым",
        "қарау саны",
        "просмотров",
        "просмотры",
        "прочитано",
        "просмотрено",
        "прочтений",
        "views",
        "hits",
        "комментариев",
    ];
    const BUTTONS: [&str; 22] = [
        "бөлісу",
        "бөлісіңіз",
        "поделиться",
        "поделиться:",
        "бөлісу:",
        "share",
        "share:",
        "басып шығару",
        "печать",
        "распечатать",
        "версия для печати",
        "баспа нұсқасы",
        "print",
        "артқа",
        "назад",
        "back",
        "жоғары",
        "наверх",
        "толығырақ",
        "подробнее",
        "барлық жаңалықтар",
        "все новости",
    ];
    const HOMES: [&str; 5] = ["басты бет", "главная", "home", "басты", "главная страница"];
    if text.chars().count() > 160 {
        return false;
    }
    let small = text.trim().to_lowercase();
    if BUTTONS.contains(&&*small) {
        return true;
    }
    let is_count = COUNTERS.iter().any(|word| {
        small.strip_prefix(word).is_some_and(|rest| {
            rest.chars().any(|c| c.is_ascii_digit())
                && rest
                    .chars()
                    .all(|c| c.is_ascii_digit() || c.is_whitespace() || ":.()–-|".contains(c))
        })
    });
    let is_path = HOMES.iter().any(|home| {
        small
            .strip_prefix(home)
            .map(str::trim_start)
            .is_some_and(|rest| rest.starts_with(['/', '>', '»', '›', '→', '|', '•', '»']))
    });
    is_count || is_path
}

fn is_marked(node: &Node) -> bool {
    let role = node.attribute("role");
    if matches!(
        role,
        Some("navigation" | "banner" | "contentinfo" | "search" | "complementary" | "menu")
    ) {
        return true;
    }
    let is_box = !matches!(
        node.name(),
        "p" | "h1" | "h2" | "h3" | "b" | "i" | "em" | "strong"
    );
    let names = names_of(node);
    is_box
        && (FURNITURE_WORDS.iter().any(|word| is_named(&names, word))
            || names
                .split_ascii_whitespace()
                .any(|name| FURNITURE_NAMES.contains(&name)))
}

fn stands_in_text(tree: &Tree, id: NodeId) -> bool {
    std::iter::successors(Some(id), |one| tree.parent(*one))
        .any(|one| matches!(tree.name(one), "article" | "main"))
}

/// A heading of its own may be the title of the text, whatever its box is called.
fn holds_heading(tree: &Tree, id: NodeId) -> bool {
    tree.find(id, "h1").is_some() || tree.find(id, "article").is_some()
}

fn names_of(node: &Node) -> String {
    let class = node.attribute("class").unwrap_or_default();
    let id = node.attribute("id").unwrap_or_default();
    let end = |text: &str| {
        text.chars()
            .take(300)
            .collect::<String>()
            .to_ascii_lowercase()
    };
    format!("{} {}", end(class), end(id))
}

/// Whether a word is one of those of which classes are made: `main-menu`, `menu_top`, `menu`.
fn is_named(names: &str, word: &str) -> bool {
    names
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|one| one == word)
}

fn stands_alone(tree: &Tree, id: NodeId, weights: &Weights) -> bool {
    let mut inner = id;
    for _ in 0..4 {
        let Some(outer) = tree.parent(inner) else {
            return false;
        };
        if crate::markup::is_block(tree.name(inner)) {
            return true;
        }
        if weights.words(outer) > 80 {
            // inline, beside other words
            return matches!(
                tree.name(outer),
                "article" | "main" | "body" | "section" | "div"
            ) && tree.children(outer).all(|one| {
                tree.node(one)
                    .and_then(Node::text)
                    .is_none_or(|t| t.trim().is_empty())
            });
        }
        inner = outer;
    }
    true
}

fn stands_in_heading(tree: &Tree, id: NodeId) -> bool {
    std::iter::successors(Some(id), |one| tree.parent(*one)).any(|one| {
        matches!(
            tree.name(one),
            "h1" | "h2" | "h3" | "figcaption" | "td" | "th"
        )
    })
}

/// How many letters and links stand in each element.
struct Weights {
    words: Vec<u32>,
    linked: Vec<u32>,
    links: Vec<u32>,
    has_paragraph: bool,
}

impl Weights {
    fn measure(tree: &Tree) -> Weights {
        let ids: Vec<NodeId> = tree.within(Tree::ROOT).collect();
        let size = ids.iter().max().map_or(0, |last| *last as usize + 1);
        let mut weights = Weights {
            words: vec![0; size],
            linked: vec![0; size],
            links: vec![0; size],
            has_paragraph: false,
        };
        for id in ids.into_iter().rev() {
            let place = id as usize;
            if let Some(text) = tree.node(id).and_then(Node::text) {
                let letters = text.chars().filter(|c| !c.is_whitespace()).count();
                weights.has_paragraph |= letters > 160 && !in_link(tree, id);
                if let Some(words) = weights.words.get_mut(place) {
                    *words = u32::try_from(letters).unwrap_or(u32::MAX);
                }
            }
            let words = weights.words.get(place).copied().unwrap_or(0);
            match tree.name(id) {
                "script" | "style" | "title" | "noscript" | "template" | "textarea" => continue,
                "a" => {
                    if let Some(linked) = weights.linked.get_mut(place) {
                        *linked = words;
                    }
                    if let Some(links) = weights.links.get_mut(place) {
                        *links = 1;
                    }
                }
                _ => {}
            }
            let Some(parent) = tree.parent(id) else {
                continue;
            };
            for counts in [&mut weights.words, &mut weights.linked, &mut weights.links] {
                let count = counts.get(place).copied().unwrap_or(0);
                if let Some(of_parent) = counts.get_mut(parent as usize) {
                    *of_parent = of_parent.saturating_add(count);
                }
            }
        }
        weights
    }

    fn words(&self, id: NodeId) -> usize {
        self.words
            .get(id as usize)
            .map_or(0, |count| *count as usize)
    }

    fn unlinked(&self, id: NodeId) -> usize {
        let linked = self
            .linked
            .get(id as usize)
            .map_or(0, |count| *count as usize);
        self.words(id).saturating_sub(linked)
    }

    fn links(&self, id: NodeId) -> usize {
        self.links
            .get(id as usize)
            .map_or(0, |count| *count as usize)
    }
}

fn in_link(tree: &Tree, id: NodeId) -> bool {
    std::iter::successors(Some(id), |one| tree.parent(*one)).any(|one| tree.name(one) == "a")
}
