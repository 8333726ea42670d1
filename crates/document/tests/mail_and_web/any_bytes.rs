//! Any bytes, and good files that are spoilt: nothing panics, and what comes back keeps its word.

use muragat_document::{Block, Document, Limits, read};
use proptest::prelude::*;

const SAMPLES: [&[u8]; 7] = [
    b"<!DOCTYPE html><html><head><meta charset=windows-1251><title>t</title><script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":[{\"name\":\"a\"}]}</script></head><body><nav><a href=x>1</a></nav><table><tr><th colspan=2>a<td rowspan=3>b</table><ul><li>x<li>y</ul><p>a<br><br>b<img src='data:image/png;base64,AAAA'></body></html>",
    b"From: =?utf-8?B?0JA=?= <a@b.kz>\r\nTo: b\r\nSubject: =?koi8-r?Q?=C1=C2?=\r\nDate: Fri, 27 Feb 2026 10:00:00 +0500\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=koi8-r; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C1=C2 \r\n> q\r\n-- \r\nS\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+YTwvcD4=\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: c\r\nTo: d\r\n\r\ntext\r\n--x--\r\n",
    b"From a@b Fri Feb 27 10:00:00 2026\nFrom: a\nTo: b\n\ntext\n\nFrom b@c Fri Feb 27 10:00:00 2026\nFrom: a\nTo: b\n\nmore\n",
    b"{\"name\":\"a\",\"type\":\"public_channel\",\"id\":1,\"messages\":[{\"id\":1,\"type\":\"message\",\"date\":\"2026-02-27T10:00:00\",\"date_unixtime\":\"1\",\"photo\":\"a/b.jpg\",\"text\":[\"a\",{\"type\":\"bold\",\"text\":\"b\"}]}]}",
    b"# a\n\n- b\n  - c\n\n|a|b|\n|-|-|\n|c|d|\n\n[x](http://y) **z**\n\n[^1]: note\n",
    b"\x78\x9F\x3E\x22\x01\x00\x01\x04\x80\x01\x00\x02\x00\x00\x00a\0\0\0\x01\x03\x90\x06\x00\x14\x00\x00\x00\x01\x00\x00\x00\x1E\x00\x00\x10\x01\x00\x00\x00\x02\x00\x00\x00a\0\0\0\0\0",
    b"<html><body><div class=\"page_wrap\"><div class=\"message default\" id=\"message1\"><div class=\"date\" title=\"27.02.2026 10:00:00 UTC+05:00\"></div><a class=photo_wrap href=a/b.jpg></a><div class=text>a<br>b</div></div></div>",
];

fn check(document: &Document) {
    for block in &document.blocks {
        let texts: Vec<&String> = match block {
            Block::Heading { text, .. }
            | Block::Paragraph { text }
            | Block::ListItem { text, .. }
            | Block::Note { text } => vec![text],
            Block::Table { rows } => rows.iter().flatten().collect(),
            Block::Picture { picture } => {
                assert!(*picture < document.pictures.len());
                vec![]
            }
        };
        for text in texts {
            let odd = text
                .chars()
                .find(|c| c.is_control() && !"\n\t".contains(*c));
            assert_eq!(odd, None, "{text:?}");
        }
    }
    for one in &document.enclosed {
        assert!(!one.name.contains(['/', '\\']), "{}", one.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(document) = read(&bytes, Limits::default()) {
            check(&document);
        }
    }

    #[test]
    fn a_spoilt_file_is_read_or_refused(
        sample in 0..SAMPLES.len(),
        spoilt in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = SAMPLES[sample].to_vec();
        for (at, byte) in spoilt {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(document) = read(&bytes, Limits::default()) {
            check(&document);
        }
    }

    #[test]
    fn markup_of_any_order_is_read(tags in proptest::collection::vec("</?(p|div|table|tr|td|th|li|ul|b|a|h1|br|pre|svg|script|title|nav|article|q|del)( colspan=3)?/?>|сөз| ", 0..80)) {
        let page = format!("<html>{}", tags.concat());
        if let Ok(document) = read(page.as_bytes(), Limits::default()) {
            check(&document);
        }
    }
}
