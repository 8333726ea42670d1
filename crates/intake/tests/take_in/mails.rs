//! Mails, mailboxes and what they carry.

use crate::makers::{docx, mail, picture, zip_of};
use crate::{Desk, OTHER, RELEASE, lines, names, photos, titles};

const NOTE: &str = "Сәлеметсіз бе! Бүгінгі хабарламаны жолдап отырмыз.";

#[test]
fn what_a_mail_only_sends_on_is_one_article_with_the_mail_beside_it() {
    let mut desk = Desk::new();
    let release = docx(RELEASE, &[]);
    let letter = mail("m1", "Емхана ашылды", NOTE, &[("хабар.docx", &release)]);
    let letter = desk.file("letter.eml", &letter);
    let (article, taken) = desk.take_one(&letter, &[]);
    assert_eq!(article.versions[0].title, "Ауданда жаңа емхана ашылды");
    assert_eq!(names(&article), ["letter.eml", "хабар.docx"]);
    let [mail, own] = &article.versions[0].files[..] else {
        panic!("{:?}", article.versions[0].files);
    };
    let source = mail.source.as_ref().unwrap();
    assert_eq!(source.subject.as_deref(), Some("Емхана ашылды"));
    assert_eq!(source.sender.as_deref(), Some("press@audan.kz"));
    assert_eq!(source.author.as_deref(), Some("Баспасөз қызметі"));
    assert_eq!(source.message_id.as_deref(), Some("m1@audan.kz"));
    assert_eq!(
        source.published_at.as_deref(),
        Some("2026-02-27T10:00:00+05:00")
    );
    assert_eq!(own.source, None);
    let left_out = &mail.derivation.as_ref().unwrap().left_out;
    let note = left_out.iter().find(|left| left.kind == "covering_note");
    assert_eq!(note.unwrap().text, NOTE);
    assert!(!article.versions[0].body.contains("Сәлеметсіз"));
    assert_eq!(taken.files[0].left_out, ["covering_note"]);
}

#[test]
fn the_same_text_in_a_mail_and_attached_to_it_is_one_article() {
    let mut desk = Desk::new();
    let release = docx(RELEASE, &[(&picture(1, 400, 300), Some("Суретте: емхана"))]);
    let letter = mail("m1", "Емхана", RELEASE, &[("хабар.docx", &release)]);
    let letter = desk.file("letter.eml", &letter);
    let (article, _) = desk.take_one(&letter, &[]);
    assert_eq!(names(&article), ["letter.eml", "хабар.docx"]);
    assert_eq!(photos(&article), [("хабар-1.jpg", Some("Суретте: емхана"))]);
}

#[test]
fn a_mail_that_says_more_than_its_attachment_is_the_article_and_has_its_pictures() {
    let mut desk = Desk::new();
    // the attachment holds four words in five of the mail's at most
    let text = format!("{RELEASE}\n{OTHER}\n{}", "Тағы бір сөйлем бар. ".repeat(40));
    let small = picture(1, 400, 300);
    let release = docx(RELEASE, &[(&small, Some("Суретте: емхана"))]);
    let large = picture(1, 1200, 900);
    let letter = mail(
        "m1",
        "Емхана",
        &text,
        &[("хабар.docx", &release), ("a.jpg", &large)],
    );
    let letter = desk.file("letter.eml", &letter);
    let (article, taken) = desk.take_one(&letter, &[]);
    assert_eq!(names(&article), ["letter.eml"]);
    assert_eq!(photos(&article), [("a.jpg", Some("Суретте: емхана"))]);
    let article = taken.files.last().unwrap();
    assert_eq!(article.left_out, ["same_text"]);
}

#[test]
fn two_documents_of_a_mail_are_two_articles_and_each_has_the_mail() {
    let mut desk = Desk::new();
    let (one, two) = (docx(RELEASE, &[]), docx(OTHER, &[]));
    let letter = mail(
        "m1",
        "Екі хабар",
        NOTE,
        &[("2.docx", &two), ("1.docx", &one)],
    );
    let letter = desk.file("letter.eml", &letter);
    let taken = desk.take(&[&letter], &[]).value;
    assert!(taken.refused.is_empty(), "{:?}", taken.refused);
    let articles = desk.articles(&taken);
    assert_eq!(
        titles(&articles),
        [
            "Ауданда жаңа емхана ашылды",
            "Көктемгі егіске дайындық басталды"
        ]
    );
    assert_eq!(names(&articles[0]), ["letter.eml", "1.docx"]);
    assert_eq!(names(&articles[1]), ["letter.eml", "2.docx"]);
}

