//! The window's types are made from the archive's. `UPDATE=1 cargo test -p muragat-archive --test wire_types` rewrites them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

use muragat_archive as archive;
use muragat_archive::record::{self, terms};
use ts_rs::{Config, TS};

fn add<T: TS>(out: &mut String) {
    let config = Config::new();
    if let Some(docs) = T::docs() {
        out.push_str(&docs);
        if !docs.ends_with('\n') {
            out.push('\n');
        }
    }
    out.push_str("export ");
    out.push_str(&T::decl(&config));
    out.push_str("\n\n");
}

macro_rules! add_all {
    ($out:ident: $($type:ty),+ $(,)?) => { $(add::<$type>(&mut $out);)+ };
}

#[test]
fn the_windows_types_are_the_archives() {
    let mut out = String::from(
        "// Generated from Rust by crates/archive/tests/wire_types.rs: do not edit.\n\n",
    );
    add_all!(out:
        terms::Level, terms::State, terms::Access, terms::Relation, terms::PartyKind, terms::PostKind, terms::NameKind, terms::Role,
        terms::Speech, terms::MentionState, terms::TextKind, terms::Kinship, terms::ReasonCode,
        record::ArticleRecord, record::AccessRecord, record::UnitRecord, record::PlaceRecord, record::EventRecord,
        record::VersionRecord, record::FileRecord, record::DerivationRecord, record::LeftOutRecord, record::DoubtRecord,
        record::SourceRecord, record::MentionRecord, record::QuoteRecord,
        record::ParticipationRecord, record::PrintedPositionRecord, record::PhotoRecord, record::PhotoTextRecord,
        record::RegionRecord, record::PartyRecord, record::PartyNameRecord, record::PostRecord, record::DecisionRecord,
        record::ArticleLine,
        archive::ListOrder, archive::ListQuery, archive::ListPage, archive::UnitLine,
        archive::ArticleEdit, archive::NewArticle, archive::NewVersion, archive::VersionFields, archive::UnitFields,
        archive::TagKind, archive::Reason, archive::Candidate, archive::TagProposal, archive::TagSpan, archive::TaggedSpan,
        archive::Suggestion, archive::OpenSuggestions, archive::Accepted, archive::Doubt, archive::DiffPiece, archive::DiffRow, archive::ParticipationFields, archive::QuoteProposal,
        archive::DateReading, archive::HistoryOf, archive::HistoryFilter, archive::HistoryChoices, archive::HistoryLine, archive::HistoryChange, archive::TextPiece,
        archive::Prefer, archive::SeenValue, archive::Changed, archive::Written<()>, archive::Shown, archive::ShownByName, archive::Reverted, archive::Found, archive::Hit, archive::Alike, archive::OpenFacet, archive::Facets, archive::YearCount, archive::StateCount,
        archive::LanguageCount, archive::Count, archive::ArticleSnippet, archive::SavedSearchLine, archive::RefusedName, archive::Overview, archive::Elsewhere,
        archive::Officials, archive::PartyLine, archive::PartyOrder, archive::PartyQuery, archive::PartyPage, archive::PartyRef, archive::PrintedLine,
        archive::PartyPageRecord, archive::QuoteLine, archive::QuotePage, archive::NameParts, archive::PersonOfBody, archive::PartiesDeleted, archive::BodyBeside, archive::Double, archive::PartyFields, archive::NameFields, archive::PostFields,
        archive::EventLine, archive::EventPage, archive::EventFields, archive::EventPageRecord,
        archive::PhotoLine, archive::PhotoLack, archive::PhotoSort, archive::PhotoQuery, archive::ShiftedTime, archive::PhotoCheck, terms::PhotoCheckKind, archive::PhotoPage, archive::NearPhoto, archive::NearShort, archive::NearPair, archive::NearPhotoPage, archive::PhotoFields, archive::PhotoTemplateLine, archive::PhotoHome, archive::CaptionCode,
        archive::RegionBox, archive::Whom, terms::DigitalSourceType, terms::StatedField, terms::StatementSource,
        archive::OtherStatement, archive::PhotoStatement, archive::StatedParty, archive::PhotoStatements, archive::WantedStatement,
        terms::TransferState, terms::TransferFileKind, archive::TransferScope, archive::TransferLeftOut, archive::TransferDraft,
        archive::TransferPreview, archive::TransferParty, archive::TransferFields, archive::TransferFileRecord,
        archive::TransferRecord,
        archive::BackupWhen, archive::BackupPlan, archive::FoundBackup, archive::BackupProblem, archive::BackupStanding,
        archive::BackupLineState, archive::BackupLine, archive::BackupContents,
        archive::CommonValue, archive::CommonHeading, archive::CommonFields,
        archive::BatchFields, archive::BatchAct, archive::Batch, archive::BatchArticle, archive::BatchChange, archive::BatchLine,
        archive::BatchHindrance, archive::BatchHindered, archive::BatchOpenPoint, archive::BatchOpen, archive::BatchResult,
    );
    let by_ai: Vec<&str> = terms::DigitalSourceType::BY_AI
        .iter()
        .map(|term| term.as_str())
        .collect();
    out.push_str(&format!(
        "/**\n * Those of pictures that artificial intelligence made or changed.\n */\nexport const byAi: readonly DigitalSourceType[] = {by_ai:?};\n"
    ));
    let made = format!("{}\n", out.trim_end());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/types/index.ts");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
        std::fs::write(path, &made).unwrap();
    }
    let stands = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        stands == made,
        "ui/src/types/index.ts differs from the Rust types: UPDATE=1 cargo test -p muragat-archive --test wire_types"
    );
}
