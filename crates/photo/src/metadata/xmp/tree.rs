//! The values of XMP (ISO 16684-1, 6.3): texts, lists and structures within each other.

use super::namespaces::Namespace;
use crate::metadata::languages::{DEFAULT, InLanguage, InLanguages};
use crate::metadata::limits::LIST_MOST;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    /// A text that is not empty.
    Text(String),
    /// A list that is not empty, of whatever kind: bag, sequence or alternatives.
    List(Vec<Item>),
    /// A structure that is not empty.
    Structure(Properties),
}

/// A value in a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    /// `xml:lang`.
    pub(super) language: Option<String>,
    pub(super) node: Node,
}

/// Names and values, in their order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Properties(pub(super) Vec<(Namespace, String, Node)>);

impl Properties {
    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds those of another packet behind these.
    pub(crate) fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    /// The first value of a property.
    pub(super) fn get(&self, namespace: Namespace, name: &str) -> Option<&Node> {
        let of_it = self
            .0
            .iter()
            .find(|(space, local, _)| *space == namespace && local == name);
        of_it.map(|(_, _, node)| node)
    }

    /// The text of a property; of a list the one for whoever asks for no language, else the first.
    pub(crate) fn text(&self, namespace: Namespace, name: &str) -> Option<String> {
        self.get(namespace, name)?.text().map(str::to_owned)
    }

    /// The texts of a property.
    pub(crate) fn texts(&self, namespace: Namespace, name: &str) -> Option<Vec<String>> {
        let texts: Vec<String> = match self.get(namespace, name)? {
            Node::List(items) => items
                .iter()
                .filter_map(|item| item.node.text())
                .map(str::to_owned)
                .collect(),
            node => node.text().map(str::to_owned).into_iter().collect(),
        };
        (!texts.is_empty()).then_some(texts)
    }

    /// The texts of a property in their languages.
    pub(crate) fn languages(&self, namespace: Namespace, name: &str) -> Option<InLanguages> {
        let Node::List(items) = self.get(namespace, name)? else {
            return self.text(namespace, name).map(InLanguages::of_default);
        };
        let texts = items.iter().filter_map(|item| {
            let language = item.language.as_deref().unwrap_or(DEFAULT).to_owned();
            let text = item.node.text()?.to_owned();
            Some(InLanguage { language, text })
        });
        InLanguages::new(texts.collect())
    }

    /// The structures of a property, be it a list of them or one.
    pub(super) fn structures(&self, namespace: Namespace, name: &str) -> Vec<&Properties> {
        match self.get(namespace, name) {
            Some(Node::List(items)) => items
                .iter()
                .filter_map(|item| item.node.structure())
                .take(LIST_MOST)
                .collect(),
            Some(node) => node.structure().into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// The structure of a property.
    pub(super) fn structure(&self, namespace: Namespace, name: &str) -> Option<&Properties> {
        self.structures(namespace, name).into_iter().next()
    }
}

impl Node {
    fn structure(&self) -> Option<&Properties> {
        match self {
            Self::Structure(properties) => Some(properties),
            _ => None,
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(items) => {
                let is_default = |item: &&Item| item.language.as_deref() == Some(DEFAULT);
                let item = items.iter().find(is_default).or_else(|| items.first())?;
                match &item.node {
                    Self::Text(text) => Some(text),
                    _ => None,
                }
            }
            Self::Structure(_) => None,
        }
    }
}
