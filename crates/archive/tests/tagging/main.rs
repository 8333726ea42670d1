//! Tagging in the text: what the picker offers, what a tag makes, how the cast is changed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod cast_and_quotes;
#[path = "../common/mod.rs"]
mod common;
mod marks;
mod picker;

use common::{Home, RELEASE, home};
use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::{MentionState, PartyKind, Role, Speech};
use muragat_archive::{
    ParticipationFields, SuggestionKind, TagKind, TagProposal, TagSpan, TaggedSpan, Tagging, Whom,
};

/// Where a text stands in a body, in characters, the `nth` time.
fn at(body: &str, text: &str, nth: usize) -> (u64, u64) {
    let (byte, _) = body.match_indices(text).nth(nth).unwrap();
    let start = body[..byte].chars().count() as u64;
    (start, start + text.chars().count() as u64)
}

struct Desk {
    home: Home,
    article: String,
}

impl Desk {
    fn new(text: &str) -> Desk {
        let mut home = home();
        let article = home.add(text).id;
        Desk { home, article }
    }

    fn record(&self) -> ArticleRecord {
        self.home.archive.article(&self.article).unwrap()
    }

    fn propose(&self, text: &str, nth: usize, kind: TagKind) -> TagProposal {
        let version = self.record().versions.remove(0);
        let (start, end) = at(&version.body, text, nth);
        self.home
            .archive
            .propose_tag(&version.id, start, end, kind)
            .unwrap()
    }

    /// Takes the proposal as it stands: for `party`, or a new one.
    fn take(
        &mut self,
        proposal: &TagProposal,
        party: Option<&str>,
        everywhere: bool,
    ) -> TaggedSpan {
        let tag = TagSpan {
            version: self.record().versions[0].id.clone(),
            start: proposal.start,
            end: proposal.end,
            kind: proposal.kind,
            party: party.map(str::to_owned),
            name: proposal.name.clone(),
            roles: proposal.roles.clone(),
            positions: proposal.positions.clone(),
            on_behalf_of: proposal.on_behalf_of.clone(),
            everywhere,
            replaces: None,
        };
        self.home.archive.tag_span(&tag).unwrap().value
    }
}

fn codes(proposal: &TagProposal) -> Vec<(&str, Vec<&str>)> {
    proposal
        .candidates
        .iter()
        .map(|c| {
            (
                c.name.as_str(),
                c.reasons.iter().map(|r| r.code.as_str()).collect(),
            )
        })
        .collect()
}
