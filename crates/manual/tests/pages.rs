//! The pages are the same in all languages, and name nothing that the program does not have.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test tells by failing")]

use muragat_manual::{Block, Inline, LANGUAGES, Named, PAGES, Page, read_page, source};

fn read(language: &str, name: &str) -> Page {
    let (page, misread) = read_page(name, source(language, name).unwrap(), &Named::new(language));
    assert!(misread.is_empty(), "{language}/{name}: {misread:?}");
    page
}

/// The lines of a block.
fn lines(block: &Block) -> Vec<&Vec<Inline>> {
    match block {
        Block::Heading { text } | Block::Paragraph { text } => vec![text],
        Block::Steps { items } | Block::Points { items } => items.iter().collect(),
        Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).collect(),
        Block::Picture { .. } => Vec::new(),
    }
}

/// What a block is and what it names, without its words: names in the order of the alphabet, as sentences differ.
fn shape(block: &Block) -> String {
    let kind = match block {
        Block::Heading { .. } => "heading".to_owned(),
        Block::Paragraph { .. } => "paragraph".to_owned(),
        Block::Steps { items } => format!("{} steps", items.len()),
        Block::Points { items } => format!("{} points", items.len()),
        Block::Table { head, rows } => format!("table of {} by {}", rows.len(), head.len()),
        Block::Picture { view, .. } => format!("picture of {view}"),
    };
    let named: Vec<String> = lines(block)
        .into_iter()
        .map(|line| {
            let mut named: Vec<String> = line.iter().filter_map(name_of).collect();
            named.sort();
            named.join(" ")
        })
        .collect();
    format!("{kind}: {}", named.join(" | "))
}

fn name_of(inline: &Inline) -> Option<String> {
    match inline {
        Inline::Text { .. } | Inline::Strong { .. } | Inline::Code { .. } => None,
        Inline::Action { id, .. } => Some(format!("action {id}")),
        Inline::ActionKey { id, .. } => Some(format!("key of {id}")),
        Inline::Press { keys } => Some(format!("press {keys}")),
        Inline::Control { .. } => Some("control".to_owned()),
        Inline::Page { page, .. } => Some(format!("page {page}")),
    }
}

#[test]
fn every_page_is_read_whole_and_is_the_same_in_all_languages() {
    for name in PAGES {
        let kazakh: Vec<String> = read("kk", name).blocks.iter().map(shape).collect();
        for language in LANGUAGES {
            let shapes: Vec<String> = read(language, name).blocks.iter().map(shape).collect();
            for (at, (own, first)) in shapes.iter().zip(&kazakh).enumerate() {
                assert_eq!(own, first, "{language}/{name}, block {at}");
            }
            assert_eq!(shapes.len(), kazakh.len(), "{language}/{name}");
        }
    }
}

#[test]
fn every_link_leads_to_a_page() {
    for language in LANGUAGES {
        for name in PAGES {
            for block in &read(language, name).blocks {
                for inline in lines(block).into_iter().flatten() {
                    if let Inline::Page { page, .. } = inline {
                        assert!(PAGES.contains(&page.as_str()), "{language}/{name}: {page}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_not_understood_is_told() {
    let named = Named::new("kk");
    let told = |text: &str| read_page("x", text, &named).1.len();
    assert_eq!(
        told("# Бет\n\nСөз {action:article.new} {key:article.new} {press:Tab} {word:cancel}."),
        0
    );
    assert_eq!(told("# Бет\n\n{action:article.nothing}"), 1);
    assert_eq!(told("# Бет\n\n{key:go.all}"), 1, "an action without a key");
    assert_eq!(told("# Бет\n\n{press:F5}"), 1, "an action has this key");
    assert_eq!(told("# Бет\n\n{word:no-such-words}"), 1);
    assert_eq!(told("# Бет\n\n<b>html</b>"), 2);
    assert_eq!(told("Тақырыбы жоқ"), 1);
}
