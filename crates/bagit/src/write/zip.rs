//! A bag as one zip file, the same bytes each time.

use super::error::WriteError;
use super::target::{Target, copy};
use std::fs::{self, File};
use std::io::{self, BufWriter, Read};
use std::path::{Path, PathBuf};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What is not read to its end within this many bytes is written with zip64 sizes, as it may pass 4 GiB and the
/// header comes first. Well below that, so that memory stays bounded.
const PLAIN_MOST: u64 = 8 * 1024 * 1024;

/// Extensions worth deflating; everything else is stored, as photos and office files are compressed already.
const TEXT: [&str; 17] = [
    "txt", "xml", "html", "htm", "js", "json", "jsonld", "css", "csv", "tsv", "md", "xmp", "svg",
    "eml", "rtf", "tei", "bmp",
];

pub(super) struct Zip {
    path: PathBuf,
    prefix: String,
    zip: ZipWriter<BufWriter<File>>,
}

impl Zip {
    pub(super) fn create(path: &Path, top_folder: &str) -> Result<Self, WriteError> {
        let file = File::create_new(path).map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => WriteError::TargetExists {
                path: path.to_owned(),
            },
            _ => WriteError::io(path, source),
        })?;
        let prefix = if top_folder.is_empty() {
            String::new()
        } else {
            format!("{top_folder}/")
        };
        Ok(Self {
            path: path.to_owned(),
            prefix,
            zip: ZipWriter::new(BufWriter::new(file)),
        })
    }

    fn failed(&self, error: ZipError) -> WriteError {
        WriteError::io(&self.path, into_io(error))
    }
}

fn into_io(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(error) => error,
        other => io::Error::other(other),
    }
}

fn options(path: &str) -> SimpleFileOptions {
    let extension = path
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase())
        .unwrap_or_default();
    let method = if TEXT.contains(&extension.as_str()) {
        CompressionMethod::Deflated
    } else {
        CompressionMethod::Stored
    };
    SimpleFileOptions::default()
        .compression_method(method)
        .compression_level((method == CompressionMethod::Deflated).then_some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(zip::System::Unix)
}

impl Target for Zip {
    fn put(
        &mut self,
        path: &str,
        content: &mut dyn Read,
        seen: &mut dyn FnMut(&[u8]),
    ) -> Result<(), WriteError> {
        let mut start = Vec::new();
        content
            .take(PLAIN_MOST)
            .read_to_end(&mut start)
            .map_err(|source| WriteError::Content {
                path: path.to_owned(),
                source,
            })?;
        let large = start.len() as u64 == PLAIN_MOST;
        let name = format!("{}{path}", self.prefix);
        self.zip
            .start_file(name, options(path).large_file(large))
            .map_err(|error| self.failed(error))?;
        copy(
            path,
            &mut start.chain(content),
            &mut self.zip,
            &self.path,
            seen,
        )
    }

    fn put_empty_payload(&mut self) -> Result<(), WriteError> {
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .unix_permissions(0o755);
        self.zip
            .add_directory(format!("{}data/", self.prefix), options)
            .map_err(|error| self.failed(error))
    }

    fn sync(self: Box<Self>) -> Result<(), WriteError> {
        let Self { path, zip, .. } = *self;
        let file = zip
            .finish()
            .map_err(into_io)
            .and_then(|buffer| buffer.into_inner().map_err(io::Error::from));
        file.and_then(|file| file.sync_all())
            .map_err(|source| WriteError::io(path, source))
    }

    fn remove(self: Box<Self>) -> Result<(), WriteError> {
        let Self { path, zip, .. } = *self;
        // Closed first: Windows removes no open file.
        drop(zip);
        fs::remove_file(&path).map_err(|source| WriteError::io(path, source))
    }
}
