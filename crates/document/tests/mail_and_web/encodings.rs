//! Letters that came through old programs: half cut, of two encodings, without a mark, in old fonts.

use muragat_document::{Doubt, Format, Refusal};

use crate::{document, refusal, windows_1251};

const KAZAKH: &str = "Бүгін қалада жаңа көпір ашылды. Оған облыс әкімі қатысты. Ұзақ жылдар бойы тұрғындар осы күнді күтті.";
const RUSSIAN: &str = "В городе сегодня открыт новый мост. На открытии присутствовал аким области. Жители ждали этого дня много лет.";
/// The first as an old font has it.
const DRAWN: &str = "Бїгін ќалада жаѕа кґпір ашылды. Оєан облыс јкімі ќатысты. Ўзаќ жылдар бойы тўрєындар осы кїнді кїтті.";

fn mail(charset: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "From: a@b.kz\r\nTo: c@d.kz\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

fn broken(bytes: &[u8]) -> (usize, String, String) {
    let read = document(bytes);
    match &read.doubts[..] {
        [Doubt::BrokenLetters { count, near }] => (*count, near.clone(), read.text()),
        doubts => panic!("{doubts:?}"),
    }
}

#[test]
fn words_of_another_encoding_within_a_line_are_read_and_told() {
    let bytes = [
        "Бүгін ".as_bytes(),
        &windows_1251("встреча"),
        " қалада өтті, халық қуанды.".as_bytes(),
    ]
    .concat();
    let whole = "Бүгін встреча қалада өтті, халық қуанды.";
    for bytes in [bytes.clone(), mail("utf-8", &bytes)] {
        let (count, near, text) = broken(&bytes);
        assert_eq!((count, text.as_str()), (7, whole));
        assert!(near.starts_with("Бүгін встреча"), "{near}");
    }
}

#[test]
fn a_letter_that_the_end_cuts_is_told() {
    let cut = &KAZAKH.as_bytes()[..KAZAKH.find("күтті").unwrap() + 3];
    let (count, near, text) = broken(cut);
    assert_eq!(count, 1);
    assert!(
        near.contains("осы күнді к") && text.ends_with("күнді к\u{fffd}"),
        "{near}"
    );
}

#[test]
fn lone_control_bytes_are_taken_out_and_told() {
    for control in ["\0", "\u{1a}", "\0\0\u{1}"] {
        let at = KAZAKH.find("көпір").unwrap();
        let bytes = format!("{}{control}{}", &KAZAKH[..at], &KAZAKH[at..]);
        let (count, near, text) = broken(bytes.as_bytes());
        assert_eq!((count, text.as_str()), (control.len(), KAZAKH));
        assert!(near.contains("жаңа көпір"), "{near}");
    }
    assert_eq!(
        document(format!("{KAZAKH}\0\0\0").as_bytes()).text(),
        KAZAKH
    );
}

#[test]
fn what_has_many_control_bytes_is_no_text() {
    let bytes: Vec<u8> = (0..2_000_u32).map(|n| (n * 37 % 251) as u8).collect();
    assert_eq!(refusal(&bytes), Refusal::UnknownFormat);
    assert_eq!(
        refusal(b"\x7fELF\0\0\0\x01\x02\0\0"),
        Refusal::UnknownFormat
    );
}

#[test]
fn wide_letters_without_a_mark_are_read_also_where_half_of_one_is_missing() {
    for of_unit in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = KAZAKH.encode_utf16().flat_map(of_unit).collect();
        let read = document(&bytes);
        assert_eq!((read.format, read.text().as_str()), (Format::Text, KAZAKH));
        assert_eq!(read.doubts, []);
        let (count, _, text) = broken(&bytes[..bytes.len() - 1]);
        assert_eq!(count, 1);
        assert!(text.starts_with("Бүгін қалада") && text.ends_with("күтті\u{fffd}"));
    }
}

