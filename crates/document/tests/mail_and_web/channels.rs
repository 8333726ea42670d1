use muragat_document::{Document, Doubt, Format, LeftOutKind, Post};

use crate::{document, paragraph};

const EXPORT: &str = r#"{"name":"Аудан әкімдігі","type":"public_channel","id":1234567890,"messages":[
{"id":1,"type":"service","date":"2026-02-27T09:00:00","action":"create_channel","text":""},
{"id":5,"type":"message","date":"2026-02-27T10:00:00","date_unixtime":"1772168400","from":"Аудан әкімдігі","photo":"photos/photo_1.jpg","text":[{"type":"bold","text":"Емхана ашылды"},"\n\nОтыз дәрігер жұмыс істейді."]},
{"id":6,"type":"message","date":"2026-02-27T11:00:00","photo":"(File not included. Change data exporting settings to download.)","text":"Екінші хабар"},
{"id":7,"type":"message","date":"2026-02-27T12:00:00","file":"../../secret.txt","text":"Үшінші хабар"}
]}"#;

fn published(post: &Post) -> Option<&str> {
    post.document.properties.published.as_deref()
}

#[test]
fn each_post_of_a_channel_is_a_document_with_its_moment_and_address() {
    let read = document(EXPORT.as_bytes());
    assert_eq!(read.format, Format::TelegramJson);
    assert_eq!(read.properties.title.as_deref(), Some("Аудан әкімдігі"));
    let [first, second, third] = &read.posts[..] else {
        panic!("{:?}", read.posts);
    };
    assert_eq!(
        first.document.blocks,
        [
            paragraph("Емхана ашылды"),
            paragraph("Отыз дәрігер жұмыс істейді.")
        ]
    );
    assert_eq!(published(first), Some("2026-02-27T10:00:00+05:00"));
    assert_eq!(
        first.document.properties.url.as_deref(),
        Some("https://t.me/c/1234567890/5")
    );
    assert_eq!(first.files[0].path, "photos/photo_1.jpg");
    assert!(first.files[0].is_photo);
    assert_eq!(published(second), Some("2026-02-27T11:00:00"));
    assert_eq!(
        second.document.left_out[0].kind,
        LeftOutKind::MissingPicture
    );
    assert_eq!(third.files, []);
}

#[test]
fn an_export_that_breaks_off_gives_its_whole_posts() {
    let at = EXPORT.find("Үшінші").unwrap();
    let read = document(&EXPORT.as_bytes()[..at]);
    assert_eq!(read.posts.len(), 2);
    assert_eq!(read.doubts, [Doubt::Damaged]);
}

#[test]
fn pages_of_a_channel_are_read_like_the_export() {
    let page = r##"<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Аудан әкімдігі</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">27 February 2026</div></div>
<div class="message default clearfix" id="message5"><div class="pull_left userpic_wrap"><div class="userpic"><div class="initials">А</div></div></div><div class="body"><div class="pull_right date details" title="27.02.2026 10:00:00 UTC+05:00">10:00</div><div class="from_name">Аудан әкімдігі</div><div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/photo_1.jpg"><img class="photo" src="photos/photo_1_thumb.jpg"/></a></div><div class="text"><strong>Емхана ашылды</strong><br><br>Отыз дәрігер жұмыс істейді.</div></div></div>
<div class="message default clearfix joined" id="message6"><div class="body"><div class="pull_right date details" title="27.02.2026 11:00:00 UTC+05:00">11:00</div><div class="media_wrap clearfix"><div class="media clearfix pull_left media_photo"><div class="fill pull_left"></div><div class="body"><div class="title bold">Photo</div><div class="description">Not included, change data exporting settings to download.</div></div></div></div><div class="media_wrap clearfix"><div class="media clearfix pull_left media_video"><div class="body"><div class="title bold">film.mp4</div><div class="description">Not included.</div></div></div></div><div class="text">Екінші хабар</div></div></div>
</div></div></div></body></html>"##;
    let read: Document = document(page.as_bytes());
    assert_eq!(read.format, Format::TelegramHtml);
    let [first, second] = &read.posts[..] else {
        panic!("{:?}", read.posts);
    };
    assert_eq!(
        first.document.blocks,
        [
            paragraph("Емхана ашылды"),
            paragraph("Отыз дәрігер жұмыс істейді.")
        ]
    );
    assert_eq!(published(first), Some("2026-02-27T10:00:00+05:00"));
    assert_eq!(first.id, "5");
    assert_eq!(first.files.len(), 1);
    assert_eq!(first.files[0].path, "photos/photo_1.jpg");
    assert_eq!(
        second.document.properties.author.as_deref(),
        Some("Аудан әкімдігі")
    );
    let left = second.document.left_out.iter();
    let left: Vec<(LeftOutKind, &str)> = left.map(|left| (left.kind, &*left.text)).collect();
    assert_eq!(
        left,
        [
            (LeftOutKind::MissingPicture, ""),
            (LeftOutKind::Object, "film.mp4")
        ]
    );
}