#[test]
fn each_mail_of_a_mailbox_is_an_article() {
    let mut desk = Desk::new();
    let third = "Мектепте ашық сабақ өтті\n2026 жылғы 5 наурыз\nСабаққа ата-аналар қатысты, \
        оқушылар өз жұмыстарын көрсетті, мұғалімдер тәжірибе алмасты.";
    let mbox: Vec<u8> = [("a", RELEASE), ("b", OTHER), ("c", third)]
        .iter()
        .flat_map(|(id, text)| {
            let mail = mail(id, "Хабар", text, &[]);
            [
                b"From press@audan.kz Fri Feb 27 10:00:00 2026\n".as_slice(),
                &mail,
                b"\n",
            ]
            .concat()
        })
        .collect();
    let mbox = desk.file("box.mbox", &mbox);
    let taken = desk.take(&[&mbox], &[]).value;
    assert!(taken.refused.is_empty(), "{:?}", taken.refused);
    let articles = desk.articles(&taken);
    assert_eq!(articles.len(), 3, "{:?}", lines(&taken));
    assert_eq!(articles[2].versions[0].title, "Мектепте ашық сабақ өтті");
    for article in &articles {
        assert_eq!(article.versions[0].files.len(), 1);
    }
}

#[test]
fn mails_in_mails_end_somewhere() {
    let mut desk = Desk::new();
    let mut letter = mail("x", "Хабар", NOTE, &[("хабар.docx", &docx(RELEASE, &[]))]);
    let mut deep = Vec::new();
    for depth in 1..12 {
        let id = format!("m{depth}");
        letter = mail(&id, "Хабар", "", &[("letter.eml", &letter)]);
        deep.push(desk.file(&format!("{depth}.eml"), &letter));
    }
    // forwarded three times it is still read, and has all that it came in
    let (article, _) = desk.take_one(&deep[1], &[]);
    assert_eq!(
        names(&article),
        ["2.eml", "letter.eml", "letter.eml", "хабар.docx"]
    );
    let taken = desk.take(&[&deep[10]], &[]).value;
    assert!(taken.articles.is_empty());
    assert!(
        lines(&taken).contains(&"refused 11.eml/letter.eml".to_owned()),
        "{:?}",
        lines(&taken)
    );
}

#[test]
fn zips_in_zips_end_somewhere() {
    let mut desk = Desk::new();
    let mut zip = zip_of(&[("хабар.txt", RELEASE.as_bytes())]);
    for _ in 0..10 {
        zip = zip_of(&[("a.zip", &zip)]);
    }
    let zip = desk.file("a.zip", &zip);
    let taken = desk.take(&[&zip], &[]).value;
    assert_eq!(lines(&taken), ["refused a.zip/a.zip"]);
    assert_eq!(
        taken.files[0].problem.as_deref(),
        Some("document_unread: too_large")
    );
}

#[test]
fn a_mail_with_words_of_its_own_and_a_text_attached_are_two_articles() {
    let mut desk = Desk::new();
    let own = "Бұл бірінші бөлігі, оны да сақтау керек.";
    let letter = mail("m1", "Хабар", own, &[("қосымша.txt", RELEASE.as_bytes())]);
    let letter = desk.file("letter.eml", &letter);
    let taken = desk.take(&[&letter], &[]).value;
    assert!(taken.refused.is_empty(), "{:?}", taken.refused);
    let articles = desk.articles(&taken);
    assert_eq!(articles.len(), 2, "{:?}", lines(&taken));
    assert!(articles.iter().any(|one| names(one) == ["letter.eml"]));
    // the same mail again has nothing new
    let again = desk.take(&[&letter], &[]).value;
    assert!(again.articles.is_empty(), "{:?}", lines(&again));
    assert_eq!(again.refused.len(), 2);
}

#[test]
fn what_a_mail_says_that_only_sends_a_plain_text_on_is_told_beside_it() {
    let mut desk = Desk::new();
    let letter = mail("m1", "Хабар", NOTE, &[("хабар.txt", RELEASE.as_bytes())]);
    let letter = desk.file("letter.eml", &letter);
    let (article, taken) = desk.take_one(&letter, &[]);
    assert_eq!(names(&article), ["letter.eml", "хабар.txt"]);
    let mail = &article.versions[0].files[0];
    let left_out = &mail.derivation.as_ref().unwrap().left_out;
    assert!(
        left_out.iter().any(|left| left.kind == "covering_note"),
        "{left_out:?}"
    );
    assert_eq!(taken.files.len(), 1);
}

#[test]
fn a_mail_without_a_title_has_its_subject_and_one_with_a_title_has_that() {
    let mut desk = Desk::new();
    let text = "Здравствуйте!\nНаправляем пресс-релиз для публикации.\n\n\
        Сегодня в посёлке прошла акция, участники высадили более тысячи саженцев.\n\
        Каждое дерево – вклад в здоровье детей, отметил аким района.";
    let subject = "Fwd: В Карабулаке высадили тысячу деревьев";
    let letter = desk.file("a.eml", &mail("a", subject, text, &[]));
    let (article, _) = desk.take_one(&letter, &[]);
    let version = &article.versions[0];
    assert_eq!(version.title, "В Карабулаке высадили тысячу деревьев");
    assert!(version.body.contains("Сегодня в посёлке"));
    assert!(!version.body.contains("Карабулаке высадили"));

    let titled = desk.file(
        "b.eml",
        &mail("b", "Аудан әкімдігінің бүгінгі хабары", RELEASE, &[]),
    );
    let (article, _) = desk.take_one(&titled, &[]);
    assert_eq!(article.versions[0].title, "Ауданда жаңа емхана ашылды");
}
