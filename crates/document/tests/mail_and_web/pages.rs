use base64::Engine;
use muragat_document::{Block, Format, LeftOutKind};

use crate::{document, left_out, paragraph, windows_1251};

const LONG: &str = "Аудан орталығында жаңа мектеп салынып бітті, оған екі жүз елу оқушы барады, сыныптары жарық, асханасы кең, спорт залы мен кітапханасы бар, ауласына көшет отырғызылды, айналасы абаттандырылды.";

#[test]
fn a_page_is_read_without_what_stands_around_its_text() {
    let page = format!(
        r#"<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>Мектеп ашылды — audan.kz</title>
<meta property="og:title" content="Мектеп ашылды"><meta property="article:published_time" content="2026-03-02T09:30:00+0500">
<link rel="canonical" href="https://audan.kz/news/7"><meta name="author" content="Айгүл Сапарова"></head><body>
<nav><ul><li><a href="/">Басты бет</a></li><li><a href="/n">Жаңалықтар</a></li></ul></nav>
<div class="breadcrumbs">Басты бет / Жаңалықтар</div>
<article><h1>Мектеп ашылды</h1><span class="date">02.03.2026 09:30</span><p>{LONG}</p><p>Оқылды: 101</p>
<figure><img src="/img/mektep.jpg" alt="Мектеп"><figcaption>Жаңа мектеп. Сурет: А. Сапарова</figcaption></figure>
<p>Бөлісу</p><div class="social-share"><a>Facebook</a></div></article>
<div class="related"><h2>Тағы оқыңыз</h2><a href="/8">Көпір салынды</a></div>
<div class="cookie-notice">Сайт cookie пайдаланады</div><footer>© 2026 Аудан әкімдігі</footer></body></html>"#
    );
    let read = document(page.as_bytes());
    assert_eq!(read.format, Format::Html);
    assert_eq!(
        read.text(),
        format!("Мектеп ашылды\n{LONG}\nЖаңа мектеп. Сурет: А. Сапарова")
    );
    let properties = &read.properties;
    assert_eq!(properties.title.as_deref(), Some("Мектеп ашылды"));
    assert_eq!(
        properties.published.as_deref(),
        Some("2026-03-02T09:30:00+05:00")
    );
    assert_eq!(properties.url.as_deref(), Some("https://audan.kz/news/7"));
    assert_eq!(properties.author.as_deref(), Some("Айгүл Сапарова"));
    let furniture = left_out(&read, LeftOutKind::Furniture).join("|");
    for words in [
        "Басты бет Жаңалықтар",
        "Оқылды: 101",
        "Бөлісу",
        "Көпір салынды",
        "cookie",
        "© 2026",
    ] {
        assert!(furniture.contains(words), "{words}: {furniture}");
    }
    assert_eq!(
        left_out(&read, LeftOutKind::MissingPicture),
        ["/img/mektep.jpg Мектеп"]
    );
}

#[test]
fn a_bare_page_is_read_whole() {
    let page = "<html><body><div>Басты бет туралы</div>Мәтін<div>Оқылды: 5 рет<b>сөз</b>дің соңы</div></body></html>";
    assert_eq!(
        document(page.as_bytes()).blocks,
        [
            paragraph("Басты бет туралы"),
            paragraph("Мәтін"),
            paragraph("Оқылды: 5 ретсөздің соңы"),
        ]
    );
}

#[test]
fn paragraphs_that_nothing_but_line_ends_part_are_parted() {
    let page = "<body>Бірінші абзац.<br><br>Екінші абзац,<br>жаңа жолдан.<p>Үшінші<p>Төртінші<div>Бесінші</div>Алтыншы</body>";
    let texts = document(page.as_bytes()).text();
    assert_eq!(
        texts,
        "Бірінші абзац.\nЕкінші абзац,\nжаңа жолдан.\nҮшінші\nТөртінші\nБесінші\nАлтыншы"
    );
}

