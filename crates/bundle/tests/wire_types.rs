//! The window's types of bundles are made from the real ones. `UPDATE=1 cargo test -p muragat-bundle --test wire_types`
//! rewrites them.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use muragat_bundle as bundle;
use ts_rs::{Config, TS};

/// A type as TypeScript, under its own comment.
fn declare<T: TS>(out: &mut String) {
    out.push_str(T::docs().unwrap_or_default().trim_end());
    out.push_str("\nexport ");
    out.push_str(&T::decl(&Config::new()));
    out.push_str("\n\n");
}

#[test]
fn the_windows_types_are_the_bundles() {
    let mut made = String::from(
        "// Generated from Rust by crates/bundle/tests/wire_types.rs: do not edit.\n\nimport type { Access, ListQuery, PartyQuery, PhotoQuery } from \"./index\";\n\n",
    );
    declare::<bundle::LeftOut>(&mut made);
    declare::<bundle::DamagedArticle>(&mut made);
    declare::<bundle::ExportResult>(&mut made);
    declare::<bundle::TransferResult>(&mut made);
    declare::<bundle::VerifyFinding>(&mut made);
    declare::<bundle::Verification>(&mut made);
    declare::<bundle::Standing>(&mut made);
    declare::<bundle::FieldDifference>(&mut made);
    declare::<bundle::PlannedImport>(&mut made);
    declare::<bundle::ImportPlan>(&mut made);
    declare::<bundle::Listed>(&mut made);
    declare::<bundle::ListColumn>(&mut made);
    declare::<bundle::ListFormat>(&mut made);
    declare::<bundle::ListWanted>(&mut made);
    declare::<bundle::ListMade>(&mut made);
    declare::<bundle::PrintWanted>(&mut made);
    declare::<bundle::PrintMade>(&mut made);
    declare::<bundle::CopiesWanted>(&mut made);
    declare::<bundle::CopyMade>(&mut made);
    declare::<bundle::CopyHindrance>(&mut made);
    declare::<bundle::CopyLeftOut>(&mut made);
    declare::<bundle::CopiesMade>(&mut made);
    let made = format!("{}\n", made.trim_end());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/types/bundle.ts");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let stands = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        stands == made,
        "ui/src/types/bundle.ts differs from the Rust types: UPDATE=1 cargo test -p muragat-bundle --test wire_types"
    );
}
