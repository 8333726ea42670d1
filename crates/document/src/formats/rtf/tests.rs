use proptest::prelude::*;

use super::read;
use crate::budget::{Budget, Limits};
use crate::document::{Block, Document, Doubt, LeftOutKind};
use crate::refusal::Refusal;

fn read_text(rtf: &str) -> Document {
    read(rtf.as_bytes(), &mut Budget::new(Limits::default())).unwrap()
}

const HEAD: &str = r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times New Roman;}{\f1\fcharset162 Arial Tur;}{\f2\fcharset2 Symbol;}{\f3\fcharset204 Times Kaz;}{\f4\fcharset0 Calibri;}}{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 caption;}}";

#[test]
fn letters_come_by_the_font_in_use() {
    let document = read_text(&format!(
        r"{HEAD}\pard\f0\'cf\'f0\'e8\'e2\'e5\'f2, \f1\'fe\f0  \u1178 ?\'e0\'eb\'e0\u1185\'3f\par\f2 a\par \f4\'d0\'e5\'f7\'fc caf\'e9\par}}"
    ));
    assert_eq!(document.text(), "Привет, ş Қалаҡ\nα\nРечь café");
}

#[test]
fn raw_bytes_are_of_the_code_page() {
    let mut bytes = HEAD.as_bytes().to_vec();
    bytes.extend(b"\\pard \xcc\xe8\xf0\\par}");
    let document = read(&bytes, &mut Budget::new(Limits::default())).unwrap();
    assert_eq!(document.text(), "Мир");
}

#[test]
fn what_is_no_text_is_left_out() {
    let document = read_text(&format!(
        r"{HEAD}{{\header\pard \u1041?\'e5\'f2 1\par}}{{\info{{\title \u1058?\'ee}}{{\creatim\yr2024\mo3\dy5\hr9\min7}}}}\pard A{{\v secret}}B{{\deleted gone}}C{{\super\chftn}}{{\footnote\pard\chftn  note\par}}{{\*\atnid X}}{{\*\annotation\pard remark\par}}{{\field{{\*\fldinst HYPERLINK x}}{{\fldrslt link}}}}{{\*\unknown{{\b words}}}}\par}}"
    ));
    assert_eq!(
        document.blocks,
        vec![
            Block::Paragraph {
                text: "ABClink".to_owned()
            },
            Block::Note {
                text: "note".to_owned()
            }
        ]
    );
    let kinds: Vec<_> = document
        .left_out
        .iter()
        .map(|left| (left.kind, left.text.as_str()))
        .collect();
    assert_eq!(
        kinds,
        vec![
            (LeftOutKind::Comment, "remark"),
            (LeftOutKind::Deletion, "gone"),
            (LeftOutKind::Hidden, "secret"),
            (LeftOutKind::PageHeader, "Бет 1"),
        ]
    );
    assert_eq!(
        document.properties.created.as_deref(),
        Some("2024-03-05T09:07:00")
    );
}

#[test]
fn headings_items_and_tables() {
    let document = read_text(&format!(
        r"{HEAD}\pard\s1 Head\par\pard{{\listtext 1.\tab}}\ls1\ilvl1 item\par\pard\intbl a\cell b\line c\par d\cell\row\pard\intbl\itap2 x\nestcell y\nestcell{{\*\nesttableprops\trowd\nestrow}}\pard\intbl\cell z\cell\row\pard after\par}}"
    ));
    assert_eq!(
        document.blocks,
        vec![
            Block::Heading {
                level: 1,
                text: "Head".to_owned()
            },
            Block::ListItem {
                level: 1,
                mark: Some("1.".to_owned()),
                text: "item".to_owned()
            },
            Block::Table {
                rows: vec![
                    vec!["a".to_owned(), "b\nc\nd".to_owned()],
                    vec!["x\ty".to_owned(), "z".to_owned()],
                ]
            },
            Block::Paragraph {
                text: "after".to_owned()
            },
        ]
    );
}

#[test]
fn a_picture_is_taken_once_with_its_caption() {
    let document = read_text(&format!(
        r"{HEAD}\pard before\par\pard{{\*\shppict{{\pict{{\*\picprop{{\sp{{\sn wzDescription}}{{\sv face}}}}}}\pngblip 89504e470d0a}}}}{{\nonshppict{{\pict\wmetafile8 0100}}}}\par\pard\s2 under it\par}}"
    ));
    assert_eq!(document.pictures.len(), 1);
    assert_eq!(document.pictures[0].bytes, b"\x89PNG\r\n");
    assert_eq!(document.pictures[0].caption.as_deref(), Some("under it"));
    assert_eq!(document.pictures[0].alternative.as_deref(), Some("face"));
    assert_eq!(document.blocks[1], Block::Picture { picture: 0 });
}

#[test]
fn a_text_box_stands_after_the_paragraph_that_it_hangs_on() {
    let document = read_text(&format!(
        r"{HEAD}\pard one {{\shp{{\*\shpinst{{\sp{{\sn a}}{{\sv 1}}}}{{\shptxt\pard box\par}}}}{{\shprslt\pard again\par}}}}two\par three\par}}"
    ));
    assert_eq!(document.text(), "one two\nbox\nthree");
}

#[test]
fn a_run_of_an_old_font_is_mended() {
    let document = read_text(&format!(
        r"{HEAD}\pard\f3 \'9d\'e0\'eb\'e0 \f0 \'cc\'e8\'f0\par}}"
    ));
    assert_eq!(document.text(), "қала Мир");
    assert!(matches!(&document.doubts[0], Doubt::OldFont { font, .. } if font == "Times Kaz"));
}

#[test]
fn deep_and_broken_files_give_what_they_have() {
    let deep = format!("{{\\rtf1 words\\par {}", "{".repeat(50_000));
    let document = read_text(&deep);
    assert_eq!(document.text(), "words");
    assert_eq!(document.doubts, vec![Doubt::CutOff]);
    let document = read_text("{\\rtf1 half of it");
    assert_eq!(document.doubts, vec![Doubt::Damaged]);
    let empty = read(b"{\\rtf1}", &mut Budget::new(Limits::default()));
    assert_eq!(empty, Err(Refusal::Empty));
}

proptest! {
    #[test]
    fn any_bytes_end(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &mut Budget::new(Limits::default()));
        let mut of_kind = b"{\\rtf1".to_vec();
        of_kind.extend(bytes);
        let _ = read(&of_kind, &mut Budget::new(Limits::default()));
    }

    #[test]
    fn words_in_any_order_end(words in proptest::collection::vec(0_usize..26, 0..120)) {
        const PIECES: [&str; 26] = [
            "{", "}", "\\par ", "\\cell ", "\\row ", "\\intbl", "\\itap3 ", "\\nestcell ", "\\nestrow ", "\\pict ",
            "ffd8", "\\bin5 ", "\\u-3913 ", "\\u55357 ", "\\'e0", "{\\footnote ", "{\\header ", "\\shptxt ", "\\*",
            "{\\fonttbl\\f1\\fcharset204 ", "\\f1 ", "\\pard ", "{\\field{\\fldrslt ", "\\uc9 ", "\\sv ", "\\s1 ",
        ];
        let rtf: String = words.iter().filter_map(|word| PIECES.get(*word)).copied().collect();
        let _ = read(format!("{{\\rtf1 {rtf}").as_bytes(), &mut Budget::new(Limits::default()));
    }
}
