//! Reads documents: plain text here, every other format in a process of its own.

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use muragat_archive::{Error, Unread};
use muragat_document::{
    Document, Format, LeftOutKind, Limits, Recognised, RecognisedPage, Refusal,
};
use muragat_sandbox::{Sandbox, Unreadable};

use crate::page_recogniser::{PageRecogniser, count_words};

/// Larger documents are refused: 128 MiB, in bytes. The process that reads one has 512 MiB in all.
pub const DOCUMENT_LIMIT: u64 = 128 << 20;
/// The command-line program, which reads documents when it is called to.
const PROGRAM: &str = "muragat";

/// Pages of a scan that are read; the rest is said to be left out.
const MOST_PAGES: u32 = 300;

/// How long a page may take to be drawn.
const PATIENCE_FOR_DRAWING: Duration = Duration::from_secs(20);

/// Is told which page of how many is read in its picture, and says whether to go on.
pub(crate) type PageWatch<'a> = dyn Fn(u32, u32) -> bool + 'a;

/// Where documents are read.
#[derive(Debug, Clone)]
pub struct DocumentReader {
    /// None: in this process.
    sandbox: Option<Sandbox>,
    /// How long the pages of one scan may take; none: as long as they do.
    patience_for_pages: Option<Duration>,
}

impl DocumentReader {
    /// With the command-line program that lies beside the one that runs: for a program that reads none itself. Where it is
    /// not there, documents are refused with [`Unread::NotStarted`].
    ///
    /// # Errors
    /// The system's, where it does not say which program runs.
    pub fn beside_this_program() -> io::Result<DocumentReader> {
        let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
        let program = std::env::current_exe()?.with_file_name(name);
        Ok(DocumentReader {
            sandbox: Some(Sandbox::new(&program)),
            patience_for_pages: None,
        })
    }

    /// With the program that runs: for the command-line program, whatever it is called.
    ///
    /// # Errors
    /// The system's, where it does not say which program runs.
    pub fn with_this_program() -> io::Result<DocumentReader> {
        Ok(DocumentReader {
            sandbox: Some(Sandbox::new(&std::env::current_exe()?)),
            patience_for_pages: None,
        })
    }

    /// In this process: for documents that one made oneself.
    pub fn in_this_process() -> DocumentReader {
        DocumentReader {
            sandbox: None,
            patience_for_pages: None,
        }
    }

    /// The same, that gives the pages of one scan so long: those that are not reached are left out, and told. For whoever
    /// sees no progress and cannot stop it.
    #[must_use]
    pub fn patience_for_pages(mut self, patience: Duration) -> DocumentReader {
        self.patience_for_pages = Some(patience);
        self
    }

    /// Reads a document; pages that are only pictures by the program that reads letters in pictures, where it is.
    ///
    /// # Errors
    /// [`Error::DocumentUnread`]; [`Error::Cancelled`] where the watch says so.
    pub(crate) fn read(
        &self,
        name: &str,
        format: Format,
        bytes: &[u8],
        watch: &PageWatch<'_>,
    ) -> Result<Document, Error> {
        let read = match &self.sandbox {
            // plain text holds nothing that could be run or unfolded
            Some(sandbox) if format != Format::Text => sandbox.read(bytes),
            _ => muragat_document::read(bytes, Limits::default()).map_err(Unreadable::Refused),
        };
        let unread = |why| Error::DocumentUnread {
            file: name.to_owned(),
            why,
        };
        let Some(sandbox) = &self.sandbox else {
            return read.map_err(|unreadable| unread(why_unread(&unreadable)));
        };
        let Some(pages) = find_pages_to_recognise(format, &read) else {
            return read.map_err(|unreadable| unread(why_unread(&unreadable)));
        };
        let Some(recogniser) = PageRecogniser::find() else {
            return read.map_err(|unreadable| unread(why_unread(&unreadable)));
        };
        let recognised = recognise_pages(
            sandbox,
            &recogniser,
            bytes,
            &pages,
            self.patience_for_pages,
            watch,
        )?;
        match (sandbox.read_recognised(bytes, &recognised), read) {
            (Ok(document), _) => Ok(document),
            // what was read before stays as it was
            (Err(_), Ok(document)) => Ok(document),
            (Err(Unreadable::Refused(Refusal::Scan | Refusal::Empty)), Err(_)) => {
                Err(unread(Unread::ScanUnread))
            }
            (Err(unreadable), Err(_)) => Err(unread(why_unread(&unreadable))),
        }
    }
}

