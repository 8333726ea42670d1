//! The window's types of the manual are made from the real ones. `UPDATE=1 cargo test -p muragat-manual --test
//! wire_types` rewrites them.
#![allow(clippy::unwrap_used, reason = "a test tells by failing")]

use ts_rs::{Config, TS};

/// A type as TypeScript, under its own comment.
fn declare<T: TS>(out: &mut String) {
    out.push_str(T::docs().unwrap_or_default().trim_end());
    out.push_str("\nexport ");
    out.push_str(&T::decl(&Config::new()));
    out.push_str("\n\n");
}

#[test]
fn the_windows_types_are_the_manuals() {
    let mut made = String::from(
        "// Generated from Rust by crates/manual/tests/wire_types.rs: do not edit.\n\n",
    );
    let names: Vec<String> = muragat_manual::PAGES
        .iter()
        .map(|name| format!("\"{name}\""))
        .collect();
    made.push_str(
        "/**\n * The pages of the manual by their names, in order.\n */\nexport type PageName = ",
    );
    made.push_str(&names.join(" | "));
    made.push_str(";\n\n");
    declare::<muragat_manual::Inline>(&mut made);
    declare::<muragat_manual::Block>(&mut made);
    declare::<muragat_manual::Page>(&mut made);
    declare::<muragat_manual::FoundSection>(&mut made);
    let made = format!("{}\n", made.trim_end());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/types/manual.ts");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let stands = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        stands == made,
        "ui/src/types/manual.ts differs from the Rust types: UPDATE=1 cargo test -p muragat-manual --test wire_types"
    );
}
