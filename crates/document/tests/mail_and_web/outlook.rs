use std::io::{Cursor, Write};

use muragat_document::{Block, Doubt, Format};

use crate::{document, paragraph, windows_1251};

const RELEASE: &str = "Ауданда жаңа емхана ашылды.\r\n\r\nЕмханада отыз дәрігер жұмыс істейді.";

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn number(id: u16, kind: u16, value: u64) -> Vec<u8> {
    let tag = u32::from(id) << 16 | u32::from(kind);
    let mut entry = tag.to_le_bytes().to_vec();
    entry.extend([6, 0, 0, 0]);
    entry.extend(value.to_le_bytes());
    entry
}

/// A mail of Outlook of these streams; numbers go into the properties.
fn msg(streams: &[(&str, Vec<u8>)], numbers: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let mut file = cfb::CompoundFile::create(&mut bytes).unwrap();
    let mut properties = vec![0; 32];
    properties.extend(numbers.concat());
    let mut add = |path: &str, content: &[u8]| {
        if let Some(parent) = std::path::Path::new(path).parent() {
            file.create_storage_all(parent).unwrap();
        }
        file.create_stream(path)
            .unwrap()
            .write_all(content)
            .unwrap();
    };
    add("/__properties_version1.0", &properties);
    for (path, content) in streams {
        add(path, content);
    }
    file.flush().unwrap();
    drop(file);
    bytes.into_inner()
}

#[test]
fn a_mail_of_outlook_has_its_words_its_sender_and_its_files() {
    let attached = "/__attach_version1.0_#00000000";
    let inner = format!("{attached}1/__substg1.0_3701000D");
    let mut of_inner = vec![0; 24];
    of_inner.extend(number(0x3FFD, 3, 1251));
    let bytes = msg(
        &[
            ("/__substg1.0_0037001F", wide("Емхана ашылды")),
            ("/__substg1.0_0042001F", wide("Баспасөз қызметі")),
            ("/__substg1.0_5D02001F", wide("press@audan.kz")),
            ("/__substg1.0_1035001F", wide("<a1@audan.kz>")),
            ("/__substg1.0_1000001F", wide(RELEASE)),
            (
                "/__substg1.0_007D001F",
                wide("Received: x\r\nDate: Fri, 27 Feb 2026\r\n 10:00:00 +0500\r\n"),
            ),
            (
                &format!("{attached}/__substg1.0_3707001F"),
                wide("хабарлама.docx"),
            ),
            (&format!("{attached}/__substg1.0_37010102"), b"PK".to_vec()),
            (
                &format!("{attached}1/__substg1.0_3001001F"),
                wide("Ішкі хат"),
            ),
            (
                &format!("{inner}/__substg1.0_0037001E"),
                windows_1251("Внутреннее письмо"),
            ),
            (
                &format!("{inner}/__substg1.0_1000001E"),
                windows_1251("Слова письма."),
            ),
            (&format!("{inner}/__properties_version1.0"), of_inner),
        ],
        &[],
    );
    let read = document(&bytes);
    assert_eq!(read.format, Format::Msg);
    let properties = &read.properties;
    assert_eq!(properties.title.as_deref(), Some("Емхана ашылды"));
    assert_eq!(properties.author.as_deref(), Some("Баспасөз қызметі"));
    assert_eq!(properties.sender.as_deref(), Some("press@audan.kz"));
    assert_eq!(properties.message_id.as_deref(), Some("a1@audan.kz"));
    assert_eq!(
        properties.published.as_deref(),
        Some("2026-02-27T10:00:00+05:00")
    );
    assert_eq!(
        read.blocks,
        [
            paragraph("Ауданда жаңа емхана ашылды."),
            paragraph("Емханада отыз дәрігер жұмыс істейді.")
        ]
    );
    let names: Vec<&str> = read.enclosed.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["хабарлама.docx", "Ішкі хат.msg"]);
    let inner = document(&read.enclosed[1].bytes);
    assert_eq!(inner.properties.title.as_deref(), Some("Внутреннее письмо"));
    assert_eq!(inner.text(), "Слова письма.");
}

#[test]
fn narrow_letters_are_read_in_the_code_page_of_the_mail() {
    let text = "Глава района встретился с жителями.";
    let koi = crate::koi8_r(text);
    for (page, bytes) in [(1251, windows_1251(text)), (20866, koi)] {
        let bytes = msg(
            &[("/__substg1.0_1000001E", bytes)],
            &[
                number(0x3FFD, 3, page),
                number(0x0039, 0x40, 133_000_000_000_000_000),
            ],
        );
        let read = document(&bytes);
        assert_eq!(read.text(), text);
        assert_eq!(
            read.properties.published.as_deref(),
            Some("2022-06-18T04:26:40Z")
        );
    }
}

