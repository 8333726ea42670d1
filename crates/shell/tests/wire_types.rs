//! The window's types of the shell are made from the real ones. `UPDATE=1 cargo test -p muragat-shell --test wire_types`
//! rewrites them.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use muragat_shell::wire;
use ts_rs::{Config, TS};

/// A type as TypeScript, under its own comment.
fn declare<T: TS>(out: &mut String) {
    out.push_str(T::docs().unwrap_or_default().trim_end());
    out.push_str("\nexport ");
    out.push_str(&T::decl(&Config::new()));
    out.push_str("\n\n");
}

#[test]
fn the_windows_types_are_the_shells() {
    let mut made = String::from(
        "// Generated from Rust by crates/shell/tests/wire_types.rs: do not edit.\n\nimport type { VerifyFinding } from \"./bundle\";\nimport type { Changed, ListQuery, NearShort } from \"./index\";\n\nexport * from \"./bundle\";\n\n",
    );
    declare::<wire::Startup>(&mut made);
    declare::<wire::RecentLibrary>(&mut made);
    declare::<muragat_intake::SortedDocument>(&mut made);
    declare::<muragat_intake::SortedPaths>(&mut made);
    declare::<muragat_intake::PageReading>(&mut made);
    declare::<wire::Pick>(&mut made);
    declare::<wire::PickWords>(&mut made);
    declare::<wire::JobKind>(&mut made);
    declare::<wire::JobState>(&mut made);
    declare::<wire::Job>(&mut made);
    declare::<wire::Imported>(&mut made);
    declare::<muragat_archive::VersionOrder>(&mut made);
    declare::<muragat_archive::AlikeArticle>(&mut made);
    declare::<wire::AlikePair>(&mut made);
    declare::<wire::IntakeOrder>(&mut made);
    declare::<wire::DespiteRefusal>(&mut made);
    declare::<muragat_intake::Origin>(&mut made);
    declare::<wire::RetakeOrder>(&mut made);
    declare::<muragat_intake::FileOutcomeKind>(&mut made);
    declare::<muragat_intake::FileOutcome>(&mut made);
    declare::<wire::IntakeResult>(&mut made);
    declare::<wire::AttachedPhoto>(&mut made);
    declare::<wire::AttachResult>(&mut made);
    declare::<wire::ExportOrder>(&mut made);
    declare::<wire::VerifyResult>(&mut made);
    declare::<wire::Present>(&mut made);
    declare::<wire::Renamed>(&mut made);
    declare::<wire::ImportResult>(&mut made);
    declare::<wire::CheckFinding>(&mut made);
    declare::<wire::CheckResult>(&mut made);
    declare::<wire::BackupResult>(&mut made);
    declare::<wire::RestoreResult>(&mut made);
    declare::<wire::BringBackResult>(&mut made);
    declare::<wire::PrintResult>(&mut made);
    declare::<wire::WatchedNow>(&mut made);
    declare::<wire::LibraryInfo>(&mut made);
    declare::<wire::Problem>(&mut made);
    let made = format!("{}\n", made.trim_end());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/types/shell.ts");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap() == made,
        "ui/src/types/shell.ts differs from the Rust types: UPDATE=1 cargo test -p muragat-shell --test wire_types"
    );
}