#[test]
fn lists_tables_and_headings_are_what_they_are() {
    let page = "<h2>Жоспар</h2><ul><li>Бір<ul><li>Ішкі</li></ul><li>Екі</ul><table><tr><th>Ауыл<th>Мектеп<th>Оқушы</tr><tr><td rowspan=2>Ақсу<td colspan=2>екі мектеп<tr><td>үш<td>120</table>";
    let read = document(page.as_bytes());
    let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    assert_eq!(
        read.blocks,
        [
            Block::Heading {
                level: 2,
                text: "Жоспар".to_owned()
            },
            Block::ListItem {
                level: 0,
                mark: Some("•".to_owned()),
                text: "Бір".to_owned()
            },
            Block::ListItem {
                level: 1,
                mark: Some("•".to_owned()),
                text: "Ішкі".to_owned()
            },
            Block::ListItem {
                level: 0,
                mark: Some("•".to_owned()),
                text: "Екі".to_owned()
            },
            Block::Table {
                rows: vec![
                    row(["Ауыл", "Мектеп", "Оқушы"]),
                    row(["Ақсу", "екі мектеп", ""]),
                    row(["", "үш", "120"]),
                ]
            },
        ]
    );
}

#[test]
fn a_table_that_sets_the_page_is_no_table() {
    let page = format!(
        "<table><tr><td><h1>Хабарлама</h1><p>{LONG}</p></td><td>Шағын бағана</td></tr></table>"
    );
    assert_eq!(
        document(page.as_bytes()).text(),
        format!("Хабарлама\n{LONG}\nШағын бағана")
    );
}

#[test]
fn a_picture_in_the_page_is_taken_out_with_its_words() {
    let picture = base64::engine::general_purpose::STANDARD.encode(b"\x89PNG picture");
    let page = format!(
        "<figure><img alt='Көпір' src='data:image/png;base64,{picture}'><figcaption>Жаңа көпір</figcaption></figure><p>Мәтін"
    );
    let read = document(page.as_bytes());
    assert_eq!(read.pictures[0].bytes, b"\x89PNG picture");
    assert_eq!(read.pictures[0].caption.as_deref(), Some("Жаңа көпір"));
    assert_eq!(read.pictures[0].alternative.as_deref(), Some("Көпір"));
    assert_eq!(
        read.blocks,
        [
            Block::Picture { picture: 0 },
            paragraph("Жаңа көпір"),
            paragraph("Мәтін")
        ]
    );
}

#[test]
fn encodings_are_read_as_declared_or_as_they_are() {
    let of = |charset: &str| {
        format!(
            "<html><head><meta charset={charset}></head><body><p>Глава района встретился с жителями.</p></body>"
        )
    };
    for page in [
        windows_1251(&of("windows-1251")),
        windows_1251(&of("iso-8859-1")),
        windows_1251(&of("utf-8")),
        of("windows-1251").into_bytes(),
        crate::koi8_r(&of("koi8-r")),
        crate::koi8_r(&of("windows-1251")),
    ] {
        assert_eq!(
            document(&page).text(),
            "Глава района встретился с жителями."
        );
    }
}

#[test]
fn deleted_and_hidden_words_and_scripts_are_no_text() {
    let page = "<p>Бағасы <del>100</del><ins>120</ins> теңге<span style='display:none'>жасырын</span></p><script>var a='сөз';</script><style>p{}</style>";
    let read = document(page.as_bytes());
    assert_eq!(read.text(), "Бағасы 120 теңге");
    assert_eq!(left_out(&read, LeftOutKind::Deletion), ["100"]);
    assert_eq!(left_out(&read, LeftOutKind::Hidden), ["жасырын"]);
}

#[test]
fn linked_data_tells_the_moment_and_the_author() {
    let page = r#"<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Егіс басталды","datePublished":"2026-04-10T08:00:00+05:00","author":{"@type":"Person","name":"Ерлан Омаров"},"mainEntityOfPage":{"@id":"https://audan.kz/9"}}]}</script><p>Егіс басталды."#;
    let properties = document(page.as_bytes()).properties;
    assert_eq!(
        properties.published.as_deref(),
        Some("2026-04-10T08:00:00+05:00")
    );
    assert_eq!(properties.author.as_deref(), Some("Ерлан Омаров"));
    assert_eq!(properties.url.as_deref(), Some("https://audan.kz/9"));
    assert_eq!(properties.title.as_deref(), Some("Егіс басталды"));
}

#[test]
fn a_page_saved_from_word_has_the_marks_of_its_lists_beside_the_words() {
    let page = "<p class=MsoNormal>Күн тәртібі:</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>Бюджет</p>";
    assert_eq!(
        document(page.as_bytes()).blocks,
        [
            paragraph("Күн тәртібі:"),
            Block::ListItem {
                level: 0,
                mark: Some("1.".to_owned()),
                text: "Бюджет".to_owned()
            }
        ]
    );
}

