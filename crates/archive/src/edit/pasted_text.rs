//! A text that came as words, and one that is pasted into the empty text of an article which is there already.

use std::sync::Arc;

use muragat_language::ReadText;

use crate::edit::article::{ArticleEdit, set_fields};
use crate::edit::received_text::ReceivedText;
use crate::edit::version::{VersionFields, edit_text};
use crate::edit::{intake, known_text};
use crate::error::Error;
use crate::nouns::article::Article;
use crate::nouns::version::{UNDETERMINED, Version};
use crate::record::FileRecord;
use crate::record::terms::OpKind;
use crate::store::door::Outcome;
use crate::store::library::Archive;
use crate::store::originals::{Facts, Stored};
use crate::store::rows;

/// A text that came as words, read, with its bytes among the originals.
pub(crate) struct PastedText {
    pub read: Arc<ReadText>,
    /// Its one file.
    pub files: Vec<(Stored, FileRecord)>,
}

impl Archive {
    /// Reads a text that came as words and stores its bytes. `again`: also where the library has the same text.
    ///
    /// # Errors
    /// [`Error::DuplicateRelease`]; [`Error::TextTooLarge`].
    pub(crate) fn receive_pasted(&self, text: &str, again: bool) -> Result<PastedText, Error> {
        let decoded = intake::decode_text("", text.as_bytes())?;
        let read = self.read_release(&decoded.text)?;
        let sha256 = muragat_files::sha256(text.as_bytes());
        if !again && let Some(known) = known_text::find(self.connection(), &sha256, read.reading())?
        {
            let kept = known_text::keeps_all(self.connection(), known.version, [&*sha256])?;
            return Err(known.refuse("", kept));
        }
        let facts = Facts {
            extension: "txt".to_owned(),
            media_type: "text/plain".to_owned(),
            ..Facts::default()
        };
        let stored = self.store_original(text.as_bytes(), facts)?;
        let files = ReceivedText::of_plain_text("", text.as_bytes(), decoded).files;
        let records = files.into_iter().map(|file| file.record);
        Ok(PastedText {
            read,
            files: std::iter::once(stored).zip(records).collect(),
        })
    }

    /// Reads a text as [`Archive::new_article`] does and puts it into a draft's empty text, its bytes among the
    /// originals; its date is the article's where that has none. `again`: also where the library has the same text.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::TextRegistered`]; [`Error::DuplicateRelease`]; [`Error::TextTooLarge`].
    pub fn fill_version(
        &mut self,
        version: &str,
        text: &str,
        again: bool,
    ) -> Result<Outcome<()>, Error> {
        let PastedText { read, files } = self.receive_pasted(text, again)?;
        let reading = read.reading();
        self.transact(OpKind::EditText, |tx| {
            let empty: Version = rows::by_uuid(tx.sql(), version)?;
            let told = reading.language.clone();
            let fields = VersionFields {
                title: Some(reading.title.clone()),
                body: Some(reading.body.clone()),
                language: told.filter(|_| empty.language == UNDETERMINED),
            };
            edit_text(tx, &empty, &fields)?;
            known_text::keep_files(tx, empty.id, &files)?;
            let article: Article = rows::get(tx.sql(), empty.article_id)?;
            if article.publication_date.is_some() || reading.date.is_none() {
                return Ok(());
            }
            let dated = ArticleEdit {
                publication_date: reading.date.clone(),
                ..ArticleEdit::default()
            };
            set_fields(tx, article, &dated)
        })
    }
}