/// Which pages of a document are to be read in their pictures.
enum PagesToRecognise {
    /// The document has no letters: each word that is found is more than there was.
    All,
    /// Those of a document with letters elsewhere: one of them with hardly a word is a photo.
    These(Vec<u32>),
}

impl PagesToRecognise {
    /// So many words a page has to have; else it stays the picture that it is, and is told.
    fn least_words(&self) -> usize {
        match self {
            PagesToRecognise::All => 1,
            PagesToRecognise::These(_) => 8,
        }
    }
}

/// Which pages have no letters that could be read otherwise; none: there are none, or it is no document with pages.
fn find_pages_to_recognise(
    format: Format,
    read: &Result<Document, Unreadable>,
) -> Option<PagesToRecognise> {
    if format != Format::Pdf {
        return None;
    }
    match read {
        Ok(document) => {
            let scanned = document
                .left_out
                .iter()
                .filter(|left| left.kind == LeftOutKind::ScannedPage);
            let pages: Vec<u32> = scanned.filter_map(|left| left.text.parse().ok()).collect();
            (!pages.is_empty()).then_some(PagesToRecognise::These(pages))
        }
        Err(Unreadable::Refused(Refusal::Scan | Refusal::LettersLost)) => {
            Some(PagesToRecognise::All)
        }
        Err(_) => None,
    }
}

/// Reads pages in their pictures. A page that cannot be drawn, or has no text, is left as it is.
fn recognise_pages(
    sandbox: &Sandbox,
    recogniser: &PageRecogniser,
    bytes: &[u8],
    wanted: &PagesToRecognise,
    patience: Option<Duration>,
    watch: &PageWatch<'_>,
) -> Result<Recognised, Error> {
    let mut recognised = Recognised {
        by: recogniser.name(),
        pages: Vec::new(),
    };
    let begun = Instant::now();
    let mut count = match wanted {
        // how many there are is known once the first is drawn
        PagesToRecognise::All => 1,
        PagesToRecognise::These(pages) => u32::try_from(pages.len()).unwrap_or(u32::MAX),
    };
    let mut at = 0;
    while at < count.min(MOST_PAGES) {
        if !watch(at, count) {
            return Err(Error::Cancelled);
        }
        let number = match wanted {
            PagesToRecognise::All => at + 1,
            PagesToRecognise::These(pages) => pages.get(at as usize).copied().unwrap_or(at + 1),
        };
        at += 1;
        let left = match patience {
            Some(patience) => patience.saturating_sub(begun.elapsed()),
            None => Duration::MAX,
        };
        if left.is_zero() {
            break;
        }
        let drawn = sandbox
            .clone()
            .patience(PATIENCE_FOR_DRAWING.min(left))
            .draw_page(bytes, number);
        let Ok(drawing) = drawn else {
            continue;
        };
        if matches!(wanted, PagesToRecognise::All) {
            count = drawing.pages;
        }
        if let Ok(hocr) = recogniser.read_page(&drawing, left)
            && count_words(&hocr) >= wanted.least_words()
        {
            recognised.pages.push(RecognisedPage { number, hocr });
        }
    }
    Ok(recognised)
}

/// How a file is called; a name in an old encoding is read as one would read its text.
pub(crate) fn name_of(path: &Path) -> String {
    let Some(name) = path.file_name() else {
        return path.display().to_string();
    };
    match name.to_str() {
        Some(name) => name.to_owned(),
        None => muragat_language::decode(name.as_encoded_bytes()).map_or_else(
            |_| name.to_string_lossy().into_owned(),
            |decoded| decoded.text,
        ),
    }
}

fn why_unread(unreadable: &Unreadable) -> Unread {
    match unreadable {
        Unreadable::Refused(refusal) => match refusal {
            Refusal::Locked => Unread::Locked,
            Refusal::Scan => Unread::Scan,
            Refusal::LettersLost => Unread::LettersLost,
            Refusal::Damaged { .. } => Unread::Damaged,
            Refusal::NotRead => Unread::NotRead,
            Refusal::UnknownFormat => Unread::UnknownFormat,
            Refusal::TooLarge { .. } => Unread::TooLarge,
            Refusal::Empty => Unread::Empty,
        },
        Unreadable::TooSlow => Unread::TooSlow,
        Unreadable::BrokeDown => Unread::BrokeDown,
        Unreadable::NotStarted(_) => Unread::NotStarted,
    }
}
