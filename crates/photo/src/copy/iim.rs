//! The core of what a photo states as IPTC-IIM (Information Interchange Model 4.2), for programs that read nothing else: in
//! UTF-8, and marked as such.
//!
//! Each dataset has room for so many bytes; a text that is longer is cut between two letters, as the standard asks. XMP has
//! it whole.

use super::said::{default_text, text};
use crate::metadata::{PhotoMetadata, Stated, cut_between_letters};

/// Most bytes of all datasets, so that they stand in one segment: keywords beyond it stand in XMP alone.
const ALL_MOST: usize = 60_000;

/// The datasets of what is stated.
pub(super) fn write_iim(said: &PhotoMetadata) -> Vec<u8> {
    let mut writer = Writer::default();
    // 1:90: the sign of ISO 2022 for UTF-8 (IIM 4.2, appendix C).
    writer.add(1, 90, b"\x1B%G");
    writer.add(2, 0, &4u16.to_be_bytes());
    writer.text(5, 64, default_text(&said.title));
    writer.text(40, 256, text(&said.instructions));
    writer.date(said);
    writer.list(80, 32, &said.creators);
    writer.text(85, 32, text(&said.creators_job_title));
    writer.text(90, 32, text(&said.city));
    writer.text(92, 32, text(&said.sublocation));
    writer.text(95, 32, text(&said.province_or_state));
    let code = text(&said.country_code).filter(|code| code.len() == 3);
    writer.text(100, 3, code);
    writer.text(101, 64, text(&said.country));
    writer.text(103, 32, text(&said.job_id));
    writer.text(105, 256, text(&said.headline));
    writer.text(110, 32, text(&said.credit_line));
    writer.text(115, 32, text(&said.source));
    writer.text(116, 128, default_text(&said.copyright_notice));
    writer.text(120, 2_000, default_text(&said.description));
    writer.text(122, 32, text(&said.description_writer));
    writer.list(25, 64, &said.keywords);
    writer.datasets
}

#[derive(Default)]
struct Writer {
    datasets: Vec<u8>,
}

impl Writer {
    /// A dataset (IIM 4.2, 1.6): a mark, record and number, two bytes of length.
    fn add(&mut self, record: u8, number: u8, content: &[u8]) {
        let Ok(length) = u16::try_from(content.len()) else {
            return;
        };
        if self.datasets.len() + content.len() <= ALL_MOST {
            self.datasets.extend([0x1C, record, number]);
            self.datasets.extend(length.to_be_bytes());
            self.datasets.extend(content);
        }
    }

    fn text(&mut self, number: u8, room: usize, text: Option<&str>) {
        let text = text.map(|text| cut_between_letters(text, room));
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.add(2, number, text.as_bytes());
        }
    }

    fn list(&mut self, number: u8, room: usize, list: &Option<Stated<Vec<String>>>) {
        for one in list.iter().flat_map(|list| &list.value) {
            self.text(number, room, Some(one));
        }
    }

    /// 2:55 and 2:60: a day that is known, and its time where its offset is known too, without which IIM has no time.
    fn date(&mut self, said: &PhotoMetadata) {
        let Some(date) = said.date_created.as_ref().map(|stated| &stated.value) else {
            return;
        };
        let (day, clock) = match date.local.split_once('T') {
            Some((day, clock)) => (day, Some(clock)),
            None => (date.local.as_str(), None),
        };
        let digits = |text: &str| text.replace(['-', ':'], "");
        let day = digits(day);
        if day.len() != 8 {
            return;
        }
        self.add(2, 55, day.as_bytes());
        if let (Some(clock), Some(offset)) = (clock, &date.offset) {
            let clock = format!("{:0<6}{}", digits(clock), offset.replace(':', ""));
            self.add(2, 60, clock.as_bytes());
        }
    }
}
