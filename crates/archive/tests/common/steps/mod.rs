//! Random work on a library: what one step does, and how it is done.

mod on_articles;
mod on_records;
mod on_tags;

use muragat_archive::record::VersionRecord;
use muragat_archive::{Archive, Error, Outcome, PartyQuery, PhotoQuery, Touched};
use proptest::prelude::*;

const PEOPLE: [&str; 3] = ["Сәуле Омарова", "Нұрлан Сейітов", "Омаров Сәкен"];
const ORGANISATIONS: [&str; 3] = [
    "Ерлік",
    "Жетісу университеті",
    "қала әкімдігінің баспасөз қызметі",
];

/// What one step does; numbers pick among what is there.
#[derive(Debug, Clone)]
pub enum Step {
    Add(u8),
    EditText(u8, u8),
    EditTitle(u8, u8),
    EditFields(u8, u8),
    Tag(u8, u8, u8),
    Untag(u8),
    Attach(u8, u8),
    Mention(u8, u8),
    Quote(u8, u8),
    Version(u8, u8),
    Unit(u8),
    Place(u8, u8),
    Register(u8),
    Delete(u8),
    Merge(u8, u8),
    Split(u8, u8),
    TellApart(u8, u8),
    RelatePhotos(u8, u8),
    EditParty(u8, u8),
    EditPhotos(u8, u8),
    MovePhoto(u8, u8),
    Event(u8, u8),
    Search(u8),
    Restore(u8),
    EditCast(u8, u8),
    TagSpan(u8, u8, u8),
    Everywhere(u8, u8),
    EditMention(u8, u8),
    EditQuote(u8, u8),
    RemovePlace(u8),
    NewArticle(u8),
    CopyVersion(u8, u8),
    DeleteVersion(u8, u8),
    EditUnit(u8, u8),
    MoveArticles(u8, u8),
    Join(u8, u8),
    Suggestions(u8, u8),
    EditEverywhere(u8, u8),
    Region(u8, u8),
    Headings(u8, u8),
    Transfer(u8, u8),
    Officials(u8),
    Undo,
    UndoOp(u8),
    Redo,
}