#[test]
fn cyrillic_of_other_systems_is_read_by_itself() {
    // each with what it can be told by: capitals alone are those of another encoding in some
    let encodings = [
        (encoding_rs::KOI8_R, 3),
        (encoding_rs::IBM866, 3),
        (encoding_rs::WINDOWS_1251, 3),
        (encoding_rs::X_MAC_CYRILLIC, 2),
        (encoding_rs::ISO_8859_5, 1),
    ];
    for (encoding, told) in encodings {
        let texts = [RUSSIAN, "Аким открыл мост", &RUSSIAN.to_uppercase()];
        for text in &texts[..told] {
            let read = document(&encoding.encode(text).0);
            assert_eq!(read.text(), *text, "{}", encoding.name());
            assert_eq!(read.doubts, [], "{}", encoding.name());
        }
    }
}

#[test]
fn an_old_font_is_noticed_by_its_letters_in_texts_pages_and_mails() {
    let page = format!("<html><meta charset=utf-8><body><p>{DRAWN}</p></body></html>");
    for bytes in [
        DRAWN.as_bytes().to_vec(),
        page.into_bytes(),
        mail("utf-8", DRAWN.as_bytes()),
    ] {
        let read = document(&bytes);
        assert_eq!(read.text(), KAZAKH);
        let [Doubt::OldFont { before, after, .. }] = &read.doubts[..] else {
            panic!("{:?}", read.doubts);
        };
        assert!(before.starts_with("Бїгін ќалада") && after.starts_with("Бүгін қалада"));
    }
    // the bytes of which are those of the Kazakh code page
    assert_eq!(document(&windows_1251(DRAWN)).text(), KAZAKH);
}

#[test]
fn an_old_font_of_a_page_is_noticed_by_its_name() {
    for inside in [
        "<font face=\"Times Kaz\">їй</font>",
        "<span style=\"color:red;font-family:'Kz Times New Roman',serif\">їй</span>",
        "<p class=k>їй</p>",
        "<h2>їй</h2>",
    ] {
        let page = format!(
            "<html><meta charset=utf-8><style><!-- .k, h2 {{font-family:\"KazTime\"}} p.n {{font-family:Arial}} --></style><body>{inside}<p class=n>Її</p></body></html>"
        );
        let read = document(page.as_bytes());
        assert_eq!(read.text(), "үй\nЇї", "{inside}");
        assert!(
            matches!(&read.doubts[..], [Doubt::OldFont { before, after, .. }] if before == "їй" && after == "үй")
        );
    }
}

#[test]
fn neighbours_whose_letters_these_are_keep_them() {
    for text in [
        "Київ є столицею України. Її мешканці люблять своє місто, а ґанки їхніх будинків прикрашають квіти.",
        "Београд је главни град Србије. Људи ће доћи сутра, каже његова ћерка.",
        "Куќата на ѕвездите е голема. Министерот изјави дека ќе дојде. Ноќта беше јасна.",
        "Учора ў Мінску адбылася сустрэча. Ён сказаў, што ўсё будзе добра.",
    ] {
        let read = document(text.as_bytes());
        assert_eq!((read.text().as_str(), &read.doubts[..]), (text, &[][..]));
    }
}

#[test]
fn question_marks_within_words_are_lost_letters_and_others_are_questions() {
    let lost: String = KAZAKH
        .chars()
        .map(|c| {
            if "үқңөғәұҰ".contains(c) {
                '?'
            } else {
                c
            }
        })
        .collect();
    assert_eq!(refusal(lost.as_bytes()), Refusal::LettersLost);
    assert_eq!(refusal(&windows_1251(&lost)), Refusal::LettersLost);
    let asked = format!("Қашан? Неге олай? «Кім келді?» деп сұрады. Иә?! Кто?Что? {KAZAKH}");
    let read = document(asked.as_bytes());
    assert_eq!((read.text(), &read.doubts[..]), (asked, &[][..]));
}
