//! Between archive and bundle: exports a BagIt bundle and reads it back.
//!
//! A bundle is a bag (RFC 8493) that the archival world can read and that comes back whole. In its payload
//! `articles/<year>/<reference>/` holds each article: the lossless `article.json`, TEI, METS, PREMIS, a page, plain text, its
//! originals and its photos with XMP sidecars. Beside them stand the parties (EAC-CPF), the finding aid (EAD3), Dublin
//! Core, an RO-Crate over all, and a viewer for any browser. The same records give the same payload; the export's own
//! time and history stand in bag-info.txt and data/export.premis.xml alone.
//!
//! What leaves an archive otherwise is made here too: lists, prints, and copies of photos for newspapers.

mod copies;
mod dating_words;
mod error;
mod export;
mod foreign;
mod formats;
mod identity;
mod import;
mod incoming;
mod layout;
mod lists;
mod paper;
mod payload;
mod photo_statement;
mod placed;
mod plan;
mod print;
mod profile;
mod spans;
mod spoken;
mod transfer;
mod verification;
mod viewer;
mod xml;

pub use copies::{
    CopiesMade, CopiesWanted, CopyHindrance, CopyLeftOut, CopyMade, DEFAULT_COPY_NAME, name_copy,
    write_copies,
};
pub use dating_words::dating_words;
pub use error::Error;
pub use export::{DamagedArticle, Export, ExportResult, LeftOut, export};
pub use import::{Import, import};
pub use lists::{ListColumn, ListFormat, ListMade, ListWanted, Listed, write_list};
pub use muragat_bagit::Finding;
pub use plan::{FieldDifference, ImportPlan, PlannedImport, Standing, plan};
pub use print::{PrintMade, PrintWanted, print_articles};
pub use profile::{PROFILE, PROFILE_IDENTIFIER};
pub use transfer::{TransferResult, export_transfer};
pub use verification::{Verification, VerifyFinding, verify};
