//! What fetch.txt still wants from elsewhere (RFC 8493, 2.2.3).

use super::Validation;
use crate::path::hazard;
use crate::read::fetch;
use crate::read::report::{Finding, code};
use crate::read::store::is_payload;

impl Validation<'_> {
    pub(super) fn fetch(&mut self) {
        const PATH: &str = "fetch.txt";
        let Some(text) = self.tag_text(PATH) else {
            return;
        };
        let (paths, malformed) = fetch::parse(&text, self.strict());
        for line in malformed {
            self.report
                .error(Finding::at(code::FETCH_MALFORMED, PATH).with(format_args!("line {line}")));
        }
        if !paths.is_empty() {
            self.report
                .warning(Finding::at(code::FETCH_LISTED, PATH).with(paths.len()));
        }
        for (path, spelled) in paths {
            if hazard(&path).is_some() {
                self.report
                    .error(Finding::at(code::PATH_UNSAFE, path).with(PATH));
            } else if !is_payload(&path) {
                self.report
                    .error(Finding::at(code::OUTSIDE_PAYLOAD, path).with(PATH));
            } else if self.lookup.find(&path, &spelled).is_none() {
                self.report.error(Finding::at(code::FETCH_LISTED, &path));
                if !self.listed.contains(&path) {
                    self.report
                        .error(Finding::at(code::FILE_NOT_IN_MANIFEST, path).with(PATH));
                }
            }
        }
    }
}
