use base64::Engine;
use muragat_document::{Block, Format, LeftOutKind, Refusal};

use crate::{document, koi8_r, left_out, paragraph, refusal, windows_1251};

const RELEASE: &str = "Ауданда жаңа емхана ашылды. Емханада отыз дәрігер жұмыс істейді, күніне екі жүз адамды қабылдайды. Ғимарат республикалық бюджет есебінен салынды, құрылыс екі жылға созылды. Ашылу рәсіміне аудан әкімі мен тұрғындар қатысты.";

fn base64(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// A mail in UTF-8 with these headers besides its own.
fn mail(headers: &str, body: &str) -> Vec<u8> {
    format!(
        "From: \"Баспасөз қызметі\" <press@audan.kz>\r\nTo: arhiv@audan.kz\r\nDate: Fri, 27 Feb 2026 10:00:00 +0500\r\nMessage-ID: <a1@audan.kz>\r\n{headers}\r\n\r\n{body}"
    )
    .into_bytes()
}

fn plain(subject: &str, body: &str) -> Vec<u8> {
    let subject = format!(
        "Subject: {subject}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit"
    );
    mail(&subject, body)
}

#[test]
fn a_mail_says_who_sent_it_when() {
    let subject = format!("=?utf-8?B?{}?=", base64("Емхана ашылды".as_bytes()));
    let read = document(&plain(&subject, RELEASE));
    assert_eq!(read.format, Format::Eml);
    let properties = &read.properties;
    assert_eq!(properties.title.as_deref(), Some("Емхана ашылды"));
    assert_eq!(properties.author.as_deref(), Some("Баспасөз қызметі"));
    assert_eq!(properties.sender.as_deref(), Some("press@audan.kz"));
    assert_eq!(
        properties.published.as_deref(),
        Some("2026-02-27T10:00:00+05:00")
    );
    assert_eq!(properties.message_id.as_deref(), Some("a1@audan.kz"));
    assert_eq!(read.blocks, [paragraph(RELEASE)]);
}

#[test]
fn a_letter_that_is_cut_between_two_encoded_words_is_whole() {
    let bytes = "Мектеп".as_bytes();
    let (one, two) = bytes.split_at(5);
    let subject = format!(
        "=?UTF-8?B?{}?=\r\n =?UTF-8?B?{}?=",
        base64(one),
        base64(two)
    );
    let read = document(&plain(&subject, "Мәтін"));
    assert_eq!(read.properties.title.as_deref(), Some("Мектеп"));
}

#[test]
fn attachments_are_enclosed_with_their_names_and_pictures_in_the_text_are_pictures() {
    let name = base64("хабарлама.docx".as_bytes());
    let body = format!(
        "--x\r\nContent-Type: multipart/related; boundary=y\r\n\r\n--y\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{RELEASE}</p><img src=\"cid:p1\" alt=\"Емхана\">\r\n--y\r\nContent-Type: image/jpeg; name=a.jpg\r\nContent-ID: <p1>\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--y--\r\n--x\r\nContent-Type: application/octet-stream; name=\"=?utf-8?B?{name}?=\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--x\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment; filename*=utf-8''%D1%81%D1%83%D1%80%D0%B5%D1%82.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--x--\r\n",
        base64(b"JPEG inline"),
        base64(b"PK docx"),
        base64(b"JPEG"),
    );
    let read = document(&mail("Content-Type: multipart/mixed; boundary=x", &body));
    assert_eq!(
        read.blocks,
        [paragraph(RELEASE), Block::Picture { picture: 0 }]
    );
    assert_eq!(read.pictures[0].bytes, b"JPEG inline");
    assert_eq!(read.pictures[0].alternative.as_deref(), Some("Емхана"));
    let enclosed: Vec<(&str, &[u8])> = read
        .enclosed
        .iter()
        .map(|one| (one.name.as_str(), one.bytes.as_slice()))
        .collect();
    assert_eq!(
        enclosed,
        [
            ("хабарлама.docx", &b"PK docx"[..]),
            ("сурет.jpg", &b"JPEG"[..])
        ]
    );
}

#[test]
fn plain_text_is_read_unless_it_only_says_that_there_is_a_page() {
    let of = |text: &str| {
        let body = format!(
            "--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{RELEASE}</p><p>Беттегі сөз.</p>\r\n--x--\r\n"
        );
        document(&mail(
            "Content-Type: multipart/alternative; boundary=x",
            &body,
        ))
        .text()
    };
    let page = format!("{RELEASE}\nБеттегі сөз.");
    assert_eq!(of(RELEASE), RELEASE);
    assert_eq!(of(""), page);
    assert_eq!(of("Бұл хатты HTML арқылы қараңыз."), page);
}

#[test]
fn encodings_of_old_mail_programs_are_read() {
    let text = "Аким района провел встречу с жителями. Присутствовали ветераны и учителя.";
    let of = |charset: &str, bytes: Vec<u8>| {
        let mut mail = format!(
            "From: a@b.kz\r\nSubject: =?{charset}?B?{}?=\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n",
            base64(&bytes)
        )
        .into_bytes();
        mail.extend(base64(&bytes).into_bytes());
        let read = document(&mail);
        (read.properties.title.unwrap(), read.blocks)
    };
    let wanted = (text.to_owned(), vec![paragraph(text)]);
    assert_eq!(of("koi8-r", koi8_r(text)), wanted);
    assert_eq!(of("windows-1251", windows_1251(text)), wanted);
    assert_eq!(of("us-ascii", windows_1251(text)), wanted);
    assert_eq!(of("koi8-r", windows_1251(text)), wanted);
    assert_eq!(of("windows-1251", text.as_bytes().to_vec()), wanted);
}

#[test]
fn letters_in_headers_that_nobody_encoded_are_read() {
    let mut mail =
        windows_1251("From: Пресс-служба <p@b.kz>\r\nSubject: О встрече с ветеранами района\r\n");
    mail.extend(b"Content-Type: text/plain; charset=windows-1251\r\n\r\n");
    mail.extend(windows_1251("Встреча прошла в районном доме культуры."));
    let read = document(&mail);
    assert_eq!(
        read.properties.title.as_deref(),
        Some("О встрече с ветеранами района")
    );
    assert_eq!(read.properties.author.as_deref(), Some("Пресс-служба"));
    assert_eq!(read.text(), "Встреча прошла в районном доме культуры.");
}

#[test]
fn lines_that_a_program_broke_are_joined() {
    let headers =
        "Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: 8bit";
    let read = document(&mail(
        headers,
        "Емхана бүгін \r\nашылды.\r\n\r\nЖаңа \r\nабзац.\r\n",
    ));
    assert_eq!(
        read.blocks,
        [paragraph("Емхана бүгін ашылды."), paragraph("Жаңа абзац.")]
    );
}

#[test]
fn a_signature_is_no_text() {
    for signature in [
        "-- \r\nА. Сапарова\r\nтел. 8 727",
        "Құрметпен,\r\nАйгүл Сапарова\r\nбаспасөз хатшысы",
    ] {
        let read = document(&plain(
            "Емхана",
            &format!("{RELEASE}\r\n\r\n{signature}\r\n"),
        ));
        assert_eq!(read.blocks, [paragraph(RELEASE)]);
        let left = left_out(&read, LeftOutKind::Signature);
        assert!(left.len() == 1 && left[0].contains("Сапарова"), "{left:?}");
    }
}

#[test]
fn what_an_answer_quotes_is_folded_away() {
    let bodies = [
        "Жауап: келісеміз, жариялауға болады.\r\n\r\n27.02.2026 10:00, Аудан әкімдігі <a@b.kz> пишет:\r\n> Ескі хат\r\n> екінші жол\r\n",
        "Жауап: келісеміз, жариялауға болады.\r\n\r\nFrom: Аудан\r\nSent: Friday\r\nTo: Мұрағат\r\nSubject: Ескі хат\r\n\r\nЕскі хат\r\n",
        "Жауап: келісеміз, жариялауға болады.\r\n\r\n-----Исходное сообщение-----\r\nОт: Аудан\r\nОтправлено: жұма\r\nКому: Мұрағат\r\nТема: Ескі хат\r\n\r\nЕскі хат\r\n",
    ];
    for body in bodies {
        let read = document(&plain("Re: Ескі хат", body));
        assert_eq!(
            read.text(),
            "Жауап: келісеміз, жариялауға болады.",
            "{body}"
        );
        let quoted = left_out(&read, LeftOutKind::QuotedMail).join("\n");
        assert!(quoted.contains("Ескі хат"), "{quoted}");
    }
}

#[test]
fn a_release_that_is_only_passed_on_is_the_text() {
    let bodies = [
        format!(
            "Сәлеметсіз бе!\r\nЖіберіп отырмын.\r\n\r\n---------- Forwarded message ---------\r\nОт: Аудан <a@b.kz>\r\nDate: жұма\r\nSubject: Емхана\r\nTo: <c@d.kz>\r\n\r\n{RELEASE}\r\n\r\nЕкінші абзац.\r\n"
        ),
        format!(
            "Добрый день!\r\n\r\n-------- Пересылаемое сообщение --------\r\n27.02.2026, 10:00, \"Аудан\" <a@b.kz>:\r\n\r\n{RELEASE}\r\n\r\nЕкінші абзац.\r\n"
        ),
        format!(
            "\r\n________________________________\r\nОт: Аудан\r\nОтправлено: жұма\r\nКому: Мұрағат\r\nТема: Емхана\r\n\r\n{RELEASE}\r\n\r\nЕкінші абзац.\r\n"
        ),
    ];
    for body in bodies {
        let read = document(&plain("Fwd: Емхана", &body));
        let text = read.text();
        assert!(
            text.ends_with(&format!("{RELEASE}\nЕкінші абзац.")),
            "{text}"
        );
        assert!(
            !text.contains("Сәлеметсіз") && !text.contains("Добрый"),
            "{text}"
        );
        assert!(
            !text.contains("Кому:") && !text.contains("Subject:"),
            "{text}"
        );
    }
    let greeted = document(&plain(
        "Fwd: Емхана",
        &format!(
            "Сәлеметсіз бе!\r\n\r\n---------- Forwarded message ---------\r\nОт: Аудан\r\nDate: жұма\r\nTo: c\r\n\r\n{RELEASE}\r\n"
        ),
    ));
    assert_eq!(
        left_out(&greeted, LeftOutKind::CoveringNote),
        ["Сәлеметсіз бе!"]
    );
}

#[test]
fn quotes_of_a_page_are_folded_away_too() {
    let body = format!(
        "<div>{RELEASE}</div><div class=\"gmail_signature\">А. Сапарова</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">пт, 27 февр. 2026 г. в 10:00, Аудан &lt;a@b.kz&gt;:</div><blockquote>Ескі хат</blockquote></div>"
    );
    let read = document(&mail(
        "Content-Type: text/html; charset=utf-8\r\nSubject: Re: a",
        &body,
    ));
    assert_eq!(read.blocks, [paragraph(RELEASE)]);
    assert_eq!(left_out(&read, LeftOutKind::Signature), ["А. Сапарова"]);
    assert!(left_out(&read, LeftOutKind::QuotedMail)[0].contains("Ескі хат"));
}

#[test]
fn a_mail_in_a_mail_is_enclosed() {
    let inner = String::from_utf8(plain("Inner", RELEASE)).unwrap();
    let body = format!(
        "--x\r\nContent-Type: text/plain\r\n\r\nText\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--x--\r\n"
    );
    let read = document(&mail("Content-Type: multipart/mixed; boundary=x", &body));
    assert_eq!(read.enclosed[0].name, "Inner.eml");
    assert_eq!(document(&read.enclosed[0].bytes).text(), RELEASE);
}

#[test]
fn names_of_attachments_lead_nowhere() {
    let body = "--x\r\nContent-Type: text/plain\r\n\r\nText\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../../etc/a.pdf\"\r\n\r\nbytes\r\n--x--\r\n";
    let read = document(&mail("Content-Type: multipart/mixed; boundary=x", body));
    assert_eq!(read.enclosed[0].name, "a.pdf");
}

#[test]
fn what_is_encrypted_is_locked_and_what_is_signed_is_read() {
    let body = "--x\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--x\r\nContent-Type: application/octet-stream\r\n\r\nbytes\r\n--x--\r\n";
    let encrypted = mail("Content-Type: multipart/encrypted; boundary=x", body);
    assert_eq!(refusal(&encrypted), Refusal::Locked);

    let id = |last: u8| {
        [
            0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, last,
        ]
    };
    let sealed = |der: &[u8]| {
        let headers = "Content-Type: application/pkcs7-mime; name=smime.p7m\r\nContent-Transfer-Encoding: base64";
        mail(headers, &base64(der))
    };
    let enveloped: Vec<u8> = [0x30, 0x80]
        .into_iter()
        .chain(id(3))
        .chain([0; 40])
        .collect();
    assert_eq!(refusal(&sealed(&enveloped)), Refusal::Locked);

    let inner = b"Content-Type: text/plain; charset=utf-8\r\nMIME-Version: 1.0\r\n\r\nSigned words of the mail";
    let length = u8::try_from(inner.len()).unwrap();
    let signed: Vec<u8> = [0x30, 0x80]
        .into_iter()
        .chain(id(2))
        .chain([0xA0, 0x80, 0x30, 0x80])
        .chain(id(1))
        .chain([0xA0, 0x80, 0x24, 0x80, 0x04, length])
        .chain(inner.iter().copied())
        .chain([0, 0])
        .collect();
    assert_eq!(
        document(&sealed(&signed)).text(),
        "Signed words of the mail"
    );
}

#[test]
fn one_mail_with_the_line_of_a_mailbox_is_a_mail() {
    let mail = format!(
        "From a@b.kz Fri Feb 27 10:00:00 2026\nFrom: a@b.kz\nSubject: Emhana\nTo: c@d.kz\nContent-Type: text; charset=utf-8\n\n{RELEASE}\n"
    );
    let read = document(mail.as_bytes());
    assert_eq!(read.format, Format::Eml);
    assert_eq!(read.properties.title.as_deref(), Some("Emhana"));
    assert_eq!(read.blocks, [paragraph(RELEASE)]);
}

#[test]
fn each_mail_of_a_mailbox_is_enclosed() {
    let mailbox = "From a@b.kz Fri Feb 27 10:00:00 2026\nFrom: a@b.kz\nSubject: Birinshi\nDate: Fri, 27 Feb 2026 10:00:00 +0500\n\nText\n>From here\n\nFrom the akim nothing came.\n\nFrom c@d.kz Fri Feb 27 11:00:00 2026\nFrom: c@d.kz\nSubject: Ekinshi\n\nText two\n";
    let read = document(mailbox.as_bytes());
    assert_eq!(read.format, Format::Mbox);
    let names: Vec<&str> = read.enclosed.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["1 Birinshi.eml", "2 Ekinshi.eml"]);
    let first = document(&read.enclosed[0].bytes);
    assert_eq!(first.text(), "Text\nFrom here\nFrom the akim nothing came.");
}
