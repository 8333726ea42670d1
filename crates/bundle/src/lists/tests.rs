//! Lists of a small archive, in each format.

use std::fs;
use std::io::Read;
use std::path::PathBuf;

use muragat_archive::{Archive, ArticleEdit, Identity, Intake, ListQuery, PartyQuery, PhotoQuery};
use tempfile::TempDir;

use super::*;

const EVIL: &str = "=HYPERLINK(\"http://x\";\"басыңыз\")";

/// An archive with two documents; one has a formula for a title.
fn archive() -> (TempDir, Archive) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("кітапхана.muragat");
    let mut archive = Archive::create(&path, Identity::new("Айгүл")).unwrap();
    for title in [EVIL, "<b>Қала</b> күні"] {
        let text = format!("date 2026-02-27 {title}\nМәтін.\n");
        archive
            .add_text("a.txt", text.as_bytes(), &Intake::default())
            .unwrap();
    }
    (folder, archive)
}

fn articles() -> Listed {
    Listed::Articles {
        articles: None,
        query: ListQuery::default(),
    }
}

fn wanted(format: ListFormat, listed: Listed) -> ListWanted {
    ListWanted {
        columns: ListColumn::all_of(&listed).to_vec(),
        listed,
        format,
        language: "kk".into(),
        title: "Барлық құжат".into(),
        scope: vec!["Іздеу: қала".into()],
        restricted: Vec::new(),
    }
}

fn written(format: ListFormat) -> Vec<u8> {
    let (folder, archive) = archive();
    let target: PathBuf = folder.path().join("тізім");
    let made = write_list(
        &archive,
        &wanted(format, articles()),
        &Released::default(),
        &target,
        &mut |_| true,
    );
    assert_eq!(made.unwrap().rows, 2);
    fs::read(target).unwrap()
}

#[test]
fn csv_has_a_mark_semicolons_and_no_formula() {
    let text = String::from_utf8(written(ListFormat::Csv)).unwrap();
    assert!(text.starts_with("\u{feff}Шифры;Күні;Тақырыбы;"), "{text}");
    assert_eq!(text.matches("\r\n").count(), 3);
    assert!(text.contains(";27.02.2026;"));
    assert!(
        text.contains(";\"'=HYPERLINK(\"\"http://x\"\";\"\"басыңыз\"\")\";"),
        "{text}"
    );
}

#[test]
fn a_date_that_is_no_day_is_written_in_words() {
    let (folder, mut archive) = archive();
    let id = archive.article_ids().unwrap().remove(0);
    let fields = ArticleEdit {
        publication_date: Some("1998~".to_owned()),
        ..ArticleEdit::default()
    };
    archive.edit_article(&id, &fields).unwrap();
    let target = folder.path().join("тізім.csv");
    let wanted = wanted(ListFormat::Csv, articles());
    write_list(
        &archive,
        &wanted,
        &Released::default(),
        &target,
        &mut |_| true,
    )
    .unwrap();
    let text = fs::read_to_string(&target).unwrap();
    assert!(text.contains(";шамамен 1998 ж.;"), "{text}");
}

#[test]
fn a_workbook_has_text_where_there_is_text_and_dates_where_there_are_dates() {
    let bytes = written(ListFormat::Xlsx);
    let mut whole = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    whole
        .by_name("xl/worksheets/sheet1.xml")
        .unwrap()
        .read_to_string(&mut sheet)
        .unwrap();
    assert!(!sheet.contains("<f>"), "{sheet}");
    assert!(sheet.contains("=HYPERLINK(") && sheet.contains("t=\"inlineStr\""));
    // 27 February 2026 as Excel counts days
    assert!(sheet.contains("<v>46080</v>"), "{sheet}");
    assert!(sheet.contains("&lt;b&gt;Қала"));
}

#[test]
fn a_page_says_what_is_listed_and_data_stays_text() {
    let page = String::from_utf8(written(ListFormat::Html)).unwrap();
    assert!(page.contains("<h1>Барлық құжат</h1>") && page.contains("Іздеу: қала"));
    assert!(page.contains("&lt;b&gt;Қала&lt;/b&gt; күні") && !page.contains("<b>"));
    assert_eq!(page.matches("<tr>").count(), 3);
    assert!(page.trim_end().ends_with("</html>"));
}

#[test]
fn on_paper_it_is_a_pdf() {
    assert!(written(ListFormat::Pdf).starts_with(b"%PDF-"));
}

#[test]
fn every_noun_can_be_listed_and_every_column_has_a_heading() {
    let (folder, archive) = archive();
    let lists = [
        articles(),
        Listed::Parties {
            query: PartyQuery::default(),
        },
        Listed::Photos {
            query: PhotoQuery::default(),
        },
        Listed::Events { text: None },
    ];
    for (at, listed) in lists.into_iter().enumerate() {
        for language in ["kk", "ru", "en"] {
            let messages = DocumentMessages::new(language);
            for column in ListColumn::all_of(&listed) {
                let heading = column.heading(&messages);
                assert!(!heading.starts_with("column-"), "{language}: {heading}");
            }
        }
        let target = folder.path().join(at.to_string());
        write_list(
            &archive,
            &wanted(ListFormat::Csv, listed),
            &Released::default(),
            &target,
            &mut |_| true,
        )
        .unwrap();
        assert!(fs::read_to_string(target).unwrap().lines().count() >= 1);
    }
}

#[test]
fn what_is_stopped_leaves_what_was_there() {
    let (folder, archive) = archive();
    let target = folder.path().join("тізім.csv");
    fs::write(&target, "бұрынғы").unwrap();
    let stopped = write_list(
        &archive,
        &wanted(ListFormat::Csv, articles()),
        &Released::default(),
        &target,
        &mut |_| false,
    );
    assert!(stopped.is_err());
    assert_eq!(fs::read_to_string(&target).unwrap(), "бұрынғы");
    // the library and the file: nothing half made lies beside them
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}
