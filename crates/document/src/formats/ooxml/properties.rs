//! What a package says of its document.

use super::{Package, Part};
use crate::budget::Budget;
use crate::document::Properties;
use crate::moment::read_moment;
use crate::refusal::Refusal;
use crate::xml::{Tree, decode};

/// Reads the properties of a package.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn read_properties(
    package: &mut Package,
    budget: &mut Budget,
) -> Result<Properties, Refusal> {
    let root = package.read_relations("", budget)?;
    let mut properties = Properties::default();
    let core = find_part(&root, "core-properties", "docProps/core.xml");
    if let Some(bytes) = package.read_part(&core, budget)? {
        let source = decode(&bytes);
        let tree = Tree::read(&source, |_| false, budget)?;
        let value = |name: &str| {
            let text = tree.root()?.child(name)?.text();
            let text = text.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        properties.title = value("title");
        properties.author = value("creator");
        properties.created = value("created").and_then(|text| read_moment(&text));
    }
    let program = find_part(&root, "extended-properties", "docProps/app.xml");
    if let Some(bytes) = package.read_part(&program, budget)? {
        let source = decode(&bytes);
        let tree = Tree::read(&source, |_| false, budget)?;
        let value = |name: &str| {
            let text = tree.root()?.child(name)?.text();
            let text = text.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        properties.generator = match (value("Application"), value("AppVersion")) {
            (Some(name), Some(version)) => Some(format!("{name} {version}")),
            (name, _) => name,
        };
        let pages = value("Pages").or_else(|| value("Slides"));
        properties.pages = pages
            .and_then(|text| text.parse().ok())
            .filter(|pages| *pages > 0);
    }
    Ok(properties)
}

fn find_part(root: &Part, kind: &str, usual: &str) -> String {
    root.find_kind(kind)
        .map_or(usual.to_owned(), |relation| relation.target.clone())
}