pub fn step() -> impl Strategy<Value = Step> {
    use Step::*;
    let n = any::<u8>;
    prop_oneof![
        4 => n().prop_map(Add),
        4 => (n(), n()).prop_map(|(a, b)| EditText(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditTitle(a, b)),
        3 => (n(), n()).prop_map(|(a, b)| EditFields(a, b)),
        4 => (n(), n(), n()).prop_map(|(a, b, c)| Tag(a, b, c)),
        1 => n().prop_map(Untag),
        2 => (n(), n()).prop_map(|(a, b)| Attach(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Mention(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Quote(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Version(a, b)),
        1 => n().prop_map(Unit),
        2 => (n(), n()).prop_map(|(a, b)| Place(a, b)),
        1 => n().prop_map(Register),
        1 => n().prop_map(Delete),
        2 => (n(), n()).prop_map(|(a, b)| Merge(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Split(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| TellApart(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| RelatePhotos(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditParty(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| EditPhotos(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| MovePhoto(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Event(a, b)),
        1 => n().prop_map(Search),
        2 => n().prop_map(Restore),
        3 => (n(), n()).prop_map(|(a, b)| EditCast(a, b)),
        4 => (n(), n(), n()).prop_map(|(a, b, c)| TagSpan(a, b, c)),
        1 => (n(), n()).prop_map(|(a, b)| Everywhere(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditMention(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditQuote(a, b)),
        1 => n().prop_map(RemovePlace),
        1 => n().prop_map(NewArticle),
        2 => (n(), n()).prop_map(|(a, b)| CopyVersion(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| DeleteVersion(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditUnit(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| MoveArticles(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Join(a, b)),
        3 => (n(), n()).prop_map(|(a, b)| Suggestions(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| EditEverywhere(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Region(a, b)),
        1 => (n(), n()).prop_map(|(a, b)| Headings(a, b)),
        2 => (n(), n()).prop_map(|(a, b)| Transfer(a, b)),
        1 => n().prop_map(Officials),
        3 => Just(Undo),
        2 => n().prop_map(UndoOp),
        2 => Just(Redo),
    ]
}

fn touched<T>(outcome: Outcome<T>) -> Option<Touched> {
    Some(outcome.touched)
}

/// What a number picks among some.
fn pick(ids: &[String], n: u8) -> Option<String> {
    ids.get(n as usize % ids.len().max(1)).cloned()
}

fn version(archive: &Archive, n: u8, m: u8) -> Option<VersionRecord> {
    let article = pick(&archive.article_ids().unwrap(), n)?;
    let versions = archive.article(&article).ok()?.versions;
    versions.get(m as usize % versions.len().max(1)).cloned()
}

fn party(archive: &Archive, n: u8) -> Option<String> {
    let query = PartyQuery {
        limit: 100,
        ..PartyQuery::default()
    };
    let rows = archive.parties(&query).unwrap().rows;
    rows.get(n as usize % rows.len().max(1))
        .map(|line| line.id.clone())
}

fn photo_ids(archive: &Archive) -> Vec<String> {
    let query = PhotoQuery {
        limit: 100,
        ..PhotoQuery::default()
    };
    let rows = archive.photos(&query).unwrap().rows;
    rows.into_iter().map(|line| line.photo.id).collect()
}

/// Does a step, and says which records it told to look different; an error that the domain foresees is an answer, anything else fails the test.
pub fn run(
    archive: &mut Archive,
    step: &Step,
    photos: &[std::path::PathBuf],
) -> Result<Option<Touched>, TestCaseError> {
    let done = on_articles::run(archive, step)
        .or_else(|| on_tags::run(archive, step))
        .or_else(|| on_records::run(archive, step, photos));
    let result = done.unwrap_or_else(|| match step {
        Step::Restore(n) => {
            let lines = archive.history(None, 40).unwrap();
            let changes: Vec<i64> = lines
                .iter()
                .flat_map(|line| &line.changes)
                .filter(|change| change.restorable)
                .map(|change| change.id)
                .collect();
            match changes.get(*n as usize % changes.len().max(1)) {
                Some(change) => archive.restore_change(*change).map(touched),
                None => Ok(None),
            }
        }
        Step::Undo => archive.undo(None).map(touched),
        Step::UndoOp(n) => archive.undo(Some(i64::from(*n % 40))).map(touched),
        Step::Redo => archive.redo().map(touched),
        other => panic!("nobody does {other:?}"),
    });
    match result {
        Ok(touched) => Ok(touched),
        Err(
            Error::DuplicateRelease { .. }
            | Error::TextRegistered { .. }
            | Error::ReferenceTaken { .. }
            | Error::UnitTaken { .. }
            | Error::UnitNotEmpty { .. }
            | Error::VersionNeeded { .. }
            | Error::RuleBroken { .. }
            | Error::SpanOutside { .. }
            | Error::NotFound { .. }
            | Error::PartyAmbiguous { .. }
            | Error::PartyKindDiffers { .. }
            | Error::PartyInUse { .. }
            | Error::EventInUse { .. }
            | Error::PhotoDuplicate { .. }
            | Error::NameTaken { .. }
            | Error::ValueInvalid { .. }
            | Error::NotRestorable { .. }
            | Error::TransferEmpty { .. }
            | Error::TransferStands { .. }
            | Error::ArticleTransferred { .. }
            | Error::ListNameAmbiguous { .. }
            | Error::NothingToUndo
            | Error::NothingToRedo
            | Error::OpNotStanding { .. }
            | Error::UndoBlocked { .. }
            | Error::UndoClash { .. },
        ) => Ok(None),
        Err(other) => Err(TestCaseError::fail(format!("{step:?}: {other:?}"))),
    }
}
