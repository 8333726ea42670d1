//! What can be asked for: a family of verbs a file, each with its arguments and what it does.
//! The order of [`Verb`] is the order of the help.

mod article_card;
mod articles;
mod backups;
mod batches;
mod bundles;
mod copies;
mod finding;
mod history;
mod intake;
mod library;
mod list_file;
mod parties;
mod party_records;
mod reading;
mod suggestions;
mod transfers;
mod units;

use clap::Subcommand;

use crate::call::{Call, Status};

#[derive(Subcommand, Debug)]
pub enum Verb {
    Read(reading::Read),
    Init(library::Init),
    Add(intake::Add),
    Tag(parties::Tag),
    Officials(parties::Officials),
    Refused(suggestions::Refused),
    Party(party_records::Party),
    Attach(intake::Attach),
    Show(finding::Show),
    List(finding::List),
    Search(finding::Search),
    Edit(Box<articles::Edit>),
    Register(articles::Register),
    Delete(articles::Delete),
    Unit(units::Unit),
    Copies(copies::Copies),
    Export(bundles::Export),
    Transfer(transfers::Transfer),
    Verify(bundles::Verify),
    Import(bundles::Import),
    Check(library::Check),
    History(history::History),
    Undo(history::Undo),
    Redo,
    Backup(backups::Backup),
    Restore(backups::Restore),
}

/// Does what was asked for; gives the exit status.
pub fn run(call: &Call, verb: &Verb) -> Status {
    let status = match verb {
        Verb::Read(given) => reading::read(call, given),
        Verb::Init(given) => library::init(call, given),
        Verb::Add(given) => intake::add(call, given),
        Verb::Tag(given) => parties::tag(call, given),
        Verb::Officials(given) => parties::officials(call, given),
        Verb::Refused(given) => suggestions::refused(call, given),
        Verb::Party(given) => party_records::party(call, given),
        Verb::Attach(given) => intake::attach(call, given),
        Verb::Show(given) => finding::show(call, given),
        Verb::List(given) => finding::list(call, given),
        Verb::Search(given) => finding::search(call, given),
        Verb::Edit(given) => articles::edit(call, given),
        Verb::Register(given) => articles::register(call, given),
        Verb::Delete(given) => articles::delete(call, given),
        Verb::Unit(given) => units::unit(call, given),
        Verb::Copies(given) => copies::copies(call, given),
        Verb::Export(given) => bundles::export(call, given),
        Verb::Transfer(given) => transfers::transfer(call, given),
        Verb::Verify(given) => bundles::verify(call, given),
        Verb::Import(given) => bundles::import(call, given),
        Verb::Check(given) => library::check(call, given),
        Verb::History(given) => history::history(call, given),
        Verb::Undo(given) => history::undo(call, given),
        Verb::Redo => history::redo(call),
        Verb::Backup(given) => backups::backup(call, given),
        Verb::Restore(given) => backups::restore(call, given),
    };
    status.map_err(|failure| call.name_library(failure))
}
