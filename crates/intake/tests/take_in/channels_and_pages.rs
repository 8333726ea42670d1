//! Posts of a channel, and pages.

use crate::makers::picture;
use crate::{Desk, OTHER, RELEASE, photos, titles};

#[test]
fn each_post_of_a_channel_is_an_article_with_its_photos() {
    let mut desk = Desk::new();
    let message = |id: u32, moment: u32, day: &str, photo: &str, text: &str| {
        let text = text.replace('\n', "\\n");
        format!(
            r#"{{"id":{id},"type":"message","date":"2026-02-{day}T10:00:00","date_unixtime":"{moment}","from":"Аудан әкімдігі","photo":"{photo}","text":"{text}"}}"#
        )
    };
    let undated = "Аудан орталығында көпір ашылды\nКөпірден күніне мың көлік өтеді.";
    let also = "Ауылға таза су келді\nҚұбырдың ұзындығы он екі шақырым.";
    let export = format!(
        r#"{{"name":"Аудан әкімдігі","type":"public_channel","id":1234567890,"messages":[{},{}]}}"#,
        message(5, 1_771_563_600, "20", "photos/photo_1.jpg", undated),
        message(6, 1_771_650_000, "21", "photos/photo_2.jpg", also),
    );
    let export = desk.file("result.json", export.as_bytes());
    desk.file("photos/photo_1.jpg", &picture(1, 400, 300));
    desk.file("photos/photo_2.jpg", &picture(2, 400, 300));
    let taken = desk.take(&[&export], &[]).value;
    assert!(taken.refused.is_empty(), "{:?}", taken.refused);
    let articles = desk.articles(&taken);
    assert_eq!(
        titles(&articles),
        ["Аудан орталығында көпір ашылды", "Ауылға таза су келді"]
    );
    for (article, (id, day, photo)) in articles.iter().zip([
        ("5", "2026-02-20", "photo_1.jpg"),
        ("6", "2026-02-21", "photo_2.jpg"),
    ]) {
        let url = format!("https://t.me/c/1234567890/{id}");
        assert_eq!(article.source_url.as_deref(), Some(url.as_str()));
        assert_eq!(article.publication_date.as_deref(), Some(day));
        assert_eq!(article.captured_on, None);
        assert_eq!(photos(article), [(photo, None)]);
        let source = article.versions[0].files[0].source.as_ref().unwrap();
        assert!(source.published_at.as_ref().unwrap().starts_with(day));
    }
}

#[test]
fn a_page_says_where_and_when_it_was_published_and_not_when_it_was_captured() {
    let mut desk = Desk::new();
    let paragraphs: String = OTHER
        .lines()
        .skip(2)
        .map(|line| format!("<p>{line}</p>"))
        .collect();
    let page = format!(
        r#"<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>Егіс</title>
<meta property="og:title" content="Көктемгі егіске дайындық басталды">
<meta property="og:url" content="https://audan.kz/news/7">
<meta property="article:published_time" content="2026-03-02T09:30:00+05:00"></head>
<body><article><h1>Көктемгі егіске дайындық басталды</h1>{paragraphs}</article></body></html>"#
    );
    let page = desk.file("page.html", page.as_bytes());
    let (article, taken) = desk.take_one(&page, &[]);
    assert_eq!(
        article.versions[0].title,
        "Көктемгі егіске дайындық басталды"
    );
    assert_eq!(
        article.source_url.as_deref(),
        Some("https://audan.kz/news/7")
    );
    assert_eq!(article.publication_date.as_deref(), Some("2026-03-02"));
    assert_eq!(article.captured_on, None);
    assert_eq!(taken.files[0].format.as_deref(), Some("html"));
    // a text without an address was taken in today
    let text = desk.file("хабар.txt", RELEASE.as_bytes());
    assert!(desk.take_one(&text, &[]).0.captured_on.is_some());
}

#[test]
fn photos_that_a_channel_names_and_does_not_have_are_told() {
    let mut desk = Desk::new();
    let message = |id: u32, more: &str, text: &str| {
        format!(
            r#"{{"id":{id},"type":"message","date":"2026-02-2{id}T10:00:00",{more},"text":"{text}"}}"#
        )
    };
    let not_included =
        r#""photo":"(File not included. Change data exporting settings to download.)""#;
    let export = format!(
        r#"{{"name":"Аудан әкімдігі","type":"public_channel","id":1234567890,"messages":[{},{},{},{}]}}"#,
        message(5, not_included, "Аудан орталығында көпір ашылды"),
        message(6, r#""photo":"photos/photo_2.jpg""#, "Ауылға таза су келді"),
        message(
            7,
            r#""photo":"photos/photo_3.jpg""#,
            "Мектепте спорт залы ашылды"
        ),
        message(
            8,
            r#""file":"files/film.mp4","mime_type":"video/mp4""#,
            "Егіс жұмыстары басталды"
        ),
    );
    let export = desk.file("result.json", export.as_bytes());
    desk.file("photos/photo_3.jpg", &picture(3, 400, 300));
    let taken = desk.take(&[&export], &[]).value;
    let left: Vec<Vec<(String, String)>> = desk
        .articles(&taken)
        .iter()
        .map(|article| {
            let derivation = article.versions[0].files[0].derivation.as_ref().unwrap();
            let left = derivation.left_out.iter();
            left.map(|left| (left.kind.clone(), left.text.clone()))
                .collect()
        })
        .collect();
    let told = |kind: &str, text: &str| vec![(kind.to_owned(), text.to_owned())];
    assert_eq!(
        left,
        [
            told("missing_picture", ""),
            told("missing_picture", "photo_2.jpg"),
            vec![],
            told("object", "film.mp4"),
        ]
    );
    let of_files: Vec<&[String]> = taken
        .files
        .iter()
        .filter(|file| file.format.is_some())
        .map(|file| file.left_out.as_slice())
        .collect();
    assert_eq!(
        of_files,
        [
            &["missing_picture".to_owned()][..],
            &["missing_picture".to_owned()],
            &[],
            &["object".to_owned()]
        ]
    );
}
