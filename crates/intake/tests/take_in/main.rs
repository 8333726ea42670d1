//! What becomes of files as people receive them, in a library made for the test.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects by failing"
)]

mod channels_and_pages;
mod kept;
mod mails;
mod makers;
mod many_files;
mod photos_of_several;
mod same_pictures;
mod sidecars;

use std::path::{Path, PathBuf};

use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::TextKind;
use muragat_archive::{Archive, Error, Identity, Intake, Outcome};
use muragat_intake::{DocumentReader, FileOutcomeKind, TakenIn, take_in};

/// A release of our own; longer than a covering note needs to be, and dated in its text.
pub(crate) const RELEASE: &str = "Ауданда жаңа емхана ашылды\n2026 жылғы 27 ақпан\n\
    Емханада отыз дәрігер жұмыс істейді, олар күніне екі жүз адамды қабылдайды.\n\
    Ғимарат республикалық бюджет есебінен салынды, құрылыс екі жылға созылды.\n\
    Ашылу рәсіміне аудан тұрғындары мен құрылысшылар қатысты.";

/// Another.
pub(crate) const OTHER: &str = "Көктемгі егіске дайындық басталды\n2026 жылғы 3 наурыз\n\
    Шаруашылықтар жанармаймен толық қамтылды, тұқым тазаланып, қоймаға жеткізілді.\n\
    Биыл егін алқабы өткен жылғыдан он мың гектарға артық болады деп жоспарланып отыр.";

/// A library and a folder of files that came in.
pub(crate) struct Desk {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) archive: Archive,
}

impl Desk {
    pub(crate) fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let archive =
            Archive::create(&folder.path().join("l.muragat"), Identity::new("Айгүл")).unwrap();
        Desk { folder, archive }
    }

    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join("in").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn take(&mut self, documents: &[&PathBuf], photos: &[&PathBuf]) -> Outcome<TakenIn> {
        let owned = |paths: &[&PathBuf]| -> Vec<PathBuf> {
            paths.iter().map(|path| (*path).clone()).collect()
        };
        take_in(
            &mut self.archive,
            &DocumentReader::in_this_process(),
            &owned(documents),
            &owned(photos),
            &Intake::default(),
            &mut |_| true,
        )
        .unwrap()
    }

    /// The articles that came of it, in the order of their dates.
    pub(crate) fn articles(&self, taken: &TakenIn) -> Vec<ArticleRecord> {
        let ids = taken.articles.iter().map(|article| &article.id);
        ids.map(|id| self.archive.article(id).unwrap()).collect()
    }

    /// The one article that came of a file with its photos, and nothing was refused.
    pub(crate) fn take_one(
        &mut self,
        document: &PathBuf,
        photos: &[&PathBuf],
    ) -> (ArticleRecord, TakenIn) {
        let taken = self.take(&[document], photos).value;
        assert!(taken.refused.is_empty(), "{:?}", taken.refused);
        for article in &taken.articles {
            let refused = &article.photos.refused;
            assert!(refused.is_empty(), "{refused:?}");
        }
        let mut articles = self.articles(&taken);
        assert_eq!(articles.len(), 1, "{:?}", taken.files);
        (articles.remove(0), taken)
    }
}

/// `article хабар.docx`, `photo хабар.docx/1.jpg`: what became of what.
pub(crate) fn lines(taken: &TakenIn) -> Vec<String> {
    taken
        .files
        .iter()
        .map(|one| {
            let kind = match one.became {
                FileOutcomeKind::Article => "article",
                FileOutcomeKind::Photo => "photo",
                FileOutcomeKind::Form => "form",
                FileOutcomeKind::Duplicate => "duplicate",
                FileOutcomeKind::Refused => "refused",
                FileOutcomeKind::Unplaced => "unplaced",
                FileOutcomeKind::SamePicture => "same",
            };
            let file = Path::new(&one.origin.file).file_name().unwrap();
            let mut line = format!("{kind} {}", file.display());
            if let Some(inside) = &one.origin.inside {
                line += &format!("/{inside}");
            }
            if let Some(same) = &one.same_as {
                line += &format!(" = {same}");
            }
            line
        })
        .collect()
}

/// Each photo with its caption.
pub(crate) fn photos(article: &ArticleRecord) -> Vec<(&str, Option<&str>)> {
    article
        .photos
        .iter()
        .map(|photo| {
            let caption = photo
                .texts
                .iter()
                .find(|text| text.kind == TextKind::Caption);
            (
                photo.name.as_str(),
                caption.map(|caption| caption.text.as_str()),
            )
        })
        .collect()
}

pub(crate) fn names(article: &ArticleRecord) -> Vec<&str> {
    let files = &article.versions[0].files;
    files.iter().map(|file| file.name.as_str()).collect()
}

pub(crate) fn titles(articles: &[ArticleRecord]) -> Vec<&str> {
    let titles = articles.iter().map(|one| one.versions[0].title.as_str());
    titles.collect()
}

pub(crate) fn codes(refused: &[Error]) -> Vec<String> {
    refused.iter().map(Error::code).collect()
}
