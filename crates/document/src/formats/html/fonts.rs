//! The fonts of a page, as far as they matter: which words are set in an old Kazakh font.

use crate::markup::{Node, Tree};
use crate::old_fonts::is_old_font;

/// So many rules of style sheets are kept.
const MOST_RULES: usize = 500;
/// So much of a style sheet is read, in bytes.
const LONGEST_SHEET: usize = 256 << 10;

/// A rule for elements of a name, of a class, or of both.
#[derive(Debug)]
struct Rule {
    name: String,
    class: String,
    font: String,
}

/// The fonts that style sheets in the page give; empty where none of them is an old one.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    rules: Vec<Rule>,
}

impl Fonts {
    /// Reads the style sheets in a page.
    pub fn find(tree: &Tree) -> Fonts {
        let mut rules = Vec::new();
        for id in tree.within(Tree::ROOT) {
            if tree.name(id) != "style" {
                continue;
            }
            for child in tree.children(id) {
                let text = tree.node(child).and_then(Node::text).unwrap_or_default();
                if text.len() <= LONGEST_SHEET {
                    read_sheet(text, &mut rules);
                }
            }
        }
        if !rules.iter().any(|rule: &Rule| is_old_font(&rule.font)) {
            rules.clear();
        }
        Fonts { rules }
    }

    /// The font that an element sets for what is in it; none where it says nothing.
    pub fn find_font(&self, node: &Node) -> Option<String> {
        let of_style = node.attribute("style").and_then(find_family);
        let of_face = || first_family(node.attribute("face")?);
        of_style.or_else(|| self.find_rule(node)).or_else(of_face)
    }

    fn find_rule(&self, node: &Node) -> Option<String> {
        if self.rules.is_empty() {
            return None;
        }
        let classes = node.attribute("class").unwrap_or_default();
        let fits = |rule: &&Rule| {
            let of_class = rule.class.is_empty()
                || classes
                    .split_ascii_whitespace()
                    .any(|class| class.eq_ignore_ascii_case(&rule.class));
            (rule.name.is_empty() || rule.name == node.name()) && of_class
        };
        // a class says more than a name, what comes later more than what came before
        let fitting = self.rules.iter().filter(fits);
        let rule = fitting.max_by_key(|rule| !rule.class.is_empty())?;
        Some(rule.font.clone())
    }
}

fn read_sheet(sheet: &str, rules: &mut Vec<Rule>) {
    let sheet = sheet.replace("<!--", " ").replace("-->", " ");
    for part in sheet.split('}') {
        let Some((selectors, declarations)) = part.rsplit_once('{') else {
            continue;
        };
        let Some(font) = find_family(declarations) else {
            continue;
        };
        let selectors = selectors.rsplit("*/").next().unwrap_or_default();
        for selector in selectors.split(',').map(str::trim) {
            let is_plain = selector
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
            if !is_plain || selector.is_empty() || rules.len() >= MOST_RULES {
                continue;
            }
            let (name, class) = selector.split_once('.').unwrap_or((selector, ""));
            rules.push(Rule {
                name: name.to_ascii_lowercase(),
                class: class.to_owned(),
                font: font.clone(),
            });
        }
    }
}

/// The first font that declarations name.
fn find_family(declarations: &str) -> Option<String> {
    declarations.split(';').take(64).find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let is_font = name.trim().eq_ignore_ascii_case("font-family");
        is_font.then(|| first_family(value)).flatten()
    })
}

fn first_family(families: &str) -> Option<String> {
    let family = families.split(',').next()?;
    let family = family.trim().trim_matches(['"', '\'']).trim();
    (!family.is_empty() && family.len() < 100).then(|| family.to_owned())
}
