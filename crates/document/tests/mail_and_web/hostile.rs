//! What strangers make to break a reader: each ends, within the limits.

use muragat_document::{Limits, Refusal, read};

use crate::{document, refusal};

#[test]
fn elements_within_each_other_without_end_are_read() {
    for tag in ["div", "b", "ul><li", "table><tr><td", "blockquote"] {
        let page = format!("<html>{}сөз", format!("<{tag}>").repeat(20_000));
        assert!(document(page.as_bytes()).text().contains("сөз"), "{tag}");
    }
}

#[test]
fn closing_what_was_not_opened_costs_nothing() {
    let page = format!("<p>{}сөз</p>", "</div></b></p>".repeat(20_000));
    assert!(document(page.as_bytes()).text().contains("сөз"));
}

#[test]
fn a_tag_of_a_million_attributes_is_cut_off() {
    let mut page = "<p>сөз</p><p ".to_owned();
    for at in 0..1_000_000 {
        page.push_str(&format!("a{at} "));
    }
    assert_eq!(document(page.as_bytes()).text(), "сөз");
}

#[test]
fn cells_that_span_more_than_there_is_are_bounded() {
    let row = "<tr><td colspan=1000000 rowspan=1000000>сөз<td>a</tr>";
    let page = format!("<table>{}</table>", row.repeat(2_000));
    let limits = Limits::default();
    assert!(matches!(
        read(page.as_bytes(), limits),
        Ok(_) | Err(Refusal::TooLarge { .. })
    ));
}

#[test]
fn a_mail_of_parts_within_parts_ends() {
    let mut mail = "From: a@b.kz\r\nTo: c@d.kz\r\nSubject: a\r\n".to_owned();
    for at in 0..1_500 {
        mail.push_str(&format!(
            "Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n"
        ));
    }
    let _ = read(mail.as_bytes(), Limits::default());
    let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(20_000);
    let mail = format!("From: a@b.kz\r\nTo: c@d.kz\r\n{nested}");
    let _ = read(mail.as_bytes(), Limits::default());
}

#[test]
fn boundaries_without_number_are_too_many() {
    let part = "--b\r\nContent-Type: multipart/mixed; boundary=none\r\n\r\n".repeat(50_000);
    let mail = format!(
        "From: a@b.kz\r\nTo: c@d.kz\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{part}"
    );
    assert!(matches!(refusal(mail.as_bytes()), Refusal::TooLarge { .. }));
}

#[test]
fn marks_of_quoting_without_end_are_lines() {
    let quotes = "> ".repeat(50_000);
    let mail = format!(
        "From: a@b.kz\r\nTo: c@d.kz\r\nContent-Type: text/plain; format=flowed\r\n\r\n{quotes}text \r\n"
    );
    let _ = read(mail.as_bytes(), Limits::default());
    let markdown = format!("# a\n\n{}text [b](http://c)", "> ".repeat(50_000));
    let _ = read(markdown.as_bytes(), Limits::default());
}

#[test]
fn what_is_larger_than_the_limits_is_refused() {
    let limits = Limits {
        unfolded_bytes: 1_000,
        ..Limits::default()
    };
    for bytes in ["<p>сөз</p>".repeat(1_000), "сөз\n\n".repeat(1_000)] {
        assert!(matches!(
            read(bytes.as_bytes(), limits),
            Err(Refusal::TooLarge { .. })
        ));
    }
}

#[test]
fn signs_of_markdown_without_end_take_no_time() {
    for sign in ["[", "*a_", "`", "![", "<", "- ", "1. ", "|", "[^a]: "] {
        let text = format!("# a\n\n{}", sign.repeat(50_000));
        let _ = read(text.as_bytes(), Limits::default());
    }
}

#[test]
fn a_mail_in_a_mail_that_ends_within_its_headers_is_read_or_refused() {
    let mail = "From: a@b.kz\r\nTo: c@d.kz\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nText\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: e@f.kz\r\nContent-Type: message/rfc822\r\n\r\nFrom: g@h.kz\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\nText\r\n--x--\r\n";
    for cut in 0..mail.len() {
        let _ = read(mail.as_bytes().get(..cut).unwrap(), Limits::default());
        let without = mail.get(..cut).unwrap().to_owned() + "\r\n--x--\r\n";
        let _ = read(without.as_bytes(), Limits::default());
    }
}
