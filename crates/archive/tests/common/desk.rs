//! One document in a library, as one who tags it handles it.

use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::PartyKind;
use muragat_archive::{Accepted, Suggestion, SuggestionKind, Tagging};

use super::{Home, home};

pub struct Desk {
    pub home: Home,
    pub article: String,
}

impl Desk {
    pub fn new(text: &str) -> Desk {
        let mut home = home();
        let article = home.add(text).id;
        Desk { home, article }
    }

    pub fn record(&self) -> ArticleRecord {
        self.home.archive.article(&self.article).unwrap()
    }

    pub fn version(&self) -> String {
        self.record().versions[0].id.clone()
    }

    pub fn open(&self) -> Vec<Suggestion> {
        self.home.archive.suggestions(&self.version()).unwrap()
    }

    pub fn one(&self, kind: SuggestionKind, name: &str) -> Suggestion {
        let open = self.open();
        let found = open.iter().find(|s| s.kind == kind && s.name == name);
        found
            .unwrap_or_else(|| panic!("{name} is not in {open:?}"))
            .clone()
    }

    pub fn accept(&mut self, keys: &[String]) -> Accepted {
        let version = self.version();
        let done = self.home.archive.accept_suggestions(&version, keys, None);
        done.unwrap().value
    }

    pub fn edit(&mut self, from: &str, to: &str) {
        let version = self.version();
        let body = self.record().versions[0].body.replace(from, to);
        self.home
            .archive
            .edit_version(&version, None, Some(&body))
            .unwrap();
    }

    pub fn tag(&mut self, kind: PartyKind, name: &str) -> String {
        let tagging = Tagging {
            kind,
            name: name.to_owned(),
            role: None,
            position: None,
            on_behalf_of: None,
        };
        let article = self.article.clone();
        self.home
            .archive
            .tag(&article, &tagging)
            .unwrap()
            .value
            .party
    }
}

/// The names of the suggestions of a kind.
pub fn names(open: &[Suggestion], kind: SuggestionKind) -> Vec<&str> {
    let of_kind = open.iter().filter(|suggestion| suggestion.kind == kind);
    of_kind.map(|suggestion| suggestion.name.as_str()).collect()
}
