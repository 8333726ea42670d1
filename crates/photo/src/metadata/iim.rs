//! What IPTC-IIM says of a photo (Information Interchange Model 4.2; record 1 and record 2).

use super::charsets::Charset;
use super::date_time::DateTime;
use super::fields::{LeftOut, PhotoMetadata};
use super::languages::InLanguages;
use super::limits::{LIST_MOST, PARTS_MOST};
use super::stated::{Source, state, state_cut};
use super::words::{clean_words, is_said_by_machine};

/// The datasets of an IIM block: record, dataset and bytes of each.
type Datasets<'a> = Vec<(u8, u8, &'a [u8])>;

/// An IIM block, with the charset that its texts are in.
#[derive(Debug)]
pub(crate) struct Iim<'a> {
    datasets: Datasets<'a>,
    charset: Charset,
}

/// A text, and whether it ends where its dataset has no more room.
type Text = (String, bool);

impl<'a> Iim<'a> {
    /// Reads the datasets, up to where they break off.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let datasets = read_datasets(bytes);
        let charset = find_charset(&datasets);
        Self { datasets, charset }
    }

    /// All that an application record says in one of its datasets, which has room for so many bytes.
    fn texts(&self, number: u8, room: usize) -> impl Iterator<Item = Text> {
        let of_it = self
            .datasets
            .iter()
            .filter(move |(record, dataset, _)| (*record, *dataset) == (2, number));
        of_it.filter_map(move |(_, _, bytes)| {
            // Programs that cut may have left out the beginning of a letter of up to four bytes.
            let is_cut = bytes.len() + 4 > room;
            Some((clean_words(&self.charset.decode(bytes))?, is_cut))
        })
    }

    /// The texts of a dataset of the application record.
    pub(crate) fn list_of(&self, number: u8) -> Vec<String> {
        let texts = self.texts(number, usize::MAX).take(LIST_MOST);
        texts.map(|(text, _)| text).collect()
    }

    fn text(&self, number: u8, room: usize) -> Option<Text> {
        self.texts(number, room).next()
    }

    fn list(&self, number: u8, room: usize) -> Option<(Vec<String>, bool)> {
        let texts: Vec<Text> = self.texts(number, room).take(LIST_MOST).collect();
        let is_cut = texts.iter().any(|(_, is_cut)| *is_cut);
        let texts: Vec<String> = texts.into_iter().map(|(text, _)| text).collect();
        (!texts.is_empty()).then_some((texts, is_cut))
    }

    /// Says what IIM says.
    pub(crate) fn state(&self, photo: &mut PhotoMetadata) {
        let source = Source::IptcIim;
        let in_default = |(text, is_cut): Text| (InLanguages::of_default(text), is_cut);
        let of_person = |(text, _): &Text| !is_said_by_machine(text);
        state_cut(
            &mut photo.title,
            source,
            self.text(5, 64).filter(of_person).map(in_default),
        );
        state_cut(
            &mut photo.description,
            source,
            self.text(120, 2000).filter(of_person).map(in_default),
        );
        state_cut(
            &mut photo.copyright_notice,
            source,
            self.text(116, 128).map(in_default),
        );
        state_cut(&mut photo.keywords, source, self.list(25, 64));
        state_cut(&mut photo.creators, source, self.list(80, 32));
        let texts = [
            (&mut photo.instructions, 40, 256),
            (&mut photo.creators_job_title, 85, 32),
            (&mut photo.city, 90, 32),
            (&mut photo.sublocation, 92, 32),
            (&mut photo.province_or_state, 95, 32),
            (&mut photo.country, 101, 64),
            (&mut photo.job_id, 103, 32),
            (&mut photo.headline, 105, 256),
            (&mut photo.credit_line, 110, 32),
            (&mut photo.source, 115, 32),
            (&mut photo.description_writer, 122, 32),
        ];
        for (property, number, room) in texts {
            state_cut(property, source, self.text(number, room));
        }
        // A code is as long as its dataset: it is whole, not cut.
        let code = self.text(100, 3).map(|(code, _)| code);
        state(&mut photo.country_code, source, code);
        // «IPTC:10020211» (IIM 4.2, 2:12: provider, code, names) and «000:Actuality» (2:04).
        let part = |(text, _): Text| text.split(':').nth(1).and_then(clean_words);
        let codes: Vec<String> = self
            .texts(12, 236)
            .take(LIST_MOST)
            .filter_map(part)
            .collect();
        state(
            &mut photo.subject_codes,
            source,
            Some(codes).filter(|codes| !codes.is_empty()),
        );
        let genre = self.text(4, 68).map(|(text, _)| {
            text.split_once(':')
                .map_or(text.clone(), |(_, name)| name.to_owned())
        });
        state(
            &mut photo.intellectual_genre,
            source,
            genre.and_then(|genre| clean_words(&genre)),
        );
        let created = self.date_time(55, 60, photo);
        state(&mut photo.date_created, source, created);
        let digitised = self.date_time(62, 63, photo);
        state(&mut photo.date_digitised, source, digitised);
    }

    fn date_time(&self, date: u8, time: u8, photo: &mut PhotoMetadata) -> Option<DateTime> {
        let (date, _) = self.text(date, usize::MAX)?;
        let time = self.text(time, usize::MAX).map(|(time, _)| time);
        let read = DateTime::from_iim(&date, time.as_deref());
        if read.is_none() && date.chars().any(|letter| ('1'..='9').contains(&letter)) {
            photo.leave_out(LeftOut::Date);
        }
        read
    }
}