#[test]
fn a_page_kept_as_a_mail_has_its_pictures_and_its_moment() {
    let mail = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://audan.kz/7\r\nSubject: Page\r\nDate: Mon, 2 Mar 2026 11:00:00 +0500\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://audan.kz/7\r\n\r\n<html><body><p>Мектеп ашылды.</p><img src=\"https://audan.kz/a.png\"><img src=\"https://audan.kz/b.png\"></body></html>\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://audan.kz/a.png\r\n\r\nUE5H\r\n--b--\r\n";
    let read = document(mail.as_bytes());
    assert_eq!(read.format, Format::Mhtml);
    assert_eq!(read.text(), "Мектеп ашылды.");
    assert_eq!(read.pictures[0].bytes, b"PNG");
    assert_eq!(read.pictures[0].name.as_deref(), Some("a.png"));
    assert_eq!(
        read.properties.captured.as_deref(),
        Some("2026-03-02T11:00:00+05:00")
    );
    assert_eq!(read.properties.url.as_deref(), Some("https://audan.kz/7"));
    assert_eq!(
        left_out(&read, LeftOutKind::MissingPicture),
        ["https://audan.kz/b.png"]
    );
}

#[test]
fn a_page_that_begins_with_drawings_is_a_page() {
    let page = "<!DOCTYPE html><html><body><svg><path d='M0'/></svg><p>Мәтін</p></body></html>";
    assert_eq!(document(page.as_bytes()).text(), "Мәтін");
}

#[test]
fn boxes_that_builders_of_pages_name_are_text() {
    let page = format!(
        "<body class='with-sidebar'><nav><a href=/>Басты бет</a></nav><div class='layout has-sidebar'><div class='elementor-widget elementor-widget-text-editor'><p>{LONG}</p></div><div class='views-row'><p>Екінші абзац.</p></div></div><div class='views'>Қаралды: 12</div></body>"
    );
    assert_eq!(
        document(page.as_bytes()).text(),
        format!("{LONG}\nЕкінші абзац.")
    );
}

#[test]
fn a_page_saved_by_an_office_program_has_its_notes_and_no_heads_of_pages() {
    let page = "<div title='header'><p>Ресми бланк</p></div><h1>Жиын</h1><p>Сөйлем<a class='sdfootnoteanc' href='#sdfootnote1sym'>\
        <sup>1</sup></a> осында.</p><div id='sdfootnote1'><p><a class='sdfootnotesym' href='#sdfootnote1anc'>1</a> Ескертпе.</p></div>\
        <div title='footer'><p>Бет 1</p></div>";
    let read = document(page.as_bytes());
    assert_eq!(
        read.blocks,
        [
            Block::Heading {
                level: 1,
                text: "Жиын".to_owned()
            },
            paragraph("Сөйлем осында."),
            Block::Note {
                text: "Ескертпе.".to_owned()
            },
        ]
    );
    let kinds: Vec<LeftOutKind> = read.left_out.iter().map(|left| left.kind).collect();
    assert_eq!(kinds, [LeftOutKind::PageHeader, LeftOutKind::PageHeader]);
}

#[test]
fn a_page_without_a_title_has_that_of_its_heading_or_of_what_it_says_of_itself() {
    let page = |head: &str, begin: &str| {
        format!(
            "<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body><nav><a href=/>Басты бет</a></nav><article>{begin}<p>{LONG}</p><p>{LONG}</p></article></body></html>"
        )
    };
    let og = "<meta property='og:title' content='Мектеп ашылды'>";
    for (head, begin, title, first) in [
        (
            "",
            "<h1>Мектеп ашылды</h1>",
            Some("Мектеп ашылды"),
            "Мектеп ашылды",
        ),
        (
            "",
            "<h3>Мектеп ашылды</h3>",
            Some("Мектеп ашылды"),
            "Мектеп ашылды",
        ),
        (og, "", Some("Мектеп ашылды"), "Мектеп ашылды"),
        // what the text says already is not said twice
        (
            og,
            "<div class=name>МЕКТЕП АШЫЛДЫ!</div>",
            Some("Мектеп ашылды"),
            "МЕКТЕП АШЫЛДЫ!",
        ),
        (
            og,
            "<h2>Жаңа мектеп</h2>",
            Some("Мектеп ашылды"),
            "Жаңа мектеп",
        ),
        ("", "", None, LONG),
    ] {
        let read = document(page(head, begin).as_bytes());
        assert_eq!(read.properties.title.as_deref(), title, "{head} {begin}");
        assert_eq!(read.text().lines().next(), Some(first), "{head} {begin}");
    }
}
