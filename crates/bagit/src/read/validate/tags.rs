//! What bagit.txt and bag-info.txt say (RFC 8493, 2.1.1 and 2.2.2).

use super::Validation;
use crate::bag_info;
use crate::read::report::{Finding, code};
use crate::read::{declaration, text};

impl Validation<'_> {
    pub(super) fn declaration(&mut self) {
        const PATH: &str = "bagit.txt";
        if self.listing.index(PATH).is_none() {
            self.report
                .error(Finding::at(code::DECLARATION_MISSING, PATH));
            return;
        }
        let Some(bytes) = self.tag_bytes(PATH) else {
            return;
        };
        let said = declaration::parse(&bytes);
        if let Some(version) = said.version {
            self.version = version;
            if !version.is_supported() {
                self.report
                    .error(Finding::at(code::VERSION_UNSUPPORTED, PATH).with(&said.version_text));
            }
        }
        for error in said.errors {
            self.report
                .error(Finding::at(code::BAD_DECLARATION, PATH).with(error));
        }
        let strict = self.strict();
        for lapse in said.lapses {
            self.report
                .error_if(strict, Finding::at(code::BAD_DECLARATION, PATH).with(lapse));
        }
        if !said.encoding.is_empty() {
            match text::encoding(&said.encoding) {
                Some(encoding) => self.encoding = encoding,
                None => self
                    .report
                    .error(Finding::at(code::ENCODING_UNKNOWN, PATH).with(&said.encoding)),
            }
        }
        self.report.version = said.version_text;
        self.report.encoding = said.encoding;
    }

    pub(super) fn bag_info(&mut self) {
        // Up to 0.95 it had another name.
        let path = ["bag-info.txt", "package-info.txt"]
            .into_iter()
            .find(|path| self.listing.index(path).is_some());
        let Some((path, text)) = path.and_then(|path| Some((path, self.tag_text(path)?))) else {
            return;
        };
        let info = bag_info::parse(&text);
        for line in info.strays {
            self.report.warning(
                Finding::at(code::BAG_INFO_MALFORMED, path).with(format_args!("line {line}")),
            );
        }
        let mut oxums = 0;
        for (_, value) in info
            .elements
            .iter()
            .filter(|(label, _)| label.eq_ignore_ascii_case("Payload-Oxum"))
        {
            oxums += 1;
            let there = (self.report.payload_octets, self.report.payload_files);
            match bag_info::parse_oxum(value) {
                None => self
                    .report
                    .warning(Finding::at(code::OXUM_MALFORMED, path).with(value)),
                Some(stated) if stated != there => {
                    let detail = format!("{value}, counted {}.{}", there.0, there.1);
                    self.report
                        .error(Finding::at(code::OXUM_MISMATCH, path).with(detail));
                }
                Some(_) => {}
            }
        }
        if oxums > 1 {
            self.report.warning(Finding::at(code::OXUM_REPEATED, path));
        }
        self.report.bag_info = info.elements;
    }
}