#[test]
fn the_page_of_a_mail_is_read_where_it_has_no_plain_text() {
    let page = windows_1251("<html><body><p>Первый абзац.</p><p>Второй абзац.</p></body></html>");
    let bytes = msg(
        &[("/__substg1.0_10130102", page)],
        &[number(0x3FDE, 3, 1251)],
    );
    assert_eq!(document(&bytes).text(), "Первый абзац.\nВторой абзац.");
}

/// Rich text as Outlook keeps it without compressing.
fn rich(text: &str) -> Vec<u8> {
    let length = u32::try_from(text.len()).unwrap();
    let mut bytes = (length + 12).to_le_bytes().to_vec();
    bytes.extend(length.to_le_bytes());
    bytes.extend(b"MELA\0\0\0\0");
    bytes.extend(text.as_bytes());
    bytes
}

#[test]
fn the_page_that_is_wrapped_in_rich_text_is_unwrapped() {
    let text = r"{\rtf1\ansi\ansicpg1251\fromhtml1 {\fonttbl{\f0\fswiss Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 \'cf\'e5\'f0\'e2\'fb\'e9 \u1179?{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0{\*\htmltag64 <p>}{\*\mhtmltag <x>}\'c2\'f2\'ee\'f0\'ee\'e9{\*\htmltag72 </p>}}";
    let bytes = msg(&[("/__substg1.0_10090102", rich(text))], &[]);
    assert_eq!(document(&bytes).text(), "Первый қ\nВторой");

    let plain = r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\f0 \'cf\'e5\'f0\'e2\'fb\'e9\par\par \'c2\'f2\'ee\'f0\'ee\'e9\par}";
    let bytes = msg(&[("/__substg1.0_10090102", rich(plain))], &[]);
    assert_eq!(document(&bytes).text(), "Первый\nВторой");
}

#[test]
fn compressed_rich_text_is_unfolded() {
    // the example of the specification: {\rtf1\ansi\ansicpg1252\pard hello world}
    let compressed = [
        0x2d, 0x00, 0x00, 0x00, 0x2b, 0x00, 0x00, 0x00, 0x4c, 0x5a, 0x46, 0x75, 0xf1, 0xc5, 0xc7,
        0xa7, 0x03, 0x00, 0x0a, 0x00, 0x72, 0x63, 0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0a,
        0xf3, 0x20, 0x68, 0x65, 0x6c, 0x09, 0x00, 0x20, 0x62, 0x77, 0x05, 0xb0, 0x6c, 0x64, 0x7d,
        0x0a, 0x80, 0x0f, 0xa0,
    ];
    let bytes = msg(&[("/__substg1.0_10090102", compressed.to_vec())], &[]);
    assert_eq!(document(&bytes).text(), "hello world");
}

fn attribute(level: u8, id: u32, data: &[u8]) -> Vec<u8> {
    let mut bytes = vec![level];
    bytes.extend(id.to_le_bytes());
    bytes.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
    bytes.extend(data);
    bytes.extend([0, 0]);
    bytes
}

fn winmail() -> Vec<u8> {
    let mut properties = 2u32.to_le_bytes().to_vec();
    for (kind, id, value) in [
        (0x1Fu16, 0x0042u16, wide("Баспасөз")),
        (0x1F, 0x1000, wide(RELEASE)),
    ] {
        properties.extend(kind.to_le_bytes());
        properties.extend(id.to_le_bytes());
        properties.extend(1u32.to_le_bytes());
        properties.extend(u32::try_from(value.len()).unwrap().to_le_bytes());
        let filled = value.len().next_multiple_of(4);
        let mut value = value;
        value.resize(filled, 0);
        properties.extend(value);
    }
    [
        b"\x78\x9F\x3E\x22\x01\x00".to_vec(),
        attribute(1, 0x0006_9007, &[0xE3, 4, 0, 0, 0, 0, 0, 0]),
        attribute(1, 0x0001_8004, &windows_1251("О поликлинике\0")),
        attribute(1, 0x0006_9003, &properties),
        attribute(2, 0x0006_9002, &[0; 14]),
        attribute(2, 0x0001_8010, &windows_1251("справка.docx\0")),
        attribute(2, 0x0006_800F, b"PK docx"),
    ]
    .concat()
}

#[test]
fn what_outlook_sends_to_others_is_read() {
    let read = document(&winmail());
    assert_eq!(read.format, Format::Tnef);
    assert_eq!(read.properties.title.as_deref(), Some("О поликлинике"));
    assert_eq!(read.properties.author.as_deref(), Some("Баспасөз"));
    assert_eq!(read.blocks.len(), 2);
    assert!(matches!(&read.blocks[0], Block::Paragraph { text } if text.contains("емхана")));
    assert_eq!(read.enclosed[0].name, "справка.docx");
    assert_eq!(read.enclosed[0].bytes, b"PK docx");
    assert_eq!(read.doubts, []);
}

#[test]
fn one_that_breaks_off_gives_what_is_there() {
    let bytes = winmail();
    let read = document(&bytes[..bytes.len() - 4]);
    assert_eq!(read.blocks.len(), 2);
    assert_eq!(read.doubts, [Doubt::Damaged]);
}
