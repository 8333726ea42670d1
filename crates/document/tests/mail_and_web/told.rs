//! What mails and pages say of themselves: when, where, by whom, and what only passes on.

use muragat_document::{Format, LeftOutKind};

use crate::{document, left_out};

const RELEASE: &str = "Ауданда жаңа емхана ашылды. Емханада отыз дәрігер жұмыс істейді, күніне екі жүз адамды қабылдайды.";

fn dated(date: &str) -> Option<String> {
    let mail = format!("From: a@b.kz\r\nTo: c@d.kz\r\nDate: {date}\r\n\r\n{RELEASE}\r\n");
    document(mail.as_bytes()).properties.published
}

#[test]
fn the_moment_of_a_mail_keeps_its_offset() {
    for (written, read) in [
        (
            "Fri, 27 Feb 2026 10:00:00 +0500",
            "2026-02-27T10:00:00+05:00",
        ),
        (
            "27 Feb 2026 10:00 +0500 (ALMT)",
            "2026-02-27T10:00:00+05:00",
        ),
        ("Fri, 27 Feb 26 05:00:00 GMT", "2026-02-27T05:00:00Z"),
        ("2026-02-27T10:00:00+05:00", "2026-02-27T10:00:00+05:00"),
        ("Fri, 27 Feb 2026 10:00:00", "2026-02-27T10:00:00"),
    ] {
        assert_eq!(dated(written).as_deref(), Some(read), "{written}");
    }
    assert_eq!(dated("кеше"), None);
}

fn with_attachment(words: &str, name: &str) -> Vec<u8> {
    format!(
        "From: a@b.kz\r\nTo: c@d.kz\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n--x\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\r\nPK bytes\r\n--x--\r\n"
    )
    .into_bytes()
}

#[test]
fn words_that_only_pass_on_a_document_are_a_covering_note() {
    for words in [
        "Сәлеметсіз бе!\r\n\r\nЕмхана ашылуы туралы баспасөз хабарламасын жіберіп отырмын.\r\n\r\nҚұрметпен,\r\nАйгүл",
        "Добрый день!\r\nВо вложении пресс-релиз об открытии поликлиники.\r\n\r\nС уважением,\r\nАйгүл",
        "Здравствуйте, коллеги!",
    ] {
        let read = document(&with_attachment(words, "релиз.docx"));
        assert_eq!(read.text(), "", "{words}");
        let first = words.split("\r\n").next().unwrap();
        let note = left_out(&read, LeftOutKind::CoveringNote);
        assert!(note.len() == 1 && note[0].starts_with(first), "{note:?}");
        assert_eq!(read.enclosed.len(), 1);
    }
    // a text of its own, one that sends nothing, and one beside which only a photo stands
    let sent = "Емхана ашылуы туралы хабарламаны жіберіп отырмын.";
    for (words, name) in [
        (
            format!("{RELEASE} {RELEASE} {RELEASE} {RELEASE} {sent}"),
            "кесте.docx",
        ),
        ("Ертең сағат онда жиын болады.".to_owned(), "кесте.docx"),
        (sent.to_owned(), "сурет.jpg"),
    ] {
        assert_eq!(document(&with_attachment(&words, name)).text(), words);
    }
}

#[test]
fn a_page_that_was_saved_says_where_and_when() {
    let saved = |note: &str, head: &str| {
        let page = format!(
            "<!DOCTYPE html>\n{note}\n<html><head><meta charset=utf-8>{head}</head><body><p>{RELEASE}</p></body></html>"
        );
        let properties = document(page.as_bytes()).properties;
        (properties.url, properties.captured)
    };
    let url = |url: &str| Some(url.to_owned());
    let browser = "<!-- saved from url=(0026)https://audan.kz/news/7.htm -->";
    assert_eq!(
        saved(browser, ""),
        (url("https://audan.kz/news/7.htm"), None)
    );
    let single = "<!--\n Page saved with SingleFile\n url: https://audan.kz/n/8\n saved date: Fri Feb 27 2026 10:00:00 GMT+0500 (Kazakhstan Standard Time)\n-->";
    assert_eq!(
        saved(single, ""),
        (
            url("https://audan.kz/n/8"),
            url("2026-02-27T10:00:00+05:00")
        )
    );
    let canonical = "<link rel=canonical href='/n/9'>";
    assert_eq!(saved(browser, canonical).0, url("https://audan.kz/n/9"));
    assert_eq!(
        saved("", &format!("<base href='https://b.kz/x/'>{canonical}")).0,
        url("https://b.kz/n/9")
    );
    assert_eq!(saved("<!-- a page -->", canonical), (None, None));
}

#[test]
fn a_page_kept_as_a_mail_says_where_and_when() {
    let parts = |head: &str| {
        format!(
            "{head}Date: Fri, 27 Feb 2026 10:00:00 +0500\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://audan.kz/n/9\r\n\r\n<html><body><p>{RELEASE}</p></body></html>\r\n--b--\r\n"
        )
    };
    let single = format!(
        "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://audan.kz/n/9\r\nDate: Fri, 27 Feb 2026 10:00:00 +0500\r\nMIME-Version: 1.0\r\n\r\n<html><body><p>{RELEASE}</p></body></html>"
    );
    for page in [
        parts("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://audan.kz/n/9\r\n"),
        parts("From: \"Saved by Windows Internet Explorer 8\"\r\nSubject: a\r\n"),
        single,
    ] {
        let read = document(page.as_bytes());
        assert_eq!(read.format, Format::Mhtml, "{page}");
        assert_eq!(read.properties.url.as_deref(), Some("https://audan.kz/n/9"));
        assert_eq!(
            read.properties.captured.as_deref(),
            Some("2026-02-27T10:00:00+05:00")
        );
        assert_eq!(read.text(), RELEASE);
    }
}

#[test]
fn a_chain_of_mails_is_folded_down_to_what_it_passes_on() {
    let long = format!(
        "{RELEASE} Ғимарат республикалық бюджет есебінен салынды, құрылыс екі жылға созылды."
    );
    for (body, note) in [
        (
            format!(
                "Мұрағатқа.\r\n\r\nОт: Серік\r\nОтправлено: жұма\r\nКому: Мұрағат\r\nТема: FW: Емхана\r\n\r\nСерік, қабылдап алыңыз.\r\n\r\nОт: Айгүл\r\nОтправлено: бейсенбі\r\nКому: Серік\r\nТема: Емхана\r\n\r\n{long}\r\n\r\nҚұрметпен,\r\nАйгүл"
            ),
            "Мұрағатқа.",
        ),
        (
            format!(
                "Қараңызшы.\r\n\r\n----- Бастапқы хабарлама -----\r\nКімнен: Аудан <x@y.kz>\r\nЖіберілді: жұма\r\nКімге: c\r\nТақырыбы: Емхана\r\n\r\n{long}\r\n"
            ),
            "Қараңызшы.",
        ),
    ] {
        let mail = format!(
            "From: a@b.kz\r\nTo: c@d.kz\r\nSubject: FW: Emhana\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}"
        );
        let read = document(mail.as_bytes());
        assert_eq!(read.text(), long);
        assert_eq!(left_out(&read, LeftOutKind::CoveringNote)[0], note);
    }
}