/// Datasets (IIM 4.2, 1.6): a mark, record and number, two bytes of length, or more where the highest bit says how many.
fn read_datasets(mut bytes: &[u8]) -> Datasets<'_> {
    let mut datasets = Vec::new();
    while let [0x1C, record, number, high, low, rest @ ..] = bytes {
        let length = u16::from_be_bytes([*high, *low]);
        let (length, rest) = if length & 0x8000 == 0 {
            (usize::from(length), rest)
        } else {
            let count = usize::from(length & 0x7FFF);
            let Some(digits) = rest.get(..count).filter(|digits| digits.len() <= 4) else {
                break;
            };
            let length = digits
                .iter()
                .fold(0u32, |length, digit| length << 8 | u32::from(*digit));
            let rest = rest.get(count..).unwrap_or_default();
            (usize::try_from(length).unwrap_or(usize::MAX), rest)
        };
        let Some(content) = rest.get(..length) else {
            break;
        };
        datasets.push((*record, *number, content));
        if datasets.len() >= PARTS_MOST {
            break;
        }
        bytes = rest.get(length..).unwrap_or_default();
    }
    datasets
}

/// The charset that 1:90 names, if the texts are in it; else the one that they are in.
fn find_charset(datasets: &Datasets<'_>) -> Charset {
    let is_named = |(record, number, _): &&(u8, u8, &[u8])| (*record, *number) == (1, 90);
    let named = datasets
        .iter()
        .find(is_named)
        .and_then(|(_, _, sequence)| Charset::named_by_escape(sequence));
    // Datasets from 200 on hold a preview.
    let is_text =
        |(record, number, _): &&(u8, u8, &[u8])| *record == 2 && (1..200).contains(number);
    let texts: Vec<&[u8]> = datasets
        .iter()
        .filter(is_text)
        .map(|(_, _, content)| *content)
        .collect();
    let found = Charset::recognise(&texts);
    match named {
        // Some programs name UTF-8 and write the charset of their system: its bytes are then not UTF-8.
        Some(Charset::Utf8) | None => found,
        Some(named) => named,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::iim;
    use proptest::prelude::*;

    fn read(block: &[u8]) -> PhotoMetadata {
        let mut photo = PhotoMetadata::default();
        Iim::new(block).state(&mut photo);
        photo
    }

    #[test]
    fn datasets_in_utf8_and_in_an_unmarked_charset() {
        let marked = iim(&[
            (1, 90, b"\x1B%G"),
            (2, 25, "әкім".as_bytes()),
            (2, 25, "жиын".as_bytes()),
            (2, 55, b"20260227"),
            (2, 60, b"101500+0500"),
            (2, 110, &"Жетісу облысы әкімдігі".as_bytes()[..32]),
            (2, 12, b"IPTC:10020211"),
            (2, 4, b"000:Actuality"),
        ]);
        let photo = read(&marked);
        assert_eq!(photo.keywords.unwrap().value, ["әкім", "жиын"]);
        let created = photo.date_created.unwrap().value;
        assert_eq!(
            (created.local.as_str(), created.offset.as_deref()),
            ("2026-02-27T10:15:00", Some("+05:00"))
        );
        let credit = photo.credit_line.unwrap();
        assert!(credit.is_cut && "Жетісу облысы әкімдігі".starts_with(&credit.value));
        assert_eq!(photo.subject_codes.unwrap().value, ["10020211"]);
        assert_eq!(photo.intellectual_genre.unwrap().value, "Actuality");

        let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode("Иванов Пётр");
        let photo = read(&iim(&[(2, 0, b"\0\x04"), (2, 80, &cyrillic)]));
        assert_eq!(photo.creators.unwrap().value, ["Иванов Пётр"]);
        // named as UTF-8, and not that
        let photo = read(&iim(&[(1, 90, b"\x1B%G"), (2, 80, &cyrillic)]));
        assert_eq!(photo.creators.unwrap().value, ["Иванов Пётр"]);
    }

    #[test]
    fn long_datasets_are_read_and_broken_ones_end_the_block() {
        let long = "ұзақ ".repeat(10_000);
        let block = [
            &[0x1C, 2, 120, 0x80, 4][..],
            &u32::try_from(long.len()).unwrap().to_be_bytes(),
            long.as_bytes(),
            &[0x1C, 2, 105, 0x7F, 0xFF, b'x'],
        ]
        .concat();
        let photo = read(&block);
        assert_eq!(
            photo
                .description
                .unwrap()
                .value
                .default_text()
                .chars()
                .count(),
            9_999
        );
        assert_eq!(photo.headline, None);
    }

    proptest! {
        #[test]
        fn any_change_of_a_block_is_read(at in 0usize..60, byte in any::<u8>()) {
            let mut block = iim(&[(1, 90, b"\x1B%G"), (2, 25, "әкім".as_bytes()), (2, 55, b"20260227"), (2, 12, b"IPTC:1")]);
            let at = at % block.len();
            block[at] = byte;
            read(&block);
        }
    }
}
